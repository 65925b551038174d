using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>A public profile on Snapchat (apis.md §6): files come encrypted, errors come with a 200, and nothing can be found back.</summary>
public sealed class FakeSnapchat : FakeChannel
{
    private const string Root = "/v1/public_profiles/123";
    private readonly Lock sync = new();
    private readonly Dictionary<string, Medium> media = new(StringComparer.Ordinal);
    private readonly List<Post> posts = [];
    private int next = 300;

    public bool Photo { get; init; }

    /// <summary>Photos go out as a story of a day.</summary>
    public bool Story { get; init; }

    public string? Words { get; init; }

    public override string Code => "snapchat";

    public override bool CanFind => false;

    public override bool Film => !Photo;

    public override int Pictures => 1;

    public override byte[] FilmBytes => new Films { Width = 540, Height = 960, ExtraAtEnd = Films.Box("free", new byte[5_000]) }.Build();

    public override string Text => Words ?? (Photo ? "Zaterdag is de open dag." : base.Text);

    public override IReadOnlyList<string> Live => [.. posts.Select(p => p.Reference)];

    public IReadOnlyList<Post> Posts => posts;

    protected override IReadOnlyDictionary<string, string?> Settings() => new Dictionary<string, string?>
    {
        ["Channels:Snapchat:Enabled"] = "true",
        ["Channels:Snapchat:BaseUrl"] = Address.ToString(),
        ["Channels:Snapchat:ProfileUrl"] = "https://www.snapchat.com/@school",
        ["Channels:Snapchat:Photos"] = Story ? "Story" : "SavedStory",
        ["Channels:Snapchat:PartBytes"] = "4096",
    };

    public override bool IsCommit(HttpRequest request) =>
        request.Method == "POST" && request.Path.Value is $"{Root}/spotlights" or $"{Root}/saved_stories" or $"{Root}/stories";

    public override Twist RefusedContent() => Twists.Answer(200, Body("E3002"));

    /// <summary>An answer without a body, as Snap's gateway gives.</summary>
    public override Twist NotAllowed() => Twists.Answer(403, "", headers: ("x-internal_error_code", "E1003"));

    public static string Body(string code) => $$"""{"request_status":"ERROR","request_id":"r","error_code":"{{code}}","display_message":"Wat de gebruiker niet hoeft te zien.","debug_message":"x"}""";

    protected override void Map(WebApplication app)
    {
        app.MapPost($"{Root}/media", context => AnswerAsync(context, Begin));
        app.MapPost($"/us{Root}/media/{{id}}/multipart-upload", context => PartAsync(context, (string)context.Request.RouteValues["id"]!)); // the route has it
        foreach (var place in new[] { "spotlights", "saved_stories", "stories" })
            app.MapPost($"{Root}/{place}", context => AnswerAsync(context, body => Publish(place, body)));
        foreach (var place in new[] { "spotlights", "saved_stories" })
            app.MapDelete($"{Root}/{place}/{{id}}", context => AnswerAsync(context, _ =>
                posts.RemoveAll(p => p.Reference == $"{place}/{context.Request.RouteValues["id"]}") > 0 ? Success(new { }) : Results.StatusCode(404)));
    }

    private async Task AnswerAsync(HttpContext context, Func<JsonObject, IResult> answer)
    {
        var body = context.Request.Method == "POST" && context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
            ? await JsonNode.ParseAsync(context.Request.Body) as JsonObject
            : null;
        IResult result;
        lock (sync)
        {
            result = !HasToken(context.Request) ? Results.StatusCode(401)
                : context.Request.Method == "POST" && body is null ? Results.StatusCode(400)
                : answer(body ?? []);
        }

        await result.ExecuteAsync(context);
    }

    private IResult Begin(JsonObject body)
    {
        if (!HasOnly(body, "type", "name", "key", "iv") || body["type"]?.ToString() is not ("IMAGE" or "VIDEO")
            || Convert.FromBase64String(body["key"]!.ToString()) is not { Length: 32 } key || Convert.FromBase64String(body["iv"]!.ToString()) is not { Length: 16 } iv)
            return Results.Text(Body("E1001"), "application/json", statusCode: 400);
        var id = $"m{++next}";
        media[id] = new Medium(body["type"]!.ToString(), key, iv);
        return Success(new { media_id = id, add_path = $"/us{Root}/media/{id}/multipart-upload", finalize_path = $"/us{Root}/media/{id}/multipart-upload" });
    }

    private async Task PartAsync(HttpContext context, string id)
    {
        IResult result;
        if (!HasToken(context.Request))
            result = Results.StatusCode(401);
        else if (!media.TryGetValue(id, out var medium) || !context.Request.HasFormContentType)
            result = Results.StatusCode(404);
        else
            result = await ReceiveAsync(medium, await context.Request.ReadFormAsync());
        await result.ExecuteAsync(context);
    }

    private static async Task<IResult> ReceiveAsync(Medium medium, IFormCollection form)
    {
        if (form["action"] == "ADD")
        {
            if (!int.TryParse(form["part_number"], out var number) || number is < 1 or > 35 || form.Files["file"] is not { Length: > 0 and <= 32_000_000 } file)
                return Results.Text(Body("E1002"), "application/json");
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            medium.Parts[number] = bytes.ToArray();
            return Success(new { });
        }

        // What is not what it says it is, is not taken: the key, the order of the parts and the padding must fit.
        using var aes = Aes.Create();
        aes.Key = medium.Key;
        var whole = aes.DecryptCbc(medium.Parts.SelectMany(p => p.Value).ToArray(), medium.Iv);
        var fits = medium.Type == "IMAGE" ? whole[0] is 0xFF or 0x89 : whole.AsSpan(4, 4).SequenceEqual("ftyp"u8);
        if (form["action"] != "FINALIZE" || !fits)
            return Results.Text(Body("E1004"), "application/json");
        medium.Whole = whole;
        return Success(new { });
    }

    private IResult Publish(string place, JsonObject body)
    {
        var (id, text) = place switch
        {
            "spotlights" when HasOnly(body, "media_id", "description", "locale", "skip_save_to_profile") => (body["media_id"]?.ToString(), body["description"]?.ToString()),
            "saved_stories" when HasOnly(body, "saved_stories") => (body["saved_stories"]?[0]?["snap_sources"]?[0]?["media_id"]?.ToString(), body["saved_stories"]?[0]?["title"]?.ToString()),
            "stories" when HasOnly(body, "media_id", "customized_ttl") => (body["media_id"]?.ToString(), null),
            _ => (null, null),
        };
        if (id is null || !media.TryGetValue(id, out var medium) || medium.Whole is null || text?.Length > (place == "spotlights" ? 160 : 45)
            || (place == "spotlights" && (medium.Type != "VIDEO" || body["locale"]?.ToString() != "nl_NL")))
            return Results.Text(Body("E2001"), "application/json");
        if (medium.Used)
            return Results.Text(Body("MEDIA_POSTING_ALREADY_IN_PROGRESS"), "application/json");
        medium.Used = true;
        var post = new Post(place == "stories" ? $"stories/{id}" : $"{place}/p{++next}", text, medium.Whole);
        posts.Add(post);
        var made = post.Reference.Split('/')[1];
        return place switch
        {
            "spotlights" => Success(new { spotlight_id = made }),
            "saved_stories" => Success(new { saved_stories = new[] { new { sub_request_status = "SUCCESS", saved_story = new { id = made } } } }),
            _ => Success(new { }),
        };
    }

    private static IResult Success<T>(T more)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject();
        body["request_status"] = "SUCCESS";
        body["request_id"] = "r";
        return Results.Text(body.ToJsonString(), "application/json");
    }

    private static bool HasOnly(JsonObject body, params string[] names) => body.All(p => names.Contains(p.Key));

    public sealed record Post(string Reference, string? Text, byte[] File);

    private sealed record Medium(string Type, byte[] Key, byte[] Iv)
    {
        public SortedDictionary<int, byte[]> Parts { get; } = [];

        public byte[]? Whole { get; set; }

        public bool Used { get; set; }
    }
}
