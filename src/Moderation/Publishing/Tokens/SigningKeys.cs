using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Publishing.Tokens;

/// <summary>Keys that this system makes for itself, to know its own links again. Made once, kept with the tokens.</summary>
public sealed class SigningKeys(ISecretStore secrets, TimeProvider time)
{
    private const int KeyBytes = 32;

    /// <summary>Long enough that nobody's guesses are a load, short enough that two instances that made a key at once agree.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (byte[] Key, DateTimeOffset At)> remembered = new(StringComparer.Ordinal);

    /// <summary>HMAC-SHA256 of a text with the key of this name.</summary>
    public async Task<byte[]> SignAsync(string name, string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await KeyAsync(name, cancellationToken), Encoding.UTF8.GetBytes(text));

    private async Task<byte[]> KeyAsync(string name, CancellationToken cancellationToken)
    {
        if (remembered.TryGetValue(name, out var known) && time.GetUtcNow() - known.At is var age && age >= TimeSpan.Zero && age < Remembered)
            return known.Key;
        var secret = $"signing-{name}";
        if (await secrets.ReadAsync(secret, cancellationToken) is not { } stored)
        {
            await secrets.WriteAsync(secret, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), cancellationToken);
            // Another instance may have been at it as well; the last one stands.
            stored = await secrets.ReadAsync(secret, cancellationToken) ?? throw new InvalidOperationException("The secret store does not keep what is written to it.");
        }

        var key = Convert.FromBase64String(stored);
        remembered[name] = (key, time.GetUtcNow());
        return key;
    }
}
