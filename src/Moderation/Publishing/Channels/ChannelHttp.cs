using System.Net;
using System.Net.Http.Headers;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>
/// Calls to one channel with its token: refreshed ahead of its expiry, and once more when the channel refuses it
/// (apis.md §0.6, 7). A refused token proves that the call had no effect, so repeating it is safe even for a commit call.
/// </summary>
public sealed class ChannelHttp(HttpClient http, ChannelTokens tokens, string channel)
{
    /// <summary>The account that is connected, or <see cref="ChannelClosedException"/> when there is none.</summary>
    /// <exception cref="ChannelAnswerException">It must be renewed first, and that does not work now.</exception>
    public async Task<ChannelToken> TokenAsync(CancellationToken cancellationToken) =>
        await RenewableAsync(() => tokens.FindAsync(channel, cancellationToken)) ?? throw new ChannelClosedException("not-connected", needsReconnect: true);

    /// <summary>Sends a call; it is built anew when it must be repeated with a fresh token.</summary>
    /// <param name="request">Builds the call. Without an <c>Authorization</c> header it gets the token as a bearer.</param>
    /// <param name="tokenRefused">Tells from an answer other than 401 that the token was refused.</param>
    /// <exception cref="ChannelClosedException">There is no token, or a fresh one was refused as well.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        Func<ChannelToken, HttpRequestMessage> request,
        CancellationToken cancellationToken,
        Func<HttpResponseMessage, CancellationToken, Task<bool>>? tokenRefused = null)
    {
        var token = await TokenAsync(cancellationToken);
        for (var repeated = false; ; repeated = true)
        {
            using var message = request(token);
            message.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", token.Access);
            var response = await http.SendAsync(message, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized && !(tokenRefused is not null && !response.IsSuccessStatusCode && await tokenRefused(response, cancellationToken)))
                return response;
            response.Dispose();
            if (repeated || await RenewableAsync(() => tokens.RenewAsync(channel, token, cancellationToken)) is not { } renewed)
                throw new ChannelClosedException("token", needsReconnect: true);
            token = renewed;
        }
    }

    /// <summary>A renewal that fails says nothing of the call that waits for it, except that it was not made.</summary>
    private static async Task<ChannelToken?> RenewableAsync(Func<Task<ChannelToken?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
        {
            throw new ChannelAnswerException(new PublishOutcome.Limited("token-service", TimeSpan.FromMinutes(1)));
        }
    }
}
