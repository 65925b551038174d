using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>
/// One night's anchor: the heads of the chains that changed since the night before, and which anchor came before. Written as lines of
/// JSON: first who it is, then one line a chain.
/// </summary>
/// <param name="At">When it was taken.</param>
/// <param name="Previous">Name of the anchor before; null for the first.</param>
/// <param name="PreviousHash">SHA-256 of that anchor's bytes, lower-case hex: an anchor that is removed or replaced is missed.</param>
public sealed record AuditAnchor(DateTimeOffset At, string? Previous, string? PreviousHash, IReadOnlyList<AnchoredHead> Heads)
{
    private const int FormatVersion = 1;

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(Json.Write(new Header(FormatVersion, At, Previous, PreviousHash))).Append('\n');
        foreach (var head in Heads)
            text.Append(Json.Write(head)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Null when the bytes are not an anchor that this version can read.</summary>
    public static AuditAnchor? TryRead(byte[] bytes)
    {
        try
        {
            var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Length > 0 && Json.Read<Header>(lines[0]) is { Version: FormatVersion } header
                ? new AuditAnchor(header.At, header.Previous, header.PreviousHash, [.. lines.Skip(1).Select(Json.Read<AnchoredHead>)])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Header(int Version, DateTimeOffset At, string? Previous, string? PreviousHash);
}

/// <param name="Chain"><see cref="AnchoredHeads.KeyOf"/>.</param>
/// <param name="Length">Events of the chain at that moment.</param>
/// <param name="Hash">Hash of the last of them.</param>
public sealed record AnchoredHead(string Chain, int Length, string Hash);
