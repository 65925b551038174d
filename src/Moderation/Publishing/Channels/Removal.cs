namespace Moderation.Publishing.Channels;

/// <summary>What became of taking something off a channel.</summary>
public abstract record Removal
{
    private Removal()
    {
    }

    public sealed record Done : Removal;

    /// <summary>It was not there any more.</summary>
    public sealed record AlreadyGone : Removal;

    /// <summary>The channel does not do this for us: a person does it in the channel's own app.</summary>
    /// <param name="Reason">Code, e.g. <c>not-supported</c>, <c>http-403</c>; never the channel's text.</param>
    public sealed record ByHand(string Reason) : Removal;

    /// <summary>Not now; try again after <paramref name="After"/>.</summary>
    public sealed record Later(string Reason, TimeSpan After) : Removal;
}
