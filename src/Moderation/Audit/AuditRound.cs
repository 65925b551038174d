using Microsoft.Extensions.Logging;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>
/// The nightly round along the audit chains: each is verified in itself and against the anchors of all nights before, and the heads of
/// those that changed are anchored. What does not add up is logged, reported as <c>moderation.audit.broken</c> and so told to a person.
/// </summary>
public sealed partial class AuditRound(AuditVerifier verifier, AuditAnchors anchors, NightlyRuns runs, TimeProvider time, ILogger<AuditRound> logger)
{
    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var (report, reading, changed) = await LookAsync(cancellationToken);
        foreach (var fault in report.Faults)
            Log.Fault(logger, fault.Table, fault.Events, fault.Fault ?? "");
        foreach (var fault in report.AnchorFaults)
            Log.AnchorFault(logger, fault);

        // A broken chain is not among them: what is wrong must not become what is kept.
        if (changed.Count > 0)
            await anchors.TryWriteAsync(new AuditAnchor(at, reading.LastName, reading.LastHash, changed), cancellationToken);
        await runs.FinishedAsync(NightlyRuns.Audit, report.Broken, cancellationToken);

        if (report.Broken > 0)
            Log.Failed(logger, report.Broken, report.Chains);
        else
            Log.Verified(logger, report.Chains, report.Events, changed.Count);
        return report;
    }

    /// <summary>Verifies, and writes nothing.</summary>
    public async Task<AuditReport> VerifyAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Report;

    private async Task<(AuditReport Report, AnchorReading Reading, List<AnchoredHead> Changed)> LookAsync(CancellationToken cancellationToken)
    {
        var reading = await anchors.ReadAsync(cancellationToken);
        var changed = new List<AnchoredHead>();
        var faults = new List<ChainVerdict>();
        var (chains, events) = (0, 0);
        await foreach (var verdict in verifier.VerifyAllAsync(reading.Heads, cancellationToken))
        {
            chains++;
            events += verdict.Events;
            var key = AnchoredHeads.KeyOf(verdict.Table, verdict.Partition);
            if (!verdict.Holds)
                faults.Add(verdict);
            else if (!reading.Heads.Of(key).Any(h => h.Length == verdict.Events))
                changed.Add(new AnchoredHead(key, verdict.Events, verdict.Hash));
        }

        return (new AuditReport(chains, events, faults, reading.Faults, reading.Restores), reading, changed);
    }

    private static partial class Log
    {
        [LoggerMessage(950, LogLevel.Information, "Audit verified: {Chains} chains, {Events} events; {Anchored} heads anchored")]
        public static partial void Verified(ILogger logger, int chains, int events, int anchored);

        [LoggerMessage(951, LogLevel.Critical, "Audit verification failed: {Broken} faults in {Chains} chains")]
        public static partial void Failed(ILogger logger, int broken, int chains);

        // Which chain it is says the command "verify": a key may be a person's.
        [LoggerMessage(952, LogLevel.Error, "Audit verification failed: a chain of table '{Table}' at event {Event}: {Fault}")]
        public static partial void Fault(ILogger logger, string table, int @event, string fault);

        [LoggerMessage(953, LogLevel.Error, "Audit verification failed: anchor {Fault}")]
        public static partial void AnchorFault(ILogger logger, string fault);
    }
}

/// <param name="Chains">Chains looked at.</param>
/// <param name="Faults">Chains that do not add up.</param>
/// <param name="AnchorFaults">Anchors that do not add up.</param>
/// <param name="Restores">Times that the tables were put back; anchors in between are not compared with.</param>
public sealed record AuditReport(
    int Chains, int Events, IReadOnlyList<ChainVerdict> Faults, IReadOnlyList<string> AnchorFaults, IReadOnlyList<AuditRestore> Restores)
{
    public int Broken => Faults.Count + AnchorFaults.Count;
}
