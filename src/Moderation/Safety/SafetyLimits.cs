namespace Moderation.Safety;

/// <summary>What the service accepts in one call (<c>apis.md</c> §11.2, §11.3, §11.4).</summary>
public static class SafetyLimits
{
    /// <summary>Unicode code points in one text.</summary>
    public const int TextCodePoints = 10_000;

    /// <summary>Bytes of one encoded picture.</summary>
    public const int ImageBytes = 4 * 1024 * 1024;

    /// <summary>Shortest side of a picture, pixels; a smaller one must be enlarged or padded.</summary>
    public const int ImageMinSide = 50;

    /// <summary>Longest side of a picture, pixels.</summary>
    public const int ImageMaxSide = 2048;

    /// <summary>Characters of one blocklist term.</summary>
    public const int BlocklistTermLength = 128;

    /// <summary>Terms that one blocklist call may add or remove.</summary>
    public const int BlocklistBatch = 100;

    /// <summary>Terms over all lists.</summary>
    public const int BlocklistTerms = 10_000;
}
