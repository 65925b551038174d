using System.Text.Json.Serialization;

namespace Moderation.Safety;

/// <summary>The four kinds of harm that are looked for; the same as those of Azure AI Content Safety (<c>apis.md</c> §11.2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafetyCategory>))]
public enum SafetyCategory
{
    [JsonStringEnumMemberName("hate")] Hate,
    [JsonStringEnumMemberName("sexual")] Sexual,
    [JsonStringEnumMemberName("self-harm")] SelfHarm,
    [JsonStringEnumMemberName("violence")] Violence,
}
