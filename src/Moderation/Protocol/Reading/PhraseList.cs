using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>Finds any of a list of words and phrases as whole words, in one pass that takes time linear in the text.</summary>
internal sealed class PhraseList
{
    private readonly Regex? pattern;

    public PhraseList(IEnumerable<string> phrases)
    {
        // Longest first, so that "anne frank huis" is preferred over "anne frank".
        string[] ordered = [.. phrases.Select(Lexicon.Fold).Where(p => p.Length > 0).Distinct().OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)];
        if (ordered.Length > 0)
            pattern = new Regex($@"(?<![\w@])(?:{string.Join('|', ordered.Select(Regex.Escape))})(?:'?s)?(?!\w)", RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    public bool IsIn(ReadOnlySpan<char> folded) => pattern?.IsMatch(folded) == true;

    /// <summary>Where the phrases stand in part of a folded text.</summary>
    public IEnumerable<Span> Matches(string folded, int from, int to)
    {
        for (var match = pattern?.Match(folded, from, to - from); match is { Success: true }; match = match.NextMatch())
            yield return new Span(match.Index, match.Index + match.Length);
    }
}
