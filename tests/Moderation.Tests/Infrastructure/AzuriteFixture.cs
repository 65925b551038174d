using Moderation.LocalHost.Storage;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Moderation.Tests.Infrastructure;

/// <summary>One Azurite in memory for the whole test run; each test takes a prefix of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int counter;
    private Azurite? azurite;

    public string ConnectionString => azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite has not started.");

    public async ValueTask InitializeAsync() =>
        azurite = await Azurite.StartAsync(dataFolder: null, LocalFolders.Tools, _ => { }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>Settings with a prefix that nobody else has.</summary>
    public StorageSettings NewSettings() => new() { ConnectionString = ConnectionString, Prefix = $"t{Interlocked.Increment(ref counter)}" };

    /// <summary>Clients of a fresh, empty account.</summary>
    public async Task<StorageClients> NewStorageAsync()
    {
        var clients = new StorageClients(NewSettings());
        await clients.CreateAllAsync(TestContext.Current.CancellationToken);
        return clients;
    }
}
