using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>Pure: when a person must connect a channel again.</summary>
internal static class Expiry
{
    /// <param name="renews">The token can be renewed without a person.</param>
    public static DateTimeOffset? Of(ChannelToken token, bool renews) => renews ? token.ReconnectBy : token.ExpiresAt ?? token.ReconnectBy;
}
