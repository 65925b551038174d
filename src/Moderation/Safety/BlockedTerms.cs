namespace Moderation.Safety;

/// <summary>Finds the school's own blocked terms, as whole words, whatever their capitals, accents or digits for letters.</summary>
public sealed class BlockedTerms
{
    private readonly Dictionary<string, List<string[]>> byFirst = new(StringComparer.Ordinal);

    /// <param name="terms">Words or phrases; one that ends in <c>*</c> matches every word that starts so.</param>
    public BlockedTerms(IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            var parts = Split(term, keepStar: true).Select(p => p.Plain).ToArray();
            if (parts.Length == 0)
                continue;
            var key = parts[0].EndsWith('*') ? "*" : parts[0];
            if (!byFirst.TryGetValue(key, out var list))
                byFirst[key] = list = [];
            list.Add(parts);
        }
    }

    /// <summary>Places in UTF-16 code units, in order, not overlapping.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string text)
    {
        if (byFirst.Count == 0)
            return [];
        var words = Split(text, keepStar: false).ToList();
        var found = new List<(int, int)>();
        for (var i = 0; i < words.Count;)
        {
            var length = Longest(words, i);
            if (length > 0)
                found.Add((words[i].Start, words[i + length - 1].End));
            i += Math.Max(length, 1);
        }

        return found;
    }

    private int Longest(List<(string Plain, int Start, int End)> words, int at)
    {
        var longest = 0;
        foreach (var key in new[] { words[at].Plain, "*" })
        {
            if (!byFirst.TryGetValue(key, out var list))
                continue;
            foreach (var parts in list)
            {
                if (parts.Length > longest && at + parts.Length <= words.Count && parts.Select((p, k) => Same(p, words[at + k].Plain)).All(same => same))
                    longest = parts.Length;
            }
        }

        return longest;
    }

    private static bool Same(string part, string word) =>
        part.EndsWith('*') ? word.StartsWith(part[..^1], StringComparison.Ordinal) : part == word;

    private static IEnumerable<(string Plain, int Start, int End)> Split(string text, bool keepStar)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!InWord(text, i))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (InWord(text, i) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
                i++;
            var plain = Plain(text.AsSpan(start, i - start));
            if (keepStar && i < text.Length && text[i] == '*')
                plain += "*";
            if (plain.Length > 0)
                yield return (plain, start, i);
        }
    }

    private static bool InWord(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || Folding.Invisible(text[i])
        || (text[i] is '@' or '$' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]));

    private static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new System.Text.StringBuilder(word.Length);
        Span<char> folded = stackalloc char[18];
        var letters = word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z');
        for (var i = 0; i < word.Length;)
        {
            var n = Folding.Fold(word, i, folded, out var used);
            for (var k = 0; k < n; k++)
            {
                var c = folded[k];
                var letter = letters ? c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c } : c;
                if (char.IsLetterOrDigit(letter))
                    plain.Append(letter);
            }

            i += used;
        }

        return plain.ToString();
    }
}
