using Microsoft.AspNetCore.Http;

namespace Moderation.Web;

/// <summary>Headers on every answer: nothing inline, nothing from elsewhere, nowhere in a frame, nothing kept in a cache.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For files that came from outside: no script, no form, no origin of ours.</summary>
    public const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox; frame-ancestors 'none'";

    /// <summary>
    /// Whether the browser speaks https: the platform ends it in front of the app and says so. A browser believes what
    /// hangs on this (HSTS, a Secure cookie) over https only, so a client that makes the header up fools itself alone.
    /// </summary>
    public static bool IsSecure(HttpRequest request) =>
        request.IsHttps || request.Headers["X-Forwarded-Proto"] is [var scheme] && string.Equals(scheme, "https", StringComparison.OrdinalIgnoreCase);

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Not "no-referrer": with that, browsers send "Origin: null" on our own forms.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            if (IsSecure(context.Request))
                headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
