using Moderation.Consent;
using Moderation.Media;
using Moderation.Media.Metadata;
using Moderation.Publishing;

namespace Moderation.Drafts;

/// <summary>Whether an upload can be attached to a draft.</summary>
public abstract record ReadyMedia
{
    private ReadyMedia()
    {
    }

    /// <param name="Facts">For the channels' limits; null when not known yet.</param>
    public sealed record Usable(string Sha256, string Name, MediaKind Kind, DateTime? TakenAt, RightsMarks Rights, MediaFacts? Facts = null) : ReadyMedia;

    public sealed record Unusable(Words Why) : ReadyMedia;

    /// <param name="asset">The submitter's own upload, or null when there is none by that id.</param>
    public static ReadyMedia Of(MediaAsset? asset) => asset switch
    {
        { State: MediaState.Ready, Cleaned: { } cleaned } => new Usable(
            cleaned.Sha256,
            asset.FileName,
            MediaFacts.Of(cleaned).Kind,
            cleaned.TakenAt,
            cleaned.Rights,
            MediaFacts.Of(cleaned)),
        { State: MediaState.Refused, Refusal: { } refusal } => new Unusable(refusal.Words),
        { State: MediaState.Uploading } => new Unusable(new("Dit bestand is nog niet helemaal geüpload.", "This file has not been uploaded completely.")),
        { State: MediaState.Cleaning } => new Unusable(new("Dit bestand wordt nog schoongemaakt. Wacht even en probeer het dan opnieuw.", "This file is still being cleaned. Wait a moment and try again.")),
        _ => new Unusable(new("Dit bestand is er niet. Upload het opnieuw.", "There is no such file. Upload it again.")),
    };
}
