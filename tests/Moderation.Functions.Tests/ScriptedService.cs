using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Functions.Tests;

/// <summary>What the service is asked: path with query, the key, and the body.</summary>
/// <param name="Body">Undefined when there is none.</param>
internal sealed record AskedRequest(string Method, string PathAndQuery, string? Key, JsonElement Body);

/// <summary>Azure AI Content Safety on a free port of this machine, answering every request as the test says.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedService(WebApplication app) => this.app = app;

    public ConcurrentQueue<AskedRequest> Requests { get; } = new();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // Kestrel has it once started

    public static async Task<ScriptedService> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var service = new ScriptedService(app);
        app.Run(async context =>
        {
            var request = context.Request;
            using var body = request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding") ? null : await JsonDocument.ParseAsync(request.Body);
            service.Requests.Enqueue(new AskedRequest(
                request.Method, request.Path + request.QueryString.Value, request.Headers["Ocp-Apim-Subscription-Key"], body?.RootElement.Clone() ?? default));
            await answer(context);
        });
        await app.StartAsync();
        return service;
    }

    public static Task<ScriptedService> StartAsync(string json, int status = 200, string? retryAfter = null) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(json);
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
