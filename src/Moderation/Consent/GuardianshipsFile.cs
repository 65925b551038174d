namespace Moderation.Consent;

/// <summary>The guardianships file of <see cref="RegisterFiles"/>.</summary>
internal static class GuardianshipsFile
{
    private static readonly Dictionary<string, Authority> Authorities = new()
    {
        ["ja"] = Authority.Yes, ["nee"] = Authority.No, ["onbekend"] = Authority.Unknown,
        ["yes"] = Authority.Yes, ["no"] = Authority.No, ["unknown"] = Authority.Unknown,
    };

    public static IReadOnlyList<Guardianship> Read(string text, HashSet<PersonId> known, DateOnly today, List<RowProblem> problems)
    {
        var table = CsvTable.Read("guardianships", text);
        if (!RowReader.HasColumns(table, problems, "pupil", "guardian", "authority"))
            return [];
        var result = new List<Guardianship>();
        foreach (var row in table.Rows)
        {
            var cells = new RowReader(table, row, problems);
            result.Add(new Guardianship(
                cells.KnownId("pupil", known),
                cells.Id("guardian"),
                cells.Word("authority", cells.Required("authority"), Authorities),
                cells.Day("from", today),
                cells.Day("until", today)));
        }

        return result;
    }
}
