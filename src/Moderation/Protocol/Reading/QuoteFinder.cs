namespace Moderation.Protocol.Reading;

/// <summary>Finds quoted stretches: double quotes in pairs, single quotes only where they cannot be an apostrophe.</summary>
internal static class QuoteFinder
{
    private const int Longest = 2_000;

    public static IReadOnlyList<Span> Find(string folded)
    {
        var found = new List<Span>();
        var open = -1;
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] == '\n' && i + 1 < folded.Length && folded[i + 1] == '\n')
                open = -1; // a quotation does not run over an empty line
            if (folded[i] == '"')
            {
                if (open >= 0 && i - open <= Longest)
                    found.Add(new Span(open + 1, i));
                open = open >= 0 ? -1 : i;
            }
        }
        AddSingle(folded, found);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void AddSingle(string folded, List<Span> found)
    {
        var open = -1;
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] == '\n')
                open = -1;
            if (folded[i] != '\'')
                continue;
            var before = i > 0 ? folded[i - 1] : ' ';
            var after = i + 1 < folded.Length ? folded[i + 1] : ' ';
            if (open < 0)
                open = !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && !IsClitic(folded, i) ? i : -1;
            else if (!char.IsLetterOrDigit(after) && !char.IsWhiteSpace(before))
            {
                if (i - open > 2)
                    found.Add(new Span(open + 1, i));
                open = -1;
            }
        }
    }

    // 't, 's, 'n, 'm, 'r and 'k open a shortened word, not a quotation.
    private static bool IsClitic(string folded, int at) =>
        at + 1 < folded.Length && folded[at + 1] is 't' or 's' or 'n' or 'm' or 'r' or 'k'
        && (at + 2 >= folded.Length || !char.IsLetter(folded[at + 2]));
}
