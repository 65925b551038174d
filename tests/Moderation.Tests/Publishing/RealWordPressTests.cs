using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;
using Moderation.Review;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>The publisher against a real WordPress: opt-in, see docs/contributing.md.</summary>
public sealed class RealWordPressTests(AzuriteFixture azurite) : IDisposable
{
    private const string Alt = "Een leeg lokaal met tafels en stoelen.";
    private const string Text = "Zaterdag is de open dag voor vmbo & havo.\n\nMeer op https://www.ccc.example/open-dag?a=1&b=2. Iedereen is welkom.";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string? Site = Environment.GetEnvironmentVariable("MODERATION_WORDPRESS_URL");
    private static readonly string User = Environment.GetEnvironmentVariable("MODERATION_WORDPRESS_USER") ?? "";
    private static readonly string Password = Environment.GetEnvironmentVariable("MODERATION_WORDPRESS_PASSWORD") ?? "";
    private readonly string tokens = Directory.CreateTempSubdirectory("moderation-wordpress-").FullName;
    private readonly HttpClient site = new();

    public void Dispose()
    {
        site.Dispose();
        Directory.Delete(tokens, recursive: true);
    }

    [Fact]
    public async Task Post_with_pictures_and_a_film_stands_on_the_site_as_it_was_meant_and_is_taken_down()
    {
        await using var system = await StartAsync();
        var id = await SubmitAsync(system, pictures: 2, film: true);
        var head = await SettleAsync(system, id);

        Assert.True(head.State == DraftState.Published, $"{head.State} {head.Channel("website")?.State} {head.Channel("website")?.Reason}");
        var live = head.Channel("website")!; // it was submitted for it
        var post = await ReadAsync($"/posts/{live.ExternalRef}", "context=edit");
        var html = post["content"]!["rendered"]!.ToString();
        Assert.Equal(("publish", live.Url, $"{id}-v1"), (post["status"]!.ToString(), post["link"]!.ToString(), post["slug"]!.ToString()));
        Assert.Equal("Open dag: vmbo &amp; havo", post["title"]!["raw"]!.ToString());
        Assert.Contains("vmbo &amp; havo", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.ccc.example/open-dag?a=1&amp;b=2\">", html, StringComparison.Ordinal);
        Assert.Equal((2, 2, 1), (Count(html, "<img "), Count(html, $"alt=\"{Alt}\""), Count(html, "<video ")));
        var picture = Assert.Single((await ReadAsync("/media", $"slug={id}-v1-1")).AsArray());
        Assert.Equal(Alt, picture!["alt_text"]!.ToString());
        using var file = await site.GetAsync(new Uri(picture["source_url"]!.ToString()));
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType?.MediaType);

        var publisher = system.Get<ChannelPublishers>().For("website");
        Assert.IsType<Removal.Done>(await publisher.TakeDownAsync(live.ExternalRef!, None)); // published
        Assert.IsType<Removal.AlreadyGone>(await publisher.TakeDownAsync(live.ExternalRef!, None)); // published
    }

    [Theory]
    [InlineData(FaultKind.FailsBefore)]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.KilledBefore)]
    [InlineData(FaultKind.KilledAfter)]
    public async Task Every_call_that_breaks_leaves_one_post(FaultKind kind)
    {
        var whole = await RunAsync(Fault.None());
        var calls = Enumerable.Range(0, whole.Requests.Count).Where(i => !whole.Requests[i].Contains("/devstoreaccount1/", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, calls.Count); // is the file there, upload, describe, commit
        foreach (var call in calls)
            await RunAsync(new Fault(call, kind));
    }

    [Fact]
    public async Task Replies_are_listed_hidden_and_deleted()
    {
        await using var system = await StartAsync(comments: true);
        var live = (await SettleAsync(system, await SubmitAsync(system))).Channel("website")!.ExternalRef!; // published
        var ids = new List<string>();
        foreach (var text in new[] { "Eerste <b>reactie</b>", "Tweede" })
            ids.Add((await SendAsync(HttpMethod.Post, "/comments", "", new { post = int.Parse(live, System.Globalization.CultureInfo.InvariantCulture), content = text }))["id"]!.ToString());
        var channel = (IReplyChannel)system.Get<ChannelPublishers>().For("website");

        var replies = await channel.RepliesAsync(live, None);

        Assert.Equal([(ids[0], "Eerste reactie", User), (ids[1], "Tweede", User)], replies.Select(r => (r.Id, r.Text, r.Author)));
        Assert.IsType<Removal.Done>(await channel.HideAsync(ids[0], None));
        Assert.IsType<Removal.Done>(await channel.HideAsync(ids[0], None));
        Assert.True((await channel.RepliesAsync(live, None))[0].Hidden);
        Assert.IsType<Removal.Done>(await channel.DeleteAsync(ids[1], None));
        Assert.IsType<Removal.AlreadyGone>(await channel.DeleteAsync(ids[1], None));
    }

    [Fact]
    public async Task Wrong_password_closes_the_channel_and_the_right_one_opens_it()
    {
        await using var system = await StartAsync(password: "fout");
        var id = await SubmitAsync(system, pictures: 1);
        var waiting = (await SettleAsync(system, id)).Channel("website")!; // it was submitted for it
        Assert.Equal((ChannelState.Waiting, "token"), (waiting.State, waiting.Reason));

        await ConnectAsync(system, Password);
        Assert.Equal(DraftState.Published, (await SettleAsync(system, id)).State);
    }

    private async Task<Fault> RunAsync(Fault fault)
    {
        await using var system = await StartAsync();
        system.Break(fault);
        fault.Active = false;
        var id = await SubmitAsync(system, pictures: 1);
        fault.Active = true;
        var head = await SettleAsync(system, id);
        fault.Active = false;

        Assert.True(head.State == DraftState.Published, $"{head.State} {head.Channel("website")?.State} {head.Channel("website")?.Reason}");
        var posts = (await ReadAsync("/posts", $"slug={id}-v1,{id}-v1-2&status=publish,draft,pending&context=edit")).AsArray();
        Assert.Equal(head.Channel("website")?.ExternalRef, Assert.Single(posts)!["id"]!.ToString());
        Assert.Single((await ReadAsync("/media", $"slug={id}-v1-1,{id}-v1-1-2")).AsArray());
        return fault;
    }

    private async Task<TestSystem> StartAsync(bool comments = false, string? password = null)
    {
        Assert.SkipWhen(Site is null, "No WordPress was started; docs/contributing.md says how.");
        var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?>
        {
            ["Channels:WordPress:Enabled"] = "true",
            ["Channels:WordPress:BaseUrl"] = Site,
            ["Channels:WordPress:Comments"] = comments ? "true" : "false",
            ["Channels:TokenFolder"] = tokens,
        });
        await ConnectAsync(system, password ?? Password);
        return system;
    }

    private static Task ConnectAsync(TestSystem system, string password) =>
        system.Get<ChannelTokens>().StoreAsync("website", new ChannelToken { Access = password, AccountId = User }, None);

    /// <summary>Under a reference of its own: the site remembers the posts of other runs, and a post is named after its reference.</summary>
    private static async Task<DraftId> SubmitAsync(TestSystem system, int pictures = 0, bool film = false)
    {
        var media = new List<SubmittedMedia>();
        for (var i = 0; i < pictures; i++)
            media.Add(await FileAsync(system, Pictures.Jpeg(800, 600 + i), $"foto{i}.jpg", MediaKind.Photo));
        if (film)
            media.Add(await FileAsync(system, SampleMedia.Bytes("sportdag.mp4"), "sportdag.mp4", MediaKind.Film));
        return await PipelineTests.SubmitAsync(system, PipelineTests.Clean($"{Guid.NewGuid()}", "website") with { Title = "Open dag: vmbo & havo", Text = Text, Media = media });
    }

    private static async Task<SubmittedMedia> FileAsync(TestSystem system, byte[] bytes, string name, MediaKind kind) => new()
    {
        Id = await system.UploadAsync(bytes, name, TestSchool.Author.Id),
        Alt = Alt,
        Kind = kind,
        Recognisable = 0,
        Captioned = kind == MediaKind.Film,
        Situation = "gebouw",
    };

    private static async Task<DraftHead> SettleAsync(TestSystem system, DraftId id)
    {
        var head = await system.SettleAsync(id);
        if (head.State is not (DraftState.Held or DraftState.Escalated))
            return head;
        await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head.ContentHash, null, None);
        return await system.SettleAsync(id);
    }

    private Task<JsonNode> ReadAsync(string path, string query) => SendAsync(HttpMethod.Get, path, query, null);

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string query, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Site}/wp/v2{path}{(Site!.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}")) { Content = body is null ? null : JsonContent.Create(body) }; // not skipped
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        using var response = await site.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonNode.Parse(answer)!; // WordPress answers every call with something
    }

    private static int Count(string html, string what) => html.Split(what).Length - 1;
}
