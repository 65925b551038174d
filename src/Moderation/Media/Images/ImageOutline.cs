using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>What a picture's structure says before anything is decoded.</summary>
internal sealed record ImageOutline
{
    /// <summary>Pixels, as stored (before EXIF orientation).</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>1 for a still picture.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>The decoder needs all pixels in memory at once.</summary>
    public bool WholeFrame { get; init; }

    /// <summary>Passes over the picture; only progressive JPEG has more than a few.</summary>
    public int Scans { get; init; } = 1;

    /// <summary>First byte after the picture; what follows belongs to something else.</summary>
    public required int End { get; init; }

    public IReadOnlyList<MetadataBlock> Metadata { get; init; } = [];

    /// <summary>Parts that are neither pixels nor needed to decode them: comments, profiles, unknown chunks.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Asides { get; init; } = [];
}
