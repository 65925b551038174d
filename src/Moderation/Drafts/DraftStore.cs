using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Review;
using Moderation.Screening;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>
/// A draft's whole life in one partition of table <c>drafts</c>. Every change is one transaction: the state row with
/// its ETag, what changed, and the audit event with the hash of the event before.
/// </summary>
public sealed class DraftStore(StorageClients clients, TimeProvider time)
{
    private const string StateKey = "state";
    private const string VersionPrefix = "version-";
    private const string ScreeningPrefix = "screening-";
    private const string DecisionPrefix = "decision-";
    private const string Document = "Document";

    private readonly TableClient table = clients.Table(StorageNames.Tables.Drafts);

    /// <summary>What an approval is bound to: SHA-256 of the content as it is stored.</summary>
    public static string HashOf(DraftContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(content))));

    /// <summary>Everything but the history, in one request; null when there is no such draft.</summary>
    public async Task<LoadedDraft?> LoadAsync(DraftId id, CancellationToken cancellationToken)
    {
        var partition = id.ToString();
        TableEntity? state = null;
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {AuditRows.FirstAfterChain}"), cancellationToken: cancellationToken))
        {
            if (row.RowKey == StateKey)
                state = row;
            else if (Chunks.Read(row, Document) is { } document)
                rows[row.RowKey] = document;
        }

        if (state is null)
            return null;
        var head = ReadHead(state);
        return new LoadedDraft
        {
            Head = head,
            Content = Json.Read<DraftContent>(rows[Key(VersionPrefix, head.Version)]),
            Screening = rows.TryGetValue(Key(ScreeningPrefix, head.Version), out var screening) ? Json.Read<ScreeningRecord>(screening) : null,
            Decisions = [.. rows.Where(r => r.Key.StartsWith(DecisionPrefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => Json.Read<Decision>(r.Value))],
            ETag = state.ETag,
            Chain = ChainColumns.Read(state),
        };
    }

    /// <summary>Only the state row: for lists.</summary>
    public async Task<DraftHead?> FindHeadAsync(DraftId id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), StateKey, cancellationToken: cancellationToken);
        return row.HasValue ? ReadHead(row.Value!) : null; // HasValue
    }

    /// <summary>The history of a draft, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEvent>> HistoryAsync(DraftId id, CancellationToken cancellationToken)
    {
        var partition = id.ToString();
        var events = new List<AuditEvent>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {AuditRows.PayloadPrefix}"), cancellationToken: cancellationToken))
            events.Add(AuditRows.ReadEvent(row));
        return events;
    }

    /// <summary>Every version of every draft that is stored, draft by draft: for a request for access, which must be complete. Reads the whole table.</summary>
    public async IAsyncEnumerable<StoredVersion> AllVersionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Per draft the state row comes first: its key sorts before those of the versions.
        DraftHead? head = null;
        await foreach (var row in table.QueryAsync<TableEntity>($"RowKey eq '{StateKey}' or (RowKey ge '{VersionPrefix}' and RowKey lt 'version.')", maxPerPage: 1000, cancellationToken: cancellationToken))
        {
            if (row.RowKey == StateKey)
                head = ReadHead(row);
            else if (head?.Id.ToString() == row.PartitionKey && Chunks.Read(row, Document) is { } document)
                yield return new StoredVersion(head, int.Parse(row.RowKey.AsSpan(VersionPrefix.Length), CultureInfo.InvariantCulture), Json.Read<DraftContent>(document));
        }
    }

    /// <summary>Stores a new draft with its first version; false when it exists already.</summary>
    public async Task<bool> TryCreateAsync(DraftChange change, CancellationToken cancellationToken) =>
        await TryWriteAsync(change, AuditChain.Empty, etag: null, decisionNumber: 1, cancellationToken) is not null;

    /// <summary>Commits a change on what was loaded; null when somebody else was first and the caller must load again.</summary>
    public async Task<LoadedDraft?> TryCommitAsync(LoadedDraft loaded, DraftChange change, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(change, loaded.Chain, loaded.ETag, loaded.Decisions.Count + 1, cancellationToken) is not { } written)
            return null;
        return loaded with
        {
            Head = change.Next,
            Content = change.Content ?? loaded.Content,
            Screening = change.Screening ?? (change.Content is null ? loaded.Screening : null),
            Decisions = change.Decision is null ? loaded.Decisions : [.. loaded.Decisions, change.Decision],
            ETag = written.ETag,
            Chain = written.Chain,
        };
    }

    private async Task<(ETag ETag, AuditChain Chain)?> TryWriteAsync(
        DraftChange change, AuditChain chain, ETag? etag, int decisionNumber, CancellationToken cancellationToken)
    {
        var head = change.Next;
        var partition = head.Id.ToString();
        var batch = new List<TableTransactionAction>();
        var state = new TableEntity(partition, StateKey);
        Chunks.Write(state, Document, Json.Write(head));
        batch.Add(etag is { } match
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, match)
            : new TableTransactionAction(TableTransactionActionType.Add, state));
        ChainColumns.Write(state, chain = chain.Append(partition, time.GetUtcNow(), change.Actor, change.Action, Json.Write(change.Payload), batch));

        if (change.Content is { } content)
            batch.Add(Row(partition, Key(VersionPrefix, head.Version), content));
        if (change.Screening is { } screening)
            batch.Add(Row(partition, Key(ScreeningPrefix, head.Version), screening, TableTransactionActionType.UpsertReplace));
        if (change.Decision is { } decision)
            batch.Add(Row(partition, Key(DecisionPrefix, decisionNumber), decision));

        try
        {
            return (await BatchWriter.SubmitAsync(table, batch, cancellationToken), chain);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Somebody else was first, or our own answer was lost on the way: the caller loads and decides anew.
            return null;
        }
    }

    private static DraftHead ReadHead(TableEntity state) =>
        Json.Read<DraftHead>(Chunks.Read(state, Document) ?? throw new InvalidDataException("A state row has no document."));

    private static TableTransactionAction Row<T>(
        string partition, string key, T document, TableTransactionActionType type = TableTransactionActionType.Add)
    {
        var row = new TableEntity(partition, key);
        Chunks.Write(row, Document, Json.Write(document));
        return new TableTransactionAction(type, row);
    }

    private static string Key(string prefix, int number) => prefix + number.ToString("D6", CultureInfo.InvariantCulture);
}
