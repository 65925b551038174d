using Moderation.Audit;

namespace Moderation.LocalHost;

/// <summary>Verifies every audit chain of the kept data, or of the configured account, in itself and against its anchors.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(Arguments.Verify arguments, CancellationToken cancellationToken)
    {
        await using var kept = await KeptData.OpenAsync(arguments.Data, cancellationToken);
        var report = await kept.Get<AuditRound>().VerifyAsync(cancellationToken);
        foreach (var restore in report.Restores)
            Console.WriteLine($"Restored at {restore.At:u} from backup {restore.Backup}: anchors after {restore.Since:u} up to then are not compared with.");
        foreach (var fault in report.Faults)
            Console.Error.WriteLine($"{fault.Table} {fault.Partition}: broken at event {fault.Events}: {fault.Fault}");
        foreach (var fault in report.AnchorFaults)
            Console.Error.WriteLine($"anchor {fault}");
        Console.WriteLine($"{report.Chains} chains, {report.Events} events, {report.Broken} broken.");
        return report.Broken == 0 ? 0 : 1;
    }
}
