using Azure;
using Azure.Data.Tables;

namespace Moderation.Storage;

/// <summary>
/// The one way to write more than one row: an entity-group transaction that keeps to Azure's limits.
/// Azurite does not enforce them, so a batch that works here would fail only in Azure if nobody counted.
/// </summary>
/// <remarks>Limits: apis.md §14.2 (100 operations, 4 MiB, 1 MiB an entity, 64 KiB a property, one partition).</remarks>
public static class BatchWriter
{
    public const int MaxOperations = 100;
    public const int MaxBatchBytes = 4 * 1024 * 1024;
    public const int MaxEntityBytes = 1024 * 1024;
    public const int MaxPropertyBytes = 64 * 1024;
    public const int MaxProperties = 252;

    /// <exception cref="BatchLimitException">The batch breaks a limit of Azure Tables; nothing was sent.</exception>
    /// <exception cref="RequestFailedException">409 or 412: somebody else was first; nothing was written.</exception>
    /// <returns>The new ETag of the first row, by convention the state row.</returns>
    public static async Task<ETag> SubmitAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        Check(actions);
        var answers = await table.SubmitTransactionAsync(actions, cancellationToken);
        return answers.Value[0].Headers.ETag ?? throw new InvalidDataException("The table service gave no ETag.");
    }

    /// <summary>
    /// Writes any number of rows of one partition, over what is there, in as few batches as fit. Only the last batch is all or nothing:
    /// put the row that makes the others count at the end.
    /// </summary>
    public static async Task WriteAllAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        foreach (var row in rows)
        {
            var size = SizeOf(row);
            if (batch.Count == MaxOperations || bytes + size > MaxBatchBytes)
            {
                await SubmitAsync(table, batch, cancellationToken);
                batch.Clear();
                bytes = 0;
            }

            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            bytes += size;
        }

        if (batch.Count > 0)
            await SubmitAsync(table, batch, cancellationToken);
    }

    /// <summary>Deletes rows of one partition as they were read.</summary>
    /// <exception cref="RequestFailedException">404 or 412: somebody else changed them; the batches before that one took effect.</exception>
    public static async Task DeleteAllAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(MaxOperations))
        {
            TableTransactionAction[] batch =
                [.. some.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(r.PartitionKey, r.RowKey), r.ETag))];
            Check(batch);
            await table.SubmitTransactionAsync(batch, cancellationToken);
        }
    }

    internal static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > MaxOperations)
            throw new BatchLimitException($"A batch has 1-{MaxOperations} operations; this one has {actions.Count}.");
        if (actions.Select(a => a.Entity.PartitionKey).Distinct(StringComparer.Ordinal).Skip(1).Any())
            throw new BatchLimitException("A batch stays within one partition.");
        if (actions.Select(a => a.Entity.RowKey).Distinct(StringComparer.Ordinal).Count() != actions.Count)
            throw new BatchLimitException("A batch touches each row once.");

        var total = 0L;
        foreach (var action in actions)
            total += SizeOf(action.Entity);
        if (total > MaxBatchBytes)
            throw new BatchLimitException($"A batch is at most {MaxBatchBytes} bytes; this one has {total}.");
    }

    private static long SizeOf(ITableEntity entity)
    {
        if (entity is not TableEntity row)
            throw new BatchLimitException("A batch takes table rows whose size can be counted.");
        if (row.Count > MaxProperties + 3)
            throw new BatchLimitException($"A row has at most {MaxProperties} properties; this one has {row.Count}.");

        var size = 0L;
        foreach (var (name, value) in row)
        {
            var bytes = value switch
            {
                string text => 2L * text.Length,
                byte[] binary => binary.Length,
                BinaryData data => data.ToMemory().Length,
                _ => 16,
            };
            if (bytes > MaxPropertyBytes)
                throw new BatchLimitException($"Property {name} has {bytes} bytes; at most {MaxPropertyBytes} fit.");
            size += bytes + (2 * name.Length) + 8;
        }

        if (size > MaxEntityBytes)
            throw new BatchLimitException($"A row is at most {MaxEntityBytes} bytes; this one has {size}.");
        return size;
    }
}

/// <summary>A batch that Azure Tables would refuse. Says which limit; holds no data.</summary>
public sealed class BatchLimitException(string message) : Exception(message);
