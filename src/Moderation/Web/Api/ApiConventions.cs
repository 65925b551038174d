using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Moderation.Web.Api;

internal static class ApiConventions
{
    /// <summary>Documents the statuses that answer with problem details.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            route.Produces<ProblemAnswer>(status, "application/problem+json");
        return route;
    }
}
