using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>
/// A large pattern that can only begin at the start of a word. It is tried solely at words that begin as one of its alternatives can,
/// which keeps a pattern of hundreds of words as cheap as one of a few.
/// </summary>
/// <param name="anchored">A pattern that starts with <c>\G</c>.</param>
internal sealed class WordRegex(Regex anchored)
{
    private readonly Lazy<Beginnings> beginnings = new(() => Beginnings.Of(anchored.ToString()));

    public IEnumerable<Match> Matches(string folded, IReadOnlyList<int> wordStarts)
    {
        var beyond = 0;
        for (var i = 0; i < wordStarts.Count; i++)
        {
            var start = wordStarts[i];
            if (start < beyond || !beginnings.Value.Fit(folded, start))
                continue;
            var match = anchored.Match(folded, start);
            if (!match.Success)
                continue;
            beyond = match.Index + match.Length;
            yield return match;
        }
    }

    /// <summary>Where a letter or digit follows none.</summary>
    public static int[] StartsIn(string folded)
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
}
