using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.LocalHost.Wall;

namespace Moderation.Tests.Infrastructure;

/// <summary>The school wall on a free port over real HTTP, as an outside channel; its clock is the test's.</summary>
public sealed class TestWall : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestWall(WebApplication app, WallStore store, Uri address)
    {
        this.app = app;
        Store = store;
        Address = address;
    }

    public WallStore Store { get; }

    public Uri Address { get; }

    public static async Task<TestWall> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var store = new WallStore(folder: null);
        app.MapWall(store, time);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel has it once started
        return new TestWall(app, store, new Uri(address + "/"));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
