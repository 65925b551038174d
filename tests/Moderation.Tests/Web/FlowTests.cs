using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Web;

/// <summary>People at work: writing, reviewing, stopping, through the pages over real storage.</summary>
public sealed partial class FlowTests(AzuriteFixture azurite)
{
    private const string Harmless = "Zaterdag is de school open van tien tot twee. <Tot dan> & welkom!";
    private const string Formal = "Ouders moeten het formulier uiterlijk vrijdag inleveren.";

    [Fact]
    public async Task A_text_is_handed_in_with_one_form_and_can_be_followed()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var path = await HandInAsync(client, Harmless, "website");
        var before = await client.GetStringAsync(path);
        Assert.Contains("wordt gecontroleerd", before, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", before, StringComparison.Ordinal);
        await site.PumpAsync();
        var page = await client.GetStringAsync(path);
        Assert.Contains("Tot dan", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("&lt;Tot dan&gt; &amp; welkom", page, StringComparison.Ordinal);
        Assert.Contains("Niets gevonden", page, StringComparison.Ordinal);
        Assert.Contains(path, await client.GetStringAsync("/drafts"), StringComparison.Ordinal);
        Assert.Contains(path, await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Empty(site.Logs.Unexpected);
        Assert.DoesNotContain(site.Logs.Lines, l => l.Text.Contains("Tot dan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressing_the_button_twice_hands_in_once()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var form = await FormAsync(client, "/drafts/new", Harmless, "website");
        var first = await client.PostAsync("/drafts/new", Content(form));
        var second = await client.PostAsync("/drafts/new", Content(form));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        form["text"] = ["Iets heel anders."];
        using var changed = await client.PostAsync("/drafts/new", Content(form));
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Contains("al ingediend", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_mistakes_comes_back_with_everything_that_was_typed_and_links_to_each_field()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var form = await FormAsync(client, "/drafts/new", "\nEerste regel \"met\" <tekens>\n\nderde", "facebook");
        form["named"] = ["Bas de Groot\nNiemand Bekends"];
        form["plannedAt"] = ["2020-01-01T09:00"];
        form["title"] = ["Een titel"];
        form.Remove("confirmed");
        using var first = await client.PostAsync("/drafts/new", Content(form));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        var all = await first.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#f-confirmed\"", all, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-plannedAt\"", all, StringComparison.Ordinal);

        form["confirmed"] = ["on"];
        using var answer = await client.PostAsync("/drafts/new", Content(form));
        var html = await answer.Content.ReadAsStringAsync();
        foreach (var field in new[] { "named", "plannedAt" })
        {
            Assert.Contains($"href=\"#f-{field}\"", html, StringComparison.Ordinal);
            Assert.Matches($"id=\"f-{field}\"[^>]*aria-invalid=\"true\"", html);
        }

        Assert.Contains("Regel 2", html, StringComparison.Ordinal);
        // Browsers drop one line end after the tag; the page adds one, so that the author's own stays.
        Assert.Equal("\n\nEerste regel \"met\" <tekens>\n\nderde", WebUtility.HtmlDecode(TextArea().Match(html).Groups[1].Value));
        Assert.Matches("id=\"f-channels-facebook\"[^>]* checked", html);
        Assert.Matches("id=\"f-title\"[^>]* value=\"Een titel\"", html);
        Assert.Contains("<details open", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_control_of_the_form_has_a_label()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var html = await client.GetStringAsync("/drafts/new");
        var ids = Control().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.True(ids.Count > 15);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains($"<label for=\"{id}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_decides_and_the_author_reads_why()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.AuthorAndApprover);
        using var approver = site.As(TestSchool.Approver);
        var path = await HandInAsync(author, Formal, "facebook");
        await site.PumpAsync();
        var review = path.Replace("/drafts/", "/review/", StringComparison.Ordinal);

        Assert.Contains(review, await approver.GetStringAsync("/review"), StringComparison.Ordinal);
        var own = await author.GetStringAsync(review);
        Assert.Contains("eigen bericht", own, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"outcome\"", own, StringComparison.Ordinal);

        var page = await approver.GetStringAsync(review);
        Assert.Contains("<mark", page, StringComparison.Ordinal);
        var hash = Hash().Match(page).Groups[1].Value;
        using var silent = await approver.PostAsync(review, Form(("contentHash", hash), ("outcome", "returned"), ("motivation", "")));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        Assert.Contains("Geef aan waarom", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stale = await approver.PostAsync(review, Form(("contentHash", new string('0', 64)), ("outcome", "approved"), ("motivation", "Mijn uitleg")));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Mijn uitleg", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await approver.PostAsync(review, Form(("contentHash", hash), ("outcome", "returned"), ("motivation", "Zet het ook op de website.")));
        Assert.Equal("/review", done.Headers.Location?.ToString());

        var told = await author.GetStringAsync(path);
        Assert.Contains("Zet het ook op de website.", told, StringComparison.Ordinal);
        Assert.Contains(path, await author.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_a_post_keeps_what_stood_there_and_starts_the_checks_again()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        var path = await HandInAsync(client, Formal, "facebook");
        await site.PumpAsync();
        var html = await client.GetStringAsync(path + "/edit");
        Assert.Contains("uiterlijk vrijdag", html, StringComparison.Ordinal);
        Assert.Matches("id=\"f-channels-facebook\"[^>]* checked", html);
        Assert.DoesNotMatch("id=\"f-confirmed\"[^>]* checked", html);
        var form = await FormAsync(client, path + "/edit", Formal, "website");
        using var answer = await client.PostAsync(path + "/edit", Content(form));
        Assert.Equal(path, answer.Headers.Location?.ToString());
        Assert.Contains("versie 2", await client.GetStringAsync(path), StringComparison.Ordinal);
        using var again = await client.PostAsync(path + "/edit", Content(form));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_draft_does_not_exist()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        using var other = site.As(new User("k.ouali", "Karima Ouali", new HashSet<Role> { Role.Submitter }));
        var path = await HandInAsync(author, Harmless, "website");
        foreach (var page in new[] { path, path + "/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);
        foreach (var act in new[] { "/withdraw", "/confirm", "/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(path + act, Form(("text", "x")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/api" + path)).StatusCode);
        using var withdrawn = await author.PostAsync(path + "/withdraw", Form());
        Assert.Equal(path, withdrawn.Headers.Location?.ToString());
        Assert.Contains("Ingetrokken", await author.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync(path + "/withdraw", Form())).StatusCode);
    }

    [Fact]
    public async Task Approvers_stop_everything_and_management_lifts_it()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var approver = site.As(TestSchool.Approver);
        using var management = site.As(TestSchool.Management);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await approver.PostAsync("/stop", Form(("reason", " ")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await approver.PostAsync("/stop", Form(("reason", "Ongeval bij de school")))).StatusCode);
        var page = await approver.GetStringAsync("/stop");
        Assert.Contains("Ongeval bij de school", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/stop/lift", page, StringComparison.Ordinal);
        Assert.Contains("staan stil", await management.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await approver.PostAsync("/stop/lift", Form(("reason", "Weer goed")))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await management.PostAsync("/stop/lift", Form(("reason", "Weer goed")))).StatusCode);
        Assert.DoesNotContain("staan stil", await management.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_is_shown_as_text_and_cleared_away()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        await site.Services.GetRequiredService<StorageClients>().Queue(StorageNames.Queues.Drafts)
            .SendMessageAsync("""{"text":"<script>alert(1)</script>"}""", TestContext.Current.CancellationToken);
        await site.PumpAsync();
        using var administrator = site.As(TestSchool.Administrator);
        var page = await administrator.GetStringAsync("/intakes");
        Assert.Contains("clientReference", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        var dismiss = Dismiss().Match(page).Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostAsync(dismiss, Form())).StatusCode);
        Assert.DoesNotContain("clientReference", await administrator.GetStringAsync("/intakes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_names_every_dependency()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(null);
        using var answer = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var names = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("dependencies").EnumerateObject().Select(d => d.Name);
        Assert.Equal(["tokens", "tables", "queues", "blobs", "consent-register"], names);
    }

    [Fact]
    public async Task English_stands_beside_the_Dutch_for_whoever_wants_it()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Author);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl-NL,nl;q=0.9,en;q=0.5");
        Assert.DoesNotContain("lang=\"en\">New post<", await client.GetStringAsync("/drafts/new"), StringComparison.Ordinal);
        using var chosen = await client.PostAsync("/language", Form(("english", "yes"), ("back", "/drafts?page=2")));
        Assert.Equal("/drafts?page=2", chosen.Headers.Location?.ToString());
        client.DefaultRequestHeaders.Add("Cookie", chosen.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        Assert.Contains("lang=\"en\">New post<", await client.GetStringAsync("/drafts/new"), StringComparison.Ordinal);
    }

    internal static async Task<string> HandInAsync(HttpClient client, string text, params string[] channels)
    {
        using var answer = await client.PostAsync("/drafts/new", Content(await FormAsync(client, "/drafts/new", text, channels)));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException("No address.");
    }

    /// <summary>What a browser would send: the hidden fields of the page, and what somebody types.</summary>
    internal static async Task<Dictionary<string, string[]>> FormAsync(HttpClient client, string page, string text, params string[] channels)
    {
        var form = Hidden().Matches(await client.GetStringAsync(page)).ToDictionary(m => m.Groups[1].Value, m => new[] { m.Groups[2].Value });
        form["text"] = [text.ReplaceLineEndings("\r\n")];
        form["channels"] = channels;
        form["purpose"] = ["informeren"];
        form["kind"] = ["post"];
        form["confirmed"] = ["on"];
        form["action"] = ["submit"];
        return form;
    }

    internal static MultipartFormDataContent Content(Dictionary<string, string[]> form)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, values) in form)
        {
            foreach (var value in values)
                content.Add(new StringContent(value), name);
        }

        return content;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("<input type=\"hidden\" name=\"(reference|contentHash)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"contentHash\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Hash();

    [GeneratedRegex("<textarea id=\"f-text\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("<(?:input(?![^>]*type=\"hidden\")|textarea|select)[^>]* id=\"([^\"]+)\"")]
    private static partial Regex Control();

    [GeneratedRegex("action=\"(/intakes/[0-9a-f]+/dismiss)\"")]
    private static partial Regex Dismiss();
}
