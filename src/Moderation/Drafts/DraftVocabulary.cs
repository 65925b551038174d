using System.Text.Json.Serialization;

namespace Moderation.Drafts;

/// <summary>What sort of post it is (<c>domain.md</c> §3.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PostKind>))]
public enum PostKind
{
    [JsonStringEnumMemberName("post")] Post,
    [JsonStringEnumMemberName("reply")] Reply,
    [JsonStringEnumMemberName("share")] Share,
    [JsonStringEnumMemberName("correction")] Correction,
}

/// <summary>On what ground a file may be published (R38).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RightsBasis>))]
public enum RightsBasis
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("own")] OwnWork,
    [JsonStringEnumMemberName("licence")] Licence,
    [JsonStringEnumMemberName("permission")] WrittenPermission,
    [JsonStringEnumMemberName("free")] FreeWithSource,
}

/// <summary>What an author declares on handing in (<c>domain.md</c> §3.1, <c>Declaration</c>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Declaration>))]
public enum Declaration
{
    /// <summary>Everybody recognisable is listed (R11, R24).</summary>
    [JsonStringEnumMemberName("all-people-listed")] AllPeopleListed,

    /// <summary>Facts were checked (R16).</summary>
    [JsonStringEnumMemberName("facts-checked")] FactsChecked,

    /// <summary>The maker of every file agrees (R38, R51).</summary>
    [JsonStringEnumMemberName("makers-agree")] MakersAgree,

    /// <summary>No music of others (R38).</summary>
    [JsonStringEnumMemberName("no-third-party-music")] NoThirdPartyMusic,

    /// <summary>Also published through a formal channel (R05).</summary>
    [JsonStringEnumMemberName("also-formal")] AlsoThroughFormalChannel,

    /// <summary>Preview seen and thought over: text, picture and sound stay online for ever (R37).</summary>
    [JsonStringEnumMemberName("thought-over")] ThoughtOver,

    /// <summary>Whoever is quoted has agreed to the quotation (R44).</summary>
    [JsonStringEnumMemberName("quotes-agreed")] QuotesAgreed,

    /// <summary>Knows the facts of what is replied to (R40).</summary>
    [JsonStringEnumMemberName("knows-facts")] KnowsFacts,

    /// <summary>The maker of a shared post agrees (R45).</summary>
    [JsonStringEnumMemberName("share-agreed")] ShareAgreed,
}

/// <summary>Why the school posts (R10). Codes, with what users see.</summary>
public static class PostPurpose
{
    public const string Profile = "profilering";
    public const string Inform = "informeren";
    public const string Timetable = "rooster";
    public const string Recruit = "werving";
    public const string Dialogue = "dialoog";

    public static readonly IReadOnlyDictionary<string, Words> All = new Dictionary<string, Words>
    {
        [Inform] = new("Informeren", "Inform"),
        [Profile] = new("Laten zien wat we doen", "Show what we do"),
        [Timetable] = new("Rooster en organisatie", "Timetable and organisation"),
        [Recruit] = new("Werving", "Recruitment"),
        [Dialogue] = new("In gesprek met ouders en omgeving", "Dialogue"),
    };
}

/// <summary>School situations a file may show (R12). Codes, with what users see.</summary>
public static class SchoolSituation
{
    public const string Other = "anders";

    public static readonly IReadOnlyDictionary<string, Words> All = new Dictionary<string, Words>
    {
        ["les"] = new("Les", "Lesson"),
        ["project"] = new("Project", "Project"),
        ["uitwisseling"] = new("Uitwisseling of reis", "Exchange or trip"),
        ["sport"] = new("Sport", "Sports"),
        ["voorstelling"] = new("Voorstelling of concert", "Performance"),
        ["feestelijk"] = new("Feest of ceremonie van school", "School celebration"),
        ["open-dag"] = new("Open dag of voorlichting", "Open day"),
        ["gebouw"] = new("Gebouw of omgeving", "Building or grounds"),
        [Other] = new("Anders of privé", "Other or private"),
    };
}
