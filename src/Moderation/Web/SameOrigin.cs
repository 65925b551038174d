using Microsoft.AspNetCore.Http;

namespace Moderation.Web;

/// <summary>
/// Refuses changes that another site's page makes in somebody's name. Needs no token and no server state: browsers say
/// where a request comes from, in <c>Sec-Fetch-Site</c> since 2023 and in <c>Origin</c> before that.
/// </summary>
/// <remarks>
/// A request with neither header is no browser's. Without a cookie it carries its authority with it on purpose (a
/// bearer token, a signature), so nobody was tricked into it: allowed. With a cookie it could be a browser too old to
/// say where it comes from: refused.
/// </remarks>
internal static class SameOrigin
{
    public static Words Refusal { get; } = new(
        "Deze wijziging kwam niet van een pagina van deze site en is niet uitgevoerd. Open de pagina opnieuw en probeer het nog eens.",
        "This change did not come from a page of this site and was not made. Open the page again and try once more.");

    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        IsAllowed(context.Request) ? next(context) : Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, Refusal);

    internal static bool IsAllowed(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
            return site.Count == 1 && site[0] is "same-origin" or "none";
        var origin = request.Headers.Origin;
        if (origin.Count > 0)
            return origin.Count == 1 && IsOurs(origin[0], request);
        return request.Headers.Cookie.Count == 0;
    }

    /// <summary>A forwarding front end puts the address people typed in X-Forwarded-Host; another site's page cannot set that header.</summary>
    private static bool IsOurs(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || request.Headers["X-Forwarded-Host"] is [var forwarded] && string.Equals(from.Authority, forwarded, StringComparison.OrdinalIgnoreCase));
}
