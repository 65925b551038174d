using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Moderation.Consent;
using Moderation.Storage;

namespace Moderation.Web;

/// <summary>Whether the process runs, and whether all it leans on can be reached. Open to anybody, so it says no more than that.</summary>
internal static partial class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Json(new { status = "ok" }, Json.Options)).RequireAuthorization(Policies.Everyone).ExcludeFromDescription();
        routes.MapGet("/readyz", ReadyAsync).RequireAuthorization(Policies.Everyone).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(StorageClients clients, ConsentRegisterStore register, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger(typeof(Health));
        var answers = await Task.WhenAll(
            AskAsync("tables", async cancel => (await clients.Table(StorageNames.Tables.Drafts).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("ready", "ready", cancellationToken: cancel), true).Item2, logger, cancellationToken),
            AskAsync("queues", async cancel => (await clients.Queue(StorageNames.Queues.Screening).ExistsAsync(cancel)).Value, logger, cancellationToken),
            AskAsync("blobs", async cancel => (await clients.Container(StorageNames.Containers.Media).ExistsAsync(cancel)).Value, logger, cancellationToken),
            AskAsync("consent-register", async cancel => !(await register.GetAsync(cancel)).Missing, logger, cancellationToken));
        var ready = answers.All(a => a.Ready);
        return Results.Json(
            new { status = ready ? "ok" : "unavailable", dependencies = answers.ToDictionary(a => a.Name, a => a.Ready ? "ok" : "unavailable", StringComparer.Ordinal) },
            Json.Options,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(string Name, bool Ready)> AskAsync(
        string name, Func<CancellationToken, Task<bool>> ask, ILogger logger, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return (name, await ask(patience.Token));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, this dependency does not answer: that is what was asked.
            Log.Unavailable(logger, e, name);
            return (name, false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(610, LogLevel.Warning, "{Dependency} does not answer")]
        public static partial void Unavailable(ILogger logger, Exception exception, string dependency);
    }
}
