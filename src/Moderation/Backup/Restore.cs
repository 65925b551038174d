using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Moderation.Audit;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Backup;

/// <summary>
/// Puts a backup back. Nothing can go out by itself afterwards: everything is stopped, every unfinished draft is held with each of its
/// channels in doubt, and the register of consents counts as missing until consents are imported or recorded anew.
/// </summary>
/// <remarks>
/// Made for an app that is switched off, and safe for one that is not: the stop comes first, and a draft is written with its hold in it.
/// Broken off, it is run again with <c>replace</c>.
/// </remarks>
public sealed class Restore(
    StorageClients clients, BackupStore store, BackupRun backups, AuditAnchors anchors, OpenDrafts open, IOptions<ReviewSettings> review, TimeProvider time)
{
    private const int Parallel = 16;

    /// <param name="by">Who asked for it; stands at the stop switch.</param>
    /// <param name="replace">Empties the tables first, after making a backup of what is in them.</param>
    /// <param name="say">Hears of each step.</param>
    public async Task<RestoreResult> RunAsync(BackupName name, string by, bool replace, Action<string> say, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(name, cancellationToken) is not { } manifest)
            return new RestoreResult.Refused($"There is no whole backup {name}.");
        if (manifest.Version != BackupManifest.FormatVersion || manifest.Tables.FirstOrDefault(t => !StorageNames.Tables.All.Contains(t.Name)) is not null)
            return new RestoreResult.Refused($"Backup {name} was made by another version. Take the version of that day.");
        if (await store.DamageAsync(manifest, cancellationToken) is { } damaged)
            return new RestoreResult.Refused($"Backup {name} is damaged: {damaged} is missing or was changed.");

        await clients.CreateAllAsync(cancellationToken);
        var inUse = await InUseAsync(cancellationToken);
        if (inUse.Count > 0 && !replace)
            return new RestoreResult.Refused($"There are rows in {string.Join(", ", inUse)}. Give --replace to have them replaced; a backup of them is made first.");
        if (inUse.Count > 0)
        {
            var safety = await FreeNameAsync(cancellationToken);
            var copy = await backups.RunAsync(safety, cancellationToken);
            say($"What is there now is kept as backup {safety}: {copy.Rows} rows.");
            foreach (var table in StorageNames.Tables.All)
                await EmptyAsync(table, cancellationToken);
        }

        // For good and first: should the rest be broken off, the anchors of the days in between are explained.
        var at = time.GetUtcNow();
        await anchors.RecordRestoreAsync(new AuditRestore(at, name.ToString(), manifest.Begun), cancellationToken);
        var held = await WriteAsync(name, manifest, by, at, say, cancellationToken);
        return new RestoreResult.Done(manifest.Begun, manifest.Rows, held);
    }

    /// <summary>A backup that is there already would stand for one that was never made.</summary>
    private async Task<BackupName> FreeNameAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        while (await store.FindAsync(BackupName.OfMoment(at), cancellationToken) is not null)
            at += TimeSpan.FromSeconds(1);
        return BackupName.OfMoment(at);
    }

    /// <returns>How many drafts are held.</returns>
    private async Task<int> WriteAsync(BackupName name, BackupManifest manifest, string by, DateTimeOffset at, Action<string> say, CancellationToken cancellationToken)
    {
        await StopAsync(name, manifest, by, at, cancellationToken);
        var held = 0;
        // Drafts last: what points to them may be there too early, they may not.
        foreach (var table in manifest.Tables.OrderBy(t => t.Name == StorageNames.Tables.Drafts))
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(
                store.PartitionsAsync(table, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
                async (rows, token) =>
                {
                    if (table.Name == StorageNames.Tables.Drafts)
                        Interlocked.Add(ref held, await DraftAsync(rows, name, at, token));
                    else
                        await BatchWriter.WriteAllAsync(clients.Table(table.Name), Kept(table.Name, rows), token);
                });
            say($"{table.Name}: {table.Rows} rows");
        }

        return held;
    }

    private async Task StopAsync(BackupName name, BackupManifest manifest, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableEntity> before = [];
        await foreach (var rows in store.PartitionsAsync(manifest.Tables.First(t => t.Name == StorageNames.Tables.Settings), cancellationToken))
        {
            if (rows[0].PartitionKey == StopSwitch.Partition)
                before = rows;
        }

        var stopped = StopSwitch.Stopped(before, "system:restore", by, RestoreRules.StopReason(name, manifest.Begun), at);
        await BatchWriter.WriteAllAsync(clients.Table(StorageNames.Tables.Settings), stopped, cancellationToken);
    }

    /// <returns>1 when the draft is held, 0 when it was finished.</returns>
    private async Task<int> DraftAsync(IReadOnlyList<TableEntity> rows, BackupName name, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (all, changed) = DraftStore.Continue(rows, (head, screening) => RestoreRules.Hold(head, screening, name, at, review.Value), at);
        if (changed is not null)
        {
            // The index rows before the draft, as everywhere.
            await open.SetDueAsync(changed.OpenBucket, changed.Id, changed.Hold?.DueAt ?? at, cancellationToken);
            await open.AddToReviewAsync(changed.Id, cancellationToken);
        }

        await BatchWriter.WriteAllAsync(clients.Table(StorageNames.Tables.Drafts), all, cancellationToken);
        return changed is null ? 0 : 1;
    }

    /// <summary>
    /// Not all rows: the stop switch has been written; what the nightly runs last came to and who holds a lease is not so any more; and without its stamp the
    /// register of consents is not there, so that a yes of that day is not taken for a yes of today.
    /// </summary>
    private static List<TableEntity> Kept(string table, IReadOnlyList<TableEntity> rows) =>
    [
        .. rows.Where(r => (table, r.PartitionKey, r.RowKey) switch
        {
            (StorageNames.Tables.Settings, StopSwitch.Partition or NightlyRuns.Partition, _) => false,
            (StorageNames.Tables.Leases, _, _) => false,
            (StorageNames.Tables.Consents, RegisterStamp.Partition, RegisterStamp.Key) => false,
            _ => true,
        }),
    ];

    private async Task<List<string>> InUseAsync(CancellationToken cancellationToken)
    {
        var inUse = new List<string>();
        foreach (var table in StorageNames.Tables.All)
        {
            // A system that was only just deployed has written down when its nights began, and nothing else.
            var filter = TableClient.CreateQueryFilter($"PartitionKey ne {NightlyRuns.Partition}");
            await foreach (var _ in clients.Table(table).QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
            {
                inUse.Add(table);
                break;
            }
        }

        return inUse;
    }

    /// <summary>Row by row: a deleted table cannot be made again for a while.</summary>
    private async Task EmptyAsync(string name, CancellationToken cancellationToken)
    {
        var table = clients.Table(name);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            table.PartitionsAsync(filter: null, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (rows, token) => await BatchWriter.DeleteAllAsync(table, rows, token));
    }
}

/// <summary>What became of a restore.</summary>
public abstract record RestoreResult
{
    private RestoreResult()
    {
    }

    /// <param name="Since">What happened after this moment is lost.</param>
    /// <param name="Rows">Rows of the backup.</param>
    /// <param name="Held">Drafts that are held now.</param>
    public sealed record Done(DateTimeOffset Since, long Rows, int Held) : RestoreResult;

    /// <summary>Nothing was changed; <paramref name="Why"/> says what stands in the way.</summary>
    public sealed record Refused(string Why) : RestoreResult;
}
