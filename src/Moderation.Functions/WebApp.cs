using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Web;

namespace Moderation.Functions;

/// <summary>The nested pipeline of pages and API, built once and run inside the catch-all trigger.</summary>
public sealed class WebApp(IServiceProvider services)
{
    private readonly RequestDelegate pipeline = Build(services);

    public async Task HandleAsync(HttpContext context)
    {
        // The host has matched its own catch-all already; with that endpoint left in place routing would skip matching.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await pipeline(context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseModerationWeb();
        return app.Build();
    }
}
