using System.Text.Json.Serialization;

namespace Moderation.Protocol;

/// <summary>What a finding rests on; decides who may lift it (<c>domain.md</c> §3.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingGround>))]
public enum FindingGround
{
    /// <summary>What the post says or shows. Management, never the author, may lift a block with a written motivation.</summary>
    [JsonStringEnumMemberName("content")] Content,

    /// <summary>A missing or refused consent, or protection. Nobody lifts it: consent can only be recorded.</summary>
    [JsonStringEnumMemberName("consent")] Consent,

    /// <summary>How the post was made or sent: declarations, byline, channel. The author mends it.</summary>
    [JsonStringEnumMemberName("process")] Process,

    /// <summary>A check that could not run: a person looks instead.</summary>
    [JsonStringEnumMemberName("unchecked")] Unchecked,
}
