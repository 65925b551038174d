namespace Moderation.Publishing.Channels;

/// <summary>The channel answered an upload or a read, but not with what was asked. Nothing was made public by it.</summary>
/// <param name="outcome">Refused, limited or closed.</param>
public class ChannelAnswerException(PublishOutcome outcome) : Exception("The channel did not do what it was asked.")
{
    public PublishOutcome Outcome { get; } = outcome;
}
