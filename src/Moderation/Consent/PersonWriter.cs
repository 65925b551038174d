using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Consent.Import;
using Moderation.Storage;

namespace Moderation.Consent;

/// <summary>
/// Writes what changes about one person: the state row, one row for all answers that came in at once, and the audit event that records it,
/// in one transaction. The one place where rows of people are written.
/// </summary>
internal sealed class PersonWriter(TableClient people, TimeProvider time)
{
    /// <summary>Answers in one row; together a fraction of the largest row.</summary>
    private const int AnswersPerRow = 50;

    /// <summary>Rows of answers in one transaction, which then stays far under 4 MiB.</summary>
    private const int RowsPerTransaction = 12;

    private const int Attempts = 8;

    /// <summary>All of it at once when it fits in one transaction; otherwise the noes first. May be repeated: what is there already is not written again.</summary>
    /// <param name="known">What was read before; when that has changed since, the table says so and it is read again.</param>
    public async Task WriteAsync(PersonChange change, StoredPerson? known, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Somebody new can be added without looking; when something is there after all, the table says so and we look.
                var there = attempt > 1 ? await ReadAsync(change.Id, cancellationToken)
                    : known ?? (IsNew(change) ? StoredPerson.Nothing : await ReadAsync(change.Id, cancellationToken));
                await CommitAsync(change, there, cancellationToken);
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
            TableClient.CreateQueryFilter($"PartitionKey eq {person.ToString()} and RowKey ge {AuditRows.EventPrefix} and RowKey lt {AuditRows.PayloadPrefix}"), cancellationToken: cancellationToken))
            events.Add(AuditRows.ReadEvent(row));
        return events;
    }

    private static bool IsNew(PersonChange change) => change is { Remove: false, Trace: { Before: null, After: not null } };

    private async Task<StoredPerson> ReadAsync(PersonId person, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        await foreach (var row in people.QueryAsync<TableEntity>(
            $"{TableClient.CreateQueryFilter($"PartitionKey eq {person.ToString()}")} and {RegisterRows.WithoutHistory}", cancellationToken: cancellationToken))
            rows.Add(row);
        return StoredPerson.Read(rows);
    }

    private async Task CommitAsync(PersonChange change, StoredPerson there, CancellationToken cancellationToken)
    {
        var partition = change.Id.ToString();
        var answers = AnswerRows(change, there);
        var facts = Facts(change, there.Facts);
        if (answers.Count == 0 && RegisterRows.Same(facts, there.Facts))
            return;

        var (chain, etag) = (there.Chain, there.ETag);
        AnswerRow[][] parts = answers.Count == 0 ? [[]] : [.. answers.Chunk(RowsPerTransaction)];
        foreach (var part in parts)
        {
            // Facts change with the last part: what is written first, the noes, is on the safe side.
            var now = part == parts[^1] ? facts : there.Facts;
            var state = RegisterRows.Row(partition, RegisterRows.StateKey, now);
            List<TableTransactionAction> batch =
            [
                etag is { } match ? new(TableTransactionActionType.UpdateReplace, state, match) : new(TableTransactionActionType.Add, state),
                .. part.Select(static row => new TableTransactionAction(TableTransactionActionType.Add, row.Row)),
            ];
            chain = chain.Append(partition, time.GetUtcNow(), change.By, change.Action, Payload(change, part, there.Facts, now), batch);
            ChainColumns.Write(state, chain);
            etag = await BatchWriter.SubmitAsync(people, batch, cancellationToken);
        }
    }

    /// <summary>What changed, never what it says: an answer's id is a hash of the answer.</summary>
    private static string Payload(PersonChange change, AnswerRow[] answers, PersonFacts before, PersonFacts after) => Json.Write(new
    {
        Person = RegisterRows.Same(before.Person, after.Person) ? null : after.Person is null ? "removed" : "set",
        Guardians = after.Guardianships.Except(before.Guardianships).Select(static g => g.Guardian.ToString()),
        Answers = answers.SelectMany(static a => a.Ids),
        Import = change.Trace?.ImportId,
    });

    /// <summary>The answers that have to be written, given what is there: those that exist are never written again.</summary>
    private static List<AnswerRow> AnswerRows(PersonChange change, StoredPerson there)
    {
        var partition = change.Id.ToString();
        var known = there.Records.Select(static r => r.Id).ToHashSet(StringComparer.Ordinal);
        // Noes first: when a change is too large for one transaction, what is written first must be on the safe side.
        (ConsentRecord Record, string Id)[][] parts =
        [
            .. change.Records.Select(static r => (Record: r, r.Id)).Where(r => known.Add(r.Id))
                .OrderByDescending(static r => r.Record.SaysNo).ThenBy(static r => r.Record.Value == ConsentValue.Granted).ThenBy(static r => r.Record.Order)
                .Chunk(AnswersPerRow),
        ];
        var import = change.Trace is { } trace && !there.Keys.Contains(RegisterRows.ImportKey(trace.ImportId)) ? trace : null;
        // An import leaves its trace also where it brings no answers.
        if (import is not null && parts.Length == 0)
            parts = [[]];
        return [.. parts.Select((part, i) => Row(part, i == 0 ? import : null))];

        AnswerRow Row((ConsentRecord Record, string Id)[] part, ImportTrace? of)
        {
            IReadOnlyList<string> ids = [.. part.Select(static p => p.Id)];
            var answers = new GivenAnswers([.. part.Select(static p => p.Record)], of);
            return new AnswerRow(RegisterRows.Row(partition, of is null ? RegisterRows.GivenKey(answers.Records, ids) : RegisterRows.ImportKey(of.ImportId), answers), ids);
        }
    }

    private static PersonFacts Facts(PersonChange change, PersonFacts before)
    {
        var authority = before.Guardianships.ToDictionary(static g => (g.Guardian, g.From, g.Until));
        // Of contradictory rows about the same guardian and period the least authority counts.
        foreach (var same in change.Guardianships.GroupBy(static g => (g.Guardian, g.From, g.Until)))
            authority[same.Key] = same.OrderBy(static g => g.Authority is Authority.No ? 0 : g.Authority is Authority.Unknown ? 1 : 2).First();
        return new PersonFacts(
            !FactsAreAsExpected(change, before.Person) ? before.Person : change.Person ?? (change.Remove ? null : before.Person),
            [.. authority.Values.OrderBy(static g => g.Guardian.ToString(), StringComparer.Ordinal).ThenBy(static g => g.From).ThenBy(static g => g.Until)]);
    }

    /// <summary>An import or its undoing was decided on facts that somebody may have changed since, such as protection; then the newer facts stay.</summary>
    private static bool FactsAreAsExpected(PersonChange change, Person? now)
    {
        if (change is { Expected: null, Trace: null })
            return true;
        var expected = change.Expected ?? change.Trace?.Before;
        return now is null ? expected is null : expected is not null && RegisterRows.Same(now, expected);
    }

    /// <param name="Ids">Ids of the answers in it.</param>
    private sealed record AnswerRow(TableEntity Row, IReadOnlyList<string> Ids);
}
