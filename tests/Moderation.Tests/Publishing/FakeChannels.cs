namespace Moderation.Tests.Publishing;

/// <summary>Every channel that the harness breaks, by code; with a suffix for another kind of post.</summary>
internal static class FakeChannels
{
    private const string WithLink = "Lees meer over de open dag op https://www.ccc.example/open-dag.";

    /// <summary>Name of a channel's section of settings.</summary>
    public static string SectionOf(string variant) => variant.Split('-')[0] switch
    {
        "website" => "WordPress",
        "linkedin" => "LinkedIn",
        "youtube" => "YouTube",
        var code => char.ToUpperInvariant(code[0]) + code[1..],
    };

    public static readonly IReadOnlyDictionary<string, Func<FakeChannel>> All = new Dictionary<string, Func<FakeChannel>>(StringComparer.Ordinal)
    {
        ["website"] = () => new FakeWordPress(),
        ["website-text"] = () => new FakeWordPress { Count = 0, Words = WithLink },
        ["website-photo"] = () => new FakeWordPress { Count = 1, Plain = true },
        ["website-film"] = () => new FakeWordPress { Films = true },
        ["linkedin"] = () => new FakeLinkedIn(),
        ["linkedin-text"] = () => new FakeLinkedIn { Count = 0, Words = WithLink },
        ["linkedin-photo"] = () => new FakeLinkedIn { Count = 1, Processing = 1 },
        ["linkedin-film"] = () => new FakeLinkedIn { Films = true, Processing = 2 },
        ["youtube"] = () => new FakeYouTube(),
        ["youtube-large"] = () => new FakeYouTube { Large = true },
        ["snapchat"] = () => new FakeSnapchat(),
        ["snapchat-photo"] = () => new FakeSnapchat { Photo = true },
    };
}
