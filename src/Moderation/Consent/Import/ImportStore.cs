using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Moderation.Audit;

namespace Moderation.Consent.Import;

/// <summary>
/// Keeps dry runs, applies and undoes them, and keeps their log and the mapping profiles (table <c>consents</c>, one audit chain an import and a profile).
/// Applying and undoing may be broken off at any point: called again they go on where they were.
/// </summary>
public sealed class ImportStore(ConsentRegisterStore register, TableClient consents, BlobContainerClient incoming, TimeProvider time)
{
    /// <summary>After so long the register has moved on: look at the file again.</summary>
    public static readonly TimeSpan PlanLasts = TimeSpan.FromDays(1);

    private const int Attempts = 8;
    private const string ProgressKey = "progress";
    private const string LogPrefix = "import-";

    private readonly PlanFiles plans = new(incoming);
    private readonly ChainedDocuments<ImportLog> logs = Documents<ImportLog>(consents, LogPrefix, time);
    private readonly ChainedDocuments<MappingProfile> profiles = Documents<MappingProfile>(consents, "profile-", time);

    /// <summary>Keeps a dry run until somebody decides on it. Nothing in the register changes.</summary>
    public async Task<ImportLog> KeepAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        await plans.SaveAsync(plan, cancellationToken);
        var log = ImportLog.Of(plan);
        await logs.TryWriteAsync(log.Id, null, log, plan.PlannedBy, "planned", new { log.FileHash, log.Profile, log.Rows }, cancellationToken);
        return log;
    }

    public async Task<ImportLog?> FindAsync(string id, CancellationToken cancellationToken) => (await logs.FindAsync(id, cancellationToken))?.Value;

    /// <summary>The dry run itself; null once it was applied or dropped.</summary>
    public Task<ImportPlan?> PlanOfAsync(string id, CancellationToken cancellationToken) => plans.FindAsync(id, cancellationToken);

    /// <summary>Says that a dry run is to be applied; <see cref="RunAsync"/> does it.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public Task<Words?> BeginApplyAsync(string id, string by, CancellationToken cancellationToken) => ChangeAsync(id, by, "applying", log => log switch
    {
        { Status: ImportStatus.Applying or ImportStatus.Applied, Stuck: false } => (null, null),
        { Status: ImportStatus.Applying } => (log with { Stuck = false }, null),
        { Status: ImportStatus.Planned } when time.GetUtcNow() - log.PlannedAt > PlanLasts => (null, new Words(
            "Deze proef is ouder dan een dag en het register kan intussen veranderd zijn. Kies het bestand opnieuw.", "This dry run is more than a day old and the register may have changed. Choose the file again.")),
        { Status: ImportStatus.Planned } => (log with { Status = ImportStatus.Applying, AppliedAt = time.GetUtcNow(), AppliedBy = by }, null),
        _ => (null, NotNow),
    }, cancellationToken);

    /// <summary>Says that an import is to be undone; <see cref="RunAsync"/> does it.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public Task<Words?> BeginRevertAsync(string id, string by, CancellationToken cancellationToken) => ChangeAsync(id, by, "reverting", log => log switch
    {
        { Status: ImportStatus.Reverting or ImportStatus.Reverted, Stuck: false } => (null, null),
        { Status: ImportStatus.Reverting } => (log with { Stuck = false }, null),
        // What was broken off halfway can be undone as far as it came.
        { Status: ImportStatus.Applied } or { Status: ImportStatus.Applying, Stuck: true } =>
            (log with { Status = ImportStatus.Reverting, Stuck = false, RevertedAt = time.GetUtcNow(), RevertedBy = by }, null),
        _ => (null, NotNow),
    }, cancellationToken);

    /// <summary>Throws a dry run away.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> DropAsync(string id, string by, CancellationToken cancellationToken)
    {
        var objection = await ChangeAsync(id, by, "dropped", log => log.Status switch
        {
            ImportStatus.Dropped => (null, null),
            ImportStatus.Planned => (log with { Status = ImportStatus.Dropped }, null),
            _ => (null, NotNow),
        }, cancellationToken);
        if (objection is null)
            await plans.RemoveAsync(id, cancellationToken);
        return objection;
    }

    /// <summary>Applies or undoes what was begun, each pupil at once or not at all; does nothing when that is done.</summary>
    /// <param name="report">Told how far it is.</param>
    public async Task RunAsync(string id, Action<ImportProgress>? report, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Busy: true, Stuck: false } log)
            return;
        var applying = log.Status == ImportStatus.Applying;
        var changes = applying ? await ToApplyAsync(log, cancellationToken) : await ToUndoAsync(log, cancellationToken);
        await SaveProgressAsync(id, new(0, changes.Count, time.GetUtcNow()), cancellationToken);
        await register.ApplyAsync(changes, async done =>
        {
            var progress = new ImportProgress(done, changes.Count, time.GetUtcNow());
            await SaveProgressAsync(id, progress, cancellationToken);
            report?.Invoke(progress);
        }, cancellationToken);

        var by = (applying ? log.AppliedBy : log.RevertedBy) ?? "";
        await ChangeAsync(id, by, applying ? "applied" : "reverted", now => now.Status == log.Status
            ? (now with { Status = applying ? ImportStatus.Applied : ImportStatus.Reverted, Stuck = false }, null)
            : (null, null), cancellationToken);
        await plans.RemoveAsync(id, cancellationToken);
    }

    /// <summary>Five deliveries could not finish it: a person sees that and has it tried again.</summary>
    public Task GiveUpAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, "system:poison", "stuck", log => (log is { Busy: true, Stuck: false } ? log with { Stuck = true } : null, null), cancellationToken);

    public async Task<ImportProgress?> ProgressAsync(string id, CancellationToken cancellationToken)
    {
        var row = await consents.GetEntityIfExistsAsync<TableEntity>(LogPrefix + id, ProgressKey, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found }
            ? new(found.GetInt32("Done") ?? 0, found.GetInt32("Total") ?? 0, found.GetDateTimeOffset("At") ?? default)
            : null;
    }

    /// <summary>All imports, the latest first.</summary>
    public async Task<IReadOnlyList<ImportLog>> ImportsAsync(CancellationToken cancellationToken) =>
        [.. (await logs.AllAsync(cancellationToken)).OrderByDescending(l => l.PlannedAt)];

    /// <summary>Saved profiles by name.</summary>
    public async Task<IReadOnlyList<MappingProfile>> ProfilesAsync(CancellationToken cancellationToken) =>
        [.. (await profiles.AllAsync(cancellationToken)).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Saves a profile under its name, in place of an earlier one of that name.</summary>
    public async Task SaveProfileAsync(MappingProfile profile, string by, CancellationToken cancellationToken)
    {
        // A name may hold characters that keys may not.
        var id = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(profile.Name));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await profiles.FindAsync(id, cancellationToken);
            if ((before is not null && RegisterRows.Same(before.Value, profile)) || await profiles.TryWriteAsync(id, before, profile, by, "saved", new { profile.TextVersion }, cancellationToken))
                return;
        }

        throw new InvalidOperationException("Others kept changing the same profile.");
    }

    private async Task<IReadOnlyList<PersonChange>> ToApplyAsync(ImportLog log, CancellationToken cancellationToken)
    {
        // The plan goes only after the log says that it was applied.
        var plan = await plans.FindAsync(log.Id, cancellationToken) ?? throw new InvalidDataException("The dry run of an import has gone before it was applied.");
        return [.. plan.Changes.Select(c => c with { By = log.AppliedBy ?? log.PlannedBy, Action = "imported" })];
    }

    private async Task<IReadOnlyList<PersonChange>> ToUndoAsync(ImportLog log, CancellationToken cancellationToken)
    {
        var now = await register.GetAsync(cancellationToken);
        List<PersonChange> undo = [];
        foreach (var (person, trace) in await register.TracesAsync(log.Id, cancellationToken))
        {
            if (ImportUndo.Plan(now, person, trace, time.GetUtcNow(), log.RevertedBy ?? "") is { } change)
                undo.Add(change with { By = log.RevertedBy ?? "", Action = "import-undone" });
        }

        return undo;
    }

    private async Task<Words?> ChangeAsync(
        string id, string by, string action, Func<ImportLog, (ImportLog? Next, Words? Objection)> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await logs.FindAsync(id, cancellationToken) is not { } found)
                return Unknown;
            var (next, objection) = decide(found.Value);
            if (next is null || await logs.TryWriteAsync(id, found, next, by, action, new { from = found.Value.Status, to = next.Status }, cancellationToken))
                return objection;
        }

        throw new InvalidOperationException("Others kept changing the same import.");
    }

    private async Task SaveProgressAsync(string id, ImportProgress progress, CancellationToken cancellationToken) =>
        await consents.UpsertEntityAsync(
            new TableEntity(LogPrefix + id, ProgressKey) { ["Done"] = progress.Done, ["Total"] = progress.Total, ["At"] = progress.At }, TableUpdateMode.Replace, cancellationToken);

    private static ChainedDocuments<T> Documents<T>(TableClient table, string prefix, TimeProvider time)
        where T : class => new(
            table, prefix, value => JsonSerializer.Serialize(value, RegisterRows.Format), RegisterRows.Read<T>, time);

    /// <summary>There is no such import.</summary>
    public static Words Unknown { get; } = new("Deze import bestaat niet (meer).", "This import does not exist (any more).");

    private static readonly Words NotNow = new(
        "Dat kan in deze toestand van de import niet. Ververs de pagina om te zien hoe het ervoor staat.", "That cannot be done in this state of the import. Refresh the page to see where it stands.");
}
