using Azure;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>
/// Documents that each have a partition and an audit chain of their own: every change replaces the state row and records who did what, in one transaction.
/// </summary>
/// <param name="prefix">Beginning of the partition keys, e.g. <c>import-</c>.</param>
/// <param name="write">Document to text.</param>
/// <param name="read">Text to document.</param>
internal sealed class ChainedDocuments<T>(TableClient table, string prefix, Func<T, string> write, Func<string, T> read, TimeProvider time)
    where T : class
{
    private const string StateKey = "state";
    private const string Document = "Document";

    /// <summary>A document as it was read, with what a change of it must match.</summary>
    public sealed record Stored(T Value, ETag ETag, AuditChain Chain);

    public async Task<Stored?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(prefix + id, StateKey, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null; // HasValue
    }

    public async Task<IReadOnlyList<T>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<T>();
        // The character after the prefix's last one ends the range.
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {end} and RowKey eq {StateKey}"), cancellationToken: cancellationToken))
            all.Add(Read(row).Value);
        return all;
    }

    /// <summary>Writes a new document, or the next one after <paramref name="before"/>.</summary>
    /// <param name="payload">What the chain keeps, erasable: ids and codes.</param>
    /// <returns>False when somebody else was first: read again and decide anew.</returns>
    public async Task<bool> TryWriteAsync(string id, Stored? before, T next, string actor, string action, object payload, CancellationToken cancellationToken)
    {
        var state = new TableEntity(prefix + id, StateKey);
        Chunks.Write(state, Document, write(next));
        List<TableTransactionAction> batch =
            [before is null ? new(TableTransactionActionType.Add, state) : new(TableTransactionActionType.UpdateReplace, state, before.ETag)];
        ChainColumns.Write(state, (before?.Chain ?? AuditChain.Empty).Append(prefix + id, time.GetUtcNow(), actor, action, Json.Write(payload), batch));
        try
        {
            await BatchWriter.SubmitAsync(table, batch, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private Stored Read(TableEntity row) => new(
        read(Chunks.Read(row, Document) ?? throw new InvalidDataException("A state row has no document.")), row.ETag, ChainColumns.Read(row));
}
