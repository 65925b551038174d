using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Screening;

/// <summary>
/// When consent has changed: looks again at every post that is under way, so that a withdrawal, a no or protection acts at once and not only
/// at the moment of publishing (A06). The publish gate looks once more all the same.
/// </summary>
public sealed partial class ConsentRecheck(
    DraftStore drafts,
    OpenDrafts open,
    Checks checks,
    ConsentRegisterStore register,
    StorageClients clients,
    IOptions<ReviewSettings> review,
    TimeProvider time,
    ILogger<ConsentRecheck> logger)
{
    private const string Actor = "system:consent";
    private const int Rounds = 5;
    private const int Parallel = 8;

    /// <summary>Stands beside the register's stamp: the version that posts were last looked at with.</summary>
    private const string Partition = "register";
    private const string Key = "rechecked";

    private readonly TableClient table = clients.Table(StorageNames.Tables.Consents);

    /// <summary>Does nothing when the register is still the one posts were last looked at with.</summary>
    /// <returns>How many posts were held back.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var stamp = (await register.GetAsync(cancellationToken)).Stamp;
        var last = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key, cancellationToken: cancellationToken);
        if (stamp.Length == 0 || (last.HasValue && last.Value!.GetString("Stamp") == stamp)) // HasValue
            return 0;

        var changed = 0;
        var ids = await open.AllAsync(cancellationToken).Distinct().ToListAsync(cancellationToken);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                if (await LookAgainAsync(id, token))
                    Interlocked.Increment(ref changed);
            });
        // Last: when anything above fails, all of it is done again.
        await table.UpsertEntityAsync(new TableEntity(Partition, Key) { ["Stamp"] = stamp }, TableUpdateMode.Replace, cancellationToken);
        return changed;
    }

    private async Task<bool> LookAgainAsync(DraftId id, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded || !(loaded.Head.State.MayPublish() || loaded.Head.State is DraftState.Held or DraftState.Escalated))
                return false;
            var now = time.GetUtcNow();
            var at = loaded.Head.Planned is { } planned && planned.Utc > now ? planned.Utc : now;
            var findings = RecheckRules.New(loaded, await checks.ConsentAsync(loaded.Content, at, cancellationToken));
            if (findings.Count == 0)
                return false;

            var next = RecheckRules.After(loaded, findings, now, review.Value);
            if (next.AwaitsPerson)
                await open.AddToReviewAsync(id, cancellationToken);
            var screening = loaded.Screening is { } earlier
                ? earlier with { At = now, Findings = [.. earlier.Findings.Where(f => !findings.Any(n => FindingKeys.Of(n) == FindingKeys.Of(f))), .. findings] }
                : new ScreeningRecord { Version = next.Version, RulebookVersion = checks.RulebookVersion, At = now, Findings = findings };
            var action = next.State == DraftState.Blocked ? "consent-blocked" : "consent-held";
            var change = new DraftChange(next, Actor, action, new { rules = findings.Select(f => f.Rule).Distinct() }) { Screening = screening };
            if (await drafts.TryCommitAsync(loaded, change, cancellationToken) is null)
                continue;
            if (!next.AwaitsPerson)
                await open.RemoveFromReviewAsync(id, cancellationToken);
            Log.HeldBack(logger, id, next.State);
            return true;
        }

        throw new ContentionException();
    }

    private static partial class Log
    {
        [LoggerMessage(160, LogLevel.Information, "Draft {Draft} held back because consent changed: {State}")]
        public static partial void HeldBack(ILogger logger, DraftId draft, DraftState state);
    }
}
