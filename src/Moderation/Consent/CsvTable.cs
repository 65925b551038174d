using CsvHelper;

namespace Moderation.Consent;

/// <summary>A delimited text file with a header, read whole. The delimiter (<c>;</c>, <c>,</c> or tab) is the one its header uses.</summary>
internal sealed class CsvTable
{
    private CsvTable(string file, IReadOnlyList<string> header, IReadOnlyList<TableRow> rows, IReadOnlyList<RowProblem> problems)
    {
        File = file;
        Header = header;
        Rows = rows;
        Problems = problems;
    }

    public string File { get; }

    /// <summary>Column names, trimmed, in the order of the file.</summary>
    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Rows that could not be split into the columns of the header; they are not in <see cref="Rows"/>.</summary>
    public IReadOnlyList<RowProblem> Problems { get; }

    public static CsvTable Read(string file, string text)
    {
        text = text.TrimStart('\uFEFF');
        // Excel writes and reads this first line to say what the delimiter is.
        var skipped = 0;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            text = end < 0 ? "" : text[(end + 1)..];
            skipped = 1;
        }

        var problems = new List<RowProblem>();
        if (string.IsNullOrWhiteSpace(text))
            return new(file, [], [], [new(file, 0, "", new("Het bestand is leeg; de eerste regel moet de kolomnamen bevatten.", "The file is empty; its first line must hold the column names."))]);

        var rows = new List<TableRow>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text),
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            // One unbalanced quote must not swallow the rest of the file, nor may a row be guessed at.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => problems.Add(new(file, (int)bad.LineNumber + skipped, "", Quotes)),
        });
        string[]? header = null;
        while (reader.Read())
        {
            var line = (int)reader.LineNumber + skipped;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (header is null)
                header = cells;
            else if (cells.Length != header.Length)
                problems.Add(new(file, line, "", new($"Deze rij heeft {cells.Length} kolommen in plaats van {header.Length}; maak ze gelijk aan de eerste regel.", $"This row has {cells.Length} columns instead of {header.Length}; make them match the first line.")));
            else
                rows.Add(new TableRow(line, cells));
        }

        return new(file, header ?? [], rows, problems);
    }

    /// <summary>Place of a column by name, ignoring case; -1 when there is none.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (string.Equals(Header[i], column, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private static Words Quotes => new(
        "De aanhalingstekens in deze rij kloppen niet; verbeter ze en lees het bestand opnieuw in.",
        "The quotation marks in this row are not balanced; mend them and read the file again.");

    private static char SeparatorOf(string text)
    {
        Span<int> counts = [0, 0, 0];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\n' or '\r')
                break;
            else if (!quoted && c is ';' or ',' or '\t')
                counts[c switch { ';' => 0, ',' => 1, _ => 2 }]++;
        }

        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ';' : counts[1] >= counts[2] ? ',' : '\t';
    }
}

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
/// <param name="Number">Line in the file on which the row begins, the header being 1.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells);
