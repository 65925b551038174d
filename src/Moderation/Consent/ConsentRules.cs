using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>Who may say yes for a person on a day (A03).</summary>
public enum Decider
{
    /// <summary>Nobody can tell: a pupil's date of birth is missing.</summary>
    Nobody,

    /// <summary>Parents and guardians with authority; the pupil's own no counts too.</summary>
    Guardians,

    /// <summary>The person, alone.</summary>
    Self,
}

/// <summary>The one function that says whether a person may be shown or named (<c>domain.md</c> §3.5, A01–A11).</summary>
public static class ConsentRules
{
    /// <summary>Who decides about a person on a day in Europe/Amsterdam. Staff, guardians and guests decide themselves unless they are known to be under 16.</summary>
    public static Decider DeciderOf(Person person, DateOnly day) => person switch
    {
        { BornOn: { } born } => SchoolCalendar.IsSixteen(born, day) ? Decider.Self : Decider.Guardians,
        { Kind: PersonKind.Pupil } => Decider.Nobody,
        _ => Decider.Self,
    };

    /// <summary>
    /// Decides for one purpose and one kind at one moment. The order of <paramref name="records"/> does not matter; records of other people are skipped.
    /// </summary>
    /// <param name="at">When it would be published: calendar days are those of Europe/Amsterdam at that moment.</param>
    public static ConsentDecision Decide(
        Person person,
        IReadOnlyList<ConsentRecord> records,
        IReadOnlyList<Guardianship> guardianships,
        string purpose,
        MediaKind kind,
        DateTimeOffset at,
        ConsentPolicy policy)
    {
        if (person.Protected)
            return ConsentDecision.No;
        if (policy.Find(purpose) is not { } asked)
            return new ConsentDecision.Refused(ConsentReason.UnknownPurpose);

        var today = PlannedTime.DayOf(at);
        var own = WithoutVoided(records.Where(r => r.Person == person.Id).ToList());
        var covering = own.Where(r => r.Covers(purpose, kind)).ToList();
        var known = new Known(person, guardianships, asked, policy, today)
        {
            Answers = covering.Where(r => HasTakenEffect(r, at, today)).ToList(),
            Waiting = covering.Any(r => r.Value == ConsentValue.Granted && !HasTakenEffect(r, at, today)),
            Informed = own.Any(r => r.Value == ConsentValue.Informed && r.GivenAt <= at && GivenAtSixteen(person, r)),
        };

        return DeciderOf(person, today) switch
        {
            Decider.Guardians => UnderSixteen.Decide(known),
            Decider.Self => FromSixteen.Decide(known),
            _ => new ConsentDecision.Refused(ConsentReason.BirthDateMissing),
        };
    }

    /// <summary>Leaves out what an undone import wrote. Anything else can only be followed by a later answer.</summary>
    internal static IReadOnlyList<ConsentRecord> WithoutVoided(IReadOnlyList<ConsentRecord> records)
    {
        if (!records.Any(static r => r.Value == ConsentValue.Voided))
            return records;
        var voided = records.Where(static r => r.Value == ConsentValue.Voided).Select(static r => r.Voids).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. records.Where(r => r.Value != ConsentValue.Voided && !(r.Evidence?.Source == EvidenceSource.Import && voided.Contains(r.Id)))];
    }

    /// <summary>A yes counts from the day it starts. A no counts as soon as it is known, also when it was announced for later.</summary>
    private static bool HasTakenEffect(ConsentRecord record, DateTimeOffset at, DateOnly today) => record.Value switch
    {
        ConsentValue.Granted => record.GivenAt <= at && (record.ValidFrom is null || record.ValidFrom <= today),
        ConsentValue.EndedByImport or ConsentValue.Informed or ConsentValue.Voided => record.GivenAt <= at,
        _ => record.GivenAt <= at || record.RecordedAt <= at,
    };

    internal static bool GivenAtSixteen(Person person, ConsentRecord record) =>
        person.BornOn is not { } born || SchoolCalendar.IsSixteen(born, record.GivenOn);
}

/// <summary>The facts of one decision.</summary>
internal sealed record Known(Person Person, IReadOnlyList<Guardianship> Guardianships, Purpose Purpose, ConsentPolicy Policy, DateOnly Today)
{
    /// <summary>Answers for this purpose and kind that have taken effect, of every giver.</summary>
    public required IReadOnlyList<ConsentRecord> Answers { get; init; }

    /// <summary>There is a yes that starts later.</summary>
    public bool Waiting { get; init; }

    /// <summary>The pupil was told, at 16 or later, what the parents had answered.</summary>
    public bool Informed { get; init; }

    public ConsentReason WithoutYes => Waiting ? ConsentReason.NotYetValid : ConsentReason.NoConsent;

    public Authority AuthorityOf(PersonId giver, DateOnly day) => Guardianship.On(day, Guardianships, Person.Id, giver);

    /// <summary>Why a standing yes is not valid today, or null when it is.</summary>
    public ConsentReason? FaultOf(ConsentRecord yes)
    {
        var starts = yes.ValidFrom is { } from && from > yes.GivenOn ? from : yes.GivenOn;
        if (yes.ValidUntil < Today)
            return ConsentReason.Expired;
        if (Policy.Validity == ConsentValidity.SchoolYear && SchoolCalendar.SchoolYearOf(starts) != SchoolCalendar.SchoolYearOf(Today))
            return ConsentReason.Expired;
        return yes.TextVersion is { } version && Purpose.TextVersions.Contains(version, StringComparer.Ordinal) ? null : ConsentReason.TextChanged;
    }
}
