using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>In what form somebody appears; each needs its own consent (protocol §2 Profilering 2, A05, A15).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MediaKind>))]
public enum MediaKind
{
    [JsonStringEnumMemberName("photo")] Photo,
    [JsonStringEnumMemberName("film")] Film,
    [JsonStringEnumMemberName("sound")] Sound,
    [JsonStringEnumMemberName("name")] Name,
    [JsonStringEnumMemberName("quote")] Quote,
    [JsonStringEnumMemberName("work")] Work,
}
