using Moderation.Storage;

namespace Moderation.Consent.Import;

/// <summary>What the page and the command do with a file: look at it, apply it, undo it.</summary>
public sealed class ImportDesk(ConsentRegisterStore register, ImportStore store, QueueSender queue, TimeProvider time)
{
    /// <summary>Largest file: a row of 200 bytes for each of two parents of 50,000 pupils.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The profile to read a file with: the saved one that knows most of its columns, or a guess; null when nothing in it looks like a student number.</summary>
    public async Task<MappingProfile?> ProfileForAsync(ImportFile file, CancellationToken cancellationToken)
    {
        var saved = (await store.ProfilesAsync(cancellationToken))
            .Where(p => p.Columns.All(c => file.Columns.Contains(c, StringComparer.OrdinalIgnoreCase)))
            .MaxBy(p => p.Columns.Count());
        return saved ?? ProfileSuggestion.For(file.Columns, (await register.GetAsync(cancellationToken)).Policy);
    }

    /// <summary>A dry run, kept until somebody decides on it. Nothing in the register changes.</summary>
    /// <param name="by">User id.</param>
    public async Task<ImportOutcome> PlanAsync(ImportFile file, MappingProfile profile, string by, CancellationToken cancellationToken)
    {
        var outcome = ImportPlanner.Plan(await register.GetAsync(cancellationToken), file, profile, time.GetUtcNow(), by);
        if (outcome is ImportOutcome.Planned planned)
            await store.KeepAsync(planned.Plan, cancellationToken);
        return outcome;
    }

    /// <summary>Has a dry run applied; the stage does it. May be called again.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> ApplyAsync(string id, string by, CancellationToken cancellationToken) =>
        await SendAsync(id, await store.BeginApplyAsync(id, by, cancellationToken), cancellationToken);

    /// <summary>Has an import undone; the stage does it. May be called again.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<Words?> RevertAsync(string id, string by, CancellationToken cancellationToken) =>
        await SendAsync(id, await store.BeginRevertAsync(id, by, cancellationToken), cancellationToken);

    private async Task<Words?> SendAsync(string id, Words? objection, CancellationToken cancellationToken)
    {
        if (objection is null)
            await queue.ImportAsync(id, cancellationToken);
        return objection;
    }
}
