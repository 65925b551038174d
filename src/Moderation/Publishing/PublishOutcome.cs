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
    /// <param name="Reason">Code, e.g. <c>http-422</c>, <c>too-long</c>; never the channel's text.</param>
    public sealed record Refused(string Reason) : PublishOutcome;

    /// <summary>Surely not created; try again after <paramref name="After"/>. The channel's other posts wait as well.</summary>
    public sealed record Limited(string Reason, TimeSpan After) : PublishOutcome;

    /// <summary>Surely not created, and it is not about this post: the channel takes nothing until somebody has seen to it.</summary>
    /// <param name="Reason">Code, e.g. <c>token</c>, <c>credits</c>, <c>account-restricted</c>.</param>
    /// <param name="NeedsReconnect">Somebody must connect the channel again.</param>
    public sealed record Closed(string Reason, bool NeedsReconnect) : PublishOutcome;

    /// <summary>Time-out, cut connection, 5xx or an unreadable answer: it may be live. Never tried again blind.</summary>
    public sealed record Unknown(string Reason) : PublishOutcome;
}
