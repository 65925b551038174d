namespace Moderation.Publishing;

/// <summary>What became of an attempt, after its channel was asked.</summary>
public abstract record Reconciliation
{
    private Reconciliation()
    {
    }

    public sealed record Found(string ExternalRef, string? Url) : Reconciliation;

    /// <summary>The channel's own list proves that it is not there.</summary>
    public sealed record SurelyAbsent : Reconciliation;

    /// <summary>Not seen, which proves nothing on this channel.</summary>
    public sealed record CannotTell : Reconciliation;
}
