namespace Moderation.Publishing.Channels;

/// <summary>What was asked of the channel was not done, and surely nothing was made public by it.</summary>
/// <param name="outcome">Refused, limited or closed.</param>
public class ChannelAnswerException(PublishOutcome outcome) : Exception("The channel did not do what it was asked.")
{
    public PublishOutcome Outcome { get; } = outcome;
}
