using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Publishing.Tokens;
using Moderation.Storage;

namespace Moderation.Publishing.Connecting;

/// <summary>The calls of one channel's OAuth flow. Its client logs nothing: Meta takes secrets in query strings.</summary>
public sealed class OAuthClient(HttpClient http, OAuthProvider provider, ConnectionSettings settings, string clientSecret, TimeProvider time)
{
    public ConnectionSettings Settings => settings;

    /// <summary>Page where the administrator gives permission.</summary>
    public Uri AuthorizeAddress(Uri redirect, string state, string? challenge)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = redirect.AbsoluteUri,
            ["scope"] = string.Join(provider.ScopeSeparator, provider.Scopes),
            ["state"] = state,
        };
        if (challenge is not null)
        {
            parameters["code_challenge"] = challenge;
            parameters["code_challenge_method"] = "S256";
        }

        foreach (var (name, value) in provider.Extra)
            parameters[name] = value;
        return new Uri((settings.AuthorizeUrl ?? provider.AuthorizeUrl).AbsoluteUri + "?" + Form(parameters));
    }

    public Task<ChannelToken> RedeemAsync(string code, Uri redirect, string? verifier, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string?> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect.AbsoluteUri };
        if (verifier is not null)
            form["code_verifier"] = verifier;
        return ExchangeAsync(form, cancellationToken);
    }

    /// <exception cref="OAuthRefusedException">The grant is no good any more.</exception>
    public Task<ChannelToken> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        ExchangeAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancellationToken);

    /// <exception cref="OAuthRefusedException">4xx: the channel says no, and will again.</exception>
    /// <exception cref="HttpRequestException">Not now.</exception>
    public async Task<ChannelToken> ExchangeAsync(Dictionary<string, string?> form, CancellationToken cancellationToken)
    {
        var address = settings.TokenUrl ?? provider.TokenUrl;
        if (!provider.BasicAuth)
        {
            form["client_id"] = settings.ClientId;
            form["client_secret"] = clientSecret;
        }

        using var request = provider.ExchangesByGet
            ? new HttpRequestMessage(HttpMethod.Get, new Uri(address.AbsoluteUri + "?" + Form(form)))
            : new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        if (provider.BasicAuth)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ClientId}:{clientSecret}")));
        using var response = await http.SendAsync(request, cancellationToken);
        await RefuseAsync(response);
        var answer = await response.Content.ReadFromJsonAsync<TokenAnswer>(Json.Options, cancellationToken) ?? throw new OAuthRefusedException();
        var now = time.GetUtcNow();
        return new ChannelToken
        {
            Access = answer.AccessToken,
            Refresh = answer.RefreshToken,
            ObtainedAt = now,
            ExpiresAt = answer.ExpiresIn is { } seconds ? now.AddSeconds(seconds) : null,
            ReconnectBy = answer.RefreshTokenExpiresIn is { } refresh ? now.AddSeconds(refresh) : null,
        };
    }

    /// <param name="path">Relative to the channel's API.</param>
    /// <exception cref="OAuthRefusedException">The token is no good for this.</exception>
    public async Task<JsonElement> GetAsync(string path, ChannelToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.ApiUrl ?? provider.ApiUrl, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Access);
        foreach (var (name, value) in provider.ApiHeaders)
            request.Headers.Add(name, value);
        using var response = await http.SendAsync(request, cancellationToken);
        await RefuseAsync(response);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Json.Options, cancellationToken);
    }

    private static Task RefuseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return Task.CompletedTask;
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
            response.EnsureSuccessStatusCode();
        throw new OAuthRefusedException();
    }

    private static string Form(Dictionary<string, string?> parameters) =>
        string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value!)}")); // not null: just tested

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] long? ExpiresIn,
        [property: JsonPropertyName("refresh_token_expires_in")] long? RefreshTokenExpiresIn);
}

/// <summary>The channel refuses the code, the grant or the token. Carries nothing of the answer.</summary>
public sealed class OAuthRefusedException() : Exception("The channel refused.");
