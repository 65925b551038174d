namespace Moderation.Publishing.Channels;

/// <summary>
/// One channel's contract (apis.md §0.6). Two stages: preparing is invisible and may be repeated; the commit call alone
/// makes something public, and is sent at most once an attempt.
/// </summary>
public interface IChannelPublisher
{
    /// <summary>Uploads what the post needs; repeatable. Faults are exceptions and the message is tried again.</summary>
    /// <param name="earlier">References of an earlier preparation of this post that was still processing, or whose commit call proved to have had no effect; else empty.</param>
    Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken);

    /// <summary>The one call that makes it public. Never retries; tells what is known afterwards.</summary>
    /// <param name="prepared">References that <see cref="PrepareAsync"/> gave.</param>
    Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken);

    /// <summary>Asks the channel which posts an attempt may have made. Faults are exceptions and the channel is asked again.</summary>
    Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken);

    /// <summary>Takes a post off the channel; repeatable.</summary>
    /// <param name="externalRef">The channel's own id, as <see cref="PublishOutcome.Published"/> gave it.</param>
    Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken);
}

/// <summary>An attempt as it was stored before its commit call.</summary>
/// <param name="At">When it began.</param>
/// <param name="Prepared">What the commit call was given.</param>
public sealed record Attempt(DateTimeOffset At, IReadOnlyList<string> Prepared);

/// <summary>Posts on the channel that match an attempt, best match first.</summary>
/// <param name="AbsenceProves">The channel's list is complete at once, so that an empty one proves that nothing was made.</param>
/// <param name="KeepPrepared">What was prepared works as an idempotency key: when absence is proven, the next attempt must use it again.</param>
public sealed record Sighting(IReadOnlyList<LivePost> Posts, bool AbsenceProves, bool KeepPrepared = false);

/// <summary>A post as the channel shows it.</summary>
public sealed record LivePost(string ExternalRef, string? Url);
