using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Publishing.Channels;

namespace Moderation.Web;

/// <summary>
/// The only pictures that anybody gets without signing in: those of a post on its way to a channel that fetches them
/// itself, at an address that <see cref="MediaLinks"/> signed. It dies after a quarter of an hour, and with the outcome.
/// </summary>
internal static class OutboundFiles
{
    public static void MapOutboundFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/outbound/{channel}/{key}/{sha256}", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .RequireAuthorization(Policies.Everyone)
            .RequireRateLimiting(RateLimits.Outbound)
            .ExcludeFromDescription();

    public static async Task<IResult> SendAsync(
        string channel, string key, string sha256, string? until, string? signature,
        HttpContext context, MediaLinks links, DraftStore drafts, MediaStore media, CancellationToken cancellationToken)
    {
        if (!await links.IsValidAsync(key, channel, sha256, until, signature, cancellationToken)
            || !await IsOnItsWayAsync(key, channel, drafts, cancellationToken)
            || RenditionNeed.ForChannel(channel) is not { } need
            || await media.Cleaned.OpenAsync(sha256, cancellationToken) is not { } file)
            return Answers.NotFound(context.Request);
        await using var content = file.Content;
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal))
            return Answers.NotFound(context.Request);
        var bytes = new byte[file.Bytes];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        var rendition = Renditions.Make(bytes, need);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Sandbox;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Bytes(rendition.Bytes, rendition.Type.ContentType());
    }

    /// <summary>This version may still go out on this channel and is not out yet: a withdrawal ends it at once.</summary>
    private static async Task<bool> IsOnItsWayAsync(string key, string channel, DraftStore drafts, CancellationToken cancellationToken) =>
        OutgoingPost.TryReadKey(key, out var id, out var version)
        && await drafts.FindHeadAsync(id, cancellationToken) is { } head
        && head.Version == version
        && head.State.MayPublish()
        && head.Channel(channel) is { State: ChannelState.Waiting or ChannelState.Attempting };
}
