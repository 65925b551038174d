using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Benchmarks.Flow;

/// <summary>Fills the tables with copies of a published draft: all its rows, under other ids.</summary>
internal sealed class FinishedDrafts(StorageClients clients, string draft)
{
    private const int AtOnce = 16;
    private const int RowsABatch = 100;

    private readonly TableClient drafts = clients.Table(StorageNames.Tables.Drafts);
    private readonly TableClient submitted = clients.Table(StorageNames.Tables.Submitted);

    /// <param name="seeded">Called with how many are there.</param>
    public async Task AddAsync(int count, Action<int> seeded, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(drafts, row => row.PartitionKey == draft, cancellationToken);
        var index = (await RowsAsync(submitted, row => row.RowKey.EndsWith(draft, StringComparison.Ordinal), cancellationToken)).Single();
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString("N")).Chunk(RowsABatch),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (ids, token) =>
            {
                foreach (var id in ids)
                    await drafts.SubmitTransactionAsync(rows.Select(r => Add(r, id)), token);
                await submitted.SubmitTransactionAsync(ids.Select(id => Add(index, id)), token);
                seeded(Interlocked.Add(ref done, ids.Length));
            });
    }

    private static async Task<List<TableEntity>> RowsAsync(TableClient table, Func<TableEntity, bool> which, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (which(row))
                rows.Add(row);
        }

        return rows;
    }

    private TableTransactionAction Add(TableEntity row, string id)
    {
        var copy = new TableEntity();
        foreach (var (name, value) in row)
        {
            if (name is not ("odata.etag" or "Timestamp"))
                copy[name] = value is string text ? text.Replace(draft, id, StringComparison.Ordinal) : value;
        }

        return new TableTransactionAction(TableTransactionActionType.Add, copy);
    }
}
