using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Moderation.Consent.Import;

namespace Moderation.Consent;

/// <summary>
/// The register in table storage. Table <c>people</c> holds one partition per person: row <c>person</c>, rows <c>guardian-…</c> and append-only rows <c>answer-…</c>,
/// so that whatever changes about one person changes in one transaction; row <c>chain</c> and rows <c>a-…</c>, <c>b-…</c> are its audit chain. Table <c>consents</c> holds the stamp.
/// </summary>
/// <remarks>
/// Readers keep the register in memory and read the stamp row before every use. A writer first opens a change in that row, then writes, then closes it under a new stamp.
/// While a change is open readers load afresh and keep nothing: a crash halfway makes them slow, never wrong.
/// </remarks>
public sealed class ConsentRegisterStore(TableClient people, TableClient consents, ConsentPolicy policy, TimeProvider time) : IDisposable
{
    /// <summary>How many people are written under one open change: short enough to finish long before <see cref="RegisterStamp.Abandoned"/>.</summary>
    private const int PeoplePerChange = 200;

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
        WriteAsync([.. records.GroupBy(r => r.Person).Select(g => new PersonChange(g.Key) { Records = [.. g], By = g.First().RecordedBy, Action = "answered" })], Guid.NewGuid().ToString("N"), cancellationToken);

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
        await Parallel.ForEachAsync(Changes([.. sample.People], [.. sample.Guardianships], [.. sample.Records]), cancellationToken, async (one, token) => await writer.WriteAsync(one with { By = "system:sample", Action = "loaded" }, token));
        await stamp.CloseAsync(filling, cancellationToken);
        return true;
    }

    /// <summary>What was changed about a person and by whom, oldest first.</summary>
    public Task<IReadOnlyList<Audit.AuditEvent>> HistoryAsync(PersonId person, CancellationToken cancellationToken) => writer.HistoryAsync(person, cancellationToken);

    /// <summary>What an import did, person by person.</summary>
    internal async Task<IReadOnlyList<(PersonId Person, ImportTrace Trace)>> TracesAsync(string importId, CancellationToken cancellationToken)
    {
        var key = RegisterRows.TraceKey(importId);
        List<(PersonId, ImportTrace)> traces = [];
        await foreach (var row in people.QueryAsync<TableEntity>(r => r.RowKey == key, maxPerPage: 1000, cancellationToken: cancellationToken))
            traces.Add((PersonId.Parse(row.PartitionKey), RegisterRows.Read<ImportTrace>(row.GetString(RegisterRows.Json))));
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
        await foreach (var row in people.QueryAsync<TableEntity>(RegisterRows.WithoutHistory, maxPerPage: 1000, select: ["PartitionKey", "RowKey", RegisterRows.Json], cancellationToken: cancellationToken))
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
                    // Traces of imports and the state of the audit chain.
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
            // People do not depend on each other; each is one transaction.
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (one, token) => await writer.WriteAsync(one, token));
            await stamp.CloseAsync(id, cancellationToken);
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
