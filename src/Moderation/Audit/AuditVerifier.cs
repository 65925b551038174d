using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>Reads a chain from its first event on and says where it breaks, if it does. An erased payload is not a break.</summary>
public sealed class AuditVerifier(StorageClients clients)
{
    private static readonly string[] ChainedTables = [StorageNames.Tables.Drafts, StorageNames.Tables.Settings, StorageNames.Tables.Channels, StorageNames.Tables.People, StorageNames.Tables.Consents];

    /// <summary>How often a chain that looks broken is looked at before that is believed.</summary>
    private const int Looks = 3;

    /// <summary>Every chain of every chained table, one result each, without anchors to compare with.</summary>
    public IAsyncEnumerable<ChainVerdict> VerifyAllAsync(CancellationToken cancellationToken) => VerifyAllAsync(AnchoredHeads.None, cancellationToken);

    /// <summary>Every chain of every chained table, one result each; last, the chains that were anchored and are gone.</summary>
    public async IAsyncEnumerable<ChainVerdict> VerifyAllAsync(AnchoredHeads anchored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in ChainedTables)
        {
            await foreach (var rows in clients.Table(table).PartitionsAsync(filter: null, cancellationToken))
            {
                // Tables may hold partitions that have no chain; a draft always has one.
                if (table != StorageNames.Tables.Drafts && !IsChain(rows))
                    continue;
                seen.Add(AnchoredHeads.KeyOf(table, rows[0].PartitionKey));
                yield return await BelievedAsync(table, rows, anchored, cancellationToken);
            }
        }

        foreach (var gone in anchored.Keys.Where(key => !seen.Contains(key)))
            yield return ChainVerdict.Broken("", gone, 0, "the whole chain is gone");
    }

    public async Task<ChainVerdict> VerifyAsync(string table, string partition, CancellationToken cancellationToken) =>
        Verify(table, partition, await ReadAsync(table, partition, cancellationToken), []);

    /// <summary>True when these rows of one partition hold a chain, or what is left of one.</summary>
    internal static bool IsChain(IReadOnlyList<TableEntity> rows) => rows.Any(r =>
        r.RowKey.StartsWith(AuditRows.EventPrefix, StringComparison.Ordinal)
        || r.RowKey.StartsWith(AuditRows.PayloadPrefix, StringComparison.Ordinal)
        || r.ContainsKey(ChainColumns.Length));

    /// <summary>Pure: the rows of one partition in key order, against the heads that were anchored of it.</summary>
    internal static ChainVerdict Verify(string table, string partition, IReadOnlyList<TableEntity> rows, IReadOnlyList<AuditChain> anchored)
    {
        var chain = AuditChain.Empty;
        var payloads = rows.Where(r => r.RowKey.StartsWith(AuditRows.PayloadPrefix, StringComparison.Ordinal)).ToDictionary(r => r.RowKey, StringComparer.Ordinal);
        ChainVerdict Broken(int sequence, string fault) => ChainVerdict.Broken(table, partition, sequence, fault);

        foreach (var row in rows.Where(r => r.RowKey.StartsWith(AuditRows.EventPrefix, StringComparison.Ordinal)))
        {
            var @event = AuditRows.ReadEvent(row);
            if (@event.Sequence != chain.Length + 1)
                return Broken(chain.Length + 1, "an event is missing");
            if (@event.PreviousHash != chain.Hash)
                return Broken(@event.Sequence, "it does not follow the event before it");
            if (@event.Hash != AuditHash.Of(partition, @event.Sequence, @event.At, @event.Actor, @event.Action, @event.PreviousHash, @event.PayloadHash))
                return Broken(@event.Sequence, "the event was changed");
            if (payloads.TryGetValue(AuditRows.PayloadKey(@event.Sequence), out var payload)
                && AuditHash.OfPayload(payload.GetBinary("Salt") ?? [], Chunks.Read(payload, "Payload") ?? "") != @event.PayloadHash)
                return Broken(@event.Sequence, "its payload was changed");
            chain = new AuditChain(@event.Sequence, @event.Hash);
            // A chain that was written anew from some event on is sound in itself; only what was kept elsewhere tells.
            if (anchored.Any(a => a.Length == chain.Length && a.Hash != chain.Hash))
                return Broken(@event.Sequence, "it differs from what was anchored");
        }

        // Cutting events off the end leaves a valid shorter chain; the state row knows how long it was, and so do the anchors.
        if (anchored.Any(a => a.Length > chain.Length))
            return Broken(chain.Length, "events that were anchored are gone");
        var state = rows.FirstOrDefault(r => r.ContainsKey(ChainColumns.Length));
        if (state is null)
            return Broken(chain.Length, "there is no state row to compare with");
        return ChainColumns.Read(state) == chain
            ? new ChainVerdict(table, partition, chain.Length, chain.Hash, null)
            : Broken(chain.Length, "the state row expects another last event");
    }

    /// <summary>A partition that changed while its pages were read looks broken once; what is broken looks so every time.</summary>
    private async Task<ChainVerdict> BelievedAsync(string table, IReadOnlyList<TableEntity> rows, AnchoredHeads anchored, CancellationToken cancellationToken)
    {
        var partition = rows[0].PartitionKey;
        var heads = anchored.Of(AnchoredHeads.KeyOf(table, partition));
        var verdict = Verify(table, partition, rows, heads);
        for (var look = 1; look < Looks && !verdict.Holds; look++)
            verdict = Verify(table, partition, await ReadAsync(table, partition, cancellationToken), heads);
        return verdict;
    }

    private async Task<List<TableEntity>> ReadAsync(string table, string partition, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
            rows.Add(row);
        return rows;
    }
}

/// <param name="Table">Table of the chain; empty when only its anchor is left.</param>
/// <param name="Partition">Partition of the chain, or the key it was anchored under.</param>
/// <param name="Events">Events read, or the sequence at which it breaks.</param>
/// <param name="Hash">Hash of the last event.</param>
/// <param name="Fault">Null when the chain holds.</param>
public sealed record ChainVerdict(string Table, string Partition, int Events, string Hash, string? Fault)
{
    public bool Holds => Fault is null;

    internal static ChainVerdict Broken(string table, string partition, int sequence, string fault) => new(table, partition, sequence, AuditEvent.NoHash, fault);
}
