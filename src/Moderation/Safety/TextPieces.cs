using System.Text;

namespace Moderation.Safety;

/// <summary>Packs all texts of a draft into as few calls as the service's limit allows.</summary>
public static class TextPieces
{
    /// <summary>Between two fields: an empty line, which no model reads over as one sentence.</summary>
    private const string Separator = "\n\n";

    /// <summary>Code points repeated at the start of the next piece, so that a sentence is never judged without what came before it.</summary>
    private const int Overlap = 300;

    /// <param name="texts">Field name and text; blank texts are left out.</param>
    /// <param name="limit">Most code points a piece, at least 10.</param>
    public static IReadOnlyList<TextPiece> Cut(IEnumerable<(string Field, string Text)> texts, int limit = SafetyLimits.TextCodePoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 10);
        var whole = new StringBuilder();
        var fields = new List<(string Name, int Start, int End)>();
        foreach (var (field, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (whole.Length > 0)
                whole.Append(Separator);
            fields.Add((field, whole.Length, whole.Length + text.Length));
            whole.Append(text);
        }

        var all = whole.ToString();
        var pieces = new List<TextPiece>();
        for (var start = 0; start < all.Length;)
        {
            var end = Advance(all, start, limit);
            var next = end;
            if (end < all.Length)
            {
                end = Border(all, start, end);
                next = Resume(all, start, end, Math.Min(Overlap, limit / 4));
            }

            pieces.Add(new(all[start..end], [.. fields.Where(f => f.Start < end && f.End > start).Select(f => f.Name).Distinct()]));
            start = next;
        }

        return pieces;
    }

    /// <summary>Index after at most <paramref name="codePoints"/> code points; never between the halves of one.</summary>
    private static int Advance(string text, int start, int codePoints)
    {
        var at = start;
        for (var n = 0; n < codePoints && at < text.Length; n++)
            at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>The last sentence border in the last fifth, else the last white space, else the limit itself.</summary>
    private static int Border(string text, int start, int limit)
    {
        var earliest = limit - ((limit - start) / 5);
        for (var i = limit; i > earliest; i--)
        {
            if (EndsSentence(text, i))
                return i;
        }

        for (var i = limit; i > earliest; i--)
        {
            if (char.IsWhiteSpace(text[i - 1]))
                return i;
        }

        return limit;
    }

    /// <summary>Where the next piece starts: at a sentence or word within the overlap, and always further than this piece did.</summary>
    private static int Resume(string text, int start, int end, int overlap)
    {
        var earliest = Math.Max(end - overlap, start + 1);
        for (var i = earliest; i < end; i++)
        {
            if (EndsSentence(text, i))
                return i;
        }

        for (var i = earliest; i < end; i++)
        {
            if (char.IsWhiteSpace(text[i - 1]))
                return i;
        }

        return end;
    }

    private static bool EndsSentence(string text, int i) =>
        i >= 2 && char.IsWhiteSpace(text[i - 1])
        && (text[i - 1] == '\n' || text[i - 2] is '.' or '!' or '?' or '…' or '"' or '”' or '’');

    private static bool IsPair(string text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
}
