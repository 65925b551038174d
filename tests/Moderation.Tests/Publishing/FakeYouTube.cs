using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Moderation.Tests.Publishing;

/// <summary>A channel on YouTube (apis.md §5): a film exists from the moment that the last byte of its session arrives.</summary>
public sealed class FakeYouTube : FakeChannel
{
    private const int Unit = 256 * 1024;
    private readonly Lock sync = new();
    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private readonly List<Video> videos = [];
    private readonly List<Comment> comments = [];
    private int next = 10_000;

    /// <summary>A film of several calls.</summary>
    public bool Large { get; init; }

    public string? Words { get; init; }

    public override string Code => "youtube";

    public override bool Film => true;

    public override byte[] FilmBytes => Large ? [.. base.FilmBytes, .. Media.Films.Box("free", new byte[700_000])] : base.FilmBytes;

    public override string Text => Words ?? base.Text;

    public override IReadOnlyList<string> Live => [.. videos.Select(v => v.Id)];

    public override IReadOnlyList<string> VisibleReplies => [.. comments.Where(c => c.Status == "published").Select(c => c.Id)];

    public IReadOnlyList<Video> Videos => videos;

    /// <summary>As it does to projects that it has not audited.</summary>
    public bool KeepsPrivate { get; set; }

    public int Sessions => sessions.Count;

    protected override IReadOnlyDictionary<string, string?> Settings() => new Dictionary<string, string?>
    {
        ["Channels:YouTube:Enabled"] = "true",
        ["Channels:YouTube:BaseUrl"] = Address.ToString(),
        ["Channels:YouTube:ChunkBytes"] = $"{Unit}",
    };

    public override bool IsCommit(HttpRequest request) =>
        request.Method == "PUT" && ContentRangeHeaderValue.TryParse(request.Headers.ContentRange, out var range) && range.To == range.Length - 1;

    /// <summary>The quota of a day, which begins at midnight in California: 23 hours from nine in the morning UTC.</summary>
    public override Twist Limited() => Twists.Answer(403, Body(403, "quotaExceeded"));

    public override TimeSpan LimitedFor => TimeSpan.FromHours(23);

    public override Twist RefusedContent() => Twists.Answer(400, Body(400, "invalidDescription"));

    public override Twist NotAllowed() => Twists.Answer(403, Body(403, "forbidden"));

    public override string? AddReply(string post, string text)
    {
        var comment = new Comment($"Ugx{Interlocked.Increment(ref next)}", post, text, Time.GetUtcNow());
        comments.Add(comment);
        return comment.Id;
    }

    /// <summary>All sessions are forgotten, as after a week.</summary>
    public void ForgetSessions() => sessions.Clear();

    public static string Body(int code, string reason) =>
        $$$"""{"error":{"code":{{{code}}},"message":"Wat de gebruiker niet hoeft te zien.","errors":[{"message":"x","domain":"youtube.quota","reason":"{{{reason}}}"}],"status":"X"}}""";

    protected override void Map(WebApplication app)
    {
        app.MapPost("/upload/youtube/v3/videos", context => AnswerAsync(context, body => Begin(context, body)));
        app.MapPut("/upload/youtube/v3/videos", context => AnswerAsync(context, body => Receive(context, body)));
        app.MapGet("/youtube/v3/channels", context => AnswerAsync(context, _ =>
            Results.Json(new { items = new[] { new { contentDetails = new { relatedPlaylists = new { uploads = "UU123" } } } } })));
        app.MapGet("/youtube/v3/playlistItems", context => AnswerAsync(context, _ => context.Request.Query["playlistId"] != "UU123" ? Error(404, "playlistNotFound") : Results.Json(new
        {
            items = videos.Select(v => new { snippet = new { title = v.Title, description = v.Description, publishedAt = v.At }, contentDetails = new { videoId = v.Id }, status = new { privacyStatus = v.Privacy } }),
        })));
        app.MapDelete("/youtube/v3/videos", context => AnswerAsync(context, _ =>
            videos.RemoveAll(v => v.Id == context.Request.Query["id"]) > 0 ? Results.StatusCode(204) : Error(404, "videoNotFound")));
        app.MapGet("/youtube/v3/commentThreads", context => AnswerAsync(context, _ => Threads(context.Request)));
        app.MapGet("/youtube/v3/comments", context => AnswerAsync(context, _ => Results.Json(new
        {
            items = comments.Where(c => c.Parent == context.Request.Query["parentId"]).Select(View),
        })));
        app.MapPost("/youtube/v3/comments/setModerationStatus", context => AnswerAsync(context, _ => Moderate(context.Request)));
    }

    /// <summary>Adds an answer to a reply that its thread does not bring along.</summary>
    public string AddAnswer(string reply, string text)
    {
        var parent = comments.Single(c => c.Id == reply);
        var comment = new Comment($"{reply}.{Interlocked.Increment(ref next)}", parent.Film, text, Time.GetUtcNow()) { Parent = reply };
        comments.Add(comment);
        return comment.Id;
    }

    private async Task AnswerAsync(HttpContext context, Func<byte[], IResult> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        IResult result;
        lock (sync)
            result = HasToken(context.Request) ? answer(body.ToArray()) : Error(401, "authError");
        await result.ExecuteAsync(context);
    }

    private IResult Begin(HttpContext context, byte[] body)
    {
        var request = context.Request;
        if (request.Query["uploadType"] != "resumable" || request.Query["part"] != "snippet,status" || request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
            || !long.TryParse(request.Headers["X-Upload-Content-Length"], CultureInfo.InvariantCulture, out var size) || request.Headers["X-Upload-Content-Type"] != "video/mp4"
            || JsonNode.Parse(body) is not JsonObject asked || !HasOnly(asked, "snippet", "status")
            || asked["snippet"] is not JsonObject snippet || asked["status"] is not JsonObject status)
            return Error(400, "mediaBodyRequired");
        if (!HasOnly(snippet, "title", "description", "tags", "categoryId", "defaultLanguage")
            || !HasOnly(status, "privacyStatus", "selfDeclaredMadeForKids", "containsSyntheticMedia", "publishAt", "license", "embeddable"))
            return Error(400, "invalidVideoMetadata");
        var (title, description) = (snippet["title"]?.ToString() ?? "", snippet["description"]?.ToString() ?? "");
        if (title.Length is 0 or > 100 || title.Contains('<', StringComparison.Ordinal))
            return Error(400, "invalidTitle");
        if (Encoding.UTF8.GetByteCount(description) > 5_000 || description.Contains('<', StringComparison.Ordinal))
            return Error(400, "invalidDescription");
        var id = $"s{++next}";
        sessions[id] = new Session(size, title, description, status["privacyStatus"]?.ToString() ?? "");
        context.Response.Headers.Location = $"{Address}upload/youtube/v3/videos?uploadType=resumable&upload_id={id}";
        return Results.StatusCode(200);
    }

    private IResult Receive(HttpContext context, byte[] body)
    {
        if (!sessions.TryGetValue(context.Request.Query["upload_id"].ToString(), out var session))
            return Results.StatusCode(404);
        if (!ContentRangeHeaderValue.TryParse(context.Request.Headers.ContentRange, out var range) || range.Length != session.Size)
            return Error(400, "badRequest");
        if (session.Video is { } done)
            return Results.Json(new { id = done.Id, status = new { uploadStatus = "uploaded", privacyStatus = done.Privacy } });
        if (range.From is { } from && range.To is { } to)
        {
            var last = to == session.Size - 1;
            if (from > session.Bytes.Length || to - from + 1 != body.Length || (!last && body.Length % Unit != 0))
                return Error(400, "badRequest");
            session.Bytes.Position = from;
            session.Bytes.Write(body);
            if (last)
            {
                session.Video = new Video($"film{++next:D7}", session.Title, session.Description, KeepsPrivate ? "private" : session.Privacy, Time.GetUtcNow(), session.Bytes.ToArray());
                videos.Add(session.Video);
                return Results.Json(new { id = session.Video.Id, status = new { uploadStatus = "uploaded", privacyStatus = session.Video.Privacy } }, statusCode: 201);
            }
        }

        if (session.Bytes.Length > 0)
            context.Response.Headers.Range = $"bytes=0-{session.Bytes.Length - 1}";
        return Results.StatusCode(308);
    }

    private IResult Threads(HttpRequest request)
    {
        if (!videos.Any(v => v.Id == request.Query["videoId"]))
            return Error(404, "videoNotFound");
        // Newest first, two a page.
        var all = comments.Where(c => c.Film == request.Query["videoId"] && c.Parent is null && c.Status == request.Query["moderationStatus"]).Reverse().ToList();
        var at = int.TryParse(request.Query["pageToken"], CultureInfo.InvariantCulture, out var page) ? page : 0;
        return Results.Json(new
        {
            nextPageToken = at + 2 < all.Count ? $"{at + 2}" : null,
            items = all.Skip(at).Take(2).Select(c => new { snippet = new { topLevelComment = View(c), totalReplyCount = comments.Count(a => a.Parent == c.Id) } }),
        });
    }

    private IResult Moderate(HttpRequest request)
    {
        if (comments.SingleOrDefault(c => c.Id == request.Query["id"]) is not { Status: not "rejected" } comment)
            return Error(404, "commentNotFound");
        if (request.Query["moderationStatus"] is not [("heldForReview" or "published" or "rejected") and var status])
            return Error(400, "invalidFilter");
        comment.Status = status;
        return Results.StatusCode(204);
    }

    private static object View(Comment c) => new { id = c.Id, snippet = new { textOriginal = c.Text, authorDisplayName = "@lezer", publishedAt = c.At } };

    private static IResult Error(int status, string reason) => Results.Text(Body(status, reason), "application/json", statusCode: status);

    private static bool HasOnly(JsonObject body, params string[] names) => body.All(p => names.Contains(p.Key));

    public sealed record Video(string Id, string Title, string Description, string Privacy, DateTimeOffset At, byte[] Bytes);

    private sealed record Session(long Size, string Title, string Description, string Privacy)
    {
        public MemoryStream Bytes { get; } = new();

        public Video? Video { get; set; }
    }

    private sealed record Comment(string Id, string Film, string Text, DateTimeOffset At)
    {
        public string? Parent { get; init; }

        public string Status { get; set; } = "published";
    }
}
