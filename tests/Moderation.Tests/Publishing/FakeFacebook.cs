using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Moderation.Tests.Publishing;

/// <summary>A Facebook page (apis.md §1).</summary>
public sealed class FakeFacebook : FakeMeta
{
    private const string Page = "123";
    private readonly Lock sync = new();
    private readonly Dictionary<string, string?> staged = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private readonly List<Post> posts = [];
    private readonly List<Comment> comments = [];

    public override string Code => "facebook";

    public override IReadOnlyList<string> Live
    {
        get
        {
            lock (sync)
                return [.. posts.Select(p => p.Video is null ? p.Id : $"{Page}/videos/{p.Video}")];
        }
    }

    public override IReadOnlyList<string> VisibleReplies => [.. comments.Where(c => !c.Hidden).Select(c => c.Id)];

    /// <summary>Photos that are staged and not yet part of a post.</summary>
    public IReadOnlyList<string> Staged => [.. staged.Keys];

    public IReadOnlyList<Post> Posts => posts;

    protected override IReadOnlyDictionary<string, string?> Settings() =>
        new Dictionary<string, string?> { ["Channels:Facebook:Enabled"] = "true", ["Channels:Facebook:BaseUrl"] = Address.ToString() };

    public override bool IsCommit(HttpRequest request) =>
        request.Method == "POST" && (request.Path == $"/{Version}/{Page}/feed" || (request.Path == $"/{Version}/{Page}/videos" && request.Query["upload_phase"] == "finish"));

    public override string? AddReply(string post, string text)
    {
        var comment = new Comment(NextId(), post[(post.LastIndexOf('/') + 1)..], text, Time.GetUtcNow());
        comments.Add(comment);
        return comment.Id;
    }

    protected override void Map(WebApplication app)
    {
        app.MapPost($"/{Version}/{{page}}/photos", Guarded(StageAsync));
        app.MapPost($"/{Version}/{{page}}/feed", Guarded(PostAsync));
        app.MapPost($"/{Version}/{{page}}/videos", Guarded(FilmAsync));
        app.MapGet($"/{Version}/{{page}}/published_posts", Guarded(List));
        app.MapGet($"/{Version}/{{post}}/comments", Guarded(Comments));
        app.MapPost($"/{Version}/{{comment}}", Guarded(HideAsync));
        app.MapGet($"/{Version}/{{node}}", Guarded(Node));
        app.MapDelete($"/{Version}/{{node}}", Guarded(Delete));
    }

    private async Task<IResult> StageAsync(HttpContext context)
    {
        if (Route(context, "page") != Page || !context.Request.HasFormContentType)
            return Error(100);
        var form = await context.Request.ReadFormAsync();
        if (form.Files.GetFile("source") is not { Length: > 0 and <= 4_000_000, ContentType: "image/jpeg" or "image/png" })
            return Error(100, 1366046);
        if (form["published"] != "false" || form.Keys.Any(k => k is not ("published" or "alt_text_custom")))
            return Error(100);
        var id = NextId();
        lock (sync)
            staged[id] = form["alt_text_custom"];
        return Results.Json(new { id });
    }

    private async Task<IResult> PostAsync(HttpContext context)
    {
        if (Route(context, "page") != Page || await BodyAsync(context) is not { } body || !HasOnly(body, "message", "link", "attached_media", "published"))
            return Error(100);
        if (body["published"]?.GetValue<bool>() != true || Value(body, "message") is not { Length: <= 63_206 } message)
            return Error(100);
        var photos = (body["attached_media"] as JsonArray)?.Select(m => m?["media_fbid"]?.ToString() ?? "").ToList() ?? [];
        if (photos.Count > 10 || (photos.Count > 0 && body["link"] is not null))
            return Error(100);
        lock (sync)
        {
            if (photos.Any(used.Contains))
                return Error(100, 1366051);
            if (photos.Any(p => !staged.ContainsKey(p)))
                return Error(100, 33);
            used.UnionWith(photos);
            var post = new Post($"{Page}_{NextId()}", message, Value(body, "link"), photos.Count, Time.GetUtcNow(), Alt: [.. photos.Select(p => staged[p])]);
            foreach (var photo in photos)
                staged.Remove(photo);
            posts.Add(post);
            return context.Request.Query["fields"].ToString().Contains("permalink_url", StringComparison.Ordinal)
                ? Results.Json(new { id = post.Id, permalink_url = $"https://www.facebook.com/ccc/posts/{post.Id}" })
                : Results.Json(new { id = post.Id });
        }
    }

    private async Task<IResult> FilmAsync(HttpContext context)
    {
        if (Route(context, "page") != Page)
            return Error(100);
        var phase = context.Request.Query["upload_phase"].ToString();
        if (phase == "transfer" && context.Request.HasFormContentType)
            return await TransferAsync(await context.Request.ReadFormAsync());
        if (await BodyAsync(context) is not { } body)
            return Error(100);
        switch (phase)
        {
            case "start" when HasOnly(body, "file_size") && long.TryParse(Value(body, "file_size"), out var size) && size > 0:
                var session = new Session(NextId(), NextId(), size);
                lock (sync)
                    sessions[session.Id] = session;
                return Results.Json(new { upload_session_id = session.Id, video_id = session.Video, start_offset = "0", end_offset = Number(Math.Min(size, 20_000)) });
            case "finish" when HasOnly(body, "upload_session_id", "title", "description", "published"):
                lock (sync)
                {
                    if (!sessions.TryGetValue(Value(body, "upload_session_id") ?? "", out var done) || done.Received != done.Size || done.Finished)
                        return Error(100, 1363047);
                    done.Finished = true;
                    posts.Add(new Post($"{Page}_{NextId()}", Value(body, "description") ?? "", null, 1, Time.GetUtcNow(), done.Video));
                    return Results.Json(new { success = true });
                }

            default:
                return Error(100);
        }
    }

    private async Task<IResult> TransferAsync(IFormCollection form)
    {
        var file = form.Files.GetFile("video_file_chunk");
        lock (sync)
        {
            if (file is null || !sessions.TryGetValue(form["upload_session_id"].ToString(), out var session)
                || form["start_offset"] != Number(session.Received) || session.Received + file.Length > session.Size)
                return Error(100, 1363047);
            session.Received += file.Length;
            return Results.Json(new { start_offset = Number(session.Received), end_offset = Number(Math.Min(session.Size, session.Received + 20_000)) });
        }
    }

    private IResult List(HttpContext context)
    {
        lock (sync)
        {
            return Results.Json(new
            {
                data = posts.AsEnumerable().Reverse().Take(int.Parse(context.Request.Query["limit"].ToString(), CultureInfo.InvariantCulture)).Select(p => new
                {
                    id = p.Id,
                    message = p.Message,
                    created_time = Moment(p.At),
                    permalink_url = $"https://www.facebook.com/ccc/posts/{p.Id}",
                    attachments = p.Files switch
                    {
                        0 => null,
                        1 => new { data = new object[] { new { media_type = p.Video is null ? "photo" : "video" } } },
                        _ => new { data = new object[] { new { media_type = "album", subattachments = new { data = Enumerable.Range(0, p.Files).Select(_ => new { media_type = "photo" }) } } } },
                    },
                }),
            });
        }
    }

    private IResult Node(HttpContext context)
    {
        var id = Route(context, "node");
        lock (sync)
        {
            if (sessions.Values.FirstOrDefault(s => s.Video == id) is { } session && !(session.Finished && posts.All(p => p.Video != id)))
                return Results.Json(new { id, post_id = posts.FirstOrDefault(p => p.Video == id)?.Id, status = new { video_status = session.Finished ? "processing" : "upload_complete" } });
            return posts.Any(p => p.Id == id) || comments.Any(c => c.Id == id) ? Results.Json(new { id }) : Error(100, 33);
        }
    }

    private IResult Delete(HttpContext context)
    {
        var id = Route(context, "node");
        lock (sync)
        {
            var gone = posts.RemoveAll(p => p.Id == id || p.Video == id) + comments.RemoveAll(c => c.Id == id) + (staged.Remove(id) ? 1 : 0);
            return gone > 0 ? Results.Json(new { success = true }) : Error(100, 33);
        }
    }

    private IResult Comments(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["filter"] != "stream" || query["order"] != "chronological")
            return Error(100);
        var all = comments.Where(c => c.Post == Route(context, "post")).ToList();
        var start = query.ContainsKey("after") ? all.FindIndex(c => c.Id == query["after"]) + 1 : 0;
        var page = all.Skip(start).Take(2).ToList();
        return Results.Json(new
        {
            data = page.Select(c => new { id = c.Id, message = c.Text, created_time = Moment(c.At), from = new { id = "55", name = "Een ouder" }, is_hidden = c.Hidden }),
            paging = page.Count == 0 ? null : new { cursors = new { after = page[^1].Id }, next = start + 2 < all.Count ? "https://graph.facebook.com/next" : null },
        });
    }

    private async Task<IResult> HideAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body || !HasOnly(body, "is_hidden") || comments.Find(c => c.Id == Route(context, "comment")) is not { } comment)
            return Error(100, 33);
        comment.Hidden = body["is_hidden"]!.GetValue<bool>(); // the only one there is
        return Results.Json(new { success = true });
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public sealed record Post(string Id, string Message, string? Link, int Files, DateTimeOffset At, string? Video = null, IReadOnlyList<string?>? Alt = null);

    private sealed record Session(string Id, string Video, long Size)
    {
        public long Received { get; set; }

        public bool Finished { get; set; }
    }

    private sealed record Comment(string Id, string Post, string Text, DateTimeOffset At)
    {
        public bool Hidden { get; set; }
    }
}
