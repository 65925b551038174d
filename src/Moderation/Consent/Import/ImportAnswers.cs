namespace Moderation.Consent.Import;

/// <summary>What one giver says in all rows about one pupil, for every purpose and kind that the mapped columns speak about.</summary>
internal sealed class ImportAnswers
{
    public enum Said
    {
        Yes,

        /// <summary>The columns about it hold no answer.</summary>
        Nothing,

        No,
    }

    private readonly Dictionary<(string Purpose, MediaKind Kind), Said> said = [];

    public IReadOnlyDictionary<(string Purpose, MediaKind Kind), Said> All => said;

    /// <summary>Rows say yes and no in the same column.</summary>
    public bool Contradictory { get; private set; }

    /// <param name="rows">For every row of this giver: the answer of a column.</param>
    public static ImportAnswers Of(IReadOnlyList<ConsentColumn> columns, IReadOnlyList<Func<string, CellAnswer>> rows)
    {
        var answers = new ImportAnswers();
        var byColumn = columns.ToDictionary(c => c, c => answers.Combine(rows.Select(r => r(c.Column)).ToList()));
        var allKinds = Enum.GetValues<MediaKind>();

        foreach (var column in columns.Where(c => !c.AboutKind))
            answers.Say(column.Purposes, byColumn[column] == Said.No ? allKinds : column.Kinds, byColumn[column]);
        var agreed = columns.Where(c => !c.AboutKind && byColumn[c] == Said.Yes).SelectMany(c => c.Purposes).ToHashSet(StringComparer.Ordinal);
        foreach (var column in columns.Where(c => c.AboutKind))
        {
            foreach (var purpose in column.Purposes)
                answers.Say([purpose], column.Kinds, byColumn[column] == Said.Yes && !agreed.Contains(purpose) ? Said.Nothing : byColumn[column]);
        }

        return answers;
    }

    /// <summary>One no is no; a yes is a yes when no row has something unreadable instead; rows that say nothing do not take part.</summary>
    private Said Combine(List<CellAnswer> cells)
    {
        if (cells.Contains(CellAnswer.No))
        {
            Contradictory |= cells.Contains(CellAnswer.Yes);
            return Said.No;
        }

        return cells.Contains(CellAnswer.Yes) && !cells.Contains(CellAnswer.Unreadable) ? Said.Yes : Said.Nothing;
    }

    private void Say(IReadOnlyList<string> purposes, IReadOnlyList<MediaKind> kinds, Said answer)
    {
        foreach (var purpose in purposes)
        {
            foreach (var kind in kinds)
            {
                // Of columns that speak about the same the strictest counts.
                if (!said.TryGetValue((purpose, kind), out var before) || answer > before)
                    said[(purpose, kind)] = answer;
            }
        }
    }
}
