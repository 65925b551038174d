using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Protocol;
using Moderation.Telemetry;

namespace Moderation.Safety;

/// <summary>
/// Keeps the service's blocklist in step with the rulebook: at once when the rulebook's terms have changed, and every
/// <see cref="SafetySettings.BlocklistCheckEvery"/> in case somebody changed the list at the service. Only differences are sent.
/// A failure is logged and counted and the next ring of the timer tries again; posts go on meanwhile, because
/// <see cref="BlockedTerms"/> looks for the same terms here.
/// </summary>
public sealed partial class BlocklistSync(
    IBlocklistService service, BlocklistState state, Rulebook rulebook, DomainMetrics metrics, IOptions<SafetySettings> settings, TimeProvider time, ILogger<BlocklistSync> logger)
{
    /// <returns>What was sent; null when nothing had to be, or when it failed.</returns>
    public async Task<BlocklistPlan?> RunAsync(CancellationToken cancellationToken)
    {
        if (service.Name is null)
            return null;
        var now = time.GetUtcNow();
        var digest = DigestOf(rulebook.BlockedTerms);
        var last = await state.ReadAsync(cancellationToken);
        if (last is null && rulebook.BlockedTerms.Count == 0)
            return null;
        if (last?.Digest == digest && now - last.At < settings.Value.BlocklistCheckEvery)
            return null;

        try
        {
            var plan = BlocklistPlan.Between(rulebook.BlockedTerms, (await service.ReadAsync(cancellationToken)).Select(i => (i.Id, i.Text)));
            foreach (var ids in plan.Remove)
                await service.RemoveAsync(ids, cancellationToken);
            foreach (var terms in plan.Add)
                await service.AddAsync(terms, cancellationToken);
            await state.WriteAsync(new(digest, now), cancellationToken);
            Log.InStep(logger, plan.Add.Sum(b => b.Count), plan.Remove.Sum(b => b.Count), plan.LeftOut);
            return plan;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && SafetyFailure.FromException(failure, now) is not null)
        {
            // The service's message may quote a term, so only the reason is told.
            var reason = SafetyFailure.FromException(failure, now)!.Reason; // not null: the filter has just seen it
            metrics.BlocklistFailed(reason.ToString());
            Log.Failed(logger, reason);
            return null;
        }
    }

    private static string DigestOf(IEnumerable<string> terms) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms.Order(StringComparer.Ordinal)))));

    private static partial class Log
    {
        [LoggerMessage(630, LogLevel.Information, "Blocklist in step: {Added} added, {Removed} removed, {LeftOut} cannot be held by the service")]
        public static partial void InStep(ILogger logger, int added, int removed, int leftOut);

        [LoggerMessage(631, LogLevel.Warning, "Blocklist could not be brought in step ({Reason}); tried again at the next ring")]
        public static partial void Failed(ILogger logger, NotAnalysedReason reason);
    }
}
