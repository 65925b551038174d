namespace Moderation.Consent.Import;

/// <summary>One row of the file as the profile reads it. Columns that are not mapped cannot be reached.</summary>
internal sealed class ImportRow(CsvTable table, TableRow row, MappingProfile profile)
{
    public int Number => row.Number;

    public string StudentNumber => Cell(profile.StudentNumber) ?? "";

    public string? Class => Cell(profile.Class);

    public string? Initials => Cell(profile.Initials);

    public string? GivenBy => Cell(profile.GivenBy);

    public ImportedName? Name =>
        ImportedName.From(Cell(profile.CallName), Cell(profile.Infix), Cell(profile.Surname)) ?? ImportedName.FromFull(Cell(profile.FullName), Cell(profile.Infix));

    public string? BornOn => Cell(profile.BornOn);

    public string? GivenOn => Cell(profile.GivenOn);

    public CellAnswer Answer(string column) => ConsentCell.Read(Cell(column) ?? "");

    public RowProblem Problem(string? column, Words what) => new(table.File, row.Number, column ?? "", what);

    private string? Cell(string? column)
    {
        if (column is null)
            return null;
        var index = table.IndexOf(column);
        return index < 0 || string.IsNullOrWhiteSpace(row.Cells[index]) ? null : row.Cells[index].Trim();
    }
}
