using System.Text.Json.Serialization;

namespace Moderation.Protocol;

/// <summary>What kind of check serves a rule.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleKind>))]
public enum RuleKind
{
    /// <summary>Reads what a post says.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>Looks at a file and what is said of it.</summary>
    [JsonStringEnumMemberName("media")] Media,

    /// <summary>Asks the submitter to declare or choose something.</summary>
    [JsonStringEnumMemberName("declaration")] Declaration,

    /// <summary>Looks at where a post goes.</summary>
    [JsonStringEnumMemberName("channel")] Channel,

    /// <summary>Holds for how the pipeline works, whatever a post says.</summary>
    [JsonStringEnumMemberName("process")] Process,

    /// <summary>Is about what is stored: consents, decisions, the log.</summary>
    [JsonStringEnumMemberName("record")] Record,
}
