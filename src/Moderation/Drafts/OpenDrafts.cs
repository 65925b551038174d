using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>
/// Index of what is not finished (table <c>open</c>). One row a draft in the bucket of the hour it is due, and one in
/// the partition <c>review</c> while it waits for a person. Rows are written before the commit they belong to and
/// removed after, so a crash leaves too much rather than too little; readers filter.
/// </summary>
public sealed class OpenDrafts(StorageClients clients)
{
    private const string ReviewPartition = "review";
    private readonly TableClient table = clients.Table(StorageNames.Tables.Open);

    /// <summary>Bucket of a moment: the UTC hour. Sorts in time and before <see cref="ReviewPartition"/>.</summary>
    public static string BucketOf(DateTimeOffset due) => due.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>Writes or moves on a draft's row within a bucket.</summary>
    /// <param name="bucket">May be an earlier hour than <paramref name="due"/>: a row stays where its draft says it is.</param>
    public Task SetDueAsync(string bucket, DraftId id, DateTimeOffset due, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(new TableEntity(bucket, id.ToString()) { ["Due"] = due }, TableUpdateMode.Replace, cancellationToken);

    /// <summary>A draft that waits for its moment gets a row in the bucket of that moment, before the commit that says so; the caller removes the old one after it.</summary>
    public async Task<DraftHead> MoveToPlannedAsync(DraftHead next, CancellationToken cancellationToken)
    {
        if (next is not { State: DraftState.Scheduled, Planned: { } planned })
            return next;
        var bucket = BucketOf(planned.Utc);
        await SetDueAsync(bucket, next.Id, planned.Utc, cancellationToken);
        return next with { OpenBucket = bucket };
    }

    public Task RemoveAsync(string bucket, DraftId id, CancellationToken cancellationToken) =>
        DeleteAsync(bucket, id, cancellationToken);

    /// <summary>Rows that are due at <paramref name="now"/>, oldest bucket first.</summary>
    public async IAsyncEnumerable<OpenRow> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = BucketOf(now);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey le {last}"), cancellationToken: cancellationToken))
        {
            if (row.GetDateTimeOffset("Due") <= now && DraftId.TryParse(row.RowKey, out var id))
                yield return new OpenRow(row.PartitionKey, id);
        }
    }

    /// <summary>Every draft that is not finished; the same one may come twice.</summary>
    public async IAsyncEnumerable<DraftId> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey lt {ReviewPartition}"), cancellationToken: cancellationToken))
        {
            if (DraftId.TryParse(row.RowKey, out var id))
                yield return id;
        }
    }

    public Task AddToReviewAsync(DraftId id, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(new TableEntity(ReviewPartition, id.ToString()), TableUpdateMode.Replace, cancellationToken);

    public Task RemoveFromReviewAsync(DraftId id, CancellationToken cancellationToken) =>
        DeleteAsync(ReviewPartition, id, cancellationToken);

    /// <summary>Drafts that may be waiting for a person; the state row has the last word.</summary>
    public async IAsyncEnumerable<DraftId> InReviewAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {ReviewPartition}"), cancellationToken: cancellationToken))
        {
            if (DraftId.TryParse(row.RowKey, out var id))
                yield return id;
        }
    }

    private async Task DeleteAsync(string partition, DraftId id, CancellationToken cancellationToken) =>
        // An index row has no state of its own to overwrite, so it is removed without comparing; a missing row is fine (404 is not thrown).
        await table.DeleteEntityAsync(partition, id.ToString(), cancellationToken: cancellationToken);
}

/// <summary>A row of the open index.</summary>
public sealed record OpenRow(string Bucket, DraftId Id);
