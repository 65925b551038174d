using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>Reads a chain from its first event on and says where it breaks, if it does. An erased payload is not a break.</summary>
public sealed class AuditVerifier(StorageClients clients)
{
    /// <summary>Chained tables; the register's stamp is a switch between versions, without a history.</summary>
    private static readonly (string Table, string? Filter)[] Chained =
    [
        (StorageNames.Tables.Drafts, null), (StorageNames.Tables.Settings, null),
        (StorageNames.Tables.People, null), (StorageNames.Tables.Consents, "PartitionKey ne 'register'"),
    ];

    /// <summary>Every partition of every chained table, one result each.</summary>
    public async IAsyncEnumerable<ChainVerdict> VerifyAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, filter) in Chained)
        {
            var rows = new List<TableEntity>();
            await foreach (var row in clients.Table(name).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
                {
                    yield return Verify(rows);
                    rows.Clear();
                }

                rows.Add(row);
            }

            if (rows.Count > 0)
                yield return Verify(rows);
        }
    }

    public async Task<ChainVerdict> VerifyAsync(string table, string partition, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in clients.Table(table).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
            rows.Add(row);
        return Verify(rows, partition);
    }

    /// <summary>Pure: the rows of one partition in key order.</summary>
    internal static ChainVerdict Verify(IReadOnlyList<TableEntity> rows, string? partition = null)
    {
        var chain = AuditChain.Empty;
        partition ??= rows.Count > 0 ? rows[0].PartitionKey : "";
        var payloads = rows.Where(r => r.RowKey.StartsWith(AuditRows.PayloadPrefix, StringComparison.Ordinal)).ToDictionary(r => r.RowKey, StringComparer.Ordinal);

        foreach (var row in rows.Where(r => r.RowKey.StartsWith(AuditRows.EventPrefix, StringComparison.Ordinal)))
        {
            var @event = AuditRows.ReadEvent(row);
            if (@event.Sequence != chain.Length + 1)
                return ChainVerdict.Broken(partition, chain.Length + 1, "an event is missing");
            if (@event.PreviousHash != chain.Hash)
                return ChainVerdict.Broken(partition, @event.Sequence, "it does not follow the event before it");
            if (@event.Hash != AuditHash.Of(partition, @event.Sequence, @event.At, @event.Actor, @event.Action, @event.PreviousHash, @event.PayloadHash))
                return ChainVerdict.Broken(partition, @event.Sequence, "the event was changed");
            if (payloads.TryGetValue(AuditRows.PayloadKey(@event.Sequence), out var payload)
                && AuditHash.OfPayload(payload.GetBinary("Salt") ?? [], Chunks.Read(payload, "Payload") ?? "") != @event.PayloadHash)
                return ChainVerdict.Broken(partition, @event.Sequence, "its payload was changed");
            chain = new AuditChain(@event.Sequence, @event.Hash);
        }

        // Cutting events off the end leaves a valid shorter chain; the state row knows how long it was.
        var state = rows.FirstOrDefault(r => r.ContainsKey(ChainColumns.Length));
        if (state is null)
            return ChainVerdict.Broken(partition, chain.Length, "there is no state row to compare with");
        return ChainColumns.Read(state) == chain
            ? new ChainVerdict(partition, chain.Length, null)
            : ChainVerdict.Broken(partition, chain.Length, "the state row expects another last event");
    }
}

/// <param name="Events">Events read, or the sequence at which it breaks.</param>
/// <param name="Fault">Null when the chain holds.</param>
public sealed record ChainVerdict(string Partition, int Events, string? Fault)
{
    public bool Holds => Fault is null;

    internal static ChainVerdict Broken(string partition, int sequence, string fault) => new(partition, sequence, fault);
}
