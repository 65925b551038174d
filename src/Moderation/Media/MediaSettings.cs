using System.ComponentModel.DataAnnotations;

namespace Moderation.Media;

/// <summary>What an upload may cost. Section <c>Media</c>. Sizes in bytes (1 MB = 1,000,000), pictures in pixels.</summary>
public sealed class MediaSettings
{
    public const string Section = "Media";

    /// <summary>Largest block of an upload (<c>design.md</c>, Flow 1): 8 MiB.</summary>
    public const int MaxBlockBytes = 8 * 1024 * 1024;

    /// <summary>Largest picture file.</summary>
    [Range(100_000, 200_000_000)]
    public long MaxImageBytes { get; init; } = 40_000_000;

    /// <summary>Largest video file.</summary>
    [Range(1_000_000, 4_000_000_000)]
    public long MaxVideoBytes { get; init; } = 1_000_000_000;

    /// <summary>Most pixels of a picture that can be decoded a strip at a time (sequential JPEG, plain PNG).</summary>
    [Range(1_000_000, 500_000_000)]
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Most pixels of a picture that must stand in memory whole: progressive JPEG, interlaced PNG, WebP, GIF, HEIC, AVIF. A 48-megapixel phone photo fits.</summary>
    [Range(1_000_000, 200_000_000)]
    public long MaxWholePixels { get; init; } = 50_000_000;

    /// <summary>Most frames of an animation. Only the first frame is kept, but all are counted.</summary>
    [Range(1, 10_000)]
    public int MaxFrames { get; init; } = 600;

    /// <summary>Most pixels of all frames of an animation together.</summary>
    [Range(1_000_000, 2_000_000_000)]
    public long MaxAnimatedPixels { get; init; } = 400_000_000;

    /// <summary>Longest one picture may take to clean before it is given up; seconds.</summary>
    [Range(1, 300)]
    public int MaxCleaningSeconds { get; init; } = 30;

    /// <summary>How long a file may wait to be cleaned before its message counts as lost and is sent again. Longer than cleaning the largest film takes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CleanAgainAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after it was begun an upload that never became complete is deleted.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a file that was cleaned or refused stays when no draft uses it; then it is deleted.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan UnusedAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many pictures one process decodes at once. Memory grows with it, so ten photos at once need the memory of this many.</summary>
    [Range(1, 16)]
    public int ParallelCleanings { get; init; } = 1;
}
