using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Consent;
using Moderation.Storage;

namespace Moderation.Web;

/// <summary>Whether the process runs, and whether all it leans on can be reached. Open to anybody, so it says no more than that.</summary>
internal static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<Readiness>()
        .AddSingleton(s => new Dependency("tables", async cancel =>
        {
            await s.GetRequiredService<StorageClients>().Table(StorageNames.Tables.Drafts).GetEntityIfExistsAsync<TableEntity>("ready", "ready", cancellationToken: cancel);
            return true; // no such row, but an answer
        }))
        .AddSingleton(s => new Dependency("queues", async cancel => (await s.GetRequiredService<StorageClients>().Queue(StorageNames.Queues.Screening).ExistsAsync(cancel)).Value))
        .AddSingleton(s => new Dependency("blobs", async cancel => (await s.GetRequiredService<StorageClients>().Container(StorageNames.Containers.Media).ExistsAsync(cancel)).Value))
        .AddSingleton(s => new Dependency("consent-register", async cancel => !(await s.GetRequiredService<ConsentRegisterStore>().GetAsync(cancel)).Missing));

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Json(new { status = ReadyAnswer.Ok }, Json.Options)).RequireAuthorization(Policies.Everyone).ExcludeFromDescription();
        routes.MapGet("/readyz", ReadyAsync).RequireAuthorization(Policies.Everyone).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var answer = await readiness.AskAsync(cancellationToken);
        return Results.Json(answer, Json.Options, statusCode: answer.Status == ReadyAnswer.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
