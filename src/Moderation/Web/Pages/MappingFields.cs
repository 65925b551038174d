using System.Globalization;
using Microsoft.AspNetCore.Http;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Drafts;

namespace Moderation.Web.Pages;

/// <summary>A mapping of columns, as chosen on the page. Columns keep the name they have in the file.</summary>
public sealed record MappingFields
{
    /// <summary>Stands for every purpose the school asks for.</summary>
    public const string AllPurposes = "*";

    /// <summary>A column about a kind, such as "Toestemming naam": its yes counts where the same row has a yes for the purpose.</summary>
    public const string SameRow = "~";

    public const int LongestName = 60;

    /// <summary>What a column can be, by field name.</summary>
    public static IReadOnlyList<(string Field, Words Label)> Facts { get; } =
    [
        ("studentNumber", new("Leerlingnummer (verplicht)", "Student number (required)")),
        ("callName", new("Roepnaam", "Call name")),
        ("infix", new("Tussenvoegsel", "Infix")),
        ("surname", new("Achternaam", "Surname")),
        ("fullName", new("Hele naam in één kolom", "Whole name in one column")),
        ("initials", new("Voorletters", "Initials")),
        ("class", new("Klas", "Class")),
        ("bornOn", new("Geboortedatum", "Date of birth")),
        ("givenBy", new("Wie antwoordde", "Who answered")),
        ("givenOn", new("Datum van het antwoord", "Day of the answer")),
    ];

    /// <summary>What kinds a column can be about, by code.</summary>
    public static IReadOnlyList<(string Code, Words Label, IReadOnlyList<MediaKind> Kinds)> KindSets { get; } =
    [
        ("pictures", new("foto, film en geluid", "photo, film and sound"), [MediaKind.Photo, MediaKind.Film, MediaKind.Sound]),
        ("all", new("alles", "everything"), Enum.GetValues<MediaKind>()),
        .. Enum.GetValues<MediaKind>().Select(k => (k.ToString(), ConsentTerms.Of(k), (IReadOnlyList<MediaKind>)[k])),
    ];

    /// <summary>Column by field of <see cref="Facts"/>; empty is none.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; init; } = new Dictionary<string, string>();

    /// <summary>Per column of the file: a purpose's code, <see cref="AllPurposes"/>, <see cref="SameRow"/> or empty; and a code of <see cref="KindSets"/>.</summary>
    public IReadOnlyList<(string Column, string Purpose, string Kinds)> Consents { get; init; } = [];

    public string TextVersion { get; init; } = "";

    public bool GuardiansHaveAuthority { get; init; }

    /// <summary>Name to keep the mapping under; empty keeps it not.</summary>
    public string SaveAs { get; init; } = "";

    public static MappingFields Of(MappingProfile? profile, IReadOnlyList<string> columns, ConsentPolicy policy) => new()
    {
        Chosen = new Dictionary<string, string>
        {
            ["studentNumber"] = profile?.StudentNumber ?? "",
            ["callName"] = profile?.CallName ?? "",
            ["infix"] = profile?.Infix ?? "",
            ["surname"] = profile?.Surname ?? "",
            ["fullName"] = profile?.FullName ?? "",
            ["initials"] = profile?.Initials ?? "",
            ["class"] = profile?.Class ?? "",
            ["bornOn"] = profile?.BornOn ?? "",
            ["givenBy"] = profile?.GivenBy ?? "",
            ["givenOn"] = profile?.GivenOn ?? "",
        },
        Consents = [.. columns.Select(c => ConsentOf(c, profile, policy))],
        TextVersion = profile?.TextVersion ?? policy.Purposes.SelectMany(p => p.TextVersions).FirstOrDefault() ?? "",
        GuardiansHaveAuthority = profile?.GuardiansHaveAuthority ?? false,
    };

    public static MappingFields Read(IFormCollection form)
    {
        var consents = new List<(string, string, string)>();
        for (var i = 0; form.TryGetValue(Name(i, "column"), out var column); i++)
            consents.Add((column.ToString(), form[Name(i, "purpose")].ToString(), form[Name(i, "kinds")].ToString()));
        return new MappingFields
        {
            Chosen = Facts.ToDictionary(f => f.Field, f => form["map." + f.Field].ToString(), StringComparer.Ordinal),
            Consents = consents,
            TextVersion = form["textVersion"].ToString(),
            GuardiansHaveAuthority = form["authority"] == "on",
            SaveAs = form["saveAs"].ToString().Trim(),
        };
    }

    /// <summary>Name of a column's field, e.g. <c>col[3].purpose</c>.</summary>
    public static string Name(int column, string part) => string.Create(CultureInfo.InvariantCulture, $"col[{column}].{part}");

    /// <summary>The profile as chosen, or what is missing.</summary>
    public (MappingProfile? Profile, IReadOnlyList<FieldError> Errors) ToProfile(ConsentPolicy policy)
    {
        var errors = new List<FieldError>();
        if (ColumnOf("studentNumber") is null)
            errors.Add(new("map.studentNumber", new("Kies de kolom met het leerlingnummer; daaraan wordt een leerling herkend.", "Choose the column with the student number; a pupil is recognised by it.")));
        if ((ColumnOf("callName") is null) != (ColumnOf("surname") is null))
            errors.Add(new("map.surname", new("Kies de roepnaam en de achternaam samen, of de hele naam in één kolom.", "Choose call name and surname together, or the whole name in one column.")));
        if (Facts.Select(f => ColumnOf(f.Field)).OfType<string>().GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
            errors.Add(new("map.studentNumber", new("Een kolom kan maar één ding zijn.", "A column can be one thing only.")));
        if (SaveAs.Length > LongestName)
            errors.Add(new("saveAs", new($"Gebruik hooguit {LongestName} tekens.", $"Use at most {LongestName} characters.")));
        if (errors.Count > 0)
            return (null, errors);

        string[] all = [.. policy.Purposes.Select(p => p.Code)];
        string[] named = [.. Consents.Where(c => policy.Find(c.Purpose) is not null).Select(c => c.Purpose).Distinct()];
        var anyForAll = Consents.Any(c => c.Purpose == AllPurposes);
        return (new MappingProfile
        {
            Name = SaveAs.Length > 0 ? SaveAs : "Eenmalig",
            StudentNumber = ColumnOf("studentNumber")!, // tested above
            CallName = ColumnOf("callName"),
            Infix = ColumnOf("infix"),
            Surname = ColumnOf("surname"),
            FullName = ColumnOf("fullName"),
            Initials = ColumnOf("initials"),
            Class = ColumnOf("class"),
            BornOn = ColumnOf("bornOn"),
            GivenBy = ColumnOf("givenBy"),
            GivenOn = ColumnOf("givenOn"),
            Consents =
            [
                .. Consents.Where(c => c.Purpose.Length > 0).Select(c => c.Purpose switch
                {
                    SameRow => new ConsentColumn(c.Column, anyForAll ? all : named, KindsOf(c.Kinds), AboutKind: true),
                    AllPurposes => new ConsentColumn(c.Column, all, KindsOf(c.Kinds)),
                    _ => new ConsentColumn(c.Column, [c.Purpose], KindsOf(c.Kinds)),
                }),
            ],
            TextVersion = TextVersion,
            GuardiansHaveAuthority = GuardiansHaveAuthority,
        }, []);
    }

    private string? ColumnOf(string field) => Chosen.GetValueOrDefault(field) is { Length: > 0 } column ? column : null;

    private static IReadOnlyList<MediaKind> KindsOf(string code) => KindSets.FirstOrDefault(k => k.Code == code).Kinds ?? KindSets[0].Kinds;

    private static (string, string, string) ConsentOf(string column, MappingProfile? profile, ConsentPolicy policy)
    {
        if (profile?.Consents.FirstOrDefault(c => string.Equals(c.Column, column, StringComparison.OrdinalIgnoreCase)) is not { } consent)
            return (column, "", KindSets[0].Code);
        var kinds = KindSets.FirstOrDefault(k => k.Kinds.Order().SequenceEqual(consent.Kinds.Order())).Code ?? KindSets[0].Code;
        return (column, consent.AboutKind ? SameRow : consent.Purposes.Count == policy.Purposes.Count ? AllPurposes : consent.Purposes is [var first, ..] ? first : "", kinds);
    }
}
