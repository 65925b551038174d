using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;
using Moderation.Web;
using NetVips;

namespace Moderation.Tests.Publishing;

/// <summary>Instagram (apis.md §2): it fetches pictures, works a while on a container, and publishes each container once.</summary>
public sealed partial class FakeInstagram : FakeMeta
{
    private const string Account = "123";
    private static readonly HttpClient Fetching = new();
    private readonly Lock sync = new();
    private readonly Dictionary<string, Container> containers = new(StringComparer.Ordinal);
    private readonly List<Post> posts = [];
    private readonly List<Comment> comments = [];
    private Func<HttpContext, Task<IResult>> site = _ => Task.FromResult(Results.NotFound());

    /// <summary>How often a container's status says that it is not ready yet.</summary>
    public int Working { get; set; }

    /// <summary>What becomes of a container in the end.</summary>
    public string Ends { get; set; } = "FINISHED";

    public int Used { get; set; }

    /// <summary>A field of comments that this account has no permission for.</summary>
    public string? ForbiddenField { get; set; }

    public override string Code => "instagram";

    public override IReadOnlyList<string> Live
    {
        get
        {
            lock (sync)
                return [.. posts.Select(p => p.Id)];
        }
    }

    public override IReadOnlyList<string> VisibleReplies => [.. comments.Where(c => !c.Hidden).Select(c => c.Id)];

    public IReadOnlyList<Post> Posts => posts;

    /// <summary>Addresses it was given for pictures.</summary>
    public List<Uri> Fetched { get; } = [];

    protected override IReadOnlyDictionary<string, string?> Settings() => new Dictionary<string, string?>
    {
        ["Channels:Instagram:Enabled"] = "true",
        ["Channels:Instagram:BaseUrl"] = Address.ToString(),
        ["Channels:Instagram:UploadUrl"] = Address.ToString(),
        ["Channels:PublicUrl"] = $"{Address}site",
    };

    public override bool IsCommit(HttpRequest request) => request.Method == "POST" && request.Path == $"/{Version}/{Account}/media_publish";

    public override string? AddReply(string post, string text)
    {
        var comment = new Comment(NextId(), post, text, Time.GetUtcNow());
        comments.Add(comment);
        return comment.Id;
    }

    /// <summary>The system's own site, as another instance of it that no fault touches.</summary>
    public override void Connect(TestSystem system)
    {
        var media = new MediaStore(
            system.Outside.Container(StorageNames.Containers.Incoming), system.Outside.Container(StorageNames.Containers.Media), system.Outside.Table(StorageNames.Tables.Media), new MediaSettings(), Time);
        var links = new MediaLinks(new SigningKeys(new FileSecretStore(Secrets), Time), Options.Create(new ChannelSettings()), Time);
        var drafts = new DraftStore(system.Outside, Time);
        site = context =>
        {
            var (values, query) = (context.Request.RouteValues, context.Request.Query);
            return OutboundFiles.SendAsync((string)values["channel"]!, (string)values["key"]!, (string)values["sha256"]!, query["until"], query["signature"], context, links, drafts, media, context.RequestAborted); // the route has them
        };
    }

    protected override void Map(WebApplication app)
    {
        app.MapGet("/site/outbound/{channel}/{key}/{sha256}", Open(context => site(context)));
        app.MapPost($"/{Version}/{{account}}/media", Guarded(CreateAsync));
        app.MapPost($"/{Version}/{{account}}/media_publish", Guarded(PublishAsync));
        app.MapGet($"/{Version}/{{account}}/media", Guarded(List));
        app.MapGet($"/{Version}/{{account}}/content_publishing_limit", Guarded(_ => Results.Json(new { data = new[] { new { quota_usage = Used, config = new { quota_total = 100, quota_duration = 86400 } } } })));
        app.MapGet($"/{Version}/{{post}}/comments", Guarded(Comments));
        app.MapPost($"/{Version}/{{comment}}", Guarded(HideAsync));
        app.MapGet($"/{Version}/{{node}}", Guarded(Node));
        app.MapDelete($"/{Version}/{{node}}", Guarded(Delete));
        app.MapPost($"/ig-api-upload/{Version}/{{container}}", Open(UploadAsync));
    }

    /// <summary>As it is: a bare lambda would be taken for one whose result does not count.</summary>
    private static Func<HttpContext, Task<IResult>> Open(Func<HttpContext, Task<IResult>> act) => act;

    private async Task<IResult> CreateAsync(HttpContext context)
    {
        if (Route(context, "account") != Account || await BodyAsync(context) is not { } body)
            return Error(100);
        var container = new Container(NextId(), Value(body, "caption"), Value(body, "alt_text")) { Left = Working, At = Time.GetUtcNow() };
        if (container.Caption is { Length: > 2_200 })
            return Error(100, 2207010);
        switch (Value(body, "media_type"))
        {
            case "CAROUSEL" when HasOnly(body, "media_type", "children", "caption"):
                var children = (Value(body, "children") ?? "").Split(',');
                lock (sync)
                {
                    if (children.Length is < 2 or > 10 || children.Any(c => !containers.TryGetValue(c, out var child) || !child.Part))
                        return Error(100, 2207028);
                    if (children.Any(c => containers[c].Left > 0))
                        return Error(9007, 2207027);
                    container.Type = "CAROUSEL_ALBUM";
                    container.Alts = [.. children.Select(c => containers[c].Alt)];
                }

                break;

            case "REELS" when HasOnly(body, "media_type", "upload_type", "caption", "share_to_feed") && Value(body, "upload_type") == "resumable":
                container.Type = "VIDEO";
                container.Left = int.MaxValue; // until it is uploaded
                break;

            case null when HasOnly(body, Value(body, "is_carousel_item") == "true" ? ["is_carousel_item", "image_url", "alt_text"] : ["image_url", "caption", "alt_text"]):
                if (await FetchAsync(Value(body, "image_url")) is { } refusal)
                    return refusal;
                container.Part = Value(body, "is_carousel_item") == "true";
                container.Alts = [container.Alt];
                break;

            default:
                return Error(100, 2207023);
        }

        lock (sync)
            containers[container.Id] = container;
        return Results.Json(new { id = container.Id, uri = container.Type == "VIDEO" ? $"https://rupload.facebook.com/{container.Id}" : null });
    }

    private async Task<IResult?> FetchAsync(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return Error(100, 2207052);
        Fetched.Add(uri);
        using var answer = await Fetching.GetAsync(uri);
        if (!answer.IsSuccessStatusCode)
            return Error(100, 2207052);
        if (answer.Content.Headers.ContentType?.MediaType != "image/jpeg" || answer.Headers.CacheControl?.NoStore != true)
            return Error(100, 2207005);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes.Length > 8_000_000)
            return Error(100, 2207004);
        using var picture = Image.NewFromBuffer(bytes);
        return (double)picture.Width / picture.Height is >= 0.8 and <= 1.91 && picture.Width is >= 320 and <= 1440 ? null : Error(36003, 2207009);
    }

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        if (!HasToken(context.Request, "OAuth"))
            return Error(190, 463);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (sync)
        {
            if (!containers.TryGetValue(Route(context, "container"), out var container) || container.Type != "VIDEO" || context.Request.Headers["offset"] != "0"
                || context.Request.Headers["file_size"] != body.Length.ToString(CultureInfo.InvariantCulture))
                return Error(100, 2207077);
            container.Left = Working;
            return Results.Json(new { success = true, message = "Upload successful." });
        }
    }

    private async Task<IResult> PublishAsync(HttpContext context)
    {
        if (Route(context, "account") != Account || await BodyAsync(context) is not { } body || !HasOnly(body, "creation_id"))
            return Error(100);
        lock (sync)
        {
            if (!containers.TryGetValue(Value(body, "creation_id") ?? "", out var container) || container.Part)
                return Error(100, 2207006);
            if (container.Left > 0 || Ends != "FINISHED")
                return Error(9007, 2207027);
            if (container.Published)
                return Error(100, 2207008);
            container.Published = true;
            var post = new Post(NextId(), container.Caption ?? "", container.Type, Time.GetUtcNow(), container.Alts);
            posts.Add(post);
            return Results.Json(new { id = post.Id });
        }
    }

    private IResult List(HttpContext context)
    {
        lock (sync)
        {
            return Results.Json(new
            {
                data = posts.AsEnumerable().Reverse().Select(p => new { id = p.Id, caption = p.Caption, timestamp = Moment(p.At), permalink = $"https://www.instagram.com/p/{p.Id}/", media_type = p.Type }),
            });
        }
    }

    private IResult Node(HttpContext context)
    {
        var id = Route(context, "node");
        lock (sync)
        {
            if (containers.TryGetValue(id, out var container))
            {
                if (context.Request.Query["fields"] != "status_code,status")
                    return Error(100);
                var status = container.Published ? "PUBLISHED" : Time.GetUtcNow() - container.At > TimeSpan.FromHours(24) ? "EXPIRED" : container.Left > 0 ? "IN_PROGRESS" : Ends;
                if (container.Left is > 0 and < int.MaxValue)
                    container.Left--;
                return Results.Json(new { status_code = status, status, id });
            }

            if (posts.Exists(p => p.Id == id))
                return Results.Json(new { id, permalink = $"https://www.instagram.com/p/{id}/", timestamp = Moment(Time.GetUtcNow()) });
            return comments.Exists(c => c.Id == id) ? Results.Json(new { id }) : Error(100, 33);
        }
    }

    private IResult Delete(HttpContext context)
    {
        var id = Route(context, "node");
        lock (sync)
            return posts.RemoveAll(p => p.Id == id) + comments.RemoveAll(c => c.Id == id) > 0 ? Results.Json(new { success = true }) : Error(100, 33);
    }

    private IResult Comments(HttpContext context)
    {
        var fields = context.Request.Query["fields"].ToString();
        if (ForbiddenField is { } forbidden && FieldName().Matches(fields).Any(m => m.Value == forbidden))
            return Error(10);
        return Results.Json(new
        {
            data = comments.Where(c => c.Post == Route(context, "post")).Reverse().Select(c => new
            {
                id = c.Id,
                text = c.Text,
                timestamp = Moment(c.At),
                username = "eenouder",
                hidden = c.Hidden,
                from = fields.Contains("from{", StringComparison.Ordinal) ? new { id = "55", username = "eenouder" } : null,
            }),
        });
    }

    private async Task<IResult> HideAsync(HttpContext context)
    {
        if (await BodyAsync(context) is not { } body || !HasOnly(body, "hide") || comments.Find(c => c.Id == Route(context, "comment")) is not { } comment)
            return Error(100, 33);
        comment.Hidden = body["hide"]!.GetValue<bool>(); // the only one there is
        return Results.Json(new { success = true });
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex FieldName();

    public sealed record Post(string Id, string Caption, string Type, DateTimeOffset At, IReadOnlyList<string?> Alts);

    private sealed record Container(string Id, string? Caption, string? Alt)
    {
        public string Type { get; set; } = "IMAGE";

        public bool Part { get; set; }

        public bool Published { get; set; }

        public int Left { get; set; }

        public DateTimeOffset At { get; init; }

        public IReadOnlyList<string?> Alts { get; set; } = [];
    }

    private sealed record Comment(string Id, string Post, string Text, DateTimeOffset At)
    {
        public bool Hidden { get; set; }
    }
}
