namespace Moderation.Drafts;

/// <summary>One version of a draft, with the state the draft is in now.</summary>
public sealed record StoredVersion(DraftHead Head, int Version, DraftContent Content)
{
    /// <summary>It is the version that was or will be published.</summary>
    public bool Current => Version == Head.Version;
}
