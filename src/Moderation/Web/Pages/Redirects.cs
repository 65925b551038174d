using Microsoft.AspNetCore.Http;

namespace Moderation.Web.Pages;

/// <summary>Where a form goes when it is done: always with 303, so that a refresh sends nothing twice.</summary>
internal static class Redirects
{
    public static IResult To(string path) => new SeeOther(path);

    /// <summary>Back to a page of this site; anything else becomes the overview.</summary>
    public static IResult Local(string? path) => new SeeOther(IsLocal(path) ? path! : "/"); // IsLocal refuses null

    internal static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.All(static c => c is > ' ' and < '\x7f');

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
