using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>
/// Addresses at which a channel that fetches its pictures itself gets them: unguessable, for one picture of one post on one
/// channel, and short-lived. Signed with a key that is made once and kept with the channels' tokens.
/// </summary>
public sealed class MediaLinks(ISecretStore secrets, IOptions<ChannelSettings> settings, TimeProvider time)
{
    private const string KeyName = "media-link-key";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>How long a key is remembered: long enough that nobody's guesses are a load, short enough that two instances that made one at once agree.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private Remembering? remembered;

    /// <param name="key"><see cref="OutgoingPost.Key"/>.</param>
    /// <returns>Null when this site has no public address (<c>Channels:PublicUrl</c>).</returns>
    public async Task<Uri?> ToAsync(string key, string channel, string sha256, CancellationToken cancellationToken)
    {
        if (settings.Value.PublicUrl is not { } site)
            return null;
        var until = (time.GetUtcNow() + Lasts).ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(Sign(await KeyAsync(cancellationToken), key, channel, sha256, until));
        return new Uri($"{site.ToString().TrimEnd('/')}/outbound/{channel}/{key}/{sha256}?until={until}&signature={signature}");
    }

    /// <summary>Whether this site gave out that address, and its time is not over.</summary>
    public async Task<bool> IsValidAsync(string key, string channel, string sha256, string? until, string? signature, CancellationToken cancellationToken)
    {
        if (signature is not { Length: 2 * HMACSHA256.HashSizeInBytes } || !signature.All(char.IsAsciiHexDigitLower)
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end <= time.GetUtcNow().ToUnixTimeSeconds() || end > (time.GetUtcNow() + Lasts).ToUnixTimeSeconds())
            return false;
        var ours = Sign(await KeyAsync(cancellationToken), key, channel, sha256, end);
        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature), ours);
    }

    /// <summary>Each part with its length before it, so that no two addresses sign the same.</summary>
    private static byte[] Sign(byte[] secret, string key, string channel, string sha256, long until) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{channel.Length}:{channel}{key.Length}:{key}{sha256.Length}:{sha256}{until}")));

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (remembered is { } known && time.GetUtcNow() - known.At is { } age && age >= TimeSpan.Zero && age < Remembered)
            return known.Key;
        if (await secrets.ReadAsync(KeyName, cancellationToken) is not { } stored)
        {
            await secrets.WriteAsync(KeyName, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), cancellationToken);
            // Another instance may have been at it as well; the last one stands.
            stored = await secrets.ReadAsync(KeyName, cancellationToken) ?? throw new InvalidOperationException("The secret store does not keep what is written to it.");
        }

        remembered = new Remembering(Convert.FromBase64String(stored), time.GetUtcNow());
        return remembered.Key;
    }

    private sealed record Remembering(byte[] Key, DateTimeOffset At);
}
