using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>
/// Addresses at which a channel that fetches its pictures itself gets them: unguessable, for one picture of one post on one
/// channel, and short-lived. Signed with a key that is made once and kept with the channels' tokens.
/// </summary>
public sealed class MediaLinks(SigningKeys keys, IOptions<ChannelSettings> settings, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);


    /// <param name="key"><see cref="OutgoingPost.Key"/>.</param>
    /// <returns>Null when this site has no public address (<c>Channels:PublicUrl</c>).</returns>
    public async Task<Uri?> ToAsync(string key, string channel, string sha256, CancellationToken cancellationToken)
    {
        if (settings.Value.PublicUrl is not { } site)
            return null;
        var until = (time.GetUtcNow() + Lasts).ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(await SignAsync(key, channel, sha256, until, cancellationToken));
        return new Uri($"{site.ToString().TrimEnd('/')}/outbound/{channel}/{key}/{sha256}?until={until}&signature={signature}");
    }

    /// <summary>Whether this site gave out that address, and its time is not over.</summary>
    public async Task<bool> IsValidAsync(string key, string channel, string sha256, string? until, string? signature, CancellationToken cancellationToken)
    {
        if (signature is not { Length: 2 * HMACSHA256.HashSizeInBytes } || !signature.All(char.IsAsciiHexDigitLower)
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end <= time.GetUtcNow().ToUnixTimeSeconds() || end > (time.GetUtcNow() + Lasts).ToUnixTimeSeconds())
            return false;
        var ours = await SignAsync(key, channel, sha256, end, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature), ours);
    }

    /// <summary>Each part with its length before it, so that no two addresses sign the same.</summary>
    private Task<byte[]> SignAsync(string key, string channel, string sha256, long until, CancellationToken cancellationToken) =>
        keys.SignAsync("media-link", string.Create(CultureInfo.InvariantCulture, $"{channel.Length}:{channel}{key.Length}:{key}{sha256.Length}:{sha256}{until}"), cancellationToken);
}
