using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Storage;

namespace Moderation.Consent;

/// <summary>
/// Writes what changes about one person: rows, the chain's new state and the audit event that records it, in one transaction.
/// The one place where rows of people are written.
/// </summary>
internal sealed class PersonWriter(TableClient people, TimeProvider time)
{
    /// <summary>Rows about the person in one transaction; three more record it.</summary>
    private const int BatchLimit = BatchWriter.MaxOperations - 3;

    private const int Attempts = 8;

    /// <summary>All of it at once when it fits in one transaction; otherwise the noes first. May be repeated: what is there already is not written again.</summary>
    public async Task WriteAsync(PersonChange change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Somebody new can be added without looking; when something is there after all, the table says so and we look.
                var there = attempt == 1 && IsNew(change) ? [] : await RowsAsync(change.Id, cancellationToken);
                await CommitAsync(change, Actions(change, there), there.GetValueOrDefault(RegisterRows.ChainKey), cancellationToken);
                return;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && attempt < Attempts)
            {
                // Somebody wrote about the same person in between: read again and decide anew.
            }
        }
    }

    /// <summary>What was changed about a person and by whom, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEvent>> HistoryAsync(PersonId person, CancellationToken cancellationToken)
    {
        var events = new List<AuditEvent>();
        await foreach (var row in people.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {person.ToString()} and RowKey ge {AuditRows.EventPrefix} and RowKey lt {RegisterRows.FirstAfterEvents}"), cancellationToken: cancellationToken))
            events.Add(AuditRows.ReadEvent(row));
        return events;
    }

    private static bool IsNew(PersonChange change) => change is { Remove: false, Trace: { Before: null, After: not null } };

    private async Task<Dictionary<string, TableEntity>> RowsAsync(PersonId person, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in people.QueryAsync<TableEntity>(
            $"{TableClient.CreateQueryFilter($"PartitionKey eq {person.ToString()}")} and {RegisterRows.WithoutHistory}", cancellationToken: cancellationToken))
            rows[row.RowKey] = row;
        return rows;
    }

    private async Task CommitAsync(PersonChange change, List<TableTransactionAction> actions, TableEntity? state, CancellationToken cancellationToken)
    {
        var partition = change.Id.ToString();
        var chain = state is null ? AuditChain.Empty : ChainColumns.Read(state);
        var etag = state?.ETag;
        foreach (var some in actions.Chunk(BatchLimit))
        {
            var next = new TableEntity(partition, RegisterRows.ChainKey);
            List<TableTransactionAction> batch =
            [
                etag is { } match ? new(TableTransactionActionType.UpdateReplace, next, match) : new(TableTransactionActionType.Add, next),
                .. some,
            ];
            chain = chain.Append(partition, time.GetUtcNow(), change.By, change.Action, PayloadOf(change, some), batch);
            ChainColumns.Write(next, chain);
            etag = await BatchWriter.SubmitAsync(people, batch, cancellationToken);
        }
    }

    /// <summary>Which rows, never what stands in them: an answer's key holds the hash of the answer.</summary>
    private static string PayloadOf(PersonChange change, IEnumerable<TableTransactionAction> actions) => Json.Write(new
    {
        rows = actions.Select(a => a.ActionType == TableTransactionActionType.Delete ? "-" + a.Entity.RowKey : a.Entity.RowKey),
        import = change.Trace?.ImportId,
    });

    /// <summary>What has to be written for a change, given what is there: answers that exist are never written again.</summary>
    private static List<TableTransactionAction> Actions(PersonChange change, Dictionary<string, TableEntity> there)
    {
        var partition = change.Id.ToString();
        List<TableTransactionAction> actions = [];
        // Noes first: when a change is too large for one transaction, what is written first must be on the safe side.
        foreach (var record in change.Records.OrderByDescending(static r => r.SaysNo).ThenBy(static r => r.Value == ConsentValue.Granted).ThenBy(static r => r.Order))
            Add(RegisterRows.AnswerKey(record), record);
        // Of contradictory rows about the same guardian and period the least authority counts.
        foreach (var same in change.Guardianships.GroupBy(RegisterRows.GuardianshipKey))
            Put(same.Key, same.OrderBy(g => g.Authority is Authority.No ? 0 : g.Authority is Authority.Unknown ? 1 : 2).First());
        if (change.Trace is { } trace)
            Add(RegisterRows.TraceKey(trace.ImportId), trace);
        if (FactsAreAsExpected(change, there.GetValueOrDefault(RegisterRows.PersonKey)))
        {
            if (change.Person is { } person)
                Put(RegisterRows.PersonKey, person);
            else if (change.Remove && there.TryGetValue(RegisterRows.PersonKey, out var gone))
                actions.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, RegisterRows.PersonKey), gone.ETag));
        }

        return actions;

        void Add<T>(string key, T value)
        {
            if (there.TryAdd(key, new TableEntity()))
                actions.Add(new(TableTransactionActionType.Add, RegisterRows.Row(partition, key, value)));
        }

        void Put<T>(string key, T value)
        {
            var row = RegisterRows.Row(partition, key, value);
            if (!there.TryGetValue(key, out var old))
                actions.Add(new(TableTransactionActionType.Add, row));
            else if (old.GetString(RegisterRows.Json) != row.GetString(RegisterRows.Json))
                actions.Add(new(TableTransactionActionType.UpdateReplace, row, old.ETag));
        }
    }

    /// <summary>An import or its undoing was decided on facts that somebody may have changed since, such as protection; then the newer facts stay.</summary>
    private static bool FactsAreAsExpected(PersonChange change, TableEntity? row)
    {
        var expected = change.Expected ?? change.Trace?.Before;
        if (change is { Expected: null, Trace: null })
            return true;
        return row is null ? expected is null : expected is not null && RegisterRows.Same(RegisterRows.Read<Person>(row.GetString(RegisterRows.Json)), expected);
    }
}
