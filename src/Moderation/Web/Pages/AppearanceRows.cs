using System.Globalization;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Screening;

namespace Moderation.Web.Pages;

/// <summary>An answer to a request for access (AVG art. 15): what the school keeps about one person and where they appear, as a file for that person.</summary>
internal static class AppearanceRows
{
    public static string Write(ConsentRegister register, Person person, IReadOnlyList<Appearance> found, ChannelRegister channels) => SafeCsv.Write(
        ["onderdeel", "wat", "waarde", "wanneer", "waar"],
        [.. Facts(person), .. Answers(register, person), .. found.Select(a => Row(a, channels))]);

    /// <summary>How somebody appears, in words.</summary>
    public static Words HowOf(Appearance appearance) => ConsentTerms.Join(appearance.How.Select(h => h switch
    {
        { Listed: false } => new Words("naam in de tekst", "name in the text"),
        { Kind: MediaKind.Photo } => new("op foto", "in a photo"),
        { Kind: MediaKind.Film } => new("op film", "in a film"),
        { Kind: MediaKind.Sound } => new("te horen", "heard"),
        { Kind: MediaKind.Quote } => new("geciteerd", "quoted"),
        { Kind: MediaKind.Work } => new("werk getoond", "work shown"),
        _ => new("genoemd", "named"),
    }));

    /// <summary>Where it stands in public: addresses, or the channel's name.</summary>
    public static IReadOnlyList<(string Channel, string? Url, DateTimeOffset? At)> PublicOf(Appearance appearance, ChannelRegister channels) => appearance.In.Current
        ? [.. appearance.In.Head.Channels.Where(c => c.State == ChannelState.Published).Select(c => (channels.Find(c.Code)?.Name ?? c.Code, c.Url, c.PublishedAt))]
        : [];

    private static IEnumerable<IReadOnlyList<string?>> Facts(Person person)
    {
        foreach (var (what, value) in new (string, string?)[]
        {
            ("soort", ConsentTerms.Of(person.Kind).Nl), ("naam", person.FullName), ("doopnamen", person.GivenNames), ("voorletters", person.Initials), ("leerlingnummer", person.StudentNumber),
            ("andere namen", string.Join(", ", person.Aliases)), ("accountnamen", string.Join(", ", person.Handles)), ("klas", string.Join(", ", person.Classes)),
            ("geboortedatum", person.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("functie", person.Function), ("schoolmail", person.Email),
            ("afgeschermd", person.Protected ? "ja" : "nee"),
        })
        {
            if (!string.IsNullOrEmpty(value))
                yield return ["persoon", what, value, "", ""];
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Answers(ConsentRegister register, Person person) =>
        register.RecordsOf(person.Id).OrderBy(r => r.GivenAt).Select(r => (IReadOnlyList<string?>)
        [
            "toestemming",
            $"{string.Join(", ", r.Purposes.Select(p => register.Policy.Find(p)?.Name.Nl ?? p))}: {string.Join(", ", r.Kinds.Select(k => ConsentTerms.Of(k).Nl))}",
            ConsentTerms.Of(r.Value).Nl,
            r.GivenOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"{ConsentTerms.Giver(register, person, r.GivenBy).Nl}{(r.Evidence is { } e ? $"; {ConsentTerms.Of(e.Source).Nl} {e.Reference}" : "")}",
        ]);

    private static IReadOnlyList<string?> Row(Appearance appearance, ChannelRegister channels) =>
    [
        "bericht",
        $"{HowOf(appearance).Nl}{(appearance.In.Current ? "" : $" (versie {appearance.In.Version}, later gewijzigd)")}",
        appearance.In.Head.State.Name().Nl,
        PlannedTime.DayOf(appearance.In.Head.SubmittedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PublicOf(appearance, channels) is { Count: > 0 } live ? string.Join("; ", live.Select(p => $"{p.Channel} {p.Url}".Trim())) : "niet openbaar",
    ];
}
