using System.Security.Cryptography;
using System.Text;

namespace Moderation.Audit;

/// <summary>Everything the anchors say about chains: by chain, each length that was anchored with the hash of its last event.</summary>
public sealed class AnchoredHeads
{
    private readonly Dictionary<string, List<AuditChain>> heads = new(StringComparer.Ordinal);

    public static AnchoredHeads None { get; } = new();

    /// <summary>Chains that were ever anchored.</summary>
    public IReadOnlyCollection<string> Keys => heads.Keys;

    /// <summary>
    /// What a chain is called in an anchor: 32 hex digits of SHA-256(table/partition). Anchors cannot be erased for years, so nothing
    /// in them names a person.
    /// </summary>
    public static string KeyOf(string table, string partition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{table}/{partition}")).AsSpan(0, 16));

    public IReadOnlyList<AuditChain> Of(string key) => heads.TryGetValue(key, out var of) ? of : [];

    internal void Add(string key, AuditChain head)
    {
        if (!heads.TryGetValue(key, out var of))
            heads[key] = of = [];
        of.Add(head);
    }
}
