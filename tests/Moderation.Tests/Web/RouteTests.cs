using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Web;

namespace Moderation.Tests.Web;

/// <summary>Every route, every role, and nobody.</summary>
public sealed class RouteTests
{
    private const string Submitter = "submitter";
    private const string Approver = "approver";
    private const string Management = "management";
    private const string Administrator = "administrator";
    private const string Officer = "privacy-officer";
    private const string Nobody = "";
    private static readonly string[] Anyone = [Nobody, Submitter, Approver, Management, Administrator, Officer];
    private static readonly string[] Staff = [Submitter, Approver, Management, Administrator, Officer];
    private static readonly string[] Writers = [Submitter, Approver, Management];
    private static readonly string[] Reviewers = [Approver, Management];
    private static readonly string[] Menders = [Approver, Management, Administrator];

    /// <summary>Who may reach what, written down once more: a change of a policy has to be made in two places.</summary>
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["GET /assets/{name}"] = Anyone,
        ["GET /healthz"] = Anyone,
        ["GET /readyz"] = Anyone,
        ["GET /api/{documentName}.json"] = Anyone,
        ["GET /outbound/{channel}/{key}/{sha256}"] = Anyone,
        ["HEAD /outbound/{channel}/{key}/{sha256}"] = Anyone,
        ["POST /language"] = Anyone,
        ["GET /signed-out"] = Anyone,
        ["GET /"] = Staff,
        ["GET /drafts/new"] = Writers,
        ["POST /drafts/new"] = Writers,
        ["GET /drafts"] = Writers,
        ["GET /drafts/{id}"] = Writers,
        ["GET /drafts/{id}/edit"] = Writers,
        ["POST /drafts/{id}/edit"] = Writers,
        ["POST /drafts/{id}/withdraw"] = Writers,
        ["POST /drafts/{id}/confirm"] = Writers,
        ["GET /media/{id}"] = Writers,
        ["HEAD /media/{id}"] = Writers,
        ["GET /review"] = Menders,
        ["GET /review/{id}"] = Reviewers,
        ["POST /review/{id}"] = Reviewers,
        ["POST /review/{id}/retry"] = Menders,
        ["POST /review/{id}/channels/{channel}"] = Reviewers,
        ["GET /stop"] = Staff,
        ["POST /stop"] = Reviewers,
        ["POST /stop/lift"] = [Management],
        ["GET /intakes"] = [Management, Administrator],
        ["POST /intakes/{id}/dismiss"] = [Management, Administrator],
        ["POST /api/drafts"] = Writers,
        ["GET /api/drafts"] = Writers,
        ["GET /api/drafts/{id}"] = Writers,
        ["PUT /api/drafts/{id}"] = Writers,
        ["POST /api/drafts/{id}/withdraw"] = Writers,
        ["POST /api/drafts/{id}/confirm"] = Writers,
        ["GET /api/review"] = Reviewers,
        ["POST /api/drafts/{id}/decisions"] = Reviewers,
        ["POST /api/drafts/{id}/retry"] = Menders,
        ["POST /api/drafts/{id}/channels/{channel}/settle"] = Reviewers,
        ["POST /api/media"] = Writers,
        ["PUT /api/media/{id}/blocks/{number:int}"] = Writers,
        ["POST /api/media/{id}/complete"] = Writers,
        ["GET /api/media/{id}"] = Writers,
        ["GET /api/stop"] = Staff,
        ["POST /api/stop"] = Reviewers,
        ["POST /api/stop/lift"] = [Management],
        ["POST /api/check"] = Writers,
    };

    [Fact]
    public async Task Every_route_is_known_here_and_names_one_policy()
    {
        await using var site = await WebSite.StartAsync();
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), site.Endpoints.SelectMany(NamesOf).Order(StringComparer.Ordinal));
        Assert.All(site.Endpoints, endpoint =>
        {
            var policy = Assert.Single(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()).Policy;
            Assert.Contains(policy, Policies.All);
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
        });
    }

    [Fact]
    public async Task Every_role_reaches_what_it_may_and_nothing_else()
    {
        await using var site = await WebSite.StartAsync();
        var authorization = site.Services.GetRequiredService<IAuthorizationService>();
        foreach (var endpoint in site.Endpoints)
        {
            var policy = endpoint.Metadata.GetRequiredMetadata<IAuthorizeData>().Policy ?? "";
            foreach (var (name, role) in NamesOf(endpoint).SelectMany(n => Anyone.Select(r => (n, r))))
            {
                var who = role == Nobody ? new() : StubSignIn.Principal("somebody", role);
                var allowed = (await authorization.AuthorizeAsync(who, null, policy)).Succeeded;
                Assert.True(allowed == Expected[name].Contains(role), $"{name} as '{role}': {(allowed ? "let in" : "kept out")}");
            }
        }
    }

    [Fact]
    public async Task Whoever_is_kept_out_gets_words_and_the_right_status()
    {
        await using var site = await WebSite.StartAsync();
        foreach (var (name, roles) in Expected)
        {
            foreach (var role in Anyone.Except(roles))
            {
                using var client = site.As(role == Nobody ? null : WebSite.With(CurrentUser.Codes[role]));
                var (method, path) = (name.Split(' ')[0], name.Split(' ')[1].Replace("{number:int}", "0", StringComparison.Ordinal).Replace("{id}", new string('a', 32), StringComparison.Ordinal).Replace("{channel}", "facebook", StringComparison.Ordinal));
                using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
                Assert.True(answer.StatusCode == (role == Nobody ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden), $"{name} as '{role}': {answer.StatusCode}");
                var body = await answer.Content.ReadAsStringAsync();
                if (method != "HEAD")
                    Assert.Contains(role == Nobody ? "Log eerst in" : "niet de juiste rol", body, StringComparison.Ordinal);
                Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    [Fact]
    public async Task An_account_without_a_known_role_is_kept_out()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(new User("guest", "Guest", new HashSet<Role>()));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/stop")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so_to_whoever_is_signed_in()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(WebSite.With(Role.Submitter));
        using var page = await client.GetAsync("/nergens");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Niet gevonden", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var api = await client.DeleteAsync("/api/drafts");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} /{endpoint.RoutePattern.RawText?.Trim('/')}");
}
