using System.Globalization;
using System.Text;

namespace Moderation.Consent.Import;

/// <summary>Proposes a mapping from the column names that Magister and Somtoday exports are known to have (<c>domain.md</c> §6). An administrator checks it.</summary>
public static class ProfileSuggestion
{
    private static readonly string[] StudentNumbers = ["stamnummer", "stamnr", "stamnrstr", "leerlingnummer", "leerlingnr", "studentnumber"];
    private static readonly string[] CallNames = ["roepnaam", "leerlingroepnaam", "firstname", "voornaam"];
    private static readonly string[] Infixes = ["tussenvoegsel", "tussenv", "voorvoegsel", "leerlingvoorvoegsel", "prefix"];
    private static readonly string[] Surnames = ["achternaam", "leerlingachternaam", "lastname"];
    private static readonly string[] FullNames = ["naam", "volledigenaam", "leerling", "naamleerling"];
    private static readonly string[] Initials = ["voorletters", "leerlingvoorletters", "initials"];
    private static readonly string[] Classes = ["klas", "stamgroep", "leerlingstamgroep", "class"];
    private static readonly string[] BirthDates = ["geboortedatum", "leerlinggeboortedatum", "gebdatum", "gebdatumstr", "birthdate"];
    private static readonly string[] Givers = ["gegevendoor", "ingevulddoor", "antwoordvan", "beantwoorddoor"];
    private static readonly string[] Days = ["datum", "datumtoestemming", "gegevenop", "ingevuldop", "datumantwoord"];

    private static readonly MediaKind[] Pictures = [MediaKind.Photo, MediaKind.Film, MediaKind.Sound];

    // First that fits wins.
    private static readonly (string Word, string Purpose)[] PurposeWords =
    [
        ("website", "website"), ("socialemedia", "sociale_media"), ("socialmedia", "sociale_media"), ("social", "sociale_media"), ("nieuwsbrief", "nieuwsbrief"),
        ("schoolgids", "schoolgids_brochure"), ("brochure", "schoolgids_brochure"), ("jaarboek", "jaarboek"), ("pers", "pers"), ("krant", "pers"), ("partner", "partner"), ("intern", "intern"),
    ];

    private static readonly (string Word, MediaKind Kind)[] KindWords =
        [("naam", MediaKind.Name), ("namen", MediaKind.Name), ("citaat", MediaKind.Quote), ("citeren", MediaKind.Quote), ("werk", MediaKind.Work), ("geluid", MediaKind.Sound)];

    /// <summary>A profile for a file with these columns, or null when it has no student number.</summary>
    public static MappingProfile? For(IReadOnlyList<string> columns, ConsentPolicy policy)
    {
        if (Find(columns, StudentNumbers) is not { } number)
            return null;
        var surname = Find(columns, Surnames);
        var callName = Find(columns, CallNames);
        var asked = columns.Where(c => Plain(c).StartsWith("toestemming", StringComparison.Ordinal) || Plain(c).StartsWith("akkoord", StringComparison.Ordinal)).ToList();
        var purposes = asked.Select(c => (Column: c, Purpose: PurposeOf(c, policy))).Where(c => c.Purpose is not null).ToList();
        string[] mapped = [.. purposes.Select(p => p.Purpose!).Distinct()]; // not null: filtered above
        return new MappingProfile
        {
            Name = "Voorstel",
            StudentNumber = number,
            CallName = surname is null ? null : callName,
            Infix = Find(columns, Infixes),
            Surname = callName is null ? null : surname,
            FullName = surname is null || callName is null ? Find(columns, FullNames) : null,
            Initials = Find(columns, Initials),
            Class = Find(columns, Classes),
            BornOn = Find(columns, BirthDates),
            GivenBy = Find(columns, Givers),
            GivenOn = Find(columns, Days),
            Consents =
            [
                .. purposes.Select(p => new ConsentColumn(p.Column, [p.Purpose!], Pictures)), // not null: filtered above
                .. asked.Where(c => PurposeOf(c, policy) is null && KindOf(c) is not null)
                    .Select(c => new ConsentColumn(c, mapped, [KindOf(c)!.Value], AboutKind: true)), // not null: filtered above
            ],
            TextVersion = policy.Purposes[0].TextVersions[0],
            GuardiansHaveAuthority = false,
        };
    }

    private static string? PurposeOf(string column, ConsentPolicy policy) =>
        PurposeWords.FirstOrDefault(w => Plain(column).Contains(w.Word, StringComparison.Ordinal)).Purpose is { } purpose && policy.Find(purpose) is not null ? purpose : null;

    private static MediaKind? KindOf(string column)
    {
        foreach (var (word, kind) in KindWords)
        {
            if (Plain(column).Contains(word, StringComparison.Ordinal))
                return kind;
        }

        return null;
    }

    private static string? Find(IReadOnlyList<string> columns, string[] names) =>
        names.Select(n => columns.FirstOrDefault(c => Plain(c) == n)).FirstOrDefault(static c => c is not null);

    private static string Plain(string column)
    {
        var plain = new StringBuilder();
        foreach (var c in column.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return plain.ToString();
    }
}
