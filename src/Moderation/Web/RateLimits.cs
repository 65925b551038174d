using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Web;

/// <summary>How much one person may ask in a minute. Kept in the process: a limit against accidents and curiosity, not a promise.</summary>
internal static class RateLimits
{
    public const string Submission = "submission";

    /// <summary>Files that a channel fetches: counted by address, so that whoever guesses is in nobody's way.</summary>
    public const string Outbound = "outbound";

    private const int FetchesPerMinute = 30;

    private static readonly Words SlowDown = new("Dit ging te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.", "This happened too often in a row. Wait a minute and try again.");

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            await Answers.RefuseAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, SlowDown);
        };
        options.AddPolicy(Submission, context =>
        {
            var perMinute = context.RequestServices.GetRequiredService<IOptions<WebSettings>>().Value.SubmissionsPerMinute;
            return RateLimitPartition.GetFixedWindowLimiter(
                CurrentUser.TryFrom(context.User, out var user) ? user.Id : "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
        });
        options.AddPolicy(Outbound, static context => RateLimitPartition.GetFixedWindowLimiter(
            context.Request.Path.Value ?? "",
            static _ => new FixedWindowRateLimiterOptions { PermitLimit = FetchesPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    public static IResult Rejected(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return Answers.Refuse(context.Request, StatusCodes.Status429TooManyRequests, SlowDown);
    }
}
