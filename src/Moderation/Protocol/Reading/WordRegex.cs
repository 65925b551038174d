using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>
/// A pattern that can only begin at the start of a word. It is tried solely at words that begin as one of its alternatives can, and which patterns
/// a word may begin is looked up for all of them at once: a hundred patterns of hundreds of words cost hardly more than one.
/// </summary>
internal sealed class WordRegex
{
    private static readonly Lock Sync = new();
    private static WordRegex[] all = [];
    private static FirstLetters? index;

    private readonly Regex anchored;
    private readonly int id;

    /// <param name="anchored">A pattern that starts with <c>\G</c>.</param>
    public WordRegex(Regex anchored)
    {
        this.anchored = anchored;
        lock (Sync)
        {
            id = all.Length;
            all = [.. all, this];
            index = null;
        }
    }

    private Lazy<Beginnings> Beginnings => field ??= new(() => Reading.Beginnings.Of(anchored.ToString()));

    /// <summary>For every pattern, the words of a text that it might begin at.</summary>
    public static IReadOnlyList<int>[] Candidates(string folded)
    {
        FirstLetters letters;
        lock (Sync)
            letters = index ??= new FirstLetters([.. all.Select(static p => p.Beginnings.Value)]);
        return letters.Sort(folded, StartsIn(folded));
    }

    /// <param name="candidates">Of the same text.</param>
    public IEnumerable<Match> Matches(string folded, IReadOnlyList<int>[] candidates)
    {
        // A pattern that came to be after the text was sorted is tried at every word.
        var starts = id < candidates.Length ? candidates[id] : StartsIn(folded);
        var beyond = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            if (starts[i] < beyond)
                continue;
            var match = anchored.Match(folded, starts[i]);
            if (!match.Success)
                continue;
            beyond = match.Index + match.Length;
            yield return match;
        }
    }

    /// <summary>Where a letter or digit follows none.</summary>
    internal static int[] StartsIn(string folded)
    {
        var starts = new List<int>(folded.Length / 5);
        var inWord = false;
        for (var i = 0; i < folded.Length; i++)
        {
            var letter = char.IsLetterOrDigit(folded[i]) || folded[i] == '_';
            if (letter && !inWord)
                starts.Add(i);
            inWord = letter;
        }
        return [.. starts];
    }

    /// <summary>Which patterns a word can begin, by its first letters.</summary>
    private sealed class FirstLetters
    {
        private readonly FrozenDictionary<ulong, int[]>[] byLength;
        private readonly int patterns;

        public FirstLetters(Beginnings[] beginnings)
        {
            patterns = beginnings.Length;
            byLength = [.. Enumerable.Range(0, Reading.Beginnings.Depth + 1).Select(length => beginnings
                .SelectMany((b, id) => b.OfLength(length).Select(packed => (packed, id)))
                .GroupBy(static p => p.packed, static p => p.id)
                .ToFrozenDictionary(static g => g.Key, static g => g.ToArray()))];
        }

        public IReadOnlyList<int>[] Sort(string folded, int[] starts)
        {
            var sorted = new List<int>?[patterns];
            foreach (var start in starts)
            {
                ulong packed = 0;
                for (var length = 0; ; length++)
                {
                    if (byLength[length].Count > 0 && byLength[length].TryGetValue(packed, out var ids))
                        foreach (var id in ids)
                            if (sorted[id] is not { } list)
                                sorted[id] = [start];
                            else if (list[^1] != start)
                                list.Add(start);
                    if (length == Reading.Beginnings.Depth || start + length >= folded.Length)
                        break;
                    packed = Reading.Beginnings.Pack(packed, folded[start + length]);
                }
            }
            return [.. sorted.Select(static l => (IReadOnlyList<int>?)l ?? [])];
        }
    }
}
