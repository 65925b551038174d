using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Moderation.Publishing.Tokens;

namespace Moderation.Tests.Publishing;

/// <summary>A WordPress site (apis.md §8): a Basic password, one slug a post, complete lists.</summary>
public sealed class FakeWordPress : FakeChannel
{
    private const string User = "redactie";
    private readonly Lock sync = new();
    private readonly List<Upload> uploads = [];
    private readonly List<Post> posts = [];
    private readonly List<Comment> comments = [];
    private int next = 100;

    public int Count { get; init; } = 2;

    public bool Films { get; init; }

    public string? Words { get; init; }

    /// <summary>The site has no pretty links: the path is a parameter.</summary>
    public bool Plain { get; init; }

    /// <summary>What becomes of a post that says <c>publish</c>; a plug-in may hold it back.</summary>
    public string Published { get; init; } = "publish";

    public override string Code => "website";

    public override int Pictures => Count;

    public override bool Film => Films;

    public override string Text => Words ?? base.Text;

    public override IReadOnlyList<string> Live => [.. posts.Where(p => p.Status == "publish").Select(p => Id(p.Id))];

    public override IReadOnlyList<string> VisibleReplies => [.. comments.Where(c => c.Status == "approved").Select(c => Id(c.Id))];

    public IReadOnlyList<Post> Posts => posts;

    public IReadOnlyList<Upload> Uploads => uploads;

    protected override ChannelToken? Token => new() { Access = "token-1", AccountId = User };

    protected override IReadOnlyDictionary<string, string?> Settings() => new Dictionary<string, string?>
    {
        ["Channels:WordPress:Enabled"] = "true",
        ["Channels:WordPress:BaseUrl"] = Plain ? $"{Address}?rest_route=" : $"{Address}wp-json",
    };

    public override bool IsCommit(HttpRequest request) => request.Method == "POST" && PathOf(request) == "/wp/v2/posts";

    public override Twist RefusedContent() => Twists.Answer(400, """{"code":"rest_invalid_param","message":"Ongeldig","data":{"status":400,"params":{"title":"x"}}}""");

    public override Twist NotAllowed() => Twists.Answer(403, """{"code":"rest_cannot_delete","message":"Nee","data":{"status":403}}""");

    public override string? AddReply(string post, string text)
    {
        var comment = new Comment(Interlocked.Increment(ref next), int.Parse(post, CultureInfo.InvariantCulture), text, Time.GetUtcNow());
        comments.Add(comment);
        return Id(comment.Id);
    }

    protected override void Map(WebApplication app) => app.Run(async context =>
    {
        var result = Authorised(context.Request) ? await AnswerAsync(context.Request)
            // Seen in WordPress 6.1: a wrong password counts as none.
            : context.Request.Query.ContainsKey("status") && PathOf(context.Request) == "/wp/v2/posts"
                ? Results.Json(new { code = "rest_invalid_param", data = new { status = 400, details = new { status = new { code = "rest_forbidden_status" } } } }, statusCode: 400)
                : Error(401, "rest_not_logged_in");
        await result.ExecuteAsync(context);
    });

    private bool Authorised(HttpRequest request) =>
        request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Accepts}"))}";

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var body = Array.Empty<byte>();
        using (var copy = new MemoryStream())
        {
            await request.Body.CopyToAsync(copy);
            body = copy.ToArray();
        }

        lock (sync)
        {
            return (request.Method, (PathOf(request) ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
            {
                ("GET", ["wp", "v2", "media"]) => Fits(request, "slug", "context", "_fields")
                    ?? Results.Json(uploads.Where(u => u.Slug == request.Query["slug"]).Select(u => new { id = u.Id, source_url = u.Address })),
                ("POST", ["wp", "v2", "media"]) => Fits(request) ?? Receive(request, body),
                ("POST", ["wp", "v2", "media", var id]) => Describe(id, Object(body)),
                ("GET", ["wp", "v2", "posts"]) => Fits(request, "slug", "status", "context", "_fields") ?? List(request),
                ("POST", ["wp", "v2", "posts"]) => Fits(request) ?? Create(Object(body)),
                ("DELETE", ["wp", "v2", "posts", var id]) => Trash(id),
                ("GET", ["wp", "v2", "comments"]) => Fits(request, "post", "per_page", "page", "order", "status", "context") ?? Comments(request),
                ("POST", ["wp", "v2", "comments", var id]) => Moderate(id, Object(body)),
                ("DELETE", ["wp", "v2", "comments", var id]) => Fits(request, "force") ?? (request.Query["force"] == "true" ? Remove(id) : Error(501, "rest_trash_not_supported")),
                _ => Error(404, "rest_no_route"),
            };
        }
    }

    private string? PathOf(HttpRequest request) =>
        Plain ? (request.Path == "/" ? request.Query["rest_route"].ToString() : null)
        : request.Path.Value?.StartsWith("/wp-json/", StringComparison.Ordinal) == true ? request.Path.Value["/wp-json".Length..] : null;

    /// <summary>Null when there is no parameter but these.</summary>
    private static IResult? Fits(HttpRequest request, params string[] known) =>
        request.Query.Keys.FirstOrDefault(k => k != "rest_route" && !known.Contains(k)) is null ? null : Error(400, "rest_invalid_param");

    private IResult Receive(HttpRequest request, byte[] body)
    {
        var disposition = request.Headers.ContentDisposition.ToString();
        if (body.Length == 0)
            return Error(400, "rest_upload_no_data");
        if (!disposition.StartsWith("attachment; filename=\"", StringComparison.Ordinal) || !disposition.All(char.IsAscii))
            return Error(400, "rest_upload_invalid_disposition");
        if (request.Headers["Content-MD5"] != Digest(body))
            return Error(412, "rest_upload_hash_mismatch");
        var name = disposition.Split('"')[1];
        var fits = (Path.GetExtension(name), request.ContentType) is (".jpg", "image/jpeg") or (".png", "image/png") or (".mp4", "video/mp4") or (".mov", "video/quicktime");
        if (!fits)
            return Error(500, "rest_upload_sideload_error");
        var slug = Free(Path.GetFileNameWithoutExtension(name), s => uploads.Any(u => u.Slug == s));
        var upload = new Upload(++next, slug, $"https://school.example/wp-content/uploads/{name}", body);
        uploads.Add(upload);
        return Results.Json(new { id = upload.Id, source_url = upload.Address, media_details = new { } }, statusCode: 201);
    }

    private IResult Describe(string id, JsonObject? body)
    {
        if (uploads.SingleOrDefault(u => Id(u.Id) == id) is not { } upload)
            return Error(404, "rest_post_invalid_id");
        if (body is null || !HasOnly(body, "alt_text", "caption", "title"))
            return Error(400, "rest_invalid_param");
        upload.Alt = body["alt_text"]?.ToString();
        upload.Caption = body["caption"]?.ToString();
        return Results.Json(new { id = upload.Id });
    }

    private IResult Create(JsonObject? body)
    {
        if (body is null || !HasOnly(body, "title", "content", "excerpt", "status", "slug", "date_gmt", "featured_media", "categories", "tags", "comment_status", "meta")
            || body["status"]?.ToString() is not ("publish" or "future" or "draft" or "pending" or "private") || body["comment_status"]?.ToString() is not ("open" or "closed"))
            return Error(400, "rest_invalid_param");
        if (body["featured_media"] is { } featured && !uploads.Any(u => u.Id == (int)featured))
            return Error(400, "rest_invalid_featured_media");
        var slug = Free(body["slug"]?.ToString() ?? "", s => posts.Any(p => p.Slug == s));
        var post = new Post(++next, slug, body["title"]!.ToString(), body["content"]!.ToString(), (int?)body["featured_media"], body["categories"]?.ToJsonString()) { Status = Published };
        posts.Add(post);
        return Results.Json(View(post), statusCode: 201);
    }

    private IResult List(HttpRequest request)
    {
        var states = request.Query["status"] is [{ } given] ? given.Split(',') : ["publish"];
        return Results.Json(posts.Where(p => p.Slug == request.Query["slug"] && states.Contains(p.Status)).Select(View));
    }

    private IResult Trash(string id)
    {
        if (posts.SingleOrDefault(p => Id(p.Id) == id) is not { } post)
            return Error(404, "rest_post_invalid_id");
        if (post.Status == "trash")
            return Error(410, "rest_already_trashed");
        post.Status = "trash";
        return Results.Json(View(post));
    }

    private IResult Comments(HttpRequest request)
    {
        var page = int.Parse(request.Query["page"]!, CultureInfo.InvariantCulture);
        var size = int.Parse(request.Query["per_page"]!, CultureInfo.InvariantCulture);
        if (size > 100 || request.Query["order"] != "asc")
            return Error(400, "rest_invalid_param");
        return Results.Json(comments.Where(c => Id(c.Post) == request.Query["post"]).Skip((page - 1) * size).Take(size).Select(c => new
        {
            id = c.Id,
            post = c.Post,
            parent = 0,
            author_name = "Een lezer",
            content = new { rendered = $"<p>{c.Text}</p>\n" },
            date_gmt = c.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            status = c.Status,
        }));
    }

    private IResult Moderate(string id, JsonObject? body)
    {
        if (comments.SingleOrDefault(c => Id(c.Id) == id) is not { } comment)
            return Error(404, "rest_comment_invalid_id");
        if (body is null || !HasOnly(body, "status") || body["status"]?.ToString() is not { } status || status is not ("approved" or "hold" or "spam" or "trash"))
            return Error(400, "rest_invalid_param");
        comment.Status = status;
        return Results.Json(new { id = comment.Id, status });
    }

    private IResult Remove(string id) =>
        comments.RemoveAll(c => Id(c.Id) == id) > 0 ? Results.Json(new { deleted = true }) : Error(404, "rest_comment_invalid_id");

    private static object View(Post post) => new { id = post.Id, link = $"https://school.example/nieuws/{post.Slug}/", status = post.Status, slug = post.Slug };

    private static IResult Error(int status, string code) => Results.Json(new { code, message = "Wat de gebruiker niet hoeft te zien.", data = new { status } }, statusCode: status);

    private static JsonObject? Object(byte[] body) => body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;

    private static bool HasOnly(JsonObject body, params string[] names) => body.All(p => names.Contains(p.Key));

    private static string Free(string slug, Func<string, bool> taken) => taken(slug) ? $"{slug}-2" : slug;

    private static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "WordPress checks uploads against damage with it.")]
    private static string Digest(byte[] body) => Convert.ToHexStringLower(MD5.HashData(body));

    public sealed record Post(int Id, string Slug, string Title, string Content, int? Featured, string? Categories)
    {
        public string Status { get; set; } = "publish";
    }

    public sealed record Upload(int Id, string Slug, string Address, byte[] Bytes)
    {
        public string? Alt { get; set; }

        public string? Caption { get; set; }
    }

    private sealed record Comment(int Id, int Post, string Text, DateTimeOffset At)
    {
        public string Status { get; set; } = "approved";
    }
}
