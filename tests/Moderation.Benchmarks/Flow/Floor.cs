using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using Moderation.Storage;

namespace Moderation.Benchmarks.Flow;

/// <summary>
/// The fastest that any program could be that makes these requests: those of one recorded post, in their order, by the
/// bare clients and with no logic, into the same tables and queues beside the system's. No empty polls, no waiting for one.
/// </summary>
internal sealed class Floor : IDisposable
{
    private readonly RecordedPost post;
    private readonly Dictionary<string, TableClient> tables;
    private readonly Dictionary<string, FloorQueue> queues;

    /// <summary>Keys of rows that are replaced with their ETag.</summary>
    private readonly HashSet<string> matched;

    /// <param name="settings">The system's account.</param>
    public Floor(RecordedPost post, StorageSettings settings)
    {
        this.post = post;
        matched = [.. post.Steps.OfType<ReplayStep.Batch>().SelectMany(b => b.Rows).Where(r => r.Matches).Select(r => r.Row.RowKey)];
        var clients = new StorageClients(settings);
        var beside = new StorageClients(new StorageSettings { ConnectionString = settings.ConnectionString, Prefix = "floor" });
        tables = StorageNames.Tables.All.ToDictionary(name => name, clients.Table, StringComparer.Ordinal);
        queues = post.Steps.OfType<ReplayStep.Receive>().ToDictionary(r => r.Queue, r => new FloorQueue(beside.Queue(r.Queue)), StringComparer.Ordinal);
    }

    /// <summary>Replays so many posts with so many in flight.</summary>
    /// <param name="batch">Messages that a receive of this queue brought in the real run.</param>
    public async Task<FloorSlice> RunAsync(int posts, int inFlight, Func<string, double> batch, CancellationToken cancellationToken)
    {
        foreach (var (name, queue) in queues)
            await queue.PrepareAsync(Math.Max(1, (int)Math.Round(batch(name))), cancellationToken);
        var left = posts;
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(inFlight, posts)).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await ReplayAsync(cancellationToken);
        }));
        return new FloorSlice(posts, watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
    }

    public void Dispose()
    {
        foreach (var queue in queues.Values)
            queue.Dispose();
    }

    private async Task ReplayAsync(CancellationToken cancellationToken)
    {
        var draft = Guid.NewGuid().ToString("N");
        var etags = new Dictionary<string, ETag>(StringComparer.Ordinal);
        var taken = new Dictionary<string, QueueMessage>(StringComparer.Ordinal);
        var settling = new List<Task>();
        foreach (var step in post.Steps)
        {
            switch (step)
            {
                case ReplayStep.Read read:
                    await tables[read.Table].GetEntityIfExistsAsync<TableEntity>(For(draft, read.Partition), For(draft, read.Row), cancellationToken: cancellationToken);
                    break;
                case ReplayStep.Query query:
                    await foreach (var _ in tables[query.Table].QueryAsync<TableEntity>(For(draft, query.Filter), cancellationToken: cancellationToken))
                    {
                        // Reading them is all.
                    }

                    break;
                case ReplayStep.Write write:
                    await tables[write.Table].UpsertEntityAsync(For(draft, write.Row), TableUpdateMode.Replace, cancellationToken);
                    break;
                case ReplayStep.Delete delete:
                    await tables[delete.Table].DeleteEntityAsync(For(draft, delete.Partition), For(draft, delete.Row), cancellationToken: cancellationToken);
                    break;
                case ReplayStep.Batch batch:
                    await SubmitAsync(batch, draft, etags, cancellationToken);
                    break;
                case ReplayStep.Send send:
                    await queues[send.Queue].SendAsync(For(draft, send.Message), cancellationToken);
                    break;
                case ReplayStep.Receive receive:
                    taken[receive.Queue] = await queues[receive.Queue].TakeAsync(cancellationToken);
                    break;
                case ReplayStep.Settle settle:
                    // As in the system: the next stage does not wait until the message of this one is deleted.
                    settling.Add(queues[settle.Queue].SettleAsync(taken[settle.Queue], cancellationToken));
                    break;
                default:
                    throw new NotSupportedException("An unknown step.");
            }
        }

        await Task.WhenAll(settling);
    }

    private async Task SubmitAsync(ReplayStep.Batch batch, string draft, Dictionary<string, ETag> etags, CancellationToken cancellationToken)
    {
        var actions = batch.Rows
            .Select(r => new TableTransactionAction(r.Type, For(draft, r.Row), r.Matches ? etags[r.Row.RowKey] : default))
            .ToList();
        try
        {
            var answers = (await tables[batch.Table].SubmitTransactionAsync(actions, cancellationToken)).Value;
            for (var i = 0; i < answers.Count; i++)
            {
                if (answers[i].Headers.ETag is { } etag)
                    etags[batch.Rows[i].Row.RowKey] = etag;
            }
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The answer was lost on the way and the client sent it again: it is done, only the ETags are not known.
            foreach (var row in batch.Rows.Where(r => matched.Contains(r.Row.RowKey)).Select(r => For(draft, r.Row)))
                etags[row.RowKey] = (await tables[batch.Table].GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken)).Value.ETag;
        }
    }

    private string For(string draft, string text) => text.Replace(post.Draft, draft, StringComparison.Ordinal);

    private TableEntity For(string draft, TableEntity row)
    {
        var copy = new TableEntity();
        foreach (var (name, value) in row)
            copy[name] = value is string text ? For(draft, text) : value;
        return copy;
    }
}

/// <param name="Processor">Processor time of this program, Azurite's not included.</param>
internal sealed record FloorSlice(int Posts, TimeSpan Elapsed, TimeSpan Processor)
{
    public double PostsPerSecond => Posts / Elapsed.TotalSeconds;
}
