namespace Moderation.Protocol.Names;

/// <summary>
/// Finds known names one slip away: a letter missing, added, changed, or two swapped (Damerau distance 1). Every name is filed
/// under itself and itself less one letter, so a question costs as many look-ups as the word has letters, however long the roll.
/// </summary>
internal sealed class Misspellings
{
    /// <summary>Shorter names are too often another name at one letter's distance.</summary>
    public const int Shortest = 3;

    private const int Longest = 40;

    private readonly Dictionary<ulong, List<int>> byVariant = [];
    private readonly HashSet<int> known = [];

    public void Add(string key, int word)
    {
        if (key.Length is < Shortest or > Longest || !known.Add(word))
            return;
        File(Hash(key, -1), word);
        for (var skip = 0; skip < key.Length; skip++)
            File(Hash(key, skip), word);
    }

    /// <summary>Words that may be one slip away; the caller checks them with <see cref="IsOneSlip"/>.</summary>
    public void Candidates(ReadOnlySpan<char> key, List<int> into)
    {
        if (key.Length is < Shortest or > Longest)
            return;
        for (var skip = -1; skip < key.Length; skip++)
        {
            if (!byVariant.TryGetValue(Hash(key, skip), out var words))
                continue;
            foreach (var word in words)
            {
                if (!into.Contains(word))
                    into.Add(word);
            }
        }
    }

    public static bool IsOneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }
        if (b.Length - a.Length > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        if (a.Length < b.Length)
            return a[same..].SequenceEqual(b[(same + 1)..]);
        if (same == a.Length)
            return false;
        return a[(same + 1)..].SequenceEqual(b[(same + 1)..])
            || (same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]));
    }

    private void File(ulong hash, int word)
    {
        if (!byVariant.TryGetValue(hash, out var words))
            byVariant.Add(hash, words = []);
        if (words.Count == 0 || words[^1] != word)
            words.Add(word);
    }

    // FNV-1a; a collision only costs a comparison.
    private static ulong Hash(ReadOnlySpan<char> key, int skip)
    {
        var hash = 14695981039346656037;
        for (var i = 0; i < key.Length; i++)
        {
            if (i != skip)
                hash = (hash ^ key[i]) * 1099511628211;
        }
        return hash;
    }
}
