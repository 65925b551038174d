using System.Text.RegularExpressions;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Web;

/// <summary>Headers that stand on every answer, and pages that keep to them.</summary>
public sealed partial class HeaderTests
{
    [Theory]
    [InlineData("/drafts/new")]
    [InlineData("/nergens")]
    [InlineData("/assets/site.css")]
    [InlineData("/api/openapi.json")]
    [InlineData("/healthz")]
    public async Task Nothing_inline_nothing_from_elsewhere_and_in_nobodys_frame(string path)
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var answer = await client.GetAsync(path);
        AssertHeaders(answer, path);
    }

    /// <summary>Nothing inline, nothing from elsewhere, in nobody's frame, for nobody else's site, kept by nobody unless it says so.</summary>
    internal static void AssertHeaders(HttpResponseMessage answer, string about)
    {
        string Header(string name) => string.Join(",", answer.Headers.TryGetValues(name, out var values) ? values : []);
        foreach (var part in (string[])["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self'"])
            Assert.True(Header("Content-Security-Policy").Contains(part, StringComparison.Ordinal), $"{about} lacks {part}");
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        foreach (var (name, value) in Expected)
            Assert.True(Header(name) == value, $"{about}: {name} is '{Header(name)}'");
        Assert.NotNull(answer.Headers.CacheControl);
        Assert.DoesNotContain(answer.Headers, h => h.Key == "X-Powered-By");
        if (answer.RequestMessage?.Headers.Contains("X-Forwarded-Proto") == true)
            Assert.True(Header("Strict-Transport-Security").StartsWith("max-age=31536000", StringComparison.Ordinal), $"{about} lacks HSTS");
    }

    [Fact]
    public async Task Cookie_that_is_set_is_for_this_site_and_no_script_and_only_over_https_where_there_is_https()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(null);
        foreach (var secure in (bool[])[true, false])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = new FormUrlEncodedContent([new("english", "yes"), new("back", "/")]) };
            if (secure)
                request.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await client.SendAsync(request);
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Pages_have_no_inline_style_or_script()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        var html = await client.GetStringAsync("/drafts/new");
        Assert.DoesNotMatch(Inline(), html);
    }

    [Fact]
    public async Task Pages_are_kept_in_no_cache_and_assets_for_a_year_by_their_hash()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var page = await client.GetAsync("/drafts/new");
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        var css = Css().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var hashed = await client.GetAsync(css);
        Assert.Contains("immutable", hashed.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/css", hashed.Content.Headers.ContentType?.MediaType);
        using var plain = await client.GetAsync("/assets/site.css");
        Assert.Equal("no-cache", plain.Headers.CacheControl?.ToString());
        using var conditional = new HttpRequestMessage(HttpMethod.Get, "/assets/site.css");
        conditional.Headers.IfNoneMatch.Add(plain.Headers.ETag ?? throw new InvalidOperationException());
        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await client.SendAsync(conditional)).StatusCode);
    }

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()",
    };

    [GeneratedRegex(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:|data:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("href=\"(/assets/site\\.css\\?v=[0-9a-f]+)\"")]
    private static partial Regex Css();
}
