using System.Globalization;
using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>Pure: from what somebody wrote down to an answer in the register, or everything that is missing.</summary>
public static class AnswerRules
{
    public const int LongestReference = 120;

    public static IReadOnlyList<EvidenceSource> Sources { get; } = [EvidenceSource.Form, EvidenceSource.Portal, EvidenceSource.Mail, EvidenceSource.Oral];

    /// <summary>An answer with the authority of a new giver, or errors by field.</summary>
    public sealed record Outcome(ConsentRecord? Record, Guardianship? Authority, IReadOnlyList<FieldError> Errors);

    /// <param name="now">The moment it is written down.</param>
    /// <param name="by">User id.</param>
    public static Outcome Read(AnswerFields fields, Person person, ConsentRegister register, DateTimeOffset now, string by)
    {
        var errors = new List<FieldError>();
        var (giver, capacity, authority) = GiverOf(fields, person, register, errors);
        var yes = fields.Value == "yes";
        if (!yes && fields.Value != "no")
            errors.Add(new("value", new("Kies ja of nee.", "Choose yes or no.")));
        var purposes = fields.Purposes.Where(p => register.Policy.Find(p) is not null).Distinct().ToList();
        if (purposes.Count == 0)
            errors.Add(new("purposes", new("Kies minstens één doel.", "Choose at least one purpose.")));
        var kinds = fields.Kinds.Where(k => Enum.TryParse<MediaKind>(k, out _)).Select(Enum.Parse<MediaKind>).Where(Enum.IsDefined).Distinct().ToList();
        if (kinds.Count == 0)
            errors.Add(new("kinds", new("Kies minstens één soort materiaal.", "Choose at least one kind of material.")));
        var today = PlannedTime.DayOf(now);
        var day = GivenOn(fields, person, today, errors);
        if (yes && day is { } given && giver is { } who && TooEarlyOrLate(person, who, given) is { } wrong)
            errors.Add(new("givenOn", wrong));
        DateOnly? until = null;
        if (fields.ValidUntil.Length > 0)
        {
            if (TryDay(fields.ValidUntil, out var last) && last >= today)
                until = last;
            else
                errors.Add(new("validUntil", new("Kies een dag in de toekomst, of laat dit leeg.", "Choose a day in the future, or leave this empty.")));
        }

        var evidence = EvidenceOf(fields, yes, errors);
        if (errors.Count > 0)
            return new(null, null, errors);

        var at = day!.Value; // without a day there is an error
        return new(
            new ConsentRecord
            {
                Person = person.Id,
                Purposes = purposes,
                Kinds = kinds,
                Value = yes ? ConsentValue.Granted : ConsentValue.Refused,
                GivenBy = giver!.Value, // without a giver there is an error
                Capacity = capacity,
                // Written down today: this very moment, so that of two answers today the later one counts.
                GivenAt = at == today ? now : SchoolCalendar.StartOf(at),
                WholeDay = at != today,
                ValidUntil = yes ? until : null,
                TextVersion = fields.TextVersion.Length == 0 ? null : fields.TextVersion,
                Evidence = evidence,
                RecordedBy = by,
                RecordedAt = now,
            },
            authority,
            []);
    }

    /// <summary>In what capacity somebody answers for themselves.</summary>
    public static ConsentCapacity OwnCapacity(Person person) => person.Kind switch
    {
        PersonKind.Staff => ConsentCapacity.Staff,
        PersonKind.Guest => ConsentCapacity.Guest,
        _ => ConsentCapacity.Self,
    };

    /// <summary>Everybody who has answered for a person or could.</summary>
    public static IReadOnlyList<PersonId> GiversOf(Person person, ConsentRegister register) =>
        [.. register.RecordsOf(person.Id).Select(r => r.GivenBy).Concat(register.GuardianshipsOf(person.Id).Select(g => g.Guardian)).Where(g => g != person.Id).Distinct()
            .OrderBy(g => g.ToString(), StringComparer.Ordinal)];

    /// <summary>The capacity in which a giver answers: as they did before.</summary>
    public static ConsentCapacity CapacityOf(Person person, PersonId giver, ConsentRegister register) =>
        giver == person.Id ? OwnCapacity(person)
        : register.RecordsOf(person.Id).LastOrDefault(r => r.GivenBy == giver)?.Capacity ?? GiverRole.Of(person.Id, giver)?.Capacity ?? ConsentCapacity.Parent;

    private static (PersonId? Giver, ConsentCapacity Capacity, Guardianship? Authority) GiverOf(AnswerFields fields, Person person, ConsentRegister register, List<FieldError> errors)
    {
        if (fields.Giver == "self")
            return (person.Id, OwnCapacity(person), null);
        if (PersonId.TryParse(fields.Giver, out var known) && GiversOf(person, register).Contains(known))
            return (known, CapacityOf(person, known, register), null);
        if (fields.Giver.StartsWith("new:", StringComparison.Ordinal) && GiverRole.Find(fields.Giver[4..]) is { } role)
        {
            var id = GiverRole.IdFor(person.Id, role.Code);
            Authority? authority = fields.Authority switch { "yes" => Consent.Authority.Yes, "no" => Consent.Authority.No, "unknown" => Consent.Authority.Unknown, _ => null };
            if (authority is null)
                errors.Add(new("authority", new("Geef aan of deze ouder of voogd gezag heeft.", "Say whether this parent or guardian has authority.")));
            return (id, role.Capacity, authority is { } given ? new Guardianship(person.Id, id, given) : null);
        }

        errors.Add(new("answeredBy", new("Kies wie dit antwoord gaf.", "Choose who gave this answer.")));
        return (null, default, null);
    }

    private static DateOnly? GivenOn(AnswerFields fields, Person person, DateOnly today, List<FieldError> errors)
    {
        if (TryDay(fields.GivenOn, out var day) && day <= today && day >= (person.BornOn ?? new DateOnly(1990, 1, 1)))
            return day;
        errors.Add(new("givenOn", new("Kies de dag waarop het antwoord is gegeven; die kan niet in de toekomst liggen.", "Choose the day on which the answer was given; it cannot lie in the future.")));
        return null;
    }

    /// <summary>A yes that could never count is better refused than recorded (A03).</summary>
    private static Words? TooEarlyOrLate(Person person, PersonId giver, DateOnly given) => (ConsentRules.DeciderOf(person, given), giver == person.Id) switch
    {
        (Decider.Guardians, true) => new("Op die dag was de leerling nog geen 16; toen kon alleen een ouder of voogd ja zeggen.", "On that day the pupil was not yet 16; only a parent or guardian could say yes."),
        (Decider.Self, false) => new("Op die dag besliste deze persoon zelf; een ja van een ander telt dan niet.", "On that day this person decided personally; somebody else's yes does not count."),
        (Decider.Nobody, _) => new("De geboortedatum ontbreekt; vul die eerst in, anders is niet te zeggen wie mag beslissen.", "The date of birth is missing; fill it in first, or nobody can say who may decide."),
        _ => null,
    };

    private static ConsentEvidence? EvidenceOf(AnswerFields fields, bool yes, List<FieldError> errors)
    {
        var reference = fields.Reference.Trim();
        if (reference.Length > LongestReference)
            errors.Add(new("reference", new($"Gebruik hooguit {LongestReference} tekens.", $"Use at most {LongestReference} characters.")));
        if (!Enum.TryParse<EvidenceSource>(fields.Source, out var source) || !Sources.Contains(source))
        {
            errors.Add(new("source", new("Kies hoe het antwoord bij de school kwam.", "Choose how the answer reached the school.")));
            return null;
        }

        if (yes && source == EvidenceSource.Oral)
            errors.Add(new("source", new("Een mondeling ja is niet aan te tonen en telt niet; vraag het op papier, per mail of in het portaal.", "A spoken yes cannot be shown and does not count; ask for it on paper, by mail or in the portal.")));
        if (yes && reference.Length == 0)
            errors.Add(new("reference", new("Schrijf op waar het bewijs ligt, bijvoorbeeld het nummer van het formulier.", "Write down where the proof lies, for instance the number of the form.")));
        return new ConsentEvidence(source, reference);
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
