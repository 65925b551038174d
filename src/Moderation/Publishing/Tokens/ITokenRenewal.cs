namespace Moderation.Publishing.Tokens;

/// <summary>How one channel renews its token without a person.</summary>
public interface ITokenRenewal
{
    /// <summary>Code of the channel.</summary>
    string Channel { get; }

    /// <summary>How long before its end a token is renewed.</summary>
    TimeSpan Ahead { get; }

    /// <returns>The new token, not yet stored; null when only a person can help.</returns>
    /// <exception cref="HttpRequestException">Not now; the old token stands.</exception>
    Task<ChannelToken?> RenewAsync(ChannelToken current, CancellationToken cancellationToken);
}
