using System.Text.Json.Serialization;

namespace Moderation.Safety;

/// <summary>Why there is no usable answer of the service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotAnalysedReason>))]
public enum NotAnalysedReason
{
    /// <summary>No service is set up for this kind of content.</summary>
    [JsonStringEnumMemberName("not-configured")] NotConfigured,

    /// <summary>429: too many calls.</summary>
    [JsonStringEnumMemberName("busy")] Busy,

    /// <summary>5xx, or the service could not be reached.</summary>
    [JsonStringEnumMemberName("outage")] Outage,

    /// <summary>408, or no answer in time.</summary>
    [JsonStringEnumMemberName("timed-out")] TimedOut,

    /// <summary>The service refused the call (other 4xx): asking again would not help.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>An answer came that could not be read.</summary>
    [JsonStringEnumMemberName("unreadable")] Unreadable,

    /// <summary>The file to look at is not there, or no file was given.</summary>
    [JsonStringEnumMemberName("no-file")] NoFile,

    /// <summary>The picture is larger than the service takes (<see cref="SafetyLimits.ImageBytes"/>).</summary>
    [JsonStringEnumMemberName("too-large")] TooLarge,
}
