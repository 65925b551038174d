using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Moderation.Storage;

namespace Moderation.Publishing.Tokens;

/// <summary>Keys that this system makes for itself, to know its own links again. Made once, kept with the tokens.</summary>
public sealed class SigningKeys(ISecretStore secrets, Leases leases)
{
    private const int KeyBytes = 32;
    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal);

    /// <summary>HMAC-SHA256 of a text with the key of this name.</summary>
    public async Task<byte[]> SignAsync(string name, string text, CancellationToken cancellationToken) =>
        HMACSHA256.HashData(await KeyAsync(name, cancellationToken), Encoding.UTF8.GetBytes(text));

    private async Task<byte[]> KeyAsync(string name, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(name, out var key))
            return key;
        var secret = $"signing-{name}";
        key = await leases.OnceAsync(
            "signing-key",
            name,
            async c => await secrets.ReadAsync(secret, c) is { } found ? new Looked<byte[]>(Convert.FromBase64String(found)) : null,
            async c =>
            {
                var made = RandomNumberGenerator.GetBytes(KeyBytes);
                await secrets.WriteAsync(secret, Convert.ToBase64String(made), c);
                return made;
            },
            cancellationToken);
        return known[name] = key;
    }
}
