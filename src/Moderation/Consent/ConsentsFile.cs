using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>The consents file of <see cref="RegisterFiles"/>.</summary>
internal static class ConsentsFile
{
    private static readonly Dictionary<string, MediaKind> Kinds = new()
    {
        ["photo"] = MediaKind.Photo, ["film"] = MediaKind.Film, ["sound"] = MediaKind.Sound, ["name"] = MediaKind.Name, ["quote"] = MediaKind.Quote, ["work"] = MediaKind.Work,
        ["foto"] = MediaKind.Photo, ["geluid"] = MediaKind.Sound, ["naam"] = MediaKind.Name, ["citaat"] = MediaKind.Quote, ["werk"] = MediaKind.Work,
    };

    private static readonly Dictionary<string, ConsentValue> Values = new()
    {
        ["ja"] = ConsentValue.Granted, ["nee"] = ConsentValue.Refused, ["ingetrokken"] = ConsentValue.Withdrawn, ["geinformeerd"] = ConsentValue.Informed,
        ["granted"] = ConsentValue.Granted, ["refused"] = ConsentValue.Refused, ["withdrawn"] = ConsentValue.Withdrawn, ["informed"] = ConsentValue.Informed,
        ["ended-by-import"] = ConsentValue.EndedByImport,
    };

    private static readonly Dictionary<string, ConsentCapacity> Capacities = new()
    {
        ["ouder"] = ConsentCapacity.Parent, ["voogd"] = ConsentCapacity.Guardian, ["zelf"] = ConsentCapacity.Self, ["medewerker"] = ConsentCapacity.Staff, ["gast"] = ConsentCapacity.Guest,
        ["parent"] = ConsentCapacity.Parent, ["guardian"] = ConsentCapacity.Guardian, ["self"] = ConsentCapacity.Self, ["staff"] = ConsentCapacity.Staff, ["guest"] = ConsentCapacity.Guest,
    };

    private static readonly Dictionary<string, EvidenceSource> Sources = new()
    {
        ["formulier"] = EvidenceSource.Form, ["portaal"] = EvidenceSource.Portal, ["mail"] = EvidenceSource.Mail, ["import"] = EvidenceSource.Import, ["mondeling"] = EvidenceSource.Oral,
    };

    public static IReadOnlyList<ConsentRecord> Read(
        string text, HashSet<PersonId> known, DateTimeOffset loadedAt, ConsentPolicy policy, string recordedBy, List<RowProblem> problems)
    {
        var table = CsvTable.Read("consents", text);
        if (!RowReader.HasColumns(table, problems, "person", "purposes", "kinds", "value", "given_by", "capacity", "given_at", "evidence", "text_version"))
            return [];
        var today = PlannedTime.DayOf(loadedAt);
        var records = new List<ConsentRecord>();
        foreach (var row in table.Rows)
        {
            var cells = new RowReader(table, row, problems);
            var person = cells.KnownId("person", known);
            var capacity = cells.Word("capacity", cells.Required("capacity"), Capacities);
            if (!RelativeDate.TryMoment(cells.Required("given_at"), today, out var givenAt, out var wholeDay))
                cells.FailDate("given_at");
            records.Add(new ConsentRecord
            {
                Person = person,
                Purposes = Purposes(cells, policy),
                Kinds = KindsOf(cells),
                Value = cells.Word("value", cells.Required("value"), Values),
                GivenBy = GivenBy(cells, person, capacity),
                Capacity = capacity,
                GivenAt = givenAt,
                WholeDay = wholeDay,
                ValidFrom = cells.Day("valid_from", today),
                ValidUntil = cells.Day("valid_until", today),
                TextVersion = cells.Optional("text_version"),
                Evidence = Evidence(cells),
                RecordedBy = recordedBy,
                RecordedAt = loadedAt,
            });
        }

        return records;
    }

    private static IReadOnlyList<string> Purposes(RowReader cells, ConsentPolicy policy)
    {
        var cell = cells.Required("purposes");
        if (cell == "*")
            return [.. policy.Purposes.Select(p => p.Code)];
        var purposes = RowReader.Several(cell);
        if (purposes.Any(p => policy.Find(p) is null))
            cells.Fail("purposes", new($"Een doel in deze cel is niet bekend; kies uit {string.Join(", ", policy.Purposes.Select(p => p.Code))} of *.", $"A purpose in this cell is not known; choose from {string.Join(", ", policy.Purposes.Select(p => p.Code))} or *."));
        return purposes;
    }

    private static MediaKind[] KindsOf(RowReader cells)
    {
        var cell = cells.Required("kinds");
        return cell == "*" ? Enum.GetValues<MediaKind>() : [.. RowReader.Several(cell).Select(k => cells.Word("kinds", k, Kinds)).Distinct()];
    }

    private static PersonId GivenBy(RowReader cells, PersonId person, ConsentCapacity capacity)
    {
        var others = capacity is ConsentCapacity.Parent or ConsentCapacity.Guardian;
        var cell = cells.Optional("given_by");
        if (!others && (cell is null || string.Equals(cell, "zelf", StringComparison.OrdinalIgnoreCase) || string.Equals(cell, "self", StringComparison.OrdinalIgnoreCase)))
            return person;
        var giver = cells.Id("given_by");
        if (giver != default && person != default && others == (giver == person))
            cells.Fail("given_by", new("De gever en de hoedanigheid kloppen niet bij elkaar; een ouder of voogd is een ander, ieder ander antwoordt voor zichzelf.", "The giver and the capacity do not fit; a parent or guardian is somebody else, anybody else answers for themselves."));
        return giver;
    }

    private static ConsentEvidence? Evidence(RowReader cells)
    {
        if (cells.Optional("evidence") is not { } cell)
            return null;
        var parts = cell.Split([':', ' '], 2, StringSplitOptions.TrimEntries);
        return new ConsentEvidence(cells.Word("evidence", parts[0], Sources), parts.Length > 1 ? parts[1] : "");
    }
}
