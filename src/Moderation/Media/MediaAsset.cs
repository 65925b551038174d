using System.Text.Json.Serialization;
using Moderation.Media.Metadata;

namespace Moderation.Media;

/// <summary>Where an upload stands (<c>design.md</c>, Flow 1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MediaState>))]
public enum MediaState
{
    /// <summary>Blocks are coming in.</summary>
    [JsonStringEnumMemberName("uploading")] Uploading,

    /// <summary>Complete; waits for or is in the media stage.</summary>
    [JsonStringEnumMemberName("cleaning")] Cleaning,

    /// <summary>The cleaned file is stored and the original is gone.</summary>
    [JsonStringEnumMemberName("ready")] Ready,

    /// <summary>Cannot be used; <see cref="MediaAsset.Refusal"/> says why. The original is gone.</summary>
    [JsonStringEnumMemberName("refused")] Refused,
}

/// <summary>One upload.</summary>
public sealed record MediaAsset
{
    public required MediaId Id { get; init; }

    /// <summary>User id of who uploads; nobody else may add to it or attach it.</summary>
    public required string Owner { get; init; }

    /// <summary>Sanitised, at most 120 UTF-16 code units; once ready with the extension that fits.</summary>
    public required string FileName { get; init; }

    public required MediaState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Bytes the author announced; the upload can never hold more.</summary>
    public required long AnnouncedBytes { get; init; }

    /// <summary>W3C trace parent of where the upload began.</summary>
    public string? Trace { get; init; }

    /// <summary>How often cleaning was started.</summary>
    public int Tries { get; init; }

    /// <summary>When it last came into its state or was last worked on.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>A draft has it, and it goes when the draft goes.</summary>
    public bool Used { get; init; }

    /// <summary>Set when <see cref="MediaState.Ready"/>.</summary>
    public CleanedMedia? Cleaned { get; init; }

    /// <summary>Set when <see cref="MediaState.Refused"/>.</summary>
    public MediaRefusal? Refusal { get; init; }
}

/// <summary>The cleaned file of an upload, and what was read from the original before it was cleaned.</summary>
public sealed record CleanedMedia
{
    /// <summary>Of the cleaned bytes, lower-case hex; also the blob's name.</summary>
    public required string Sha256 { get; init; }

    public required MediaType Type { get; init; }

    /// <summary>Pixels as shown.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Size of the cleaned file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Video only.</summary>
    public TimeSpan? Duration { get; init; }

    public bool HasSound { get; init; }

    /// <summary>R38.</summary>
    public RightsMarks Rights { get; init; } = RightsMarks.None;

    /// <summary>Wall time (R12).</summary>
    public DateTime? TakenAt { get; init; }

    /// <summary>What the author should know about what cleaning did, or null.</summary>
    public Words? Notice { get; init; }
}
