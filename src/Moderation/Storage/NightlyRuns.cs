using Azure;
using Azure.Data.Tables;
using Moderation.Telemetry;

namespace Moderation.Storage;

/// <summary>
/// What the nightly runs last came to (table <c>settings</c>, partition <c>nightly</c>). The sweep reports it every minute, because a
/// number that is reported once a night is missed by an alert that looks at a quarter of an hour.
/// </summary>
public sealed class NightlyRuns(StorageClients clients, DomainMetrics metrics, TimeProvider time)
{
    public const string Audit = "audit";
    public const string Backup = "backup";

    internal const string Partition = "nightly";
    private static readonly string[] Names = [Audit, Backup];

    private readonly TableClient table = clients.Table(StorageNames.Tables.Settings);

    /// <summary>A run has finished.</summary>
    /// <param name="faults">What it found wrong; 0 when all is well.</param>
    public Task FinishedAsync(string run, int faults, CancellationToken cancellationToken) =>
        // The last word counts, whoever says it: two runs of one night say the same.
        table.UpsertEntityAsync(Row(run, faults), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Reports what the runs last came to. A run that never was counts from the first time this is asked.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
            rows[row.RowKey] = row;

        foreach (var run in Names)
        {
            if (!rows.TryGetValue(run, out var row))
                await StartClockAsync(row = Row(run, faults: 0), cancellationToken);
            var since = row.GetDateTimeOffset("At") ?? DateTimeOffset.MinValue; // unreadable is as good as never
            metrics.NightlyAge(run, time.GetUtcNow() - since);
            if (run == Audit)
                metrics.AuditBroken(row.GetInt32("Faults") ?? 1);
        }
    }

    private async Task StartClockAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // A run finished, or another instance started the clock.
        }
    }

    private TableEntity Row(string run, int faults) => new(Partition, run) { ["At"] = time.GetUtcNow(), ["Faults"] = faults };
}
