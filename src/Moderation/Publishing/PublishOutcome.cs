namespace Moderation.Publishing;

/// <summary>What is known after a commit call (apis.md §0.6).</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>Surely created: 2xx with an id.</summary>
    public sealed record Published(string ExternalRef, string? Url) : PublishOutcome;

    /// <summary>Surely not created, and trying again would not help.</summary>
    /// <param name="Reason">Code, e.g. <c>http-422</c>; never the channel's text.</param>
    public sealed record Refused(string Reason) : PublishOutcome;

    /// <summary>Surely not created; try again after <paramref name="After"/>.</summary>
    public sealed record Limited(string Reason, TimeSpan After) : PublishOutcome;

    /// <summary>Time-out, cut connection, 5xx or an unreadable answer: it may be live. Never tried again blind.</summary>
    public sealed record Unknown(string Reason) : PublishOutcome;
}

/// <summary>What a channel says when asked whether an attempt made it.</summary>
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
