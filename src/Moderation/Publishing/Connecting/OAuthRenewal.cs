using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>Renews a token with its refresh token. Where the channel gives no new one with it, the old one stays.</summary>
internal sealed class OAuthRenewal(OAuthProvider provider, ConnectionClients clients) : ITokenRenewal
{
    public string Channel => provider.Channel;

    public TimeSpan Ahead => provider.RenewAhead;

    public async Task<ChannelToken?> RenewAsync(ChannelToken current, CancellationToken cancellationToken)
    {
        if (current.Refresh is not { } refresh || await clients.FindAsync(provider, cancellationToken) is not { } client)
            return null;
        try
        {
            var fresh = await client.RefreshAsync(refresh, cancellationToken);
            return fresh with
            {
                Refresh = fresh.Refresh ?? current.Refresh,
                ReconnectBy = fresh.ReconnectBy ?? current.ReconnectBy,
                AccountId = current.AccountId,
                AccountName = current.AccountName,
            };
        }
        catch (OAuthRefusedException)
        {
            return null;
        }
    }
}
