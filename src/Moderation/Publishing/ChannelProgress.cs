using System.Text.Json.Serialization;

namespace Moderation.Publishing;

[JsonConverter(typeof(JsonStringEnumConverter<ChannelState>))]
public enum ChannelState
{
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>The commit call may be under way until <see cref="ChannelProgress.Deadline"/>.</summary>
    [JsonStringEnumMemberName("attempting")] Attempting,

    [JsonStringEnumMemberName("published")] Published,

    /// <summary>The channel surely did not create it.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>Left out, because consent is missing here and the author chose to go where it may.</summary>
    [JsonStringEnumMemberName("skipped")] Skipped,

    /// <summary>Nobody knows yet; never tried again blind, but asked of the channel, and in the end of a person.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>How far a draft is on one channel.</summary>
public sealed record ChannelProgress
{
    public required string Code { get; init; }

    public ChannelState State { get; init; } = ChannelState.Waiting;

    /// <summary>Id of the attempt under way or last made.</summary>
    public string? Attempt { get; init; }

    /// <summary>The channel's references of what was uploaded, kept while it is processing and for whoever reconciles.</summary>
    public IReadOnlyList<string> Prepared { get; init; } = [];

    /// <summary>Since when the channel works on an upload.</summary>
    public DateTimeOffset? ProcessingSince { get; init; }

    /// <summary>Part of it has reached readers: from then on it is corrected, not edited.</summary>
    public bool Begun { get; init; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>The commit call ends before this moment; nobody reconciles before it.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Not before this moment: a limited channel, or the next time to ask.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often the channel was asked about an unknown outcome.</summary>
    public int Asked { get; init; }

    /// <summary>The channel cannot tell; a person is asked.</summary>
    public bool AskPerson { get; init; }

    /// <summary>The channel's own id of the post.</summary>
    public string? ExternalRef { get; init; }

    /// <summary>Where readers find it.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Code of why it was refused or is unknown.</summary>
    public string? Reason { get; init; }
}
