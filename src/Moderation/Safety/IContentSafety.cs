namespace Moderation.Safety;

/// <summary>
/// A content-safety service. An implementation maps one call and its answer, nothing else: cutting, retry,
/// thresholds and what to do without an answer are <see cref="SafetyCheck"/>'s.
/// It may throw what its client throws; <see cref="SafetyFailure"/> says what that means.
/// </summary>
public interface IContentSafety
{
    /// <param name="text">At most <see cref="SafetyLimits.TextCodePoints"/> code points.</param>
    /// <param name="blocklist">Hold it against the school's list at the service, which is there.</param>
    Task<SafetyAnswer> AnalyseTextAsync(string text, bool blocklist, CancellationToken cancellationToken);

    /// <param name="image">JPEG, PNG, GIF, BMP, TIFF or WebP within <see cref="SafetyLimits"/>.</param>
    Task<SafetyAnswer> AnalyseImageAsync(BinaryData image, CancellationToken cancellationToken);
}
