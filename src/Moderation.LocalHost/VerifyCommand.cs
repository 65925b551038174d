using Moderation.Audit;
using Moderation.LocalHost.Storage;

namespace Moderation.LocalHost;

/// <summary>Verifies every audit chain of the kept data, or of the configured account.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(Arguments.Verify arguments, CancellationToken cancellationToken)
    {
        await using var storage = await KeptStorage.OpenAsync(arguments.Data, cancellationToken);
        var chains = 0;
        var events = 0;
        var broken = 0;
        await foreach (var verdict in new AuditVerifier(storage.Clients).VerifyAllAsync(cancellationToken))
        {
            chains++;
            events += verdict.Events;
            if (verdict.Holds)
                continue;
            broken++;
            Console.Error.WriteLine($"{verdict.Partition}: broken at event {verdict.Events}: {verdict.Fault}");
        }

        Console.WriteLine($"{chains} chains, {events} events, {broken} broken.");
        return broken == 0 ? 0 : 1;
    }
}
