using Moderation.Protocol;

namespace Moderation.Web.Pages;

/// <summary>Pure: cuts a text where findings begin and end, so that their places can be marked even where they overlap.</summary>
public static class MarkedText
{
    /// <param name="Numbers">Numbers of the findings that cover it, as in the list on the page; empty for text that nothing was found in.</param>
    public sealed record Piece(string Text, IReadOnlyList<int> Numbers, FindingAction? Strictest);

    /// <param name="findings">In the order of the page; the first has number 1.</param>
    public static IReadOnlyList<Piece> Cut(string text, string field, IReadOnlyList<Finding> findings)
    {
        var marks = findings
            .Select((f, i) => (Finding: f, Number: i + 1))
            .Where(m => m.Finding.Field == field && m.Finding.Start is { } start && m.Finding.End is { } end && start >= 0 && start < end && end <= text.Length)
            .ToList();
        var cuts = marks.SelectMany(m => new[] { m.Finding.Start ?? 0, m.Finding.End ?? 0 }).Append(0).Append(text.Length).Distinct().Order().ToList();
        var pieces = new List<Piece>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            var covering = marks.Where(m => m.Finding.Start <= from && m.Finding.End >= to).ToList();
            pieces.Add(new Piece(text[from..to], [.. covering.Select(m => m.Number)], covering.Count == 0 ? null : covering.Max(m => m.Finding.Action)));
        }

        return pieces;
    }
}
