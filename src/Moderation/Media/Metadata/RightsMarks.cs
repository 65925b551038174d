namespace Moderation.Media.Metadata;

/// <summary>Whose work a file says it is (R38), read before the marks are stripped.</summary>
/// <param name="Artist">Maker as the file names it, e.g. EXIF Artist or XMP dc:creator.</param>
/// <param name="Copyright">Copyright notice.</param>
/// <param name="Credit">Credit line or source of a picture agency.</param>
/// <param name="StockLibrary">Stock library or press agency recognised in any mark or in the file name, e.g. <c>Getty Images</c>.</param>
public sealed record RightsMarks(string? Artist, string? Copyright, string? Credit, string? StockLibrary)
{
    public static RightsMarks None { get; } = new(null, null, null, null);

    public bool Any => Artist is not null || Copyright is not null || Credit is not null || StockLibrary is not null;

    /// <summary>Marks that do not fit work of one's own: a stock library always, a name when it is nobody's of <paramref name="own"/>.</summary>
    /// <param name="own">Names that are our own: the declared maker, the submitter, the school. A mark fits when it holds one's last word, so that "M. Visser" fits Marieke Visser.</param>
    public RightsMarks Foreign(IEnumerable<string> own)
    {
        var words = own.Select(static n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()).OfType<string>().ToList();
        string? Unless(string? mark) => mark is null || words.Exists(w => mark.Contains(w, StringComparison.OrdinalIgnoreCase)) ? null : mark;
        return new RightsMarks(Unless(Artist), Unless(Copyright), Unless(Credit), StockLibrary);
    }

    /// <summary>All marks on one line, strongest first; null when there are none. At most 300 UTF-16 code units.</summary>
    public string? Summary
    {
        get
        {
            var marks = new[] { StockLibrary, Copyright, Credit, Artist }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var line = string.Join("; ", marks);
            return marks.Count == 0 ? null : line.Length <= 300 ? line : line[..300];
        }
    }
}
