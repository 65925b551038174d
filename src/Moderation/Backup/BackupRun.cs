using System.IO.Compression;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Moderation.Audit;
using Moderation.Storage;

namespace Moderation.Backup;

/// <summary>
/// Copies every table into blobs, partition by partition and in parts of a few megabytes, so that memory does not grow with the tables.
/// Broken off, it goes on after the last whole part the next time it is asked for the same backup.
/// </summary>
/// <remarks>
/// The system works on meanwhile. What belongs together stands in one partition, and a partition is copied as it was at one moment. Tables
/// are copied in the order of <see cref="StorageNames.Tables.All"/>: drafts before the indexes about them, which then hold too much rather than too little.
/// </remarks>
public sealed partial class BackupRun(StorageClients clients, BackupStore store, NightlyRuns runs, TimeProvider time, ILogger<BackupRun> logger)
{
    /// <summary>Size from which a part is stored; the next partition begins the next part.</summary>
    internal const int PartBytes = 4 * 1024 * 1024;

    private const int Looks = 3;

    /// <summary>The backup of this night; does nothing when it is there already.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RunAsync(BackupName.OfNight(time.GetUtcNow()), PartBytes, cancellationToken);
        await runs.FinishedAsync(NightlyRuns.Backup, faults: 0, cancellationToken);
    }

    public Task<BackupManifest> RunAsync(BackupName name, CancellationToken cancellationToken) => RunAsync(name, PartBytes, cancellationToken);

    internal async Task<BackupManifest> RunAsync(BackupName name, int partBytes, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(name, cancellationToken) is { } done)
            return done;
        var begun = await store.BeginAsync(name, time.GetUtcNow(), cancellationToken);
        var tables = new List<BackupTable>();
        foreach (var table in StorageNames.Tables.All)
            tables.Add(await CopyAsync(name, table, partBytes, cancellationToken));
        var manifest = new BackupManifest(BackupManifest.FormatVersion, begun, time.GetUtcNow(), tables);
        await store.CompleteAsync(name, manifest, cancellationToken);
        Log.Done(logger, name.ToString(), manifest.Rows, manifest.Bytes);
        return manifest;
    }

    private async Task<BackupTable> CopyAsync(BackupName name, string table, int partBytes, CancellationToken cancellationToken)
    {
        var (earlier, last) = await store.PartsAsync(name, table, cancellationToken);
        var parts = earlier.ToList();
        if (last is not null)
            Log.GoesOn(logger, name.ToString(), table, parts.Count);
        var filter = last is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {last.PartitionKey}");

        using var part = new Part();
        await foreach (var rows in clients.Table(table).PartitionsAsync(filter, cancellationToken))
        {
            part.Add(await AtOneMomentAsync(table, rows, cancellationToken));
            if (part.Bytes >= partBytes)
                parts.Add(await store.AddPartAsync(name, table, parts.Count, part.Rows, part.Take(), cancellationToken));
        }

        if (part.Rows > 0)
            parts.Add(await store.AddPartAsync(name, table, parts.Count, part.Rows, part.Take(), cancellationToken));
        return new BackupTable(table, parts);
    }

    /// <summary>
    /// A chain that moved on between two pages does not add up: it is read again. One that never adds up is copied as it is; the
    /// nightly round tells of it.
    /// </summary>
    private async Task<IReadOnlyList<TableEntity>> AtOneMomentAsync(string table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var partition = rows[0].PartitionKey;
        for (var look = 1; look < Looks && AuditVerifier.IsChain(rows) && !AuditVerifier.Verify(table, partition, rows, []).Holds; look++)
        {
            var again = new List<TableEntity>();
            await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
                again.Add(row);
            if (again.Count > 0)
                rows = again;
        }

        return rows;
    }

    /// <summary>Rows being gathered, compressed as they come.</summary>
    private sealed class Part : IDisposable
    {
        private readonly MemoryStream buffer = new();
        private GZipStream? zip;

        public int Rows { get; private set; }

        public long Bytes => buffer.Length;

        public void Add(IReadOnlyList<TableEntity> rows)
        {
            zip ??= new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true);
            foreach (var row in rows)
                BackupRows.Write(zip, row);
            Rows += rows.Count;
        }

        /// <summary>What was gathered; empty again after it.</summary>
        public BinaryData Take()
        {
            zip?.Dispose();
            zip = null;
            Rows = 0;
            var content = new BinaryData(buffer.ToArray());
            buffer.SetLength(0);
            return content;
        }

        public void Dispose()
        {
            zip?.Dispose();
            buffer.Dispose();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(960, LogLevel.Information, "Backup {Backup} is whole: {Rows} rows in {Bytes} bytes")]
        public static partial void Done(ILogger logger, string backup, long rows, long bytes);

        [LoggerMessage(961, LogLevel.Information, "Backup {Backup} goes on with table {Table} after part {Part}")]
        public static partial void GoesOn(ILogger logger, string backup, string table, int part);
    }
}
