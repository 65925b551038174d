namespace Moderation.Consent;

/// <summary>The people file of <see cref="RegisterFiles"/>.</summary>
internal static class PeopleFile
{
    private static readonly Dictionary<string, PersonKind> Kinds = new()
    {
        ["pupil"] = PersonKind.Pupil, ["staff"] = PersonKind.Staff, ["guardian"] = PersonKind.Guardian, ["guest"] = PersonKind.Guest,
        ["leerling"] = PersonKind.Pupil, ["medewerker"] = PersonKind.Staff, ["ouder"] = PersonKind.Guardian, ["gast"] = PersonKind.Guest,
    };

    public static IReadOnlyList<Person> Read(string text, DateOnly today, List<RowProblem> problems)
    {
        var table = CsvTable.Read("people", text);
        if (!RowReader.HasColumns(table, problems, "id", "kind", "call_name", "surname"))
            return [];
        var people = new Dictionary<PersonId, Person>();
        foreach (var row in table.Rows)
        {
            var cells = new RowReader(table, row, problems);
            var person = Read(cells, today);
            if (person.Id != default && !people.TryAdd(person.Id, person))
                cells.Fail("id", new("Dit id staat er al eerder in; geef elke persoon één rij en een eigen id.", "This id was used before; give every person one row and an id of their own."));
        }

        return [.. people.Values];
    }

    private static Person Read(RowReader cells, DateOnly today) => new()
    {
        Id = cells.Id("id"),
        Kind = cells.Word("kind", cells.Required("kind"), Kinds),
        StudentNumber = cells.Optional("student_number"),
        CallName = cells.Required("call_name"),
        GivenNames = cells.Optional("given_names"),
        Initials = cells.Optional("initials"),
        Infix = cells.Optional("infix"),
        Surname = cells.Required("surname"),
        Aliases = RowReader.Several(cells.Optional("aliases")),
        Handles = [.. RowReader.Several(cells.Optional("handles")).Select(h => h.TrimStart('@'))],
        Classes = RowReader.Several(cells.Optional("classes")),
        BornOn = Born(cells, today),
        Function = cells.Optional("function"),
        Email = cells.Optional("email"),
        FunctionalContact = cells.YesNo("functional_contact"),
        Protected = cells.YesNo("protected"),
    };

    private static DateOnly? Born(RowReader cells, DateOnly today)
    {
        if (cells.Optional("born") is not { } cell)
            return null;
        if (RelativeDate.TryBirthday(cell, today, out var born) && born <= today)
            return born;
        cells.Fail("born", new("Deze geboortedatum is niet te lezen; schrijf hem als 2012-03-01 of 01-03-2012, of als leeftijd, bijvoorbeeld 14y.", "This date of birth cannot be read; write it as 2012-03-01 or 01-03-2012, or as an age, for instance 14y."));
        return null;
    }
}
