using Moderation.Audit;
using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.LocalHost;

/// <summary>Verifies every audit chain of the kept data, or of the configured account.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(Arguments.Verify arguments, CancellationToken cancellationToken)
    {
        var settings = new StorageSettings();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(StorageSettings.Section).Bind(settings);
        Azurite? azurite = null;
        if (settings.ConnectionString is null && settings.AccountName is null)
        {
            var data = Path.GetFullPath(arguments.Data ?? Path.Combine(LocalFolders.Local, "data"));
            if (!Directory.Exists(data))
                throw new LocalException($"There are no data in {data}. Start the local host first, or name its folder with --data FOLDER.");
            azurite = await Azurite.StartAsync(Path.Combine(data, "storage"), LocalFolders.Tools, Console.WriteLine, cancellationToken);
            settings.ConnectionString = azurite.ConnectionString;
        }

        try
        {
            var chains = 0;
            var events = 0;
            var broken = 0;
            await foreach (var verdict in new AuditVerifier(new StorageClients(settings)).VerifyAllAsync(cancellationToken))
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
        finally
        {
            if (azurite is not null)
                await azurite.DisposeAsync();
        }
    }
}
