using Moderation.LocalHost.Storage;

namespace Moderation.LocalHost;

/// <summary>The system without pages, queues and timers, over the data that are kept: the account that the settings name, or the local folder.</summary>
public sealed class KeptData : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Azurite? azurite;

    private KeptData(ServiceProvider services, Azurite? azurite)
    {
        this.services = services;
        this.azurite = azurite;
    }

    /// <param name="data">Folder of the local host; null means its usual one.</param>
    /// <exception cref="LocalException">There are no data, or they are in use.</exception>
    public static async Task<KeptData> OpenAsync(string? data, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        Azurite? azurite = null;
        if (configuration["Storage:ConnectionString"] is null && configuration["Storage:AccountName"] is null)
        {
            var folder = Path.GetFullPath(data ?? Path.Combine(LocalFolders.Local, "data"));
            if (!Directory.Exists(folder))
                throw new LocalException($"There are no data in {folder}. Start the local host first, or name its folder with --data FOLDER.");
            azurite = await Azurite.StartAsync(Path.Combine(folder, "storage"), LocalFolders.Tools, Console.WriteLine, cancellationToken);
            configuration["Storage:ConnectionString"] = azurite.ConnectionString;
        }

        var services = new ServiceCollection().AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Azure", LogLevel.Error));
        services.AddModeration(configuration);
        return new KeptData(services.BuildServiceProvider(), azurite);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
