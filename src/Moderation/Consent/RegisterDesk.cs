using Moderation.Drafts;
using Moderation.Storage;

namespace Moderation.Consent;

/// <summary>What people do to the register by hand. Every change has posts under way looked at again (A06).</summary>
public sealed class RegisterDesk(ConsentRegisterStore store, QueueSender queue, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Records what somebody answered.</summary>
    /// <returns>Everything that is wrong with it; empty when it is recorded.</returns>
    public async Task<IReadOnlyList<FieldError>> AnswerAsync(User by, PersonId id, AnswerFields fields, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        if (register.Find(id) is not { } person)
            return [new("", Gone)];
        var outcome = AnswerRules.Read(fields, person, register, time.GetUtcNow(), by.Id);
        if (outcome.Record is { } record)
            await ApplyAsync(new PersonChange(id) { Records = [record], Guardianships = outcome.Authority is { } a ? [a] : [], By = by.Id, Action = record.SaysNo ? "consent-refused" : "consent-granted" }, cancellationToken);
        return outcome.Errors;
    }

    /// <summary>Withdraws in one step, from this moment on, for every kind.</summary>
    /// <param name="giver">Who withdraws; need not be who said yes.</param>
    /// <param name="purpose">One purpose, or null for all there are.</param>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> WithdrawAsync(User by, PersonId id, PersonId giver, string? purpose, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        if (register.Find(id) is not { } person)
            return Gone;
        if (giver != id && !AnswerRules.GiversOf(person, register).Contains(giver))
            return new("Kies wie de toestemming intrekt.", "Choose who withdraws the consent.");
        if (purpose is not null && register.Policy.Find(purpose) is null)
            return new("Dit doel kent de school niet.", "The school does not know this purpose.");
        var now = time.GetUtcNow();
        await ApplyAsync(new PersonChange(id)
        {
            By = by.Id,
            Action = "consent-withdrawn",
            Records =
            [
                new ConsentRecord
                {
                    Person = id,
                    // Also purposes of which the school no longer asks: they may come back.
                    Purposes = purpose is null ? [.. register.Policy.Purposes.Select(p => p.Code).Union(register.RecordsOf(id).SelectMany(r => r.Purposes))] : [purpose],
                    Kinds = Enum.GetValues<MediaKind>(),
                    Value = ConsentValue.Withdrawn,
                    GivenBy = giver,
                    Capacity = AnswerRules.CapacityOf(person, giver, register),
                    GivenAt = now,
                    RecordedBy = by.Id,
                    RecordedAt = now,
                },
            ],
        }, cancellationToken);
        return null;
    }

    /// <summary>Records that a pupil of 16 or older was told what stands recorded (A04).</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> InformAsync(User by, PersonId id, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (register.Find(id) is not { } person)
            return Gone;
        if (ConsentRules.DeciderOf(person, PlannedTime.DayOf(now)) != Decider.Self)
            return new("Deze leerling is nog geen 16.", "This pupil is not yet 16.");
        await ApplyAsync(new PersonChange(id)
        {
            By = by.Id,
            Action = "informed",
            Records =
            [
                new ConsentRecord
                {
                    Person = id, Purposes = [.. register.Policy.Purposes.Select(p => p.Code)], Kinds = Enum.GetValues<MediaKind>(), Value = ConsentValue.Informed,
                    GivenBy = id, Capacity = AnswerRules.OwnCapacity(person), GivenAt = now, RecordedBy = by.Id, RecordedAt = now,
                },
            ],
        }, cancellationToken);
        return null;
    }

    /// <summary>Says what authority somebody has who answers for a pupil (A08).</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> SetAuthorityAsync(User by, PersonId id, PersonId giver, Authority authority, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        if (register.Find(id) is not { } person)
            return Gone;
        if (!AnswerRules.GiversOf(person, register).Contains(giver))
            return new("Deze ouder of voogd is niet bekend bij deze leerling.", "This parent or guardian is not known with this pupil.");
        await ApplyAsync(new PersonChange(id) { Guardianships = [new Guardianship(id, giver, authority)], By = by.Id, Action = "authority" }, cancellationToken);
        return null;
    }

    /// <summary>Sets or lifts the safety flag. The reason is not asked and not stored (A12, I8).</summary>
    /// <returns>What stands in the way, or null.</returns>
    public Task<Words?> ProtectAsync(User by, PersonId id, bool protect, CancellationToken cancellationToken) =>
        ChangeFactsAsync(by, id, protect ? "protected" : "protection-lifted", person => person with { Protected = protect }, cancellationToken);

    /// <summary>Changes what is known about a person.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> ChangeFactsAsync(User by, PersonId id, string action, Func<Person, Person> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await store.GetAsync(cancellationToken)).Find(id) is not { } before)
                return Gone;
            var after = change(before);
            if (RegisterRows.Same(before, after))
                return null;
            // Nothing is written when somebody changed the person in between; then it is done on what they made of it.
            await ApplyAsync(new PersonChange(id) { Person = after, Expected = before, By = by.Id, Action = action }, cancellationToken);
        }

        return new("Iemand anders wijzigt deze persoon op dit moment. Probeer het nog eens.", "Somebody else is changing this person right now. Try again.");
    }

    /// <summary>Adds somebody who comes in through no import: a guest, a member of staff.</summary>
    public Task AddAsync(User by, Person person, CancellationToken cancellationToken) =>
        ApplyAsync(new PersonChange(person.Id) { Person = person, By = by.Id, Action = "added" }, cancellationToken);

    private async Task ApplyAsync(PersonChange change, CancellationToken cancellationToken)
    {
        await store.ApplyAsync([change], cancellationToken);
        await queue.RecheckAsync(cancellationToken);
    }

    private static readonly Words Gone = new("Deze persoon staat niet (meer) in het register.", "This person is not in the register (any more).");
}
