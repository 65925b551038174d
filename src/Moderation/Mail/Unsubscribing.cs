using System.Buffers.Text;
using System.Security.Cryptography;
using Moderation.Publishing.Tokens;

namespace Moderation.Mail;

/// <summary>Links with which a subscriber leaves a list without signing in (RFC 8058). They name nobody, and nobody can make one up.</summary>
public sealed class Unsubscribing(Subscribers subscribers, SigningKeys keys)
{
    private const int MacBytes = 16;
    private const int KeyBytes = 16;

    public async Task<string> TokenAsync(string list, string subscriber, CancellationToken cancellationToken)
    {
        var mac = await keys.SignAsync("unsubscribe", $"{list}|{subscriber}", cancellationToken);
        return $"{list}.{Base64Url.EncodeToString([.. Convert.FromHexString(subscriber), .. mac.AsSpan(0, MacBytes)])}";
    }

    /// <returns>The list and the subscriber, or null when the token is not one of ours.</returns>
    public async Task<(string List, string Subscriber)?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > 100 || token.Split('.') is not [{ Length: > 0 } list, var rest] || !Base64Url.IsValid(rest, out var length) || length != KeyBytes + MacBytes)
            return null;
        var bytes = Base64Url.DecodeFromChars(rest);
        var subscriber = Convert.ToHexStringLower(bytes.AsSpan(0, KeyBytes));
        var mac = await keys.SignAsync("unsubscribe", $"{list}|{subscriber}", cancellationToken);
        return CryptographicOperations.FixedTimeEquals(mac.AsSpan(0, MacBytes), bytes.AsSpan(KeyBytes)) ? (list, subscriber) : null;
    }

    /// <returns>False when the token is not one of ours.</returns>
    public async Task<bool> LeaveAsync(string token, CancellationToken cancellationToken)
    {
        if (await ReadAsync(token, cancellationToken) is not { } who)
            return false;
        await subscribers.UnsubscribeAsync(who.List, who.Subscriber, cancellationToken);
        return true;
    }
}
