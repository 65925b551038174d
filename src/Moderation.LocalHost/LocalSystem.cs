using System.Net;
using System.Net.Sockets;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Moderation.LocalHost.Queues;
using Moderation.LocalHost.SignIn;
using Moderation.LocalHost.Storage;
using Moderation.LocalHost.Wall;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Web;
using OpenTelemetry.Trace;

namespace Moderation.LocalHost;

/// <summary>The whole system in one process: pages, API, wall, queue pump and timers over one storage account.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Azurite? azurite;

    private LocalSystem(WebApplication app, Azurite? azurite, Uri address, WallStore wall)
    {
        this.app = app;
        this.azurite = azurite;
        Address = address;
        Wall = wall;
    }

    public Uri Address { get; }

    public WallStore Wall { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts everything; on return pages answer and queues are pumped.</summary>
    /// <exception cref="LocalException">It cannot start; the message says why.</exception>
    public static async Task<LocalSystem> StartAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var port = options.Port ?? FreePort();
        EnsureFree(port);
        var address = new Uri($"http://localhost:{port}/");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(options.LogLevel);

        Azurite? azurite = null;
        if (options.ConnectionString is { } given)
        {
            builder.Configuration["Storage:ConnectionString"] = given;
        }
        else if (builder.Configuration["Storage:ConnectionString"] is null && builder.Configuration["Storage:AccountName"] is null)
        {
            azurite = await Azurite.StartAsync(options.DataFolder is null ? null : Path.Combine(options.DataFolder, "storage"), LocalFolders.Tools, options.Say, cancellationToken);
            builder.Configuration["Storage:ConnectionString"] = azurite.ConnectionString;
        }

        try
        {
            builder.Configuration["Channels:SandboxUrl"] ??= address.ToString();
            builder.Configuration["Intake:TrustQueueSubmitter"] ??= "true";
            foreach (var (key, value) in options.Settings)
                builder.Configuration[key] = value;
            builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
            {
                // Loopback only: sign-in here is a choice of sample users.
                k.ListenLocalhost(port, l => l.Protocols = HttpProtocols.Http1);
                k.AddServerHeader = false;
            });
            builder.Host.UseDefaultServiceProvider(p => p.ValidateOnBuild = true);

            var wall = new WallStore(options.DataFolder is null ? null : Path.Combine(options.DataFolder, "wall"));
            if (options.StoragePolicy is { } policy)
                builder.Services.AddSingleton(policy);
            builder.Services.AddModerationTelemetry(builder.Configuration);
            builder.Services.ConfigureOpenTelemetryTracerProvider(t => t.AddSource("Microsoft.AspNetCore")); // the request that a journey begins with
            builder.Services.AddModeration(builder.Configuration).AddModerationWeb();
            builder.Services.AddSingleton(new Dependency("content-safety", Ask: null)); // here the local screener is all there is
            builder.Services.AddSampleSignIn(LocalFolders.Samples);
            builder.Services.AddSingleton(options.Queues).AddHostedService<PumpHost>();

            var app = builder.Build();
            // The wall is the outside world: none of the pages' middleware stands before it.
            app.MapWhen(
                context => context.Request.Path.StartsWithSegments("/wall"),
                outside => outside.UseRouting().UseEndpoints(routes => routes.MapWall(wall, app.Services.GetRequiredService<TimeProvider>())));
            app.UseModerationWeb(routes => routes.MapSampleSignIn());
            await app.Services.GetRequiredService<StorageClients>().CreateAllAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            return new LocalSystem(app, azurite, address, wall);
        }
        catch (OptionsValidationException e)
        {
            await StopAsync(azurite);
            throw new LocalException("The settings are not right: " + string.Join(" ", e.Failures), e);
        }
        catch
        {
            await StopAsync(azurite);
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await StopAsync(azurite);
    }

    private static async Task StopAsync(Azurite? azurite)
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    private static void EnsureFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new LocalException($"Port {port} is taken by another program. Stop that one, or choose another port with --port N.", e);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How a local system is started.</summary>
public sealed record LocalOptions
{
    /// <summary>Port on loopback; null takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Where data are kept; null keeps them in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>A storage account instead of an Azurite of its own.</summary>
    public string? ConnectionString { get; init; }

    public QueuePumpSettings Queues { get; init; } = new() { MaxPollingInterval = TimeSpan.FromSeconds(1) };

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Sees every storage request.</summary>
    public HttpPipelinePolicy? StoragePolicy { get; init; }

    /// <summary>Settings on top of the usual ones.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public Action<string> Say { get; init; } = Console.WriteLine;
}
