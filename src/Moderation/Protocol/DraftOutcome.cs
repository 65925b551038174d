using System.Text.Json.Serialization;

namespace Moderation.Protocol;

/// <summary>What a set of findings means for a draft, mildest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftOutcome>))]
public enum DraftOutcome
{
    [JsonStringEnumMemberName("cleared")] Cleared,

    /// <summary>Cleared, with something the submitter should read.</summary>
    [JsonStringEnumMemberName("warned")] Warned,

    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("blocked")] Blocked,
}
