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
        string Header(string name) => string.Join(",", answer.Headers.TryGetValues(name, out var values) ? values : []);
        var policy = Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.DoesNotContain("Server", answer.Headers.Select(h => h.Key).Where(k => k == "X-Powered-By"));
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

    [GeneratedRegex(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:|data:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("href=\"(/assets/site\\.css\\?v=[0-9a-f]+)\"")]
    private static partial Regex Css();
}
