using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moderation.Storage;
using Moderation.Web.Api;
using Moderation.Web.Pages;

namespace Moderation.Web;

/// <summary>The pages and the API as one pipeline that both hosts run. A host adds its sign-in scheme and nothing else.</summary>
public static class WebComposition
{
    public static IServiceCollection AddModerationWeb(this IServiceCollection services)
    {
        services.AddOptions<WebSettings>().BindConfiguration(WebSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        services.AddRouting();
        services.AddAuthentication();
        services.AddAuthorization(Policies.Configure);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
        services.AddRateLimiter(RateLimits.Configure);
        services.ConfigureHttpJsonOptions(options =>
        {
            // What the API document describes is what Json.Options reads and writes.
            options.SerializerOptions.Encoder = Json.Options.Encoder;
            options.SerializerOptions.DefaultIgnoreCondition = Json.Options.DefaultIgnoreCondition;
        });
        services.AddEndpointsApiExplorer();
        services.AddOpenApi("openapi", OpenApiText.Configure);
        return services
            .AddSingleton<Uploads>()
            .AddSingleton<CheckApi>()
            .AddSingleton<DraftLists>()
            .AddSingleton<DraftPageReader>()
            .AddSingleton<DraftFormDesk>();
    }

    /// <summary>The whole pipeline, from the outermost failure to the endpoints.</summary>
    /// <param name="more">Endpoints of the host's own, such as its sign-in page. Each names a policy of <see cref="Policies"/>, or is closed.</param>
    public static IApplicationBuilder UseModerationWeb(this IApplicationBuilder app, Action<IEndpointRouteBuilder>? more = null)
    {
        app.Use(next => context => SecurityHeaders.AddAsync(context, next));
        app.UseMiddleware<Failures>();
        app.Use(next => context => SameOrigin.CheckAsync(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseEndpoints(routes =>
        {
            routes.MapModeration();
            more?.Invoke(routes);
        });
        return app;
    }

    public static IEndpointRouteBuilder MapModeration(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapHealth();
        routes.MapOutboundFiles();

        var pages = routes.MapGroup("");
        pages.MapHome();
        pages.MapDraftForm();
        pages.MapDraftPages();
        pages.MapReviewPages();
        pages.MapStopPages();
        pages.MapIntakePages();
        pages.MapMediaFiles();

        var api = routes.MapGroup("/api");
        api.MapDraftApi();
        api.MapReviewApi();
        api.MapMediaApi();
        api.MapStopApi();
        CheckApi.Map(api);
        routes.MapOpenApi("/api/{documentName}.json").RequireAuthorization(Policies.Everyone);
        return routes;
    }
}
