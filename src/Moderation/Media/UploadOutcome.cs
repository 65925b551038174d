namespace Moderation.Media;

/// <summary>What came of one step of an upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    public sealed record Accepted(MediaAsset Asset) : UploadOutcome;

    /// <summary>The author can mend it: see the words.</summary>
    public sealed record Refused(MediaRefusal Refusal) : UploadOutcome;

    /// <summary>No such upload, or somebody else's: the two look the same from outside.</summary>
    public sealed record NotFound : UploadOutcome;

    /// <summary>The upload was completed before; no more blocks go in.</summary>
    public sealed record Closed(MediaAsset Asset) : UploadOutcome;
}
