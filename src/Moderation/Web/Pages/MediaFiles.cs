using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Moderation.Media;

namespace Moderation.Web.Pages;

/// <summary>Private files, through the app to people who may see them: their owner and whoever reviews.</summary>
internal static class MediaFiles
{
    public static void MapMediaFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{id}", [HttpMethods.Get, HttpMethods.Head], SendAsync).RequireAuthorization(Policies.Submit);

    private static async Task<IResult> SendAsync(string id, HttpContext context, MediaStore store, CancellationToken cancellationToken)
    {
        if (!MediaId.TryParse(id, out var known)
            || await store.FindAsync(known, cancellationToken) is not { State: MediaState.Ready, Cleaned: { } cleaned } asset
            || !DraftAccess.MaySee(CurrentUser.Of(context), asset)
            || await store.Cleaned.OpenAsync(cleaned.Sha256, cancellationToken) is not { } file)
            return Answers.NotFound(context.Request);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        // Private and for a short while: a consent may be withdrawn, a page shows the same picture more than once.
        context.Response.Headers.CacheControl = "private, max-age=300";
        // A name of ours: what its author called it may be a person's name.
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{UploadName.For(known.ToString(), cleaned.Type)}\"";
        // The type is what cleaning made of it, never what somebody called it.
        return Results.Stream(file.Content, cleaned.Type.ContentType(), entityTag: new EntityTagHeaderValue($"\"{cleaned.Sha256}\""), enableRangeProcessing: true);
    }
}
