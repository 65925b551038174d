using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Moderation.Publishing.Channels;
using Moderation.Storage;

namespace Moderation.Tests.Publishing;

/// <summary>X (apis.md §3): it shortens links, adds one for the media, refuses the same text twice, and works a while on a film.</summary>
public sealed partial class FakeX : FakeChannel
{
    private const string Account = "123";
    private readonly Lock sync = new();
    private readonly Dictionary<string, Upload> uploads = new(StringComparer.Ordinal);
    private readonly List<Post> posts = [];
    private readonly List<Reply> replies = [];
    private long next = 1_880_000_000;

    public int Count { get; init; } = 2;

    public bool Films { get; init; }

    public string? Words { get; init; }

    /// <summary>Whether the same text soon after is refused, as X usually does.</summary>
    public bool RefusesDuplicates { get; set; }

    /// <summary>How often a film's status says that it is not ready yet.</summary>
    public int Working { get; set; } = 2;

    /// <summary>What becomes of a film in the end.</summary>
    public string Ends { get; set; } = "succeeded";

    public override string Code => "x";

    public override int Pictures => Count;

    public override bool Film => Films;

    public override string Text => Words ?? base.Text;

    public IReadOnlyList<Post> Posts => posts;

    public override IReadOnlyList<string> Live
    {
        get
        {
            lock (sync)
                return [.. posts.Select(p => p.Id)];
        }
    }

    public override IReadOnlyList<string> VisibleReplies => [.. replies.Where(r => !r.Hidden).Select(r => r.Id)];

    public override TimeSpan LimitedFor => TimeSpan.FromMinutes(13);

    public override Twist Limited() => (context, next) => Twists.Answer(
        429,
        """{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}""",
        headers: [("x-rate-limit-limit", "100"), ("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", Number((Time.GetUtcNow() + LimitedFor).ToUnixTimeSeconds()))])(context, next);

    public override Twist RefusedContent() => Twists.Answer(403, Problem(403, "You are not permitted to perform this action.", "about:blank"), "application/problem+json");

    public override Twist NotAllowed() => RefusedContent();

    public static string Problem(int status, string detail, string type) => Json.Write(new { title = "Problem", detail, type, status });

    protected override IReadOnlyDictionary<string, string?> Settings() =>
        new Dictionary<string, string?> { ["Channels:X:Enabled"] = "true", ["Channels:X:BaseUrl"] = Address.ToString() };

    public override bool IsCommit(HttpRequest request) => request.Method == "POST" && request.Path == "/2/tweets";

    public override string? AddReply(string post, string text)
    {
        var reply = new Reply(NextId(), post, text, Time.GetUtcNow());
        replies.Add(reply);
        return reply.Id;
    }

    protected override void Map(WebApplication app)
    {
        app.MapPost("/2/media/upload", Guarded(UploadAsync));
        app.MapGet("/2/media/upload", Guarded(context => Task.FromResult(Status(context))));
        app.MapPost("/2/media/upload/initialize", Guarded(InitializeAsync));
        app.MapPost("/2/media/upload/{id}/append", Guarded(AppendAsync));
        app.MapPost("/2/media/upload/{id}/finalize", Guarded(context => Task.FromResult(Complete(context))));
        app.MapPost("/2/media/metadata", Guarded(DescribeAsync));
        app.MapPost("/2/tweets", Guarded(PostAsync));
        app.MapGet("/2/users/{id}/tweets", Guarded(context => Task.FromResult(List(context))));
        app.MapGet("/2/tweets/search/recent", Guarded(context => Task.FromResult(Search(context))));
        app.MapPut("/2/tweets/{id}/hidden", Guarded(HideAsync));
        app.MapDelete("/2/tweets/{id}", Guarded(context => Task.FromResult(Delete(context))));
    }

    private Func<HttpContext, Task<IResult>> Guarded(Func<HttpContext, Task<IResult>> act) => async context =>
    {
        context.Response.Headers["x-rate-limit-limit"] = "100";
        context.Response.Headers["x-rate-limit-remaining"] = "99";
        context.Response.Headers["x-rate-limit-reset"] = Number((Time.GetUtcNow() + TimeSpan.FromMinutes(15)).ToUnixTimeSeconds());
        return HasToken(context.Request) ? await act(context) : Refused(401, "Unauthorized", "about:blank");
    };

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return Invalid("multipart");
        var form = await context.Request.ReadFormAsync();
        if (form["media_category"] != "tweet_image" || form.Files.GetFile("media") is not { Length: > 0 and <= 5_000_000, ContentType: "image/jpeg" or "image/png" } file)
            return Invalid("media");
        var upload = new Upload(NextId(), file.Length, Film: false) { Received = file.Length, Done = true };
        lock (sync)
            uploads[upload.Id] = upload;
        return Results.Json(new { data = new { id = upload.Id, media_key = "3_" + upload.Id, size = file.Length, expires_after_secs = 86400 } });
    }

    private async Task<IResult> InitializeAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body)
            return Invalid("json");
        var size = body["total_bytes"]?.GetValue<long>() ?? 0;
        if (body.Count != 3 || body["media_category"]?.ToString() != "tweet_video"
            || body["media_type"]?.ToString() is not ("video/mp4" or "video/quicktime") || size is <= 0 or > 512_000_000)
            return Invalid("initialize");
        var upload = new Upload(NextId(), size, Film: true) { Left = Working };
        lock (sync)
            uploads[upload.Id] = upload;
        return Results.Json(new { data = new { id = upload.Id, media_key = "7_" + upload.Id, expires_after_secs = 86400 } });
    }

    private async Task<IResult> AppendAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return Invalid("multipart");
        var form = await context.Request.ReadFormAsync();
        lock (sync)
        {
            if (UploadOf(context) is not { Film: true, Done: false } upload || form["segment_index"] != Number(upload.Segments)
                || form.Files.GetFile("media") is not { Length: > 0 and <= 5_000_000 } file)
                return Invalid("append");
            upload.Segments++;
            upload.Received += file.Length;
            return Results.Json(new { data = new { expires_at = 1 } });
        }
    }

    private IResult Complete(HttpContext context)
    {
        lock (sync)
        {
            if (UploadOf(context) is not { Film: true, Done: false } upload || upload.Received != upload.Size)
                return Invalid("finalize");
            upload.Done = true;
            return Answer(upload);
        }
    }

    private IResult Status(HttpContext context)
    {
        lock (sync)
        {
            if (context.Request.Query["command"] != "STATUS" || !uploads.TryGetValue(context.Request.Query["media_id"].ToString(), out var upload))
                return Refused(404, "Not found", "https://api.x.com/2/problems/resource-not-found");
            upload.Left = Math.Max(0, upload.Left - 1);
            return Answer(upload);
        }
    }

    private IResult Answer(Upload upload) => Results.Json(new
    {
        data = new
        {
            id = upload.Id,
            processing_info = !upload.Film ? null : upload.Left > 0 ? (object)new { state = "in_progress", check_after_secs = 30, progress_percent = 40 } : new { state = Ends, progress_percent = 100 },
        },
    });

    private async Task<IResult> DescribeAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body || body["metadata"]?["alt_text"]?["text"]?.ToString() is not { Length: > 0 and <= 1_000 } alt)
            return Invalid("metadata");
        lock (sync)
        {
            if (!uploads.TryGetValue(body["id"]?.ToString() ?? "", out var upload) || upload.Used || upload.Film)
                return Invalid("id");
            upload.Alt = alt;
        }

        return Results.Json(new { data = new { id = body["id"]!.ToString(), associated_metadata = new { alt_text = new { text = alt } } } }); // found by it
    }

    private async Task<IResult> PostAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body || body.Any(p => p.Key is not ("text" or "media")) || body["text"]?.ToString() is not { Length: > 0 } text || XLength.Of(text) > 280)
            return Invalid("text");
        var ids = (body["media"]?["media_ids"] as JsonArray)?.Select(i => i!.ToString()).ToList() ?? []; // a list of strings
        lock (sync)
        {
            if (ids.Count > 4 || ids.Any(i => !uploads.TryGetValue(i, out var u) || !u.Done || u.Left > 0) || (ids.Count > 1 && ids.Any(i => uploads[i].Film)))
                return Invalid("media_ids");
            if (RefusesDuplicates && posts.Any(p => p.Text == text))
                return Refused(403, "You are not allowed to create a Tweet with duplicate content.", "about:blank");
            foreach (var id in ids)
                uploads[id].Used = true;
            var post = new Post(NextId(), text, ids, Time.GetUtcNow(), [.. ids.Select(i => uploads[i].Alt)]);
            posts.Add(post);
            return Results.Json(new { data = new { id = post.Id, text = Shown(post).Text, edit_history_tweet_ids = new[] { post.Id } } }, statusCode: 201);
        }
    }

    private IResult List(HttpContext context)
    {
        var query = context.Request.Query;
        if ((string)context.Request.RouteValues["id"]! != Account || query["exclude"] != "retweets,replies" // the route has it
            || !int.TryParse(query["max_results"], out var most) || most is < 5 or > 100 || !DateTimeOffset.TryParse(query["start_time"], CultureInfo.InvariantCulture, out var from))
            return Invalid("list");
        lock (sync)
        {
            var found = posts.AsEnumerable().Reverse().Where(p => p.At >= from).Take(most).ToList();
            // Without a post there is no data at all.
            return found.Count == 0
                ? Results.Json(new { meta = new { result_count = 0 } })
                : Results.Json(new
                {
                    data = found.Select(p => new
                    {
                        id = p.Id,
                        text = Shown(p).Text,
                        created_at = p.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                        entities = new { urls = Shown(p).Links },
                        attachments = p.Media.Count == 0 ? null : new { media_keys = p.Media.Select(m => "3_" + m) },
                    }),
                    meta = new { result_count = found.Count },
                });
        }
    }

    /// <summary>As X stores it: entities escaped, every link shortened, one more for the media.</summary>
    private static (string Text, List<object> Links) Shown(Post post)
    {
        var links = new List<object>();
        var text = Link().Replace(post.Text.Replace("&", "&amp;", StringComparison.Ordinal), match =>
        {
            var shortened = $"https://t.co/{post.Id}{links.Count}";
            links.Add(new { url = shortened, expanded_url = match.Value });
            return shortened;
        });
        if (post.Media.Count == 0)
            return (text, links);
        links.Add(new { url = $"https://t.co/m{post.Id}", expanded_url = $"https://x.com/ccc/status/{post.Id}/photo/1", media_key = "3_" + post.Media[0] });
        return ($"{text} https://t.co/m{post.Id}", links);
    }

    private IResult Search(HttpContext context)
    {
        var query = context.Request.Query["query"].ToString();
        if (!query.StartsWith("conversation_id:", StringComparison.Ordinal) || context.Request.Query["max_results"] != "100")
            return Invalid("query");
        var found = replies.Where(r => r.Post == query["conversation_id:".Length..]).Reverse().ToList();
        var skip = context.Request.Query.ContainsKey("next_token") ? 2 : 0;
        return found.Count == 0
            ? Results.Json(new { meta = new { result_count = 0 } })
            : Results.Json(new
            {
                data = found.Skip(skip).Take(2).Select(r => new { id = r.Id, text = r.Text, author_id = "55", created_at = r.At.ToString("O", CultureInfo.InvariantCulture) }),
                includes = new { users = new[] { new { id = "55", username = "eenouder", name = "Een ouder" } } },
                meta = new { result_count = 2, next_token = skip == 0 && found.Count > 2 ? "b2" : null },
            });
    }

    private async Task<IResult> HideAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body || replies.Find(r => r.Id == (string?)context.Request.RouteValues["id"]) is not { } reply)
            return Refused(404, "Not found", "https://api.x.com/2/problems/resource-not-found");
        reply.Hidden = body["hidden"]!.GetValue<bool>(); // the only one there is
        return Results.Json(new { data = new { hidden = reply.Hidden } });
    }

    private IResult Delete(HttpContext context)
    {
        lock (sync)
        {
            return posts.RemoveAll(p => p.Id == (string?)context.Request.RouteValues["id"]) > 0
                ? Results.Json(new { data = new { deleted = true } })
                : Refused(404, "Could not find tweet.", "https://api.x.com/2/problems/resource-not-found");
        }
    }

    private Upload? UploadOf(HttpContext context) => uploads.GetValueOrDefault((string)context.Request.RouteValues["id"]!); // the route has it

    private static async Task<JsonObject?> BodyAsync(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? await JsonNode.ParseAsync(context.Request.Body) as JsonObject : null;

    private static IResult Invalid(string what) => Refused(400, $"One or more parameters to your request was invalid: {what}.", "https://api.x.com/2/problems/invalid-request");

    private static IResult Refused(int status, string detail, string type) => Results.Text(Problem(status, detail, type), "application/problem+json", statusCode: status);

    private string NextId() => Number(Interlocked.Increment(ref next));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://\S*\w")]
    private static partial Regex Link();

    public sealed record Post(string Id, string Text, IReadOnlyList<string> Media, DateTimeOffset At, IReadOnlyList<string?> Alt);

    private sealed record Upload(string Id, long Size, bool Film)
    {
        public long Received { get; set; }

        public int Segments { get; set; }

        public bool Done { get; set; }

        public bool Used { get; set; }

        public int Left { get; set; }

        public string? Alt { get; set; }
    }

    private sealed record Reply(string Id, string Post, string Text, DateTimeOffset At)
    {
        public bool Hidden { get; set; }
    }
}
