namespace Moderation.Media;

/// <summary>What a receiver takes. Sides in pixels, sizes in bytes, ratios width ÷ height.</summary>
public sealed record RenditionNeed
{
    public required int MaxSide { get; init; }

    public required int MaxBytes { get; init; }

    /// <summary>Shortest side; a smaller picture gets a white edge, so that nobody is cut off and nothing is blown up.</summary>
    public int MinSide { get; init; } = 1;

    public bool JpegOnly { get; init; }

    /// <summary>Narrowest shape; a narrower picture gets white edges.</summary>
    public double MinRatio { get; init; }

    public double MaxRatio { get; init; } = double.PositiveInfinity;

    /// <summary>Content safety: JPEG, 50–2,048 pixels, 4 MB (<c>apis.md</c>, Content Safety, limits).</summary>
    public static RenditionNeed Safety { get; } = new() { MaxSide = 2048, MinSide = 50, MaxBytes = 4_000_000, JpegOnly = true };

    /// <summary>Limits of the channels (<c>apis.md</c> §0 table and the channel's section); null for a channel that takes no picture.</summary>
    public static RenditionNeed? ForChannel(string code) => code switch
    {
        "website" or "nieuwsbrief" or "email" => new() { MaxSide = 2048, MaxBytes = 5_000_000 },
        "facebook" => new() { MaxSide = 2048, MaxBytes = 4_000_000 },
        "instagram" => new() { MaxSide = 1440, MaxBytes = 8_000_000, MinSide = 320, JpegOnly = true, MinRatio = 0.8, MaxRatio = 1.91 },
        "x" => new() { MaxSide = 2048, MaxBytes = 5_000_000 },
        "linkedin" => new() { MaxSide = 2048, MaxBytes = 5_000_000 },
        "youtube" => new() { MaxSide = 1280, MaxBytes = 2_000_000, JpegOnly = true },
        // 9:16, at least 540 × 960; the little room below is for rounding to whole pixels.
        "snapchat" => new() { MaxSide = 1920, MaxBytes = 20_000_000, MinSide = 540, JpegOnly = true, MinRatio = 0.5615, MaxRatio = 0.5625 },
        "mastodon" => new() { MaxSide = 2048, MaxBytes = 16_000_000 },
        "bluesky" => new() { MaxSide = 2000, MaxBytes = 1_000_000 },
        _ => null,
    };
}

/// <summary>A cleaned picture in the shape that one receiver takes.</summary>
public sealed record Rendition(byte[] Bytes, MediaType Type, int Width, int Height);
