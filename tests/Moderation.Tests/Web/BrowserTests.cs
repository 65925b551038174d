using Microsoft.Playwright;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Web;

/// <summary>
/// The register's pages in a real browser, wide and on a phone, with scripts off: they need none. Runs where a Chromium is installed
/// (<c>CHROMIUM</c>, or where Debian puts it). With <c>MODERATION_SCREENSHOTS</c> set to a folder it leaves a picture of every page there.
/// </summary>
public sealed class BrowserTests(AzuriteFixture azurite)
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Consent_is_recorded_withdrawn_and_imported_without_scripts(int width)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}.");
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 844 },
            JavaScriptEnabled = false,
            Locale = "nl-NL",
            ExtraHTTPHeaders = new Dictionary<string, string> { [StubSignIn.Header] = StubSignIn.HeaderFor(new User("r.schouten", "Ruben Schouten", new HashSet<Role> { Role.Administrator, Role.Management })) },
        });
        // Against hanging, not against a slow machine.
        context.SetDefaultTimeout(180_000);
        Assertions.SetDefaultExpectTimeout(180_000);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/register");
        await page.GetByLabel("Zoek iemand").FillAsync("roos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoeken" }).ClickAsync();
        await ShowAsync(page, $"register-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Roos Bakker" }).ClickAsync();
        await page.GetByText("Antwoord vastleggen").ClickAsync();
        await page.GetByLabel("Wie gaf het antwoord?").SelectOptionAsync("new:moeder");
        await page.GetByLabel("gezag?").SelectOptionAsync("yes");
        await page.GetByLabel("Website", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("foto", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Hoe kwam het bij de school?").SelectOptionAsync("Form");
        await ShowAsync(page, $"answer-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf op waar het bewijs ligt");
        await page.GetByLabel("Waar ligt het bewijs?").FillAsync("F-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Moeder heeft ja gezegd").First).ToBeVisibleAsync();
        await ShowAsync(page, $"person-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nu intrekken" }).ClickAsync();
        await Assertions.Expect(page.GetByText("De toestemming is ingetrokken.").First).ToBeVisibleAsync();

        await page.GotoAsync("/import");
        await page.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "export.csv", MimeType = "text/csv", Buffer = Export() });
        await page.GetByText("Eerst de kolommen nakijken").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Proef bekijken" }).ClickAsync();
        await ShowAsync(page, $"columns-{width}");
        await page.GotoAsync("/import");
        await ShowAsync(page, $"imports-{width}");
        await page.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "export.csv", MimeType = "text/csv", Buffer = Export() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Proef bekijken" }).ClickAsync();
        await ShowAsync(page, $"dry-run-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Doorvoeren" }).ClickAsync();
        await ShowAsync(page, $"applying-{width}");
        await site.PumpAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("doorgevoerd").First).ToBeVisibleAsync();
        await ShowAsync(page, $"applied-{width}");
        await page.GotoAsync("/register/sixteen");
        await ShowAsync(page, $"sixteen-{width}");
        Assert.Empty(site.Logs.Unexpected);
    }

    /// <summary>The server counts while somebody writes; what is typed stays where it is.</summary>
    [Fact]
    public async Task What_a_channel_would_not_take_is_said_while_somebody_writes()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}.");
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = "nl-NL",
            ExtraHTTPHeaders = new Dictionary<string, string> { [StubSignIn.Header] = StubSignIn.HeaderFor(TestSchool.Author) },
        });
        context.SetDefaultTimeout(180_000);
        Assertions.SetDefaultExpectTimeout(180_000);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/drafts/new");
        await page.Locator("[name=text]").FillAsync(string.Concat(Enumerable.Repeat("aap ", 75)) + "https://www.ccc.example/een/heel/lang/adres/dat/niet/zo/lang/telt");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "X", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Facebook" }).CheckAsync();
        var limits = page.Locator(".limits");
        await Assertions.Expect(limits).ToContainTextAsync("Voor X is de tekst te lang: 323 tekens");
        await Assertions.Expect(limits).ToContainTextAsync("Facebook: 365 van");
        await ShowAsync(page, "limits");

        await page.GetByText("Andere tekst voor één kanaal").ClickAsync();
        await page.Locator("[name='variants.x']").FillAsync("Kort.");
        await Assertions.Expect(limits).ToContainTextAsync("X: 5 van 280");
        Assert.StartsWith("aap aap", await page.Locator("[name=text]").InputValueAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Logs.Unexpected);
    }

    private static byte[] Export() => System.Text.Encoding.Latin1.GetBytes(
        "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Geboortedatum;Toestemming website;Toestemming sociale media;Toestemming naam;Gegeven door;Datum\r\n"
        + "001234;Zoë;van der;Voorbeeld;3B;01-03-2013;Ja;Nee;Ja;Moeder;01-09-2026\r\n"
        + "001235;Noa;;Anders;3B;02-03-2013;misschien;Nee;Ja;Vader;01-09-2026\r\n"
        + "001235;Noa;;Anders;3B;02-03-2013;Ja;Ja;Ja;Vader;31-31-2026\r\n"
        + ";Leeg;;Nummer;3B;;Ja;;;;\r\n");

    /// <summary>Nothing may stick out sideways; and a picture for whoever asked for one.</summary>
    private static async Task ShowAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MODERATION_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        // Scripts of the page are off; this one is the test's.
        var excess = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(excess <= 0, $"{name} sticks out by {excess} pixels");
    }
}
