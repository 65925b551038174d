using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>In what capacity somebody answered (A03, A08, A10).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentCapacity>))]
public enum ConsentCapacity
{
    [JsonStringEnumMemberName("parent")] Parent,
    [JsonStringEnumMemberName("guardian")] Guardian,
    [JsonStringEnumMemberName("self")] Self,
    [JsonStringEnumMemberName("staff")] Staff,
    [JsonStringEnumMemberName("guest")] Guest,
}
