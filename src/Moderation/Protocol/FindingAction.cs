using System.Text.Json.Serialization;

namespace Moderation.Protocol;

/// <summary>What a finding does to a draft, mildest first (<c>domain.md</c>, legend). A higher value always wins over a lower one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingAction>))]
public enum FindingAction
{
    /// <summary>Kept with the decision, holds nothing up (VASTLEGGEN).</summary>
    [JsonStringEnumMemberName("record")] Record,

    /// <summary>Shown to the submitter, holds nothing up (WAARSCHUW).</summary>
    [JsonStringEnumMemberName("warn")] Warn,

    /// <summary>The submitter must still declare something; until then the draft is held (VERKLARING).</summary>
    [JsonStringEnumMemberName("declare")] Declare,

    /// <summary>Waits for a person's decision (WACHT).</summary>
    [JsonStringEnumMemberName("hold")] Hold,

    /// <summary>Cannot go out (BLOK).</summary>
    [JsonStringEnumMemberName("block")] Block,
}
