namespace Moderation.Publishing.Channels;

/// <summary>How far a post's uploads are.</summary>
public abstract record Preparation
{
    private Preparation()
    {
    }

    /// <summary>The commit call may be made.</summary>
    public sealed record Ready(IReadOnlyList<string> References) : Preparation
    {
        public static Ready Nothing { get; } = new([]);
    }

    /// <summary>The channel still works on an upload: look again after <paramref name="After"/> with the same references.</summary>
    public sealed record Processing(IReadOnlyList<string> References, TimeSpan After) : Preparation;

    /// <summary>It will not come to a commit call now.</summary>
    /// <param name="Outcome">Refused, limited or closed: nothing was made public.</param>
    public sealed record Failed(PublishOutcome Outcome) : Preparation;
}
