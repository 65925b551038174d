namespace Moderation.Publishing.Channels;

/// <summary>Comments under a post and the answers to them (apis.md §2).</summary>
internal sealed class InstagramReplies(MetaGraph graph)
{
    private const int Most = 300;

    public async Task<IReadOnlyList<Reply>> ListAsync(string post, CancellationToken cancellationToken)
    {
        // One field that is not permitted makes the whole call fail.
        string[] fields = [",from{id,username},replies.limit(50){id,text,timestamp,username,hidden}", ",replies.limit(50){id,text,timestamp,username,hidden}", ""];
        for (var less = 0; ; less++)
        {
            try
            {
                return await ListAsync(post, "id,text,timestamp,username,hidden" + fields[less], cancellationToken);
            }
            catch (ChannelAnswerException e) when (less + 1 < fields.Length && e.Outcome is PublishOutcome.Closed { Reason: "permission" } or PublishOutcome.Refused)
            {
                // Without the names, then without the replies to replies.
            }
        }
    }

    private async Task<IReadOnlyList<Reply>> ListAsync(string post, string fields, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>();
        string? after = null;
        do
        {
            var list = await graph.CallAsync<MetaList<InstagramComment>>(
                HttpMethod.Get, $"{post}/comments?fields={fields}&limit=50" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}"), null, cancellationToken);
            replies.AddRange((list.Data ?? []).SelectMany(c => (c.Replies?.Data ?? []).Prepend(c)).Where(c => c.Id is not null)
                .Select(c => new Reply(c.Id!, MetaGraph.Moment(c.Timestamp), c.From?.Username ?? c.Username, c.Text ?? "", c.Hidden))); // filtered
            after = list.Paging?.Next is null ? null : list.Paging.Cursors?.After;
        }
        while (after is not null && replies.Count < Most);
        return [.. replies.OrderBy(r => r.At)];
    }

    private sealed record InstagramComment(string? Id, string? Text, string? Timestamp, string? Username, InstagramUser? From, MetaList<InstagramComment>? Replies, bool Hidden = false);

    private sealed record InstagramUser(string? Username);
}
