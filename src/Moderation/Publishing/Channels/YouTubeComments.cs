using System.Net;

namespace Moderation.Publishing.Channels;

/// <summary>Comments under a film (apis.md §5.5).</summary>
internal sealed class YouTubeComments(YouTubeCalls calls)
{
    private const int Most = 500;

    /// <summary>What readers see, and what waits for the channel.</summary>
    public async Task<IReadOnlyList<Reply>> ListAsync(string film, CancellationToken cancellationToken)
    {
        if (YouTubeCalls.IdOf(film) is not { } id)
            return [];
        var replies = new List<Reply>();
        foreach (var status in new[] { "published", "heldForReview", "likelySpam" })
        {
            string? page = null;
            do
            {
                var path = $"/commentThreads?part=snippet,replies&videoId={id}&order=time&maxResults=100&textFormat=plainText&moderationStatus={status}{PageOf(page)}";
                using var response = await calls.SendAsync(HttpMethod.Get, path, cancellationToken);
                if (response.StatusCode == HttpStatusCode.Forbidden && await YouTubeCalls.ReasonAsync(response, cancellationToken) == "commentsDisabled")
                    return [];
                await calls.DemandAsync(response, cancellationToken);
                var threads = await YouTubeCalls.ReadAsync<YouTubeList<Thread>>(response, cancellationToken);
                foreach (var thread in threads?.Items ?? [])
                    replies.AddRange((await CommentsAsync(thread, cancellationToken)).Select(c => ReplyOf(c, status)));
                page = threads?.NextPageToken;
            }
            while (page is not null && replies.Count < Most);
        }

        return [.. replies.OrderBy(r => r.At)];
    }

    /// <summary>What is gone already answers 404.</summary>
    public Task<Removal> ModerateAsync(string reply, string status, CancellationToken cancellationToken) =>
        calls.RemoveAsync(HttpMethod.Post, $"/comments/setModerationStatus?id={Uri.EscapeDataString(reply)}&moderationStatus={status}&banAuthor=false", cancellationToken);

    /// <summary>A thread brings a few of its answers along; the rest is asked for.</summary>
    private async Task<IEnumerable<Comment>> CommentsAsync(Thread thread, CancellationToken cancellationToken)
    {
        if (thread.Snippet?.TopLevelComment is not { Id: { } top } first)
            return [];
        IReadOnlyList<Comment> answers = thread.Replies?.Comments ?? [];
        if (answers.Count < thread.Snippet.TotalReplyCount)
        {
            var all = await calls.CallAsync<YouTubeList<Comment>>(
                HttpMethod.Get, $"/comments?part=snippet&parentId={Uri.EscapeDataString(top)}&maxResults=100&textFormat=plainText", cancellationToken);
            answers = all.Items ?? answers;
        }

        return [first, .. answers];
    }

    private static Reply ReplyOf(Comment comment, string status) => new(
        comment.Id ?? "",
        comment.Snippet?.PublishedAt ?? default,
        comment.Snippet?.AuthorDisplayName,
        comment.Snippet?.TextOriginal ?? comment.Snippet?.TextDisplay ?? "",
        Hidden: status != "published");

    private static string PageOf(string? token) => token is null ? "" : $"&pageToken={Uri.EscapeDataString(token)}";

    private sealed record Thread(ThreadSnippet? Snippet, ThreadReplies? Replies);

    private sealed record ThreadSnippet(Comment? TopLevelComment, int TotalReplyCount);

    private sealed record ThreadReplies(IReadOnlyList<Comment>? Comments);

    private sealed record Comment(string? Id, CommentSnippet? Snippet);

    private sealed record CommentSnippet(string? TextOriginal, string? TextDisplay, string? AuthorDisplayName, DateTimeOffset PublishedAt);
}
