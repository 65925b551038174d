using System.Net;
using Microsoft.AspNetCore.Http;
using Moderation.Web;

namespace Moderation.Tests.Web;

/// <summary>A page of another site cannot change anything in somebody's name.</summary>
public sealed class SameOriginTests
{
    [Theory]
    [InlineData("GET", "cross-site", "https://evil.example", true, true)]
    [InlineData("POST", "same-origin", "https://evil.example", true, true)]
    [InlineData("POST", "none", null, true, true)]
    [InlineData("POST", "cross-site", null, true, false)]
    [InlineData("POST", "cross-site", "https://moderatie.example", false, false)]
    [InlineData("POST", "same-site", "https://moderatie.example", true, false)]
    [InlineData("PUT", null, "https://moderatie.example", true, true)]
    [InlineData("PUT", null, "https://MODERATIE.example", true, true)]
    [InlineData("DELETE", null, "https://evil.example", false, false)]
    [InlineData("POST", null, "null", true, false)]
    [InlineData("POST", null, "https://moderatie.example.evil.example", true, false)]
    [InlineData("POST", null, "https://moderatie.example:8443", true, false)]
    [InlineData("POST", null, null, true, false)]
    [InlineData("POST", null, null, false, true)]
    public void Only_our_own_pages_and_clients_without_cookies_may_change_something(string method, string? site, string? origin, bool cookie, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Host = new HostString("moderatie.example");
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null)
            request.Headers.Origin = origin;
        if (cookie)
            request.Headers.Cookie = "moderation-user=m.visser";
        Assert.Equal(allowed, SameOrigin.IsAllowed(request));
    }

    [Fact]
    public void Behind_a_front_end_the_address_people_typed_counts()
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Host = new HostString("localhost:5000");
        request.Headers["X-Forwarded-Host"] = "moderatie.example";
        request.Headers.Origin = "https://moderatie.example";
        Assert.True(SameOrigin.IsAllowed(request));
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_before_anything_is_done()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(WebSite.With(Role.Management));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await client.PostAsync("/stop", new FormUrlEncodedContent([new("reason", "x")]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("niet van een pagina van deze site", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
