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
        ["facebook"] = () => new FakeFacebook(),
        ["facebook-text"] = () => new FakeFacebook { Count = 0, Words = "Lees meer over de open dag op https://www.ccc.example/open-dag." },
        ["facebook-photo"] = () => new FakeFacebook { Count = 1 },
        ["facebook-film"] = () => new FakeFacebook { Films = true },
        ["instagram"] = () => new FakeInstagram(),
        ["instagram-photo"] = () => new FakeInstagram { Count = 1, Working = 1 },
        ["instagram-film"] = () => new FakeInstagram { Films = true, Working = 2 },
        ["x"] = () => new FakeX(),
        ["x-text"] = () => new FakeX { Count = 0, Words = "Lees meer over de open dag op https://www.ccc.example/open-dag." },
        ["x-photo"] = () => new FakeX { Count = 1 },
        ["x-film"] = () => new FakeX { Films = true },
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
