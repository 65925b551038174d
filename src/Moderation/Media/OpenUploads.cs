using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Moderation.Media;

/// <summary>
/// Index of the uploads that no draft uses yet: partition <c>open</c> of table <c>media</c>. A row is written before the upload it
/// names and goes when a draft takes the file, so that a crash leaves a row too many, never a file that nobody looks after.
/// </summary>
public sealed class OpenUploads(TableClient table)
{
    private const string Partition = "open";

    internal async Task AddAsync(MediaId id, DateTimeOffset at, CancellationToken cancel) =>
        await table.UpsertEntityAsync(new TableEntity(Partition, id.ToString()) { ["At"] = at }, TableUpdateMode.Replace, cancel);

    internal async Task RemoveAsync(MediaId id, CancellationToken cancel)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, id.ToString(), cancellationToken: cancel);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Gone already.
        }
    }

    /// <summary>Every upload that is not in a draft, with the moment it was begun.</summary>
    internal async IAsyncEnumerable<(MediaId Id, DateTimeOffset At)> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancel))
        {
            if (MediaId.TryParse(row.RowKey, out var id))
                yield return (id, row.GetDateTimeOffset("At") ?? DateTimeOffset.MinValue);
        }
    }
}
