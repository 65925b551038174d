using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Web;

/// <summary>Other systems at work: the API over real storage.</summary>
public sealed class ApiFlowTests(AzuriteFixture azurite)
{
    private const string Draft = """{"clientReference":"site-1","text":"Zaterdag is de school open.","channels":["website"],"purpose":"informeren","declarations":["facts-checked","thought-over"]}""";

    [Fact]
    public async Task The_same_reference_is_the_same_draft()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        using var first = await client.PostAsync("/api/drafts", ApiInputTests.Json(Draft));
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var id = (await JsonAsync(first)).GetProperty("id").GetString();
        Assert.Equal($"/api/drafts/{id}", first.Headers.Location?.ToString());
        using var second = await client.PostAsync("/api/drafts", ApiInputTests.Json(Draft));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(id, (await JsonAsync(second)).GetProperty("id").GetString());
        using var other = await client.PostAsync("/api/drafts", ApiInputTests.Json(Draft.Replace("Zaterdag", "Zondag", StringComparison.Ordinal)));
        await ApiInputTests.ProblemAsync(other, HttpStatusCode.Conflict);
        var list = await JsonAsync(await client.GetAsync("/api/drafts"));
        Assert.Equal(id, Assert.Single(list.GetProperty("drafts").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_change_names_the_version_it_is_about()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        using var created = await client.PostAsync("/api/drafts", ApiInputTests.Json(Draft));
        var path = created.Headers.Location?.ToString() ?? "";
        using var found = await client.GetAsync(path);
        var tag = found.Headers.ETag ?? throw new InvalidOperationException("No ETag.");

        await ApiInputTests.ProblemAsync(await PutAsync(client, path, null), HttpStatusCode.PreconditionRequired);
        await ApiInputTests.ProblemAsync(await PutAsync(client, path, new EntityTagHeaderValue("\"0000\"")), HttpStatusCode.PreconditionFailed);
        using var changed = await PutAsync(client, path, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(2, (await JsonAsync(changed)).GetProperty("version").GetInt32());
        Assert.NotEqual(tag, changed.Headers.ETag);
        await ApiInputTests.ProblemAsync(await PutAsync(client, path, tag), HttpStatusCode.PreconditionFailed);

        using var withdrawn = await client.PostAsync(path + "/withdraw", null);
        Assert.Equal("withdrawn", (await JsonAsync(withdrawn)).GetProperty("state").GetString());
        await ApiInputTests.ProblemAsync(await client.PostAsync(path + "/withdraw", null), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_held_draft_is_decided_on_by_a_colleague_only()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.AuthorAndApprover);
        using var approver = site.As(TestSchool.Approver);
        using var created = await author.PostAsync("/api/drafts", ApiInputTests.Json(Draft.Replace("Zaterdag is de school open.", "Ouders moeten het formulier uiterlijk vrijdag inleveren.", StringComparison.Ordinal).Replace("website", "facebook", StringComparison.Ordinal)));
        var path = created.Headers.Location?.ToString() ?? "";
        await site.PumpAsync();
        var draft = await JsonAsync(await approver.GetAsync(path));
        Assert.Equal("held", draft.GetProperty("state").GetString());
        var waiting = await JsonAsync(await approver.GetAsync("/api/review"));
        Assert.Equal(draft.GetProperty("id").GetString(), Assert.Single(waiting.EnumerateArray()).GetProperty("id").GetString());

        var yes = JsonSerializer.Serialize(new { outcome = "approved", contentHash = draft.GetProperty("contentHash").GetString() });
        await ApiInputTests.ProblemAsync(await author.PostAsync(path + "/decisions", ApiInputTests.Json(yes)), HttpStatusCode.Conflict);
        var wrong = await ApiInputTests.ProblemAsync(await approver.PostAsync(path + "/decisions", ApiInputTests.Json("{\"outcome\":\"maybe\"}")), HttpStatusCode.BadRequest);
        Assert.Equal(["contentHash", "outcome"], wrong.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        using var done = await approver.PostAsync(path + "/decisions", ApiInputTests.Json(yes));
        Assert.Equal("approved", (await JsonAsync(done)).GetProperty("state").GetString());
        await ApiInputTests.ProblemAsync(await approver.PostAsync(path + "/retry", null), HttpStatusCode.Conflict);
        await ApiInputTests.ProblemAsync(await approver.PostAsync(path + "/channels/facebook/settle", ApiInputTests.Json("{}")), HttpStatusCode.Conflict);
        await ApiInputTests.ProblemAsync(await approver.PostAsync(path + "/channels/facebook/settle", ApiInputTests.Json("{\"url\":\"javascript:x\"}")), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_file_goes_up_in_blocks_and_comes_down_only_to_who_may_see_it()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        using var approver = site.As(TestSchool.Approver);
        using var stranger = site.As(new User("k.ouali", "Karima Ouali", new HashSet<Role> { Role.Submitter }));
        var file = Pictures.Jpeg();
        var half = file.Length / 2;
        using var begun = await author.PostAsync("/api/media", ApiInputTests.Json(JsonSerializer.Serialize(new { name = "../../foto.jpg", size = file.Length })));
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var id = (await JsonAsync(begun)).GetProperty("id").GetString();
        Assert.Equal("foto.jpg", (await JsonAsync(begun)).GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.NotFound, (await PutBlockAsync(stranger, id, 0, file[..half])).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PutBlockAsync(author, id, 0, file[..half])).StatusCode);
        await ApiInputTests.ProblemAsync(await author.PostAsync($"/api/media/{id}/complete", ApiInputTests.Json("{\"blocks\":2}")), HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.NoContent, (await PutBlockAsync(author, id, 1, file[half..])).StatusCode);
        using var completed = await author.PostAsync($"/api/media/{id}/complete", ApiInputTests.Json("{\"blocks\":2}"));
        Assert.Equal("cleaning", (await JsonAsync(completed)).GetProperty("state").GetString());
        await ApiInputTests.ProblemAsync(await PutBlockAsync(author, id, 2, file[half..]), HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/media/{id}")).StatusCode);
        await site.PumpAsync();
        Assert.Equal("ready", (await JsonAsync(await author.GetAsync($"/api/media/{id}"))).GetProperty("state").GetString());

        using var shown = await author.GetAsync($"/media/{id}");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.StartsWith("image/", shown.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal($"inline; filename={id}.jpg", shown.Content.Headers.ContentDisposition?.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(shown.Headers.CacheControl?.Private);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/media/{id}");
        part.Headers.Range = new RangeHeaderValue(10, 19);
        using var range = await approver.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal((await shown.Content.ReadAsByteArrayAsync())[10..20], await range.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/media/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/media/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_form_takes_files_without_a_script_and_asks_about_each()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var form = await FlowTests.FormAsync(client, "/drafts/new", "De nieuwe gang is klaar.", "website");
        var content = FlowTests.Content(form);
        content.Add(new ByteArrayContent(Pictures.Jpeg()), "files", "gang.jpg");
        using var asked = await client.PostAsync("/drafts/new", content);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var html = await asked.Content.ReadAsStringAsync();
        Assert.Contains("gang.jpg", html, StringComparison.Ordinal);
        Assert.Contains("De nieuwe gang is klaar.", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-media-0-alt\"", html, StringComparison.Ordinal);
        var id = System.Text.RegularExpressions.Regex.Match(html, "name=\"media\\[0\\].id\" value=\"([0-9a-f]{32})\"").Groups[1].Value;

        await site.PumpAsync();
        form["media[0].id"] = [id];
        form["filesConfirmed"] = ["on"];
        using var silent = await client.PostAsync("/drafts/new", FlowTests.Content(form));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        var errors = await silent.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#f-media-0-situation\"", errors, StringComparison.Ordinal);
        Assert.Contains($"src=\"/media/{id}\"", errors, StringComparison.Ordinal);
        form["media[0].alt"] = ["Een lege gang"];
        form["media[0].recognisable"] = ["0"];
        form["media[0].situation"] = ["gebouw"];
        form["media[0].rights"] = ["own"];
        using var done = await client.PostAsync("/drafts/new", FlowTests.Content(form));
        Assert.True(done.StatusCode == HttpStatusCode.SeeOther, await done.Content.ReadAsStringAsync());
        var page = await client.GetStringAsync(done.Headers.Location);
        Assert.Contains("alt=\"Een lege gang\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_says_why_in_the_form()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var content = FlowTests.Content(await FlowTests.FormAsync(client, "/drafts/new", "Kijk eens.", "website"));
        content.Add(new ByteArrayContent(Pictures.Zip()), "files", "foto.jpg");
        content.Add(new ByteArrayContent([]), "files", "leeg.jpg");
        using var answer = await client.PostAsync("/drafts/new", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("leeg.jpg: Dit bestand is leeg", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_answers_line_by_line_and_names_nobody()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings(), new Dictionary<string, string?> { ["Web:ChecksPerMinute"] = "5" });
        using var client = site.As(TestSchool.Author);
        const string Lines = "{\"id\":\"a\",\"text\":\"De kantine is open.\"}\n{\"id\":\"b\",\"text\":\"Roos Bakker uit 3B won.\"}\n{\"id\":\"c\",\"text\":\"Quirijn Zandbergen uit 3B won.\"}\n";
        using var answer = await client.PostAsync("/api/check", ApiInputTests.Json(Lines));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var posts = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "b", "c"], posts.Select(p => p.GetProperty("id").GetString()));
        Assert.Equal(["cleared", "blocked", "blocked"], posts.Select(p => p.GetProperty("outcome").GetString()));
        Assert.DoesNotContain("person", text, StringComparison.OrdinalIgnoreCase);
        // The protected pupil reads like the one without consent, but for the length of the name.
        Assert.Equal(WordsOf(posts[1]), WordsOf(posts[2]));
        Assert.DoesNotContain(site.Logs.Lines, l => l.Text.Contains("Roos Bakker", StringComparison.Ordinal));

        using var array = await client.PostAsync("/api/check", ApiInputTests.Json("[{\"id\":1,\"text\":\"De kantine is open.\"},{\"id\":2}]"));
        Assert.Equal(["cleared", "invalid"], (await JsonAsync(array)).EnumerateArray().Select(p => p.GetProperty("outcome").GetString()));
        await ApiInputTests.ProblemAsync(await client.PostAsync("/api/check", ApiInputTests.Json("{\"id\":1,\"text\":\"Nog een.\"}")), HttpStatusCode.TooManyRequests);
        await ApiInputTests.ProblemAsync(await client.PostAsync("/api/check", ApiInputTests.Json("[1,2,3,4,5,6]")), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_finding_about_a_protected_pupil_reads_like_any_missing_consent()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        using var approver = site.As(TestSchool.Approver);
        var answers = new List<(string Findings, string Page, string Review)>();
        foreach (var name in new[] { "Roos Bakker", "Quirijn Zandbergen" })
        {
            var path = await FlowTests.HandInAsync(author, $"Gefeliciteerd {name} uit 3B!", "website");
            await site.PumpAsync();
            var draft = await JsonAsync(await author.GetAsync("/api" + path));
            Assert.Equal("blocked", draft.GetProperty("state").GetString());
            string Neutral(string text) => WebUtility.HtmlDecode(text).Replace(name, "NAAM", StringComparison.Ordinal)
                .Replace(path.Split('/')[^1], "ID", StringComparison.Ordinal)
                .Replace(draft.GetProperty("contentHash").GetString() ?? "", "HASH", StringComparison.Ordinal);
            answers.Add((WordsOf(draft), Body(Neutral(await author.GetStringAsync(path))), Body(Neutral(await approver.GetStringAsync(path)))));
        }

        Assert.Equal(answers[0], answers[1]);

        static string Body(string html) => System.Text.RegularExpressions.Regex.Replace(html, @"\d\d:\d\d", "TIJD");
    }

    [Fact]
    public async Task The_stop_goes_through_the_API_too()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var approver = site.As(TestSchool.Approver);
        using var management = site.As(TestSchool.Management);
        await ApiInputTests.ProblemAsync(await approver.PostAsync("/api/stop", ApiInputTests.Json("{}")), HttpStatusCode.BadRequest);
        Assert.True((await JsonAsync(await approver.PostAsync("/api/stop", ApiInputTests.Json("{\"reason\":\"Ongeval\"}")))).GetProperty("on").GetBoolean());
        Assert.Equal("Ongeval", (await JsonAsync(await approver.GetAsync("/api/stop"))).GetProperty("reason").GetString());
        await ApiInputTests.ProblemAsync(await approver.PostAsync("/api/stop/lift", ApiInputTests.Json("{\"reason\":\"Goed\"}")), HttpStatusCode.Forbidden);
        Assert.False((await JsonAsync(await management.PostAsync("/api/stop/lift", ApiInputTests.Json("{\"reason\":\"Goed\"}")))).GetProperty("on").GetBoolean());
    }

    private static string WordsOf(JsonElement post) => string.Join('|', post.GetProperty("findings").EnumerateArray().Select(f =>
        string.Join(',', f.EnumerateObject().Where(p => p.Name is not ("start" or "end")).Select(p => p.Name + "=" + p.Value.GetRawText()))));

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string path, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = ApiInputTests.Json("""{"text":"Zaterdag is de school open van tien tot twee.","channels":["website"]}""") };
        if (tag is not null)
            request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> PutBlockAsync(HttpClient client, string? id, int number, byte[] block) =>
        client.PutAsync($"/api/media/{id}/blocks/{number}", new ByteArrayContent(block) { Headers = { ContentType = new("application/octet-stream") } });

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
