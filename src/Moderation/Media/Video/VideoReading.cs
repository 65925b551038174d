using Moderation.Media.Metadata;

namespace Moderation.Media.Video;

internal abstract record VideoReading
{
    private VideoReading()
    {
    }

    public sealed record Read(VideoOutline Video) : VideoReading;

    public sealed record Refused(MediaRefusal Refusal) : VideoReading;
}

/// <summary>What a video is, and what must be overwritten to clean it.</summary>
internal sealed record VideoOutline
{
    public required MediaType Type { get; init; }

    /// <summary>Pixels as shown, rotation applied.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required TimeSpan Duration { get; init; }

    public required bool HasSound { get; init; }

    public required EmbeddedFacts Facts { get; init; }

    /// <summary>Sorted, without overlap, each as long as what it replaces: sample offsets stay true.</summary>
    public required IReadOnlyList<Patch> Patches { get; init; }
}
