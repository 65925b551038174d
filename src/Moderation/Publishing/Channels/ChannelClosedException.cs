namespace Moderation.Publishing.Channels;

/// <summary>The channel takes nothing now; what was asked of it was surely not done.</summary>
public sealed class ChannelClosedException(string reason, bool needsReconnect) : Exception("The channel takes nothing until somebody has seen to it.")
{
    public PublishOutcome.Closed Outcome { get; } = new(reason, needsReconnect);
}
