using System.Net;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;
using static Moderation.Tests.Web.RegisterPageTests;

namespace Moderation.Tests.Web;

/// <summary>Importing through the page: dry run, applying, undoing, and everything that can be wrong with a file.</summary>
public sealed class ImportPageTests(AzuriteFixture azurite)
{
    private const string Header = "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Geboortedatum;Toestemming website;Toestemming naam;Gegeven door;Datum;Zorg\n";
    private const string Kim = "001234;Kim;van der;Voorbeeld;3B;01-03-2013;Ja;Ja;Moeder;01-09-2026;GEHEIM\n";

    [Fact]
    public async Task A_file_is_looked_at_applied_by_the_queue_and_undone()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        var path = await UploadAsync(client, Header + Kim);
        var dry = Text(await client.GetStringAsync(path));
        Assert.Contains("Doorvoeren voegt 1 leerling toe", dry, StringComparison.Ordinal);
        Assert.Contains("Kim van der Voorbeeld 3B · 001234 · regel 2", dry, StringComparison.Ordinal);
        Assert.Equal(3, (await RegisterAsync(site)).People.Count); // a dry run changes nothing

        Assert.Equal(path, (await client.PostAsync(path + "/apply", null)).Headers.Location?.ToString());
        var busy = await client.GetStringAsync(path);
        Assert.Contains("http-equiv=\"refresh\"", busy, StringComparison.Ordinal);
        Assert.Contains("<progress", busy, StringComparison.Ordinal);
        await site.PumpAsync();
        var done = await client.GetStringAsync(path);
        Assert.Contains("doorgevoerd", done, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", done, StringComparison.Ordinal);
        Assert.Contains((await RegisterAsync(site)).People, p => p.StudentNumber == "001234");

        await client.PostAsync(path + "/undo", null);
        await site.PumpAsync();
        Assert.Contains("teruggedraaid", await client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(3, (await RegisterAsync(site)).People.Count);
        await AssertChainsHoldAsync(site);
        Assert.Empty(site.Logs.Unexpected);
        Assert.DoesNotContain(site.Logs.Lines, l => l.Text.Contains("Voorbeeld", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_the_file_but_the_mapped_columns_is_stored_anywhere()
    {
        var settings = azurite.NewSettings();
        await using var site = await WebSite.StartAsync(settings);
        using var client = site.As(TestSchool.Administrator);
        var path = await UploadAsync(client, Header + Kim);
        await AssertNowhereAsync(settings, "GEHEIM");
        await client.PostAsync(path + "/apply", null);
        await site.PumpAsync();
        await AssertNowhereAsync(settings, "GEHEIM");
        Assert.False(await AnyAsync(new StorageClients(settings).Container(StorageNames.Containers.Incoming))); // the dry run is gone too
    }

    [Fact]
    public async Task Every_bad_row_is_listed_with_its_line_in_Dutch()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        var rows = string.Concat(Enumerable.Range(1, 120).Select(i => $"{i};Kim;;Voorbeeld{i};3B;01-03-2013;misschien;;Moeder;01-09-2026;\n"));
        var path = await UploadAsync(client, Header + rows + ";Zonder;;Nummer;3B;;ja;;;;\n\"kapot;1;2\nte;weinig\n");
        var first = Text(await client.GetStringAsync(path + "?show=unreadable"));
        Assert.Contains("Niet te lezen 123", first, StringComparison.Ordinal);
        Assert.Contains("Regel 2 Toestemming website: Dit antwoord is niet te lezen en telt niet als ja; vul ja of nee in.", first, StringComparison.Ordinal);
        Assert.Contains("Volgende", first, StringComparison.Ordinal);
        var second = Text(await client.GetStringAsync(path + "?show=unreadable&page=2"));
        Assert.Contains("Regel 122 Stamnummer: Het leerlingnummer ontbreekt; deze rij is overgeslagen.", second, StringComparison.Ordinal);
        Assert.Contains("Regel 123 De aanhalingstekens in deze rij kloppen niet", second, StringComparison.Ordinal);
        Assert.Contains("Regel 124 Deze rij heeft 2 kolommen in plaats van 11", second, StringComparison.Ordinal);
        var csv = await client.GetStringAsync(path + "/rows.csv");
        Assert.Equal(123, csv.Split("\r\n").Count(l => l.StartsWith("Niet te lezen;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dry_run_says_what_ends_what_contradicts_and_who_is_gone()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        const string noa = "2;Noa;;Anders;3B;01-03-2013;ja;;Vader;01-09-2026;\n";
        const string mo = "3;Mo;;Weg;3B;01-03-2013;ja;;Vader;01-09-2026;\n";
        var first = await UploadAsync(client, Header + Kim + noa + mo);
        await client.PostAsync(first + "/apply", null);
        await site.PumpAsync();

        var path = await UploadAsync(client, Header + Kim.Replace(";Ja;Ja;", ";;Ja;", StringComparison.Ordinal) + noa + noa.Replace(";ja;", ";nee;", StringComparison.Ordinal));
        Assert.Contains("Eindigt: website.", Text(await client.GetStringAsync(path + "?show=ended")), StringComparison.Ordinal);
        Assert.Contains("De rijen van deze leerling zeggen ja én nee; het wordt nee.", Text(await client.GetStringAsync(path + "?show=conflict")), StringComparison.Ordinal);
        Assert.Contains("Mo Weg", Text(await client.GetStringAsync(path + "?show=vanished")), StringComparison.Ordinal);
        Assert.Contains("Bij 1 leerling eindigt een eerder ja", Text(await client.GetStringAsync(path)), StringComparison.Ordinal);
        Assert.Equal("/import", (await client.PostAsync(path + "/drop", null)).Headers.Location?.ToString());
        Assert.Contains("weggegooid", await client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(path + "/apply", null)).StatusCode);
    }

    [Fact]
    public async Task Unknown_columns_are_pointed_out_once_and_known_the_next_time()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        const string file = "nr\tvoor\tachter\tgeb\tfoto's online\n9\tKim\tVoorbeeld\t41334\tJ\n"; // 41334 is 1 March 2013 in Excel
        using var asked = await PostAsync(client, file);
        var mapping = await asked.Content.ReadAsStringAsync();
        Assert.Contains("niet vanzelf herkend", Text(mapping), StringComparison.Ordinal);
        Assert.Contains("<legend>foto&#x27;s online</legend>", mapping, StringComparison.Ordinal);

        (string, string)[] chosen =
        [
            ("mapped", "yes"), ("map.callName", "voor"), ("map.surname", "achter"), ("map.bornOn", "geb"),
            .. new[] { "nr", "voor", "achter", "geb", "foto's online" }.SelectMany((c, i) => new[] { ($"col[{i}].column", c), ($"col[{i}].purpose", i == 4 ? "*" : ""), ($"col[{i}].kinds", "Photo") }),
            ("textVersion", "2025-1"), ("authority", "on"), ("saveAs", "Eigen formulier"),
        ];
        using var incomplete = await PostAsync(client, file, chosen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("href=\"#f-map-studentNumber\"", await incomplete.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var taken = await PostAsync(client, file, [.. chosen, ("map.studentNumber", "nr")]);
        var path = taken.Headers.Location?.ToString();
        Assert.NotNull(path);
        await client.PostAsync(path + "/apply", null);
        await site.PumpAsync();
        var register = await RegisterAsync(site);
        var kim = Assert.Single(register.People, p => p.StudentNumber == "9");
        Assert.Equal(new DateOnly(2013, 3, 1), kim.BornOn);
        Assert.All(register.Policy.Purposes, p => Assert.IsType<ConsentDecision.Granted>(register.Decide(kim.Id, p.Code, MediaKind.Photo, TimeProvider.System.GetUtcNow())));

        var next = await UploadAsync(client, file);
        Assert.Contains("Eigen formulier", await client.GetStringAsync(next), StringComparison.Ordinal);
        Assert.Contains("Dit bestand verandert niets", Text(await client.GetStringAsync(next)), StringComparison.Ordinal);
        Assert.Contains("Eigen formulier", await client.GetStringAsync("/import"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_can_be_looked_at_first_and_every_control_has_a_label()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        using var answer = await PostAsync(client, Header + Kim, ("review", "on"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Matches("<select id=\"f-map-studentNumber\"[^>]*>(?:(?!</select>).)*<option value=\"Stamnummer\" selected", html.ReplaceLineEndings(" "));
        var ids = System.Text.RegularExpressions.Regex.Matches(html, "<(?:input(?![^>]*type=\"hidden\")|textarea|select)[^>]* id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.True(ids.Count > 15);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains($"<label for=\"{id}\"", html, StringComparison.Ordinal));
        Assert.DoesNotContain("GEHEIM", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Kies het bestand")]
    [InlineData("\n\n", "Het bestand is leeg")]
    public async Task A_file_that_is_none_is_refused_in_words(string content, string words)
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        using var answer = await PostAsync(client, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var client = site.As(TestSchool.Administrator);
        using var answer = await PostAsync(client, new string('x', ImportDesk.MaxBytes + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Others_look_and_only_the_administrator_imports()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var administrator = site.As(TestSchool.Administrator);
        using var officer = site.As(TestSchool.Officer);
        var path = await UploadAsync(administrator, Header + Kim);
        var page = await officer.GetStringAsync(path);
        Assert.Contains("Kim van der Voorbeeld", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/apply", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(path + "/apply", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/import/0123456789abcdef")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/import/..%2f..")).StatusCode);
    }

    private static ValueTask<ConsentRegister> RegisterAsync(WebSite site) =>
        site.Services.GetRequiredService<ConsentRegisterStore>().GetAsync(TestContext.Current.CancellationToken);

    private static async Task<string> UploadAsync(HttpClient client, string file)
    {
        using var answer = await PostAsync(client, file);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException("No address.");
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string file, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "export.csv" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return client.PostAsync("/import", content);
    }

    private static async Task AssertNowhereAsync(StorageSettings settings, string secret)
    {
        var clients = new StorageClients(settings);
        foreach (var name in StorageNames.Tables.All)
        {
            await foreach (var row in clients.Table(name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                Assert.DoesNotContain(row, p => p.Value is string text && text.Contains(secret, StringComparison.Ordinal));
        }

        await foreach (var blob in clients.Container(StorageNames.Containers.Incoming).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var stored = (await clients.Container(StorageNames.Containers.Incoming).GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content;
            using var plain = new StreamReader(new System.IO.Compression.GZipStream(stored.ToStream(), System.IO.Compression.CompressionMode.Decompress));
            Assert.DoesNotContain(secret, await plain.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static async Task<bool> AnyAsync(Azure.Storage.Blobs.BlobContainerClient container)
    {
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            return true;
        return false;
    }
}
