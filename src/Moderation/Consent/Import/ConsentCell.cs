namespace Moderation.Consent.Import;

/// <summary>What a cell with an answer says.</summary>
public enum CellAnswer
{
    /// <summary>Empty, "onbekend", "n.v.t.": nobody answered (A02).</summary>
    Unknown,

    /// <summary>Something else than an answer. Counts as no answer, and is reported.</summary>
    Unreadable,

    Yes,

    No,
}

internal static class ConsentCell
{
    // Only what says yes in so many words: silence and doubt are no (A02).
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase)
        { "ja", "j", "yes", "y", "true", "waar", "1", "✓", "✔", "☑", "akkoord", "wel akkoord", "toestemming", "wel toestemming", "toegestaan", "granted" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase)
    {
        "nee", "n", "neen", "no", "false", "onwaar", "0", "✗", "✘", "☒", "niet akkoord", "geen akkoord", "geen toestemming", "niet toegestaan", "geweigerd", "bezwaar",
        "ingetrokken", "refused", "withdrawn",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
        { "", "-", "onbekend", "n.v.t.", "nvt", "n.v.t", "n/a", "niet ingevuld", "nog niet ingevuld", "niet beantwoord", "null", "leeg", "?" };

    public static CellAnswer Read(string cell)
    {
        var words = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!');
        return Yes.Contains(words) ? CellAnswer.Yes
            : No.Contains(words) ? CellAnswer.No
            : Nothing.Contains(words) || Nothing.Contains(cell.Trim()) ? CellAnswer.Unknown
            : CellAnswer.Unreadable;
    }
}
