using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Moderation.Consent.Import;
using Moderation.Storage;

namespace Moderation.Consent;

/// <summary>
/// The register in table storage. Table <c>people</c> holds one partition per person: row <c>state</c> with the facts and who has authority, and append-only rows
/// <c>given-…</c> and <c>import-…</c> with all answers that came in at once, so that whatever changes about one person changes in one transaction of few rows;
/// the audit chain stands in row <c>state</c> and rows <c>a-…</c>, <c>b-…</c>. Table <c>consents</c> holds the stamp.
/// </summary>
/// <remarks>
/// Readers keep the register in memory and read the stamp row before every use. A writer first opens a change in that row, then writes, then closes it under a new stamp.
/// While a change is open readers load afresh and keep nothing: a crash halfway makes them slow, never wrong.
/// </remarks>
public sealed class ConsentRegisterStore(TableClient people, TableClient consents, ConsentPolicy policy, TimeProvider time) : IDisposable
{
    /// <summary>How many people are written under one open change: short enough to finish long before <see cref="RegisterStamp.Abandoned"/>.</summary>
    private const int PeoplePerChange = 250;

    /// <summary>From so many people on, reading the whole table first costs less than reading each of them.</summary>
    private const int Many = 50;

    private const int AtOnce = 16;

    private readonly RegisterStamp stamp = new(consents, time);
    private readonly PersonWriter writer = new(people, time);
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
        ApplyAsync([.. records.GroupBy(r => r.Person).Select(g => new PersonChange(g.Key) { Records = [.. g], By = g.First().RecordedBy, Action = "answered" })], cancellationToken);

    /// <summary>Adds people, or replaces what is known about them, with who has authority over them.</summary>
    public Task SaveAsync(IReadOnlyList<Person> persons, IReadOnlyList<Guardianship> guardianships, CancellationToken cancellationToken) =>
        ApplyAsync(Changes(persons, guardianships, []), cancellationToken);

    /// <summary>Writes changes, each of them at once or not at all. May be repeated: what is there already is not written again.</summary>
    public Task ApplyAsync(IReadOnlyList<PersonChange> changes, CancellationToken cancellationToken) =>
        ApplyAsync(changes, static _ => Task.CompletedTask, cancellationToken);

    /// <inheritdoc cref="ApplyAsync(IReadOnlyList{PersonChange}, CancellationToken)"/>
    /// <param name="written">Told now and then how many are.</param>
    public async Task ApplyAsync(IReadOnlyList<PersonChange> changes, Func<int, Task> written, CancellationToken cancellationToken)
    {
        var known = changes.Count < Many ? null : await KnownAsync(changes, cancellationToken);
        var change = Guid.NewGuid().ToString("N");
        var (part, done) = (0, 0);
        foreach (var some in changes.Chunk(PeoplePerChange))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{change}-{part++}");
            await stamp.OpenAsync(id, cancellationToken);
            // People do not depend on each other; each is one transaction.
            await Parallel.ForEachAsync(
                some,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (one, token) => await writer.WriteAsync(one, known is null ? null : known.GetValueOrDefault(one.Id, StoredPerson.Nothing), token));
            await stamp.CloseAsync(id, cancellationToken);
            await written(done += some.Length);
        }
    }

    /// <summary>Fills an empty store with a made-up school. Does nothing when there is a register; goes on when an earlier filling was broken off.</summary>
    /// <returns>False when there was a register already.</returns>
    public async Task<bool> LoadSampleAsync(ConsentRegister sample, CancellationToken cancellationToken)
    {
        const string filling = "sample";
        if (await stamp.ReadAsync(cancellationToken) is { } row && !row.IsOpen(filling))
            return false;
        // One change for the whole school: until it is closed the filling counts as broken off.
        await stamp.OpenAsync(filling, cancellationToken);
        await Parallel.ForEachAsync(Changes([.. sample.People], [.. sample.Guardianships], [.. sample.Records]), cancellationToken, async (one, token) => await writer.WriteAsync(one with { By = "system:sample", Action = "loaded" }, known: null, token));
        await stamp.CloseAsync(filling, cancellationToken);
        return true;
    }

    /// <summary>What was changed about a person and by whom, oldest first.</summary>
    public Task<IReadOnlyList<Audit.AuditEvent>> HistoryAsync(PersonId person, CancellationToken cancellationToken) => writer.HistoryAsync(person, cancellationToken);

    /// <summary>What an import did, person by person.</summary>
    internal async Task<IReadOnlyList<(PersonId Person, ImportTrace Trace)>> TracesAsync(string importId, CancellationToken cancellationToken)
    {
        var key = RegisterRows.ImportKey(importId);
        List<(PersonId, ImportTrace)> traces = [];
        await foreach (var row in people.QueryAsync<TableEntity>(r => r.RowKey == key, maxPerPage: 1000, cancellationToken: cancellationToken))
        {
            if (RegisterRows.Read<GivenAnswers>(row).Trace is { } trace)
                traces.Add((PersonId.Parse(row.PartitionKey), trace));
        }

        return traces;
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
        await foreach (var rows in people.PartitionsAsync(RegisterRows.WithoutHistory, cancellationToken))
        {
            var stored = StoredPerson.Read(rows);
            if (stored.Facts.Person is { } person)
                persons.Add(person);
            records.AddRange(stored.Records);
            guardianships.AddRange(stored.Facts.Guardianships);
        }

        return new ConsentRegister(persons, records, guardianships, policy, value);
    }

    /// <summary>What is there of the people who change. It may be old by the time they are written; the table says so then.</summary>
    private async Task<Dictionary<PersonId, StoredPerson>> KnownAsync(IReadOnlyList<PersonChange> changes, CancellationToken cancellationToken)
    {
        var known = new Dictionary<PersonId, StoredPerson>();
        var wanted = changes.Select(static c => c.Id).ToHashSet();
        await foreach (var rows in people.PartitionsAsync(RegisterRows.WithoutHistory, cancellationToken))
        {
            if (PersonId.TryParse(rows[0].PartitionKey, out var id) && wanted.Contains(id))
                known[id] = StoredPerson.Read(rows);
        }

        return known;
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
