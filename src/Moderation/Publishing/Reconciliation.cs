namespace Moderation.Publishing;

/// <summary>What became of an attempt, after its channel was asked.</summary>
public abstract record Reconciliation
{
    private Reconciliation()
    {
    }

    public sealed record Found(string ExternalRef, string? Url) : Reconciliation;

    /// <summary>The channel's own list proves that it is not there.</summary>
    /// <param name="KeepPrepared">The next attempt must use what was prepared for this one.</param>
    public sealed record SurelyAbsent(bool KeepPrepared = false) : Reconciliation;

    /// <summary>Not seen, which proves nothing on this channel.</summary>
    public sealed record CannotTell : Reconciliation;
}
