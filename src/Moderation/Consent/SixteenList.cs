namespace Moderation.Consent;

/// <summary>Pupils who decide for themselves soon, or since their sixteenth birthday, and have not been heard (A03, A04).</summary>
public static class SixteenList
{
    /// <summary>How far ahead the school looks: long enough to ask before the birthday.</summary>
    public const int DaysAhead = 60;

    /// <param name="On">The sixteenth birthday.</param>
    /// <param name="Purposes">Purposes of which a parent's yes ends with it, or has ended.</param>
    /// <param name="Informed">The pupil was told what stands recorded.</param>
    public sealed record Entry(Person Pupil, DateOnly On, IReadOnlyList<Purpose> Purposes, bool Informed);

    /// <summary>First the birthdays to come, soonest first; then those who are 16 already, latest birthday first. Who has answered personally since, or of whom no parent said yes, is not on it.</summary>
    public static (IReadOnlyList<Entry> Soon, IReadOnlyList<Entry> Since) Of(ConsentRegister register, DateOnly today)
    {
        var soon = new List<Entry>();
        var since = new List<Entry>();
        foreach (var pupil in register.People)
        {
            if (pupil is not { Kind: PersonKind.Pupil, BornOn: { } born })
                continue;
            var birthday = SchoolCalendar.Birthday(born, 16);
            if (birthday > today.AddDays(DaysAhead) || EntryOf(register, pupil, birthday) is not { } entry)
                continue;
            (birthday > today ? soon : since).Add(entry);
        }

        return ([.. soon.OrderBy(e => e.On).ThenBy(e => e.Pupil.Surname, StringComparer.Ordinal)], [.. since.OrderByDescending(e => e.On).ThenBy(e => e.Pupil.Surname, StringComparer.Ordinal)]);
    }

    private static Entry? EntryOf(ConsentRegister register, Person pupil, DateOnly birthday)
    {
        // A protected pupil is never shown, so there is nothing to ask.
        if (pupil.Protected)
            return null;
        var records = ConsentRules.WithoutVoided(register.RecordsOf(pupil.Id));
        if (records.Any(r => r.GivenBy == pupil.Id && r.Value != ConsentValue.Informed && r.GivenOn >= birthday))
            return null;
        // As it was on the last day the parents decided.
        var before = SchoolCalendar.StartOf(birthday).AddTicks(-1);
        var purposes = register.Policy.Purposes
            .Where(p => Enum.GetValues<MediaKind>().Any(k => register.Decide(pupil.Id, p.Code, k, before) is ConsentDecision.Granted or ConsentDecision.Doubtful))
            .ToList();
        return purposes.Count == 0 ? null : new Entry(pupil, birthday, purposes, records.Any(r => r.Value == ConsentValue.Informed && r.GivenOn >= birthday));
    }
}
