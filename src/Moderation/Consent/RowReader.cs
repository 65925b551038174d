namespace Moderation.Consent;

/// <summary>Reads the cells of one row by column name and collects everything that is wrong with them.</summary>
internal sealed class RowReader(CsvTable table, TableRow row, List<RowProblem> problems)
{
    public bool Failed { get; private set; }

    /// <summary>The trimmed cell, or null when it is empty or the column is absent.</summary>
    public string? Optional(string column)
    {
        var index = table.IndexOf(column);
        return index < 0 || string.IsNullOrWhiteSpace(row.Cells[index]) ? null : row.Cells[index].Trim();
    }

    public string Required(string column)
    {
        if (Optional(column) is { } cell)
            return cell;
        Fail(column, new("Deze cel mag niet leeg zijn; vul hem in.", "This cell must not be empty; fill it in."));
        return "";
    }

    public PersonId Id(string column)
    {
        var cell = Required(column);
        if (cell.Length > 0 && !PersonId.TryParse(cell, out _))
            Fail(column, new("Dit is geen geldig id: gebruik 1 tot 64 letters, cijfers, punten of streepjes.", "This is not a valid id: use 1 to 64 letters, digits, dots or dashes."));
        return PersonId.TryParse(cell, out var id) ? id : default;
    }

    /// <summary>An id of somebody in the people file.</summary>
    public PersonId KnownId(string column, HashSet<PersonId> known)
    {
        var id = Id(column);
        if (id != default && !known.Contains(id))
            Fail(column, new("Dit id staat niet in het personenbestand; voeg de persoon toe of verbeter het id.", "This id is not in the people file; add the person or correct the id."));
        return id;
    }

    /// <summary>One word out of a fixed list.</summary>
    public T Word<T>(string column, string cell, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(cell.ToLowerInvariant(), out var value))
            return value;
        if (cell.Length > 0)
            Fail(column, new($"Dit woord is hier niet bekend; kies uit {string.Join(", ", words.Keys)}.", $"This word is not known here; choose from {string.Join(", ", words.Keys)}."));
        return default;
    }

    public bool YesNo(string column) => Optional(column) is { } cell && Word(column, cell, YesNoWords);

    public DateOnly? Day(string column, DateOnly loadDay)
    {
        if (Optional(column) is not { } cell)
            return null;
        if (RelativeDate.TryDay(cell, loadDay, out var day))
            return day;
        FailDate(column);
        return null;
    }

    public static IReadOnlyList<string> Several(string? cell) =>
        cell is null ? [] : [.. cell.Split(['|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public void FailDate(string column) =>
        Fail(column, new("Deze datum is niet te lezen; schrijf hem als 2026-03-01 of 01-03-2026, of als -30d vanaf vandaag.", "This date cannot be read; write it as 2026-03-01 or 01-03-2026, or as -30d from today."));

    public void Fail(string column, Words what)
    {
        Failed = true;
        problems.Add(new RowProblem(table.File, row.Number, column, what));
    }

    /// <summary>False, with one problem a column, when the file lacks columns it must have.</summary>
    public static bool HasColumns(CsvTable table, List<RowProblem> problems, params ReadOnlySpan<string> columns)
    {
        problems.AddRange(table.Problems);
        if (table.Header.Count == 0)
            return false;
        var complete = true;
        foreach (var column in columns)
        {
            if (table.IndexOf(column) >= 0)
                continue;
            complete = false;
            problems.Add(new RowProblem(table.File, 1, column, new("Deze kolom ontbreekt; voeg hem toe aan de eerste regel.", "This column is missing; add it to the first line.")));
        }

        return complete;
    }

    private static readonly Dictionary<string, bool> YesNoWords = new()
    {
        ["ja"] = true, ["nee"] = false, ["yes"] = true, ["no"] = false, ["true"] = true, ["false"] = false, ["1"] = true, ["0"] = false,
    };
}
