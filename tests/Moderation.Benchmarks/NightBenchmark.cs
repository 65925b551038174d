using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Audit;
using Moderation.Backup;
using Moderation.Benchmarks.Flow;
using Moderation.LocalHost.Queues;
using Moderation.Storage;

namespace Moderation.Benchmarks;

/// <summary>The nights of a school that has published for years: verifying, backing up, restoring.</summary>
internal static class NightBenchmark
{
    private const int AtOnce = 16;

    public static async Task RunAsync(int drafts, CancellationToken cancellationToken)
    {
        await using var flow = await FlowSystem.StartAsync(new QueuePumpSettings(), cancellationToken);
        await FillAsync(flow.Outside, drafts, cancellationToken);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = flow.Settings.ConnectionString }).Build();
        await using var services = new ServiceCollection().AddLogging().AddModeration(configuration).BuildServiceProvider();
        var round = services.GetRequiredService<AuditRound>();

        var (report, first) = await TimedAsync(() => round.RunAsync(cancellationToken));
        if (report.Broken > 0)
            throw new InvalidOperationException("The chains of the benchmark do not hold.");
        Console.WriteLine($"audit, first night    {first,8:F1} s   {report.Chains} chains, {report.Events} events");
        var (_, later) = await TimedAsync(() => round.RunAsync(cancellationToken));
        Console.WriteLine($"audit, every night    {later,8:F1} s   {report.Chains / later:F0} chains/s");

        var name = BackupName.OfMoment(TimeProvider.System.GetUtcNow().AddDays(-1));
        var (manifest, backup) = await TimedAsync(() => services.GetRequiredService<BackupRun>().RunAsync(name, cancellationToken));
        Console.WriteLine($"backup                {backup,8:F1} s   {manifest.Rows} rows, {manifest.Bytes / 1024.0 / 1024:F1} MB, {(double)manifest.Bytes / drafts:F0} bytes a draft");
        var (result, restore) = await TimedAsync(() => services.GetRequiredService<Restore>().RunAsync(name, "benchmark", replace: true, static _ => { }, cancellationToken));
        Console.WriteLine($"restore               {restore,8:F1} s   {result.GetType().Name}, emptying and a backup of what was there included");
        Console.WriteLine($"largest working set   {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024,8} MB");
    }

    /// <summary>Copies of the one draft that is there, each with a chain of its own.</summary>
    private static async Task FillAsync(StorageClients clients, int count, CancellationToken cancellationToken)
    {
        var table = clients.Table(StorageNames.Tables.Drafts);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            rows.Add(row);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (_, token) => await table.SubmitTransactionAsync(Copy(rows, Guid.NewGuid().ToString("N")), token));
    }

    private static List<TableTransactionAction> Copy(List<TableEntity> rows, string id)
    {
        var batch = new List<TableTransactionAction>();
        var chain = AuditChain.Empty;
        foreach (var row in rows.Where(r => r.RowKey.StartsWith("a-", StringComparison.Ordinal)))
        {
            var payload = rows.First(r => r.RowKey == "b-" + row.RowKey[2..]).GetString("Payload0");
            chain = chain.Append(id, row.GetDateTimeOffset("At")!.Value, row.GetString("Actor"), row.GetString("Action"), payload, batch); // every event has a moment
        }

        foreach (var row in rows.Where(r => r.RowKey[1] != '-'))
        {
            var copy = new TableEntity();
            foreach (var (name, value) in row.Where(c => c.Key is not ("odata.etag" or "Timestamp")))
                copy[name] = value is string text ? text.Replace(row.PartitionKey, id, StringComparison.Ordinal) : value;
            if (row.ContainsKey("ChainLength"))
                (copy["ChainLength"], copy["ChainHash"]) = (chain.Length, chain.Hash);
            batch.Add(new TableTransactionAction(TableTransactionActionType.Add, copy));
        }

        return batch;
    }

    private static async Task<(T Result, double Seconds)> TimedAsync<T>(Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        return (await work(), clock.Elapsed.TotalSeconds);
    }
}
