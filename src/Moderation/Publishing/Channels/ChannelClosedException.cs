namespace Moderation.Publishing.Channels;

/// <summary>The channel takes nothing now; what was asked of it was surely not done.</summary>
public sealed class ChannelClosedException(string reason, bool needsReconnect) : ChannelAnswerException(new PublishOutcome.Closed(reason, needsReconnect));
