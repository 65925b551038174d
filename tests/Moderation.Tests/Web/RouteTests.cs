using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Tests.Infrastructure;
using Moderation.Web;

namespace Moderation.Tests.Web;

/// <summary>Every route, every role, and nobody.</summary>
public sealed partial class RouteTests(AzuriteFixture azurite)
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
    private static readonly string[] Readers = [Management, Administrator, Officer];
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
        ["POST /drafts/limits"] = Writers,
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
        ["GET /channels"] = Menders,
        ["POST /channels/{channel}/connect"] = [Administrator],
        ["GET /channels/{channel}/connected"] = [Administrator],
        ["POST /channels/{channel}/password"] = [Administrator],
        ["POST /channels/{channel}/off"] = [Administrator],
        ["POST /channels/{channel}/on"] = [Administrator],
        ["POST /channels/{channel}/disconnect"] = [Administrator],
        ["GET /subscribers"] = [Management, Administrator],
        ["POST /subscribers/{list}"] = [Management, Administrator],
        ["GET /mailings/{mailing}"] = Menders,
        ["GET /u/{token}"] = Anyone,
        ["POST /u/{token}"] = Anyone,
        ["GET /register"] = Readers,
        ["POST /register"] = Readers,
        ["GET /register/sixteen"] = Readers,
        ["GET /register/decisions.csv"] = Readers,
        ["GET /register/new"] = [Administrator],
        ["POST /register/new"] = [Administrator],
        ["GET /register/{id}"] = Readers,
        ["GET /register/{id}/edit"] = [Administrator],
        ["POST /register/{id}/edit"] = [Administrator],
        ["POST /register/{id}/answers"] = [Administrator],
        ["POST /register/{id}/withdraw"] = Readers,
        ["POST /register/{id}/protect"] = Readers,
        ["POST /register/{id}/unprotect"] = [Management],
        ["POST /register/{id}/inform"] = [Administrator],
        ["POST /register/{id}/authority"] = [Administrator],
        ["GET /register/{id}/appearances"] = [Management, Officer],
        ["GET /register/{id}/appearances.csv"] = [Management, Officer],
        ["GET /import"] = Readers,
        ["POST /import"] = [Administrator],
        ["GET /import/{id}"] = Readers,
        ["GET /import/{id}/rows.csv"] = Readers,
        ["POST /import/{id}/apply"] = [Administrator],
        ["POST /import/{id}/undo"] = [Administrator],
        ["POST /import/{id}/drop"] = [Administrator],
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
                var (method, path) = (name.Split(' ')[0], Fill(name.Split(' ')[1]));
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

    /// <summary>Whoever writes a route that changes something, has it limited or writes down here why one person may do it as often as they like.</summary>
    [Fact]
    public async Task Everything_that_makes_something_new_is_limited_per_person()
    {
        await using var site = await WebSite.StartAsync();
        var unlimited = site.Endpoints
            .Where(e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            .SelectMany(NamesOf).Where(n => Expected[n].Contains(Submitter) && !n.StartsWith("GET ", StringComparison.Ordinal) && !n.StartsWith("HEAD ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "POST /api/check", // limited by posts, not by requests
                "POST /api/drafts/{id}/confirm",
                "POST /api/drafts/{id}/withdraw",
                "POST /api/media/{id}/complete",
                "POST /drafts/limits", // counts letters and keeps nothing
                "POST /drafts/{id}/confirm",
                "POST /drafts/{id}/withdraw",
                "POST /language",
                "POST /u/{token}", // only ever takes somebody off a list
                "PUT /api/media/{id}/blocks/{number:int}", // its upload was limited, and holds no more than it announced
            ],
            unlimited);
    }

    /// <summary>Also when it is refused, not found or a mistake of ours: a page without its headers is where an attack begins.</summary>
    [Fact]
    public async Task Every_answer_of_every_route_has_the_headers()
    {
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var nobody = site.As(null);
        using var everybody = site.As(new User("test", "Test", Enum.GetValues<Role>().ToHashSet()));
        foreach (var (name, client) in Expected.Keys.Append("GET /nergens").Append("DELETE /api/drafts").SelectMany(n => (IEnumerable<(string, HttpClient)>)[(n, nobody), (n, everybody)]))
        {
            using var request = new HttpRequestMessage(new HttpMethod(name.Split(' ')[0]), Fill(name.Split(' ')[1]));
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await client.SendAsync(request);
            HeaderTests.AssertHeaders(answer, $"{name}: {(int)answer.StatusCode}");
        }
    }

    private static string Fill(string route) => Parameter().Replace(route, m => m.Value switch
    {
        "{channel}" => "facebook",
        "{documentName}" => "openapi",
        _ when m.Value.EndsWith(":int}", StringComparison.Ordinal) => "0",
        _ => new string('a', 32),
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} /{endpoint.RoutePattern.RawText?.Trim('/')}");
}
