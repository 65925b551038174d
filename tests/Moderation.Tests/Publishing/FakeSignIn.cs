using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Tests.Publishing;

/// <summary>The sign-in of X and of Meta on a free port: codes that work once, PKCE, refresh tokens that die when used, pages of the one who signed in.</summary>
internal sealed class FakeSignIn : IAsyncDisposable
{
    public const string Client = "client-1";
    public const string Secret = "secret-1";
    private readonly WebApplication app;
    private readonly Dictionary<string, string?> codes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private string? refresh;
    private int issued;

    private FakeSignIn(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Pages of the one who signs in at Meta.</summary>
    public List<(string Id, string Name)> Pages { get; } = [("page-1", "Carolus Clusius College")];

    /// <summary>Whether the website's user has the role for it.</summary>
    public bool MayPublish { get; set; } = true;

    public int Refreshes { get; private set; }

    public bool RefusesEverything { get; set; }

    public static async Task<FakeSignIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var fake = new FakeSignIn(builder.Build());
        fake.Map();
        await fake.app.StartAsync();
        fake.Address = new Uri(fake.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // Kestrel has it once started
        return fake;
    }

    /// <summary>What the administrator does on the channel's page: gives permission.</summary>
    public (string State, string Code) Permit(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal(Client, query["client_id"]);
        Assert.StartsWith("https://moderatie.example/channels/", query["redirect_uri"].ToString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(query["scope"]));
        Assert.False(query.ContainsKey("client_secret"));
        var code = Guid.NewGuid().ToString("N");
        codes[code] = query.TryGetValue("code_challenge", out var challenge) ? challenge.ToString() : null;
        return (query["state"].ToString(), code);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapPost("/x/token", async (HttpRequest request) =>
        {
            if (RefusesEverything || request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Secret}")))
                return Refused("invalid_client");
            var form = await request.ReadFormAsync();
            lock (gate)
            {
                if (form["grant_type"] == "refresh_token")
                {
                    if (form["refresh_token"] != refresh)
                        return Refused("invalid_grant");
                    Refreshes++;
                    return Issue();
                }

                var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                return codes.Remove(form["code"].ToString(), out var expected) && expected == challenge ? Issue() : Refused("invalid_grant");
            }
        });
        app.MapGet("/x/users/me", (HttpRequest request) => request.Headers.Authorization == $"Bearer access-{issued}"
            ? Results.Json(new { data = new { id = "77", username = "carolusclusius" } })
            : Results.Unauthorized());

        // apis.md §8.1
        app.MapGet("/wp-json/wp/v2/users/me", (HttpRequest request, string context) =>
            context == "edit" && request.Headers.Authorization == "Basic " + Convert.ToBase64String("moderatie:abcd efgh"u8)
                ? Results.Json(new { id = 3, name = "Moderatie", capabilities = new { publish_posts = MayPublish, upload_files = true } })
                : Results.Json(new { code = "rest_not_logged_in" }, statusCode: 401));

        app.MapGet("/meta/token", (string client_id, string client_secret, string grant_type, string? code, string? fb_exchange_token) =>
            (client_id, client_secret) == (Client, Secret) && (grant_type == "fb_exchange_token" ? fb_exchange_token == "short" : code is not null && codes.Remove(code))
                ? Results.Json(new { access_token = grant_type == "fb_exchange_token" ? "long" : "short", token_type = "bearer", expires_in = 5_184_000 })
                : Refused("invalid_grant"));
        app.MapGet("/meta/me/accounts", (HttpRequest request, string? after) =>
        {
            if (request.Headers.Authorization != "Bearer long")
                return Results.BadRequest(new { error = new { code = 190 } });
            var from = after is null ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
            var page = Pages.Skip(from).Take(1).Select(p => new { id = p.Id, name = p.Name, access_token = $"token-of-{p.Id}" });
            return Results.Json(from + 1 < Pages.Count
                ? new { data = page, paging = new { next = "https://elsewhere.example/", cursors = new { after = $"{from + 1}" } } }
                : (object)new { data = page });
        });
    }

    private IResult Issue()
    {
        issued++;
        refresh = $"refresh-{issued}";
        return Results.Json(new { token_type = "bearer", expires_in = 7200, access_token = $"access-{issued}", refresh_token = refresh, scope = "tweet.read" });
    }

    private static IResult Refused(string error) => Results.Json(new { error }, statusCode: 400);
}
