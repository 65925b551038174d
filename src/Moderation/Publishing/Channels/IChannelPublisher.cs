namespace Moderation.Publishing.Channels;

/// <summary>
/// One channel's contract. Two stages: uploads are invisible and may be repeated; the commit call alone makes something
/// public, and is sent at most once an attempt.
/// </summary>
public interface IChannelPublisher
{
    /// <summary>Uploads what the post needs; repeatable. Faults are exceptions and the message is tried again.</summary>
    /// <returns>The channel's references of the uploads, in the order of the post's media.</returns>
    Task<IReadOnlyList<string>> UploadAsync(OutgoingPost post, CancellationToken cancellationToken);

    /// <summary>The one call that makes it public. Never retries; tells what is known afterwards.</summary>
    Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> uploads, CancellationToken cancellationToken);

    /// <summary>Asks the channel whether an attempt begun at <paramref name="attemptedAt"/> made a post.</summary>
    Task<Reconciliation> FindAsync(OutgoingPost post, DateTimeOffset attemptedAt, CancellationToken cancellationToken);
}
