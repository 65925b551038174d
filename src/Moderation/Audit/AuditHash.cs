using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Audit;

/// <summary>
/// The hash of one audit event: SHA-256 over a versioned, length-prefixed encoding, so that no two events can be
/// written as the same bytes and a later encoding can live beside this one.
/// </summary>
public static class AuditHash
{
    private const byte EncodingVersion = 1;

    /// <summary>Hash over object, sequence, ticks, actor, action, previous hash and payload hash.</summary>
    public static string Of(string @object, int sequence, DateTimeOffset at, string actor, string action, string previousHash, string payloadHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([EncodingVersion]);
        Append(hash, @object);
        Append(hash, sequence);
        Append(hash, at.UtcTicks);
        Append(hash, actor);
        Append(hash, action);
        Append(hash, previousHash);
        Append(hash, payloadHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256(salt ‖ payload).</summary>
    public static string OfPayload(byte[] salt, string payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(payload));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
