using Moderation.Storage;

namespace Moderation.LocalHost.Wall;

/// <summary>The wall's HTTP interface, as a channel of the outside world would have one, and the page that readers see.</summary>
public static class WallEndpoints
{
    private const long MaxFile = 1L << 30;

    public static void MapWall(this IEndpointRouteBuilder routes, WallStore wall, TimeProvider time)
    {
        routes.MapPost("/wall/api/media", async (HttpRequest request) =>
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted);
            return Results.Json(new { id = wall.AddFile(content.ToArray()) }, Json.Options, statusCode: StatusCodes.Status201Created);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxFile)).ExcludeFromDescription();

        routes.MapPost("/wall/api/posts", async (HttpRequest request) =>
        {
            var post = await request.ReadFromJsonAsync<WallRequest>(Json.Options, request.HttpContext.RequestAborted);
            if (post is null || string.IsNullOrWhiteSpace(post.Text))
                return Results.UnprocessableEntity();
            var entry = wall.Add(post, time.GetUtcNow());
            return Results.Json(Answer(entry), Json.Options, statusCode: StatusCodes.Status201Created);
        }).ExcludeFromDescription();

        routes.MapGet("/wall/api/posts", (string? channel, DateTimeOffset? since) =>
            Results.Json(wall.All().Where(p => (channel is null || p.Channel == channel) && (since is null || p.At >= since)).Select(Answer), Json.Options)).ExcludeFromDescription();

        routes.MapDelete("/wall/api/posts/{id}", (string id) => wall.Remove(id) ? Results.NoContent() : Results.NotFound()).ExcludeFromDescription();

        routes.MapGet("/wall/media/{id}", (string id, HttpResponse response) =>
        {
            if (wall.FindFile(id) is not { } content)
                return Results.NotFound();
            response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(content, WallPage.TypeOf(content), enableRangeProcessing: true);
        }).ExcludeFromDescription();

        routes.MapGet("/wall", () => Results.Content(WallPage.Render(wall), "text/html; charset=utf-8")).ExcludeFromDescription();
    }

    private static object Answer(WallEntry entry) => new { entry.Id, url = $"/wall#{entry.Id}", entry.Channel, entry.Text, files = entry.Media.Count, entry.At };
}
