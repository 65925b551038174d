using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Moderation.Consent;

/// <summary>
/// The register in table storage. Table <c>people</c> holds one partition per person: row <c>person</c>, rows <c>guardian-…</c> and append-only rows <c>answer-…</c>,
/// so that whatever changes about one person changes in one transaction. Table <c>consents</c> holds the stamp.
/// </summary>
/// <remarks>
/// Readers keep the register in memory and read the stamp row before every use. A writer first opens a change in that row, then writes, then closes it under a new stamp.
/// While a change is open readers load afresh and keep nothing: a crash halfway makes them slow, never wrong.
/// </remarks>
public sealed class ConsentRegisterStore(TableClient people, TableClient consents, ConsentPolicy policy, TimeProvider time) : IDisposable
{
    /// <summary>Operations in one entity-group transaction.</summary>
    private const int BatchLimit = 100;

    /// <summary>How many people are written under one open change: short enough to finish long before <see cref="RegisterStamp.Abandoned"/>.</summary>
    private const int PeoplePerChange = 200;

    private const int Attempts = 8;

    private readonly RegisterStamp stamp = new(consents, time);
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile ConsentRegister? kept;

    /// <summary>The register as it is now: one point read when nothing has changed. Without a stamp row there is no register.</summary>
    public async ValueTask<ConsentRegister> GetAsync(CancellationToken cancellationToken)
    {
        if (await CurrentAsync(cancellationToken) is { } current)
            return current;
        await loading.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have loaded it in the meantime.
            return await CurrentAsync(cancellationToken) ?? await LoadAsync(cancellationToken);
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Appends answers. An answer that is already there is left as it is.</summary>
    public Task RecordAsync(IReadOnlyList<ConsentRecord> records, CancellationToken cancellationToken) =>
        WriteAsync([.. records.GroupBy(r => r.Person).Select(g => new PersonChange(g.Key) { Records = [.. g] })], Guid.NewGuid().ToString("N"), cancellationToken);

    /// <summary>Adds people, or replaces what is known about them, with who has authority over them.</summary>
    public Task SaveAsync(IReadOnlyList<Person> persons, IReadOnlyList<Guardianship> guardianships, CancellationToken cancellationToken) =>
        WriteAsync(Changes(persons, guardianships, []), Guid.NewGuid().ToString("N"), cancellationToken);

    /// <summary>Writes changes, each of them at once or not at all. May be repeated: what is there already is not written again.</summary>
    public Task ApplyAsync(IReadOnlyList<PersonChange> changes, CancellationToken cancellationToken) =>
        WriteAsync(changes, Guid.NewGuid().ToString("N"), cancellationToken);

    /// <summary>Fills an empty store with a made-up school. Does nothing when there is a register; goes on when an earlier filling was broken off.</summary>
    /// <returns>False when there was a register already.</returns>
    public async Task<bool> LoadSampleAsync(ConsentRegister sample, CancellationToken cancellationToken)
    {
        const string filling = "sample";
        if (await stamp.ReadAsync(cancellationToken) is { } row && !row.IsOpen(filling))
            return false;
        // One change for the whole school: until it is closed the filling counts as broken off.
        await stamp.OpenAsync(filling, cancellationToken);
        foreach (var change in Changes([.. sample.People], [.. sample.Guardianships], [.. sample.Records]))
            await WriteAsync(change, cancellationToken);
        await stamp.CloseAsync(filling, cancellationToken);
        return true;
    }

    public void Dispose() => loading.Dispose();

    private async ValueTask<ConsentRegister?> CurrentAsync(CancellationToken cancellationToken) =>
        await stamp.ReadAsync(cancellationToken) switch
        {
            null => ConsentRegister.Empty,
            { Changing: false } row when kept is { } register && register.Stamp == row.Value => register,
            _ => null,
        };

    private async Task<ConsentRegister> LoadAsync(CancellationToken cancellationToken)
    {
        ConsentRegister register;
        var attempt = 0;
        do
        {
            var before = await stamp.ReadAsync(cancellationToken);
            if (before is null)
                return ConsentRegister.Empty;
            register = await ReadAllAsync(before.Value, cancellationToken);
            if (before.Changing)
            {
                if (await stamp.CloseAbandonedAsync(before, cancellationToken))
                    continue;
                return register;
            }

            var after = await stamp.ReadAsync(cancellationToken);
            if (after is { Changing: false } && after.Value == before.Value)
                return kept = register;
        }
        while (++attempt < 3);
        // Changed under our hands every time: right for now, and asked again at the next use.
        return register;
    }

    private async Task<ConsentRegister> ReadAllAsync(string value, CancellationToken cancellationToken)
    {
        List<Person> persons = [];
        List<ConsentRecord> records = [];
        List<Guardianship> guardianships = [];
        await foreach (var row in people.QueryAsync<TableEntity>(maxPerPage: 1000, select: ["PartitionKey", "RowKey", RegisterRows.Json], cancellationToken: cancellationToken))
        {
            var json = row.GetString(RegisterRows.Json);
            switch (RegisterRows.KindOf(row.RowKey))
            {
                case RegisterRows.Kind.Person:
                    persons.Add(RegisterRows.Read<Person>(json));
                    break;
                case RegisterRows.Kind.Guardianship:
                    guardianships.Add(RegisterRows.Read<Guardianship>(json));
                    break;
                case RegisterRows.Kind.Answer:
                    records.Add(RegisterRows.Read<ConsentRecord>(json));
                    break;
                default:
                    // Rows of others in the partition (the audit chain) are not ours to read.
                    break;
            }
        }

        return new ConsentRegister(persons, records, guardianships, policy, value);
    }

    private async Task WriteAsync(IReadOnlyList<PersonChange> changes, string change, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var some in changes.Chunk(PeoplePerChange))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{change}-{part++}");
            await stamp.OpenAsync(id, cancellationToken);
            foreach (var one in some)
                await WriteAsync(one, cancellationToken);
            await stamp.CloseAsync(id, cancellationToken);
        }
    }

    private async Task WriteAsync(PersonChange change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitAsync(change.Id, await ActionsAsync(change, cancellationToken), cancellationToken);
                return;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && attempt < Attempts)
            {
                // Somebody wrote about the same person in between: read again and decide anew.
            }
        }
    }

    /// <summary>What has to be written for a change, given what is there: answers that exist are never written again.</summary>
    private async Task<IReadOnlyList<TableTransactionAction>> ActionsAsync(PersonChange change, CancellationToken cancellationToken)
    {
        var partition = change.Id.ToString();
        var there = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in people.QueryAsync<TableEntity>(r => r.PartitionKey == partition, cancellationToken: cancellationToken))
            there[row.RowKey] = row;

        List<TableTransactionAction> actions = [];
        // Noes first: when a change is too large for one transaction, what is written first must be on the safe side.
        foreach (var record in change.Records.OrderByDescending(static r => r.SaysNo).ThenBy(static r => r.Value == ConsentValue.Granted).ThenBy(static r => r.Order))
            Add(RegisterRows.AnswerKey(record), record);
        // Of contradictory rows about the same guardian and period the least authority counts.
        foreach (var same in change.Guardianships.GroupBy(RegisterRows.GuardianshipKey))
            Put(same.Key, same.OrderBy(g => g.Authority is Authority.No ? 0 : g.Authority is Authority.Unknown ? 1 : 2).First());
        if (change.Person is { } person)
            Put(RegisterRows.PersonKey, person);
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

    /// <summary>Commits what changes about one person. The one place where rows of people are written.</summary>
    private async Task CommitAsync(PersonId person, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var batch in actions.Chunk(BatchLimit))
        {
            if (batch.Any(a => a.Entity.PartitionKey != person.ToString()))
                throw new InvalidOperationException("A transaction is about one person.");
            await people.SubmitTransactionAsync(batch, cancellationToken);
        }
    }

    private static IReadOnlyList<PersonChange> Changes(IReadOnlyList<Person> persons, IReadOnlyList<Guardianship> guardianships, IReadOnlyList<ConsentRecord> records)
    {
        var byId = persons.ToDictionary(p => p.Id);
        var authority = guardianships.ToLookup(g => g.Pupil);
        var answers = records.ToLookup(r => r.Person);
        return [.. byId.Keys.Concat(authority.Select(g => g.Key)).Concat(answers.Select(g => g.Key)).Distinct()
            .Select(id => new PersonChange(id) { Person = byId.GetValueOrDefault(id), Guardianships = [.. authority[id]], Records = [.. answers[id]] })];
    }
}
