using System.Text.Json.Serialization;

namespace Moderation.Publishing;

[JsonConverter(typeof(JsonStringEnumConverter<ChannelType>))]
public enum ChannelType
{
    [JsonStringEnumMemberName("website")] Website,
    [JsonStringEnumMemberName("social")] Social,
    [JsonStringEnumMemberName("newsletter")] Newsletter,
    [JsonStringEnumMemberName("mail")] Mail,
}

/// <summary>One of the school's official channels (R01, R28): who owns it, whom it reaches, which consent covers it.</summary>
public sealed record Channel
{
    /// <summary>Lower-case code, e.g. <c>facebook</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What users see.</summary>
    public required string Name { get; init; }

    public required ChannelType Type { get; init; }

    /// <summary>The one consent purpose that covers it (A05): <c>website</c>, <c>sociale_media</c>, <c>nieuwsbrief</c>, …</summary>
    public required string ConsentPurpose { get; init; }

    /// <summary>Counts as formal communication (R05).</summary>
    public bool Formal { get; init; }

    /// <summary>Its archive is on the public website, so <c>website</c> consent is needed too (A18).</summary>
    public bool ArchivePublic { get; init; }

    /// <summary>Readers can reply: a publication needs a follow-up owner (R18).</summary>
    public bool Comments { get; init; }

    /// <summary>Cannot be recalled once sent: always held for an approver.</summary>
    public bool Irrevocable { get; init; }

    public bool Active { get; init; } = true;

    /// <summary>Consent purposes that must all be a yes before somebody is shown or named here.</summary>
    public IEnumerable<string> ConsentPurposes =>
        ArchivePublic && ConsentPurpose != "website" ? [ConsentPurpose, "website"] : [ConsentPurpose];
}
