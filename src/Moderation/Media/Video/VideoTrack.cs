namespace Moderation.Media.Video;

/// <summary>A track that stays. Offsets point into the <c>moov</c> bytes: where the bodies of its sample tables start and end.</summary>
internal sealed record VideoTrack
{
    /// <summary><c>vide</c> or <c>soun</c>.</summary>
    public required string Handler { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Bytes of one frame of uncompressed sound, or 0: QuickTime may call them samples of 1 byte.</summary>
    public int PcmFrameBytes { get; init; }

    public required Range SampleToChunk { get; init; }

    public required Range SampleSizes { get; init; }

    /// <summary><c>stz2</c> instead of <c>stsz</c>.</summary>
    public required bool CompactSizes { get; init; }

    public required Range ChunkOffsets { get; init; }

    /// <summary><c>co64</c> instead of <c>stco</c>.</summary>
    public required bool WideOffsets { get; init; }
}
