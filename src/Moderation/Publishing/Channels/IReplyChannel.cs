namespace Moderation.Publishing.Channels;

/// <summary>A publisher whose channel lets readers reply and lets the school moderate that (R18).</summary>
public interface IReplyChannel
{
    /// <summary>Replies to a post, oldest first; at most a few hundred.</summary>
    Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken);

    /// <summary>Hides a reply from readers; repeatable.</summary>
    Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken);

    /// <summary>Deletes a reply; repeatable.</summary>
    Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken);
}

/// <param name="Author">Name or handle when the channel tells it.</param>
public sealed record Reply(string Id, DateTimeOffset At, string? Author, string Text, bool Hidden);
