using System.Text.Json;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>The channels that are connected with OAuth. Addresses are defaults: see <see cref="ConnectionSettings"/>.</summary>
internal static class OAuthProviders
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyList<OAuthProvider> All { get; } =
    [
        // apis.md §1.1
        new()
        {
            Channel = "facebook",
            AuthorizeUrl = new("https://www.facebook.com/v25.0/dialog/oauth"),
            TokenUrl = new("https://graph.facebook.com/v25.0/oauth/access_token"),
            ApiUrl = new("https://graph.facebook.com/v25.0/"),
            Scopes = ["pages_show_list", "pages_manage_posts", "pages_read_engagement", "pages_read_user_content", "pages_manage_engagement"],
            ScopeSeparator = ",",
            ExchangesByGet = true,
            AccountsAsync = async (client, token, cancellationToken) => (await PagesAsync(client, token, cancellationToken)).Select(page => token with
            {
                Access = page.GetProperty("access_token").GetString()!, // a page without one cannot be published to: the exception says so
                AccountId = page.GetProperty("id").GetString(),
                AccountName = page.GetProperty("name").GetString(),
                ExpiresAt = null,
            }).ToList(),
        },
        // apis.md §2.1, way A: the same app and the same login as Facebook
        new()
        {
            Channel = "instagram",
            AuthorizeUrl = new("https://www.facebook.com/v25.0/dialog/oauth"),
            TokenUrl = new("https://graph.facebook.com/v25.0/oauth/access_token"),
            ApiUrl = new("https://graph.facebook.com/v25.0/"),
            Scopes = ["instagram_basic", "instagram_content_publish", "instagram_manage_comments", "pages_show_list", "pages_read_engagement"],
            ScopeSeparator = ",",
            ExchangesByGet = true,
            AccountsAsync = async (client, token, cancellationToken) => (await PagesAsync(client, token, cancellationToken))
                .Where(page => page.TryGetProperty("instagram_business_account", out _))
                .Select(page => token with
                {
                    Access = page.GetProperty("access_token").GetString()!, // as above
                    AccountId = page.GetProperty("instagram_business_account").GetProperty("id").GetString(),
                    AccountName = page.GetProperty("name").GetString(),
                    ExpiresAt = null,
                }).ToList(),
        },
        // apis.md §3.2: a refresh token dies when it is used
        new()
        {
            Channel = "x",
            AuthorizeUrl = new("https://x.com/i/oauth2/authorize"),
            TokenUrl = new("https://api.x.com/2/oauth2/token"),
            ApiUrl = new("https://api.x.com/2/"),
            Scopes = ["tweet.read", "tweet.write", "users.read", "media.write", "tweet.moderate.write", "offline.access"],
            Pkce = true,
            BasicAuth = true,
            RenewAhead = TimeSpan.FromMinutes(10),
            AccountsAsync = async (client, token, cancellationToken) =>
                [With(token, (await client.GetAsync("users/me", token, cancellationToken)).GetProperty("data"), "id", "username")],
        },
        // apis.md §4.1
        new()
        {
            Channel = "linkedin",
            AuthorizeUrl = new("https://www.linkedin.com/oauth/v2/authorization"),
            TokenUrl = new("https://www.linkedin.com/oauth/v2/accessToken"),
            ApiUrl = new("https://api.linkedin.com/rest/"),
            Scopes = ["w_organization_social", "r_organization_social", "rw_organization_admin"],
            ApiHeaders = new Dictionary<string, string> { ["LinkedIn-Version"] = "202607", ["X-Restli-Protocol-Version"] = "2.0.0" },
            RenewAhead = 10 * Day,
            AccountsAsync = async (client, token, cancellationToken) =>
                [.. (await client.GetAsync("organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED", token, cancellationToken))
                    .GetProperty("elements").EnumerateArray()
                    .Select(e => (e.TryGetProperty("organization", out var organization) ? organization : e.GetProperty("organizationTarget")).GetString()!) // one of the two is there
                    .Select(urn => token with { AccountId = urn, AccountName = urn })],
        },
        // apis.md §5.1
        new()
        {
            Channel = "youtube",
            AuthorizeUrl = new("https://accounts.google.com/o/oauth2/v2/auth"),
            TokenUrl = new("https://oauth2.googleapis.com/token"),
            ApiUrl = new("https://www.googleapis.com/youtube/v3/"),
            Scopes = ["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.force-ssl"],
            Pkce = true,
            Extra = new Dictionary<string, string> { ["access_type"] = "offline", ["prompt"] = "consent" },
            RenewAhead = TimeSpan.FromMinutes(10),
            AccountsAsync = async (client, token, cancellationToken) =>
                [.. (await client.GetAsync("channels?part=snippet&mine=true", token, cancellationToken)).GetProperty("items").EnumerateArray()
                    .Select(item => token with { AccountId = item.GetProperty("id").GetString(), AccountName = item.GetProperty("snippet").GetProperty("title").GetString() })],
        },
        // apis.md §6.1: the profile's id is not told by the API and stands in the settings
        new()
        {
            Channel = "snapchat",
            AuthorizeUrl = new("https://accounts.snapchat.com/login/oauth2/authorize"),
            TokenUrl = new("https://accounts.snapchat.com/login/oauth2/access_token"),
            ApiUrl = new("https://businessapi.snapchat.com/v1/"),
            Scopes = ["snapchat-profile-api"],
            BasicAuth = true,
            RenewAhead = TimeSpan.FromMinutes(10),
            AccountsAsync = (client, token, _) => Task.FromResult<IReadOnlyList<ChannelToken>>(
                client.Settings.AccountId is { } id ? [token with { AccountId = id, AccountName = id }] : []),
        },
    ];

    /// <summary>The pages of the one who signed in, with a token that outlives the login (apis.md §1.1, 2 and 3).</summary>
    private static async Task<IReadOnlyList<JsonElement>> PagesAsync(OAuthClient client, ChannelToken login, CancellationToken cancellationToken)
    {
        var lasting = await client.ExchangeAsync(new() { ["grant_type"] = "fb_exchange_token", ["fb_exchange_token"] = login.Access }, cancellationToken);
        var pages = new List<JsonElement>();
        for (var next = "me/accounts?fields=id,name,access_token,instagram_business_account&limit=100"; next is not null;)
        {
            var answer = await client.GetAsync(next, lasting, cancellationToken);
            pages.AddRange(answer.GetProperty("data").EnumerateArray());
            // The cursor, not the address: an address that somebody else gives is not followed.
            next = answer.TryGetProperty("paging", out var paging) && paging.TryGetProperty("next", out _)
                ? $"me/accounts?fields=id,name,access_token,instagram_business_account&limit=100&after={Uri.EscapeDataString(paging.GetProperty("cursors").GetProperty("after").GetString() ?? "")}"
                : null;
        }

        return pages;
    }

    private static ChannelToken With(ChannelToken token, JsonElement account, string id, string name) =>
        token with { AccountId = account.GetProperty(id).GetString(), AccountName = account.GetProperty(name).GetString() };
}
