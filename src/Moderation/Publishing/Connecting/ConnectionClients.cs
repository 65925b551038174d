using Microsoft.Extensions.Options;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>Makes the OAuth client of a channel from its settings and its secret.</summary>
public sealed class ConnectionClients(IHttpClientFactory factory, ISecretStore secrets, IOptions<ConnectSettings> settings, TimeProvider time)
{
    public const string HttpClientName = "connect";

    public static string ClientSecretOf(string channel) => $"channel-{channel}-client";

    /// <returns>Null when the channel's client id or secret is not there yet.</returns>
    public async Task<OAuthClient?> FindAsync(OAuthProvider provider, CancellationToken cancellationToken)
    {
        if (!settings.Value.Channels.TryGetValue(provider.Channel, out var own) || string.IsNullOrWhiteSpace(own.ClientId))
            return null;
        return await secrets.ReadAsync(ClientSecretOf(provider.Channel), cancellationToken) is { Length: > 0 } secret
            ? new OAuthClient(factory.CreateClient(HttpClientName), provider, own, secret.Trim(), time)
            : null;
    }
}
