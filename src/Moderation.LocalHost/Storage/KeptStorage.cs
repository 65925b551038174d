using Moderation.Storage;

namespace Moderation.LocalHost.Storage;

/// <summary>The storage a command works on: the configured account, or the data that the local host keeps, in an Azurite of its own.</summary>
public sealed class KeptStorage : IAsyncDisposable
{
    private readonly Azurite? azurite;

    private KeptStorage(StorageSettings settings, Azurite? azurite)
    {
        this.azurite = azurite;
        Clients = new StorageClients(settings);
    }

    public StorageClients Clients { get; }

    /// <param name="folder">Folder of the data; null is the default one.</param>
    /// <exception cref="LocalException">There are no data, or the local host holds them; the message says what to do.</exception>
    public static async Task<KeptStorage> OpenAsync(string? folder, CancellationToken cancellationToken)
    {
        var settings = new StorageSettings();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(StorageSettings.Section).Bind(settings);
        if (settings.ConnectionString is not null || settings.AccountName is not null)
            return new KeptStorage(settings, null);
        var data = Path.GetFullPath(folder ?? Path.Combine(LocalFolders.Local, "data"));
        if (!Directory.Exists(data))
            throw new LocalException($"There are no data in {data}. Start the local host first, or name its folder with --data FOLDER.");
        var azurite = await Azurite.StartAsync(Path.Combine(data, "storage"), LocalFolders.Tools, Console.Error.WriteLine, cancellationToken);
        settings.ConnectionString = azurite.ConnectionString;
        return new KeptStorage(settings, azurite);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
