using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Review;
using Moderation.Safety;
using Moderation.Screening;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation.Drafts;

/// <summary>
/// A draft's whole life in one partition of table <c>drafts</c>. Every change is one transaction: the state row with
/// its ETag, what changed, and the audit event with the hash of the event before. Every change is also one step of the draft's trace.
/// </summary>
/// <param name="metrics">Counts what is committed; null for a store that only looks.</param>
public sealed class DraftStore(StorageClients clients, TimeProvider time, DomainMetrics? metrics = null)
{
    private const string StateKey = "state";
    private const string VersionPrefix = "version-";
    private const string ScreeningPrefix = "screening-";
    private const string DecisionPrefix = "decision-";
    private const string AnswersPrefix = "safety-";
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
        var screening = ScreeningOf(rows, head.Version);
        return new LoadedDraft
        {
            Head = head,
            Content = Json.Read<DraftContent>(rows[Key(VersionPrefix, head.Version)]),
            Screening = screening,
            Answers = rows.TryGetValue(Key(AnswersPrefix, head.Version), out var answers)
                ? Json.Read<SafetyRecord>(answers)
                : (screening ?? ScreeningOf(rows, head.Version - 1))?.Safety,
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

    /// <summary>
    /// Keeps what content safety has answered so far, while the draft waits for the rest. No state change: the row only spares
    /// asking again, and the screening that ends the wait holds the answers for good.
    /// </summary>
    public async Task KeepAnswersAsync(DraftHead head, SafetyRecord answers, CancellationToken cancellationToken)
    {
        var row = new TableEntity(head.Id.ToString(), Key(AnswersPrefix, head.Version));
        Chunks.Write(row, Document, Json.Write(answers));
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
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
        await TryWriteAsync(null, change, AuditChain.Empty, cancellationToken) is not null;

    /// <summary>Commits a change on what was loaded; null when somebody else was first and the caller must load again.</summary>
    public async Task<LoadedDraft?> TryCommitAsync(LoadedDraft loaded, DraftChange change, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(loaded, change, loaded.Chain, cancellationToken) is not { } written)
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

    /// <summary>
    /// Pure: the rows of one draft as a backup holds them, with one more change. The state row comes last, so that a draft that is being
    /// written back does not exist before it has changed.
    /// </summary>
    /// <param name="decide">From the state and what the checks found to the change; null leaves the rows as they are.</param>
    /// <exception cref="InvalidDataException">The rows are not those of a draft.</exception>
    internal static (IReadOnlyList<TableEntity> Rows, DraftHead? Changed) Continue(
        IReadOnlyList<TableEntity> rows, Func<DraftHead, ScreeningRecord?, DraftChange?> decide, DateTimeOffset at)
    {
        var partition = rows[0].PartitionKey;
        var state = rows.FirstOrDefault(r => r.RowKey == StateKey) ?? throw new InvalidDataException("A draft has no state row.");
        var head = ReadHead(state);
        var screeningKey = Key(ScreeningPrefix, head.Version);
        var screening = rows.FirstOrDefault(r => r.RowKey == screeningKey) is { } row && Chunks.Read(row, Document) is { } document
            ? Json.Read<ScreeningRecord>(document)
            : null;
        var others = rows.Where(r => r.RowKey != StateKey);
        if (decide(head, screening) is not { } change)
            return ([.. others, state], null);

        var batch = new List<TableTransactionAction>();
        var next = new TableEntity(partition, StateKey);
        Chunks.Write(next, Document, Json.Write(change.Next));
        ChainColumns.Write(next, ChainColumns.Read(state).Append(partition, at, change.Actor, change.Action, Json.Write(change.Payload), batch));
        if (change.Screening is { } found)
        {
            others = others.Where(r => r.RowKey != screeningKey);
            batch.Add(Row(partition, screeningKey, found));
        }

        return ([.. others, .. batch.Select(a => (TableEntity)a.Entity), next], change.Next);
    }

    private async Task<(ETag ETag, AuditChain Chain)?> TryWriteAsync(
        LoadedDraft? before, DraftChange change, AuditChain chain, CancellationToken cancellationToken)
    {
        var head = change.Next;
        using var step = Journey.Step(change.Action, head.Trace);
        step?.SetTag("moderation.draft", head.Id.ToString());
        var partition = head.Id.ToString();
        var batch = new List<TableTransactionAction>();
        var state = new TableEntity(partition, StateKey);
        Chunks.Write(state, Document, Json.Write(head));
        batch.Add(before is { ETag: var match }
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, match)
            : new TableTransactionAction(TableTransactionActionType.Add, state));
        ChainColumns.Write(state, chain = chain.Append(partition, time.GetUtcNow(), change.Actor, change.Action, Json.Write(change.Payload), batch));

        if (change.Content is { } content)
            batch.Add(Row(partition, Key(VersionPrefix, head.Version), content));
        if (change.Screening is { } screening)
            batch.Add(Row(partition, Key(ScreeningPrefix, head.Version), screening, TableTransactionActionType.UpsertReplace));
        if (change.Decision is { } decision)
            batch.Add(Row(partition, Key(DecisionPrefix, (before?.Decisions.Count ?? 0) + 1), decision));

        try
        {
            var written = await BatchWriter.SubmitAsync(table, batch, cancellationToken);
            metrics?.Committed(before, change, time.GetUtcNow());
            return (written, chain);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Somebody else was first, or our own answer was lost on the way: the caller loads and decides anew.
            step.Ended("overtaken", well: false);
            return null;
        }
    }

    private static ScreeningRecord? ScreeningOf(Dictionary<string, string> rows, int version) =>
        rows.TryGetValue(Key(ScreeningPrefix, version), out var screening) ? Json.Read<ScreeningRecord>(screening) : null;

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
