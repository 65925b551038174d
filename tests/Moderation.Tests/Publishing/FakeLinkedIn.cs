using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Moderation.Tests.Publishing;

/// <summary>A page on LinkedIn (apis.md §4): headers with a version, "little" text, uploads that take their time.</summary>
public sealed partial class FakeLinkedIn : FakeChannel
{
    private const string Author = "urn:li:organization:123";
    private const int PartBytes = 40_000;
    private readonly Lock sync = new();
    private readonly Dictionary<string, Asset> assets = new(StringComparer.Ordinal);
    private readonly List<Post> posts = [];
    private readonly List<Comment> comments = [];
    private int next = 7000;

    public int Count { get; init; } = 2;

    public bool Films { get; init; }

    public string? Words { get; init; }

    /// <summary>How often an upload is still processing when it is asked about.</summary>
    public int Processing { get; init; }

    /// <summary>A second post with the same text is refused.</summary>
    public bool RefusesDuplicates { get; init; }

    public override string Code => "linkedin";

    public override int Pictures => Count;

    public override bool Film => Films;

    /// <summary>LinkedIn takes no film under 75 KB: what follows a film counts along.</summary>
    public override byte[] FilmBytes => [.. base.FilmBytes, .. Media.Films.Box("free", new byte[60_000])];

    public override string Text => Words ?? base.Text;

    public override IReadOnlyList<string> Live => [.. posts.Select(p => p.Urn)];

    public override IReadOnlyList<string> VisibleReplies => [.. comments.Select(c => c.Urn)];

    public IReadOnlyList<Post> Posts => posts;

    protected override IReadOnlyDictionary<string, string?> Settings() =>
        new Dictionary<string, string?> { ["Channels:LinkedIn:Enabled"] = "true", ["Channels:LinkedIn:BaseUrl"] = Address.ToString() };

    public override bool IsCommit(HttpRequest request) => request.Method == "POST" && request.Path == "/rest/posts";

    /// <summary>LinkedIn does not say how long; an hour at most, and never past midnight UTC.</summary>
    public override Twist Limited() => Twists.Answer(429, """{"message":"Resource level throttle","status":429}""");

    public override TimeSpan LimitedFor => TimeSpan.FromHours(1);

    public override Twist RefusedContent() => Twists.Answer(422, Body(422, "INVALID_CONTENT"));

    public override Twist NotAllowed() => Twists.Answer(403, Body(403, "ACCESS_DENIED"));

    public override string? AddReply(string post, string text)
    {
        var comment = new Comment($"urn:li:comment:(urn:li:activity:{post.Split(':')[^1]},{Interlocked.Increment(ref next)})", post, text, Time.GetUtcNow());
        comments.Add(comment);
        return comment.Urn;
    }

    /// <summary>LinkedIn's error envelope.</summary>
    public static string Body(int status, string code, string message = "Wat de gebruiker niet hoeft te zien.") =>
        $$$"""{"message":"{{{message}}}","status":{{{status}}},"code":"{{{code}}}","errorDetailType":"com.linkedin.common.error.BadRequest","errorDetails":{"inputErrors":[{"description":"x","input":{},"code":"{{{code}}}"}]}}""";

    protected override void Map(WebApplication app)
    {
        app.MapPut("/dms-uploads/{kind}/{id}/{part:int}", (HttpContext context, string kind, string id, int part) => ReceiveAsync(context, kind, id, part));
        app.MapPost("/rest/images", context => AnswerAsync(context, body => Begin(body, "image")));
        app.MapPost("/rest/videos", context => AnswerAsync(context, body =>
            context.Request.Query["action"] == "finalizeUpload" ? Finish(body) : Begin(body, "video")));
        foreach (var kind in new[] { "images", "videos" })
            app.MapGet($"/rest/{kind}/{{urn}}", context => AnswerAsync(context, _ => Status((string)context.Request.RouteValues["urn"]!)));
        app.MapPost("/rest/posts", context => AnswerAsync(context, body => Create(context, body)));
        app.MapGet("/rest/posts", context => AnswerAsync(context, _ => List(context.Request)));
        app.MapDelete("/rest/posts/{urn}", context => AnswerAsync(context, _ => Delete(context.Request, (string)context.Request.RouteValues["urn"]!)));
        app.MapGet("/rest/socialActions/{urn}/comments", context => AnswerAsync(context, _ => Comments((string)context.Request.RouteValues["urn"]!)));
        app.MapDelete("/rest/socialActions/{urn}/comments/{id}", context => AnswerAsync(context, _ =>
            DeleteComment(context.Request, (string)context.Request.RouteValues["urn"]!, (string)context.Request.RouteValues["id"]!)));
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonObject?, IResult> answer)
    {
        var request = context.Request;
        JsonObject? body = null;
        if (request.Method == "POST")
            body = request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? await JsonNode.ParseAsync(request.Body) as JsonObject : null;
        IResult result;
        lock (sync)
        {
            result = !HasToken(request) ? Error(401, "EXPIRED_ACCESS_TOKEN")
                : request.Headers["LinkedIn-Version"] != "202607" ? Error(426, "VERSION_DEPRECATED")
                : request.Headers["X-Restli-Protocol-Version"] != "2.0.0" ? Error(400, "PROTOCOL_VERSION_MISSING")
                : request.Method == "POST" && body is null ? Error(400, "BODY_MISSING")
                : answer(body);
        }

        await result.ExecuteAsync(context);
    }

    private IResult Begin(JsonObject? body, string kind)
    {
        if (body!["initializeUploadRequest"] is not JsonObject asked || asked["owner"]?.ToString() != Author)
            return Error(400, "MISSING_OWNER");
        var id = $"C4E{++next}";
        var asset = new Asset($"urn:li:{kind}:{id}") { Size = (long?)asked["fileSizeBytes"], Looks = Processing };
        if (kind == "video" && (!HasOnly(asked, "owner", "fileSizeBytes", "uploadCaptions", "uploadThumbnail") || asset.Size is null or < 75_000 or > 500_000_000))
            return Error(400, "INVALID_VIDEO");
        assets[asset.Urn] = asset;
        if (kind == "image")
            return Results.Json(new { value = new { uploadUrlExpiresAt = 1, uploadUrl = $"{Address}dms-uploads/image/{id}/0", image = asset.Urn } });
        var parts = Enumerable.Range(0, (int)((asset.Size!.Value + PartBytes - 1) / PartBytes)).Select(i => new
        {
            uploadUrl = $"{Address}dms-uploads/video/{id}/{i}",
            firstByte = (long)i * PartBytes,
            lastByte = Math.Min((long)(i + 1) * PartBytes, asset.Size.Value) - 1,
        });
        return Results.Json(new { value = new { uploadUrlsExpireAt = 1, video = asset.Urn, uploadInstructions = parts, uploadToken = "" } });
    }

    private async Task<IResult> ReceiveAsync(HttpContext context, string kind, string id, int part)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        lock (sync)
        {
            if (context.Request.Headers.ContainsKey("LinkedIn-Version") || (kind == "video" && context.Request.Headers.ContainsKey("Authorization")))
                return Results.StatusCode(400);
            if (kind == "image" && !HasToken(context.Request))
                return Results.StatusCode(401);
            if (!assets.TryGetValue($"urn:li:{kind}:{id}", out var asset))
                return Results.StatusCode(404);
            asset.Parts[part] = bytes.ToArray();
            asset.Uploaded = kind == "image";
            if (kind == "video")
                context.Response.Headers.ETag = $"\"etag-{part}\"";
            return Results.StatusCode(kind == "image" ? 201 : 200);
        }
    }

    private IResult Finish(JsonObject? body)
    {
        if (body!["finalizeUploadRequest"] is not JsonObject asked || !assets.TryGetValue(asked["video"]?.ToString() ?? "", out var asset) || asked["uploadToken"]?.ToString() != "")
            return Error(400, "INVALID_VIDEO");
        var ids = asked["uploadedPartIds"]!.AsArray().Select(i => i!.ToString());
        if (!ids.SequenceEqual(asset.Parts.Keys.Order().Select(i => $"etag-{i}")) || asset.Parts.Values.Sum(p => p.LongLength) != asset.Size)
            return Error(400, "INVALID_PARTS");
        asset.Uploaded = true;
        return Results.Json(new { });
    }

    private IResult Status(string urn)
    {
        if (!assets.TryGetValue(urn, out var asset))
            return Error(404, "RESOURCE_NOT_FOUND");
        var status = !asset.Uploaded ? "WAITING_UPLOAD" : asset.Fails ? "PROCESSING_FAILED" : asset.Looks-- > 0 ? "PROCESSING" : "AVAILABLE";
        asset.Available = status == "AVAILABLE";
        return Results.Json(new { id = urn, owner = Author, status });
    }

    private IResult Create(HttpContext context, JsonObject? body)
    {
        if (!HasOnly(body!, "author", "commentary", "visibility", "distribution", "content", "lifecycleState", "isReshareDisabledByAuthor")
            || body!["author"]?.ToString() != Author || body["visibility"]?.ToString() != "PUBLIC" || body["lifecycleState"]?.ToString() != "PUBLISHED"
            || body["distribution"]?["feedDistribution"]?.ToString() != "MAIN_FEED")
            return Error(422, "INVALID_POST");
        var commentary = body["commentary"]?.ToString() ?? "";
        // LinkedIn cuts the text there without a word; this one says so.
        if (commentary.Length > 3_000 || Unescaped().IsMatch(Allowed().Replace(commentary, "")))
            return Error(422, "UNESCAPED");
        var content = body["content"] as JsonObject;
        if (content is not null && Objection(content) is { } objection)
            return objection;
        if (RefusesDuplicates && posts.FirstOrDefault(p => p.Commentary == commentary) is { } twin)
            return Results.Text(Body(422, "DUPLICATE_POST", $"Content is a duplicate of {twin.Urn}"), "application/json", statusCode: 422);
        var post = new Post($"urn:li:share:{++next}", commentary, Time.GetUtcNow(), content);
        posts.Add(post);
        context.Response.Headers["x-restli-id"] = post.Urn;
        return Results.StatusCode(201);
    }

    private IResult? Objection(JsonObject content)
    {
        if (content["article"] is JsonObject article)
            return Uri.TryCreate(article["source"]?.ToString(), UriKind.Absolute, out _) && article["title"]?.ToString().Length > 0 ? null : Error(422, "INVALID_ARTICLE");
        var media = content["multiImage"]?["images"] is JsonArray images ? [.. images] : new List<JsonNode?> { content["media"] };
        if (content["multiImage"] is not null && media.Count is < 2 or > 20)
            return Error(422, "INVALID_MULTI_IMAGE");
        foreach (var item in media)
        {
            if (item is not JsonObject file || !HasOnly(file, "id", "altText", "title") || !assets.TryGetValue(file["id"]?.ToString() ?? "", out var asset) || file["altText"]?.ToString().Length > 4_086)
                return Error(422, "INVALID_MEDIA");
            if (!asset.Available)
                return Error(400, "MEDIA_ASSET_WAITING_UPLOAD");
        }

        return null;
    }

    private IResult List(HttpRequest request) =>
        request.Query["q"] != "author" || request.Query["author"] != Author || request.Headers["X-RestLi-Method"] != "FINDER"
            ? Error(400, "INVALID_FINDER")
            : Results.Json(new
            {
                paging = new { start = 0 },
                elements = posts.OrderByDescending(p => p.At).Select(p => new
                {
                    id = p.Urn, author = Author, commentary = p.Commentary, createdAt = p.At.ToUnixTimeMilliseconds(), lifecycleState = "PUBLISHED", content = p.Content,
                }),
            });

    private IResult Delete(HttpRequest request, string urn)
    {
        if (request.Headers["X-RestLi-Method"] != "DELETE")
            return Error(400, "METHOD_MISSING");
        posts.RemoveAll(p => p.Urn == urn);
        return Results.StatusCode(204); // also when it was deleted before
    }

    private IResult Comments(string urn) => Results.Json(new
    {
        elements = comments.Where(c => c.Post == urn).Select(c => new Dictionary<string, object>
        {
            ["id"] = c.Urn.Split(',')[1].TrimEnd(')'), ["$URN"] = c.Urn, ["actor"] = "urn:li:person:x1", ["message"] = new { text = c.Text }, ["created"] = new { time = c.At.ToUnixTimeMilliseconds() },
        }),
    });

    private IResult DeleteComment(HttpRequest request, string urn, string id)
    {
        if (request.Query["actor"] != Author)
            return Error(403, "ACCESS_DENIED");
        return comments.RemoveAll(c => c.Urn == $"urn:li:comment:({urn},{id})") > 0 ? Results.StatusCode(204) : Error(404, "RESOURCE_NOT_FOUND");
    }

    /// <summary>Lets processing of every upload fail.</summary>
    public void FailProcessing() => assets.Values.ToList().ForEach(a => a.Fails = true);

    private static IResult Error(int status, string code) => Results.Text(Body(status, code), "application/json", statusCode: status);

    private static bool HasOnly(JsonObject body, params string[] names) => body.All(p => names.Contains(p.Key));

    [GeneratedRegex(@"\{hashtag\|\\#\|(?:[^}\\]|\\.)*\}|\\.")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"[\\|{}@\[\]()<>#*_~]")]
    private static partial Regex Unescaped();

    public sealed record Post(string Urn, string Commentary, DateTimeOffset At, JsonObject? Content);

    private sealed record Asset(string Urn)
    {
        public long? Size { get; init; }

        public int Looks { get; set; }

        public bool Uploaded { get; set; }

        public bool Available { get; set; }

        public bool Fails { get; set; }

        public Dictionary<int, byte[]> Parts { get; } = [];
    }

    private sealed record Comment(string Urn, string Post, string Text, DateTimeOffset At);
}
