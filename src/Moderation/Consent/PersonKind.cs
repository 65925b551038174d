using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>What a person is to the school (<c>domain.md</c> §3.1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonKind>))]
public enum PersonKind
{
    [JsonStringEnumMemberName("pupil")] Pupil,
    [JsonStringEnumMemberName("staff")] Staff,
    [JsonStringEnumMemberName("guardian")] Guardian,
    [JsonStringEnumMemberName("guest")] Guest,
}
