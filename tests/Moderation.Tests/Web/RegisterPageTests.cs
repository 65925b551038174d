using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Audit;
using Moderation.Consent;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Web;

/// <summary>Keeping the register through its pages, over real storage.</summary>
public sealed class RegisterPageTests(AzuriteFixture azurite)
{
    private static readonly string Bas = $"/register/{TestSchool.Bas}";
    private static readonly string Roos = $"/register/{TestSchool.Roos}";
    private static readonly string Hidden = $"/register/{WebSite.Hidden}";

    [Fact]
    public async Task Somebody_is_found_and_no_name_stands_in_an_address()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        using var answer = await client.PostAsync("/register", Form(("q", "groot")));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<a href=\"{Bas}\">Bas de Groot</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Roos Bakker", page, StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", await (await client.PostAsync("/register", Form(("q", "<b>x")))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Logs.Unexpected);
        Assert.DoesNotContain(site.Logs.Lines, l => l.Text.Contains("groot", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_page_says_what_is_allowed_where_and_why()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        var bas = Text(await client.GetStringAsync(Bas));
        Assert.Contains("De leerling is 16 of ouder en beslist zelf.", bas, StringComparison.Ordinal);
        Assert.Contains("Facebook, Instagram, X, LinkedIn, YouTube, Snapchat", bas, StringComparison.Ordinal);
        Assert.Contains("ja foto, film, geluid, naam, citaat en werk Zelf ja gezegd op", bas, StringComparison.Ordinal);
        var roos = Text(await client.GetStringAsync(Roos));
        Assert.Contains("Een ouder of voogd met gezag beslist; vanaf", roos, StringComparison.Ordinal);
        Assert.Contains("Er is geen geldige toestemming vastgelegd.", roos, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/register/niemand")).StatusCode);
        var html = await client.GetStringAsync(Roos);
        var ids = System.Text.RegularExpressions.Regex.Matches(html, "<(?:input(?![^>]*type=\"hidden\")|textarea|select)[^>]* id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.True(ids.Count > 20);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains($"<label for=\"{id}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_yes_is_recorded_with_its_proof_and_withdrawn_in_one_step()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        (string, string)[] yes =
        [
            ("answeredBy", "new:moeder"), ("authority", "yes"), ("value", "yes"), ("purposes", "website"), ("kinds", "Photo"), ("kinds", "Film"), ("givenOn", "2026-01-05"),
            ("source", "Form"), ("reference", "F-2026-12"), ("textVersion", "2025-1"),
        ];
        using var incomplete = await client.PostAsync(Roos + "/answers", Form([.. yes.Where(f => f.Item1 != "reference")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        var mended = await incomplete.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#f-reference\"", mended, StringComparison.Ordinal);
        Assert.Matches("id=\"f-purposes-website\"[^>]* checked", mended); // what was typed is still there
        using var recorded = await client.PostAsync(Roos + "/answers", Form(yes));
        Assert.Equal((HttpStatusCode.SeeOther, Roos), (recorded.StatusCode, recorded.Headers.Location?.ToString()));
        var page = Text(await client.GetStringAsync(Roos));
        Assert.Contains("ja foto en film Moeder heeft ja gezegd op 5 januari 2026 (formulier).", page, StringComparison.Ordinal);
        Assert.Contains("formulier F-2026-12, tekst 2025-1", page, StringComparison.Ordinal);

        using var withdrawn = await client.PostAsync(Roos + "/withdraw", Form(("giver", $"{TestSchool.Roos}.moeder"), ("purpose", "")));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        var after = Text(await client.GetStringAsync(Roos));
        Assert.DoesNotContain("ja foto en film", after, StringComparison.Ordinal);
        Assert.Contains("De toestemming is ingetrokken.", after, StringComparison.Ordinal);
        Assert.Contains("Toestemming ingetrokken · r.schouten", after, StringComparison.Ordinal);
        using var stranger = await client.PostAsync(Roos + "/withdraw", Form(("giver", "o-999")));
        Assert.Equal(HttpStatusCode.Conflict, stranger.StatusCode);
        await AssertChainsHoldAsync(site);
    }

    [Fact]
    public async Task Withdrawing_blocks_a_post_that_waits_end_to_end()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        using var officer = site.As(TestSchool.Officer);
        var form = await FlowTests.FormAsync(author, "/drafts/new", "Bas de Groot uit 5H2 won de wiskundeolympiade.", "website");
        form["plannedAt"] = [TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddDays(2), Moderation.Drafts.PlannedTime.SchoolZone).ToString("yyyy-MM-dd'T'12:00", null)];
        using var handedIn = await author.PostAsync("/drafts/new", FlowTests.Content(form));
        var path = handedIn.Headers.Location?.ToString();
        Assert.NotNull(path);
        await site.PumpAsync();
        Assert.Contains("gaat op het gekozen moment uit", await author.GetStringAsync(path), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.PostAsync(Bas + "/withdraw", Form(("giver", TestSchool.Bas.ToString())))).StatusCode);
        await site.PumpAsync();
        var page = await author.GetStringAsync(path);
        Assert.Contains("Zo kan het bericht niet uit", page, StringComparison.Ordinal);
        Assert.Contains("er is iets veranderd aan een toestemming", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flag_is_seen_by_those_who_may_and_lifted_by_management_only()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var administrator = site.As(TestSchool.Administrator);
        using var officer = site.As(TestSchool.Officer);
        using var management = site.As(TestSchool.Management);

        // Whoever may not see it reads of a protected pupil what they read of somebody who said nothing.
        var page = Text(await administrator.GetStringAsync(Hidden));
        Assert.Contains("Er is geen geldige toestemming vastgelegd.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Afgeschermd", page, StringComparison.Ordinal);
        Assert.Contains("Afgeschermd.", Text(await officer.GetStringAsync(Hidden)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostAsync(Bas + "/protect", Form())).StatusCode);
        Assert.DoesNotContain("fgeschermd", Text(await administrator.GetStringAsync(Bas)), StringComparison.Ordinal);
        Assert.Contains("Afgeschermd.", Text(await management.GetStringAsync(Bas)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(Bas + "/unprotect", Form())).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await management.PostAsync(Bas + "/unprotect", Form())).StatusCode);
        Assert.Contains("Zelf ja gezegd", Text(await management.GetStringAsync(Bas)), StringComparison.Ordinal);
        await AssertChainsHoldAsync(site);
    }

    [Fact]
    public async Task A_guest_is_added_and_corrected()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        using var nameless = await client.PostAsync("/register/new", Form(("kind", "Guest"), ("callName", "Ada")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("href=\"#f-surname\"", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var added = await client.PostAsync("/register/new", Form(("kind", "Guest"), ("callName", "Ada"), ("surname", "Spreker"), ("handles", "@ada")));
        var path = added.Headers.Location?.ToString();
        Assert.NotNull(path);
        Assert.Contains("Deze persoon beslist zelf.", Text(await client.GetStringAsync(path)), StringComparison.Ordinal);
        Assert.Contains("value=\"ada\"", await client.GetStringAsync(path + "/edit"), StringComparison.Ordinal);
        using var edited = await client.PostAsync(path + "/edit", Form(("callName", "Ada"), ("infix", "de"), ("surname", "Spreker")));
        Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        Assert.Contains("<title>Ada de Spreker", await client.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_for_a_request_for_access_has_every_post_and_no_formula()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        using var officer = site.As(TestSchool.Officer);
        using var administrator = site.As(TestSchool.Administrator);
        await FlowTests.HandInAsync(author, "Bas de Groot uit 5H2 won de wiskundeolympiade.", "website");
        await FlowTests.HandInAsync(author, "De roos in de schooltuin bloeit.", "website");
        await administrator.PostAsync(Bas + "/edit", Form(("callName", "Bas"), ("infix", "de"), ("surname", "Groot"), ("classes", "5H2"), ("aliases", "=1+1"), ("bornOn", "2009-01-01")));

        var page = Text(await officer.GetStringAsync(Bas + "/appearances"));
        Assert.Contains("Naam in de tekst", page, StringComparison.Ordinal);
        Assert.Contains("In geen enkel bericht.", Text(await officer.GetStringAsync(Roos + "/appearances")), StringComparison.Ordinal);
        using var answer = await officer.GetAsync(Bas + "/appearances.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Groot", answer.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        var csv = await answer.Content.ReadAsStringAsync();
        Assert.Contains("bericht;naam in de tekst;Ingediend;", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\"", csv, StringComparison.Ordinal);
        Assert.Contains("toestemming;", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(Bas + "/appearances.csv")).StatusCode);
        Assert.StartsWith("id;leerlingnummer;naam", await administrator.GetStringAsync("/register/decisions.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_turns_sixteen_is_listed_until_they_answer()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        var birthday = Moderation.Drafts.PlannedTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(20);
        await client.PostAsync(Roos + "/edit", Form(("callName", "Roos"), ("surname", "Bakker"), ("classes", "3B"), ("bornOn", birthday.AddYears(-16).ToString("yyyy-MM-dd", null))));
        await client.PostAsync(Roos + "/answers", Form(("answeredBy", "new:vader"), ("authority", "yes"), ("value", "yes"), ("purposes", "website"), ("kinds", "Photo"), ("givenOn", "2026-01-05"), ("source", "Mail"), ("reference", "M-1"), ("textVersion", "2025-1")));
        Assert.Contains("1 worden binnenkort 16 en 0 zijn het al", Text(await client.GetStringAsync("/register")), StringComparison.Ordinal);
        Assert.Contains("Roos Bakker", await client.GetStringAsync("/register/sixteen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_can_be_recorded_later()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        await client.PostAsync(Roos + "/answers", Form(("answeredBy", "new:vader"), ("authority", "unknown"), ("value", "yes"), ("purposes", "website"), ("kinds", "Photo"), ("givenOn", "2026-01-05"), ("source", "Mail"), ("reference", "M-1"), ("textVersion", "2025-1")));
        Assert.Contains("van wie niet vaststaat dat die gezag heeft", Text(await client.GetStringAsync(Roos)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync(Roos + "/authority", Form(("giver", $"{TestSchool.Roos}.vader"), ("authority", "Yes")))).StatusCode);
        Assert.Contains("Vader heeft ja gezegd", Text(await client.GetStringAsync(Roos)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(Roos + "/authority", Form(("giver", "o-9"), ("authority", "Yes")))).StatusCode);
    }

    [Theory]
    [InlineData("/answers")]
    [InlineData("/withdraw")]
    [InlineData("/protect")]
    [InlineData("/edit")]
    public async Task A_form_of_another_site_changes_nothing(string path)
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(Bas + path, Form(("giver", TestSchool.Bas.ToString())))).StatusCode);
    }

    internal static async Task AssertChainsHoldAsync(WebSite site)
    {
        await foreach (var verdict in new AuditVerifier(site.Services.GetRequiredService<StorageClients>()).VerifyAllAsync(TestContext.Current.CancellationToken))
            Assert.True(verdict.Holds, $"{verdict.Partition}: {verdict.Fault}");
    }

    /// <summary>What a reader sees, in one line.</summary>
    internal static string Text(string html) => string.Join(' ', WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(html, "<span class=\"en\".*?</span>", ""), "<[^>]*>", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
