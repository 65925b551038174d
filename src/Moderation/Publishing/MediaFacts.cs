using Moderation.Consent;
using Moderation.Media;

namespace Moderation.Publishing;

/// <summary>What channels ask of a file; what is not known is null, and is not held against it.</summary>
/// <param name="Width">Pixels as shown.</param>
/// <param name="Height">Pixels as shown.</param>
/// <param name="Duration">Film only.</param>
public sealed record MediaFacts(MediaKind Kind, int? Width = null, int? Height = null, long? Bytes = null, TimeSpan? Duration = null)
{
    public static MediaFacts Of(CleanedMedia file) =>
        new(file.Type.IsVideo() ? MediaKind.Film : MediaKind.Photo, file.Width, file.Height, file.Bytes, file.Duration);
}
