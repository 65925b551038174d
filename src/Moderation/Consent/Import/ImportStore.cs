using Azure.Data.Tables;

namespace Moderation.Consent.Import;

/// <summary>Applies and undoes imports, and keeps their log and the mapping profiles (table <c>consents</c>, partitions <c>imports</c> and <c>profiles</c>).</summary>
public sealed class ImportStore(ConsentRegisterStore register, TableClient consents, TimeProvider time)
{
    private const string Imports = "imports";
    private const string Profiles = "profiles";

    /// <summary>Applies a dry run, each pupil at once or not at all. May be repeated after it was broken off; what is there already is not written again.</summary>
    public async Task<ImportLog> ApplyAsync(ImportPlan plan, string appliedBy, CancellationToken cancellationToken)
    {
        if (await FindAsync(plan.Id, cancellationToken) is { Status: not ImportStatus.Applying } done)
            return done;
        var log = ImportLog.Of(plan, appliedBy, time.GetUtcNow());
        await SaveAsync(Imports, log.Id, log, cancellationToken);
        await register.ApplyAsync([.. plan.Changes], cancellationToken);
        log = log with { Status = ImportStatus.Applied };
        await SaveAsync(Imports, log.Id, log, cancellationToken);
        return log;
    }

    /// <summary>Undoes an import: its answers no longer count, and facts nobody changed since go back. May be repeated after it was broken off.</summary>
    /// <returns>Null when there is no such import.</returns>
    public async Task<ImportLog?> RevertAsync(string importId, string revertedBy, CancellationToken cancellationToken)
    {
        if (await FindAsync(importId, cancellationToken) is not { } log)
            return null;
        if (log.Status == ImportStatus.Reverted)
            return log;
        log = log with { Status = ImportStatus.Reverting, RevertedAt = time.GetUtcNow(), RevertedBy = revertedBy };
        await SaveAsync(Imports, log.Id, log, cancellationToken);

        var now = await register.GetAsync(cancellationToken);
        List<PersonChange> undo = [];
        foreach (var (person, trace) in await register.TracesAsync(importId, cancellationToken))
        {
            if (ImportUndo.Plan(now, person, trace, time.GetUtcNow(), revertedBy) is { } change)
                undo.Add(change);
        }

        await register.ApplyAsync(undo, cancellationToken);
        log = log with { Status = ImportStatus.Reverted };
        await SaveAsync(Imports, log.Id, log, cancellationToken);
        return log;
    }

    /// <summary>All imports, the latest first.</summary>
    public async Task<IReadOnlyList<ImportLog>> ImportsAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAllAsync<ImportLog>(Imports, cancellationToken)).OrderByDescending(l => l.AppliedAt)];

    /// <summary>Saved profiles by name.</summary>
    public async Task<IReadOnlyList<MappingProfile>> ProfilesAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAllAsync<MappingProfile>(Profiles, cancellationToken)).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Saves a profile under its name, in place of an earlier one of that name.</summary>
    public Task SaveProfileAsync(MappingProfile profile, CancellationToken cancellationToken) =>
        // A name may hold characters that keys may not.
        SaveAsync(Profiles, Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(profile.Name)), profile, cancellationToken);

    private async Task<ImportLog?> FindAsync(string importId, CancellationToken cancellationToken)
    {
        var found = await consents.GetEntityIfExistsAsync<TableEntity>(Imports, importId, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? RegisterRows.Read<ImportLog>(row.GetString(RegisterRows.Json)) : null;
    }

    private async Task<List<T>> ReadAllAsync<T>(string partition, CancellationToken cancellationToken)
    {
        List<T> all = [];
        await foreach (var row in consents.QueryAsync<TableEntity>(r => r.PartitionKey == partition, cancellationToken: cancellationToken))
            all.Add(RegisterRows.Read<T>(row.GetString(RegisterRows.Json)));
        return all;
    }

    private async Task SaveAsync<T>(string partition, string key, T value, CancellationToken cancellationToken) =>
        await consents.UpsertEntityAsync(RegisterRows.Row(partition, key, value), TableUpdateMode.Replace, cancellationToken);
}
