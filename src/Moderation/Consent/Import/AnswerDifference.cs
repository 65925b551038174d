namespace Moderation.Consent.Import;

/// <summary>Compares what a giver says in the file with where that giver stands in the register, and writes the answers that are new.</summary>
internal sealed class AnswerDifference(PersonId person, Giver giver, DateOnly? givenOn, int row, string importId, string textVersion, string recordedBy, DateTimeOffset now)
{
    private readonly List<(string Purpose, MediaKind Kind, ConsentValue Value)> added = [];
    private readonly List<ConsentRecord> voids = [];

    /// <summary>The file says yes where the register holds a no that the file cannot lift.</summary>
    public bool Overruled { get; private set; }

    /// <summary>The file has a yes of the pupil, but not of which day: it cannot be shown that the pupil was 16.</summary>
    public bool Undated { get; private set; }

    public void Add(IReadOnlyList<ConsentRecord> register, IReadOnlyDictionary<(string Purpose, MediaKind Kind), ImportAnswers.Said> said)
    {
        var mine = ConsentRules.WithoutVoided(register).Where(r => r.GivenBy == giver.Id).ToList();
        foreach (var ((purpose, kind), answer) in said)
        {
            var covering = mine.Where(r => r.Covers(purpose, kind)).ToList();
            var standing = Standing.Of(giver.Id, covering);
            switch (answer)
            {
                case ImportAnswers.Said.No when standing is not Standing.No:
                    added.Add((purpose, kind, ConsentValue.Refused));
                    break;
                case ImportAnswers.Said.Nothing when standing is Standing.Yes yes && yes.Records.All(Imported):
                    added.Add((purpose, kind, ConsentValue.EndedByImport));
                    break;
                case ImportAnswers.Said.Yes:
                    AddYes(purpose, kind, standing, covering);
                    break;
            }
        }
    }

    /// <summary>The new answers, in as few records as their purposes and kinds allow.</summary>
    public IReadOnlyList<ConsentRecord> Records()
    {
        var shapes = added
            .GroupBy(a => (a.Value, a.Purpose))
            .Select(g => (g.Key.Value, g.Key.Purpose, Kinds: g.Select(a => a.Kind).Distinct().Order().ToList()))
            // Each ended answer stands alone: when its cell is filled again, only that one comes back.
            .SelectMany(s => s.Value == ConsentValue.EndedByImport ? s.Kinds.Select(k => (s.Value, s.Purpose, Kinds: new List<MediaKind> { k })) : [s])
            .GroupBy(s => (s.Value, Kinds: string.Join(',', s.Kinds), Alone: s.Value == ConsentValue.EndedByImport ? s.Purpose : ""))
            .Select(g => (g.Key.Value, Purposes: g.Select(s => s.Purpose).Order(StringComparer.Ordinal).ToList(), g.First().Kinds));
        return [.. voids, .. shapes.Select(s => Record(s.Value, s.Purposes, s.Kinds))];
    }

    private void AddYes(string purpose, MediaKind kind, Standing standing, List<ConsentRecord> covering)
    {
        if (giver.Capacity == ConsentCapacity.Self && givenOn is null)
        {
            Undated |= standing is not Standing.Yes;
            return;
        }

        switch (standing)
        {
            // Without a date nobody knows whether the yes came after a no that was recorded by hand.
            case Standing.No no when givenOn is { } day ? SchoolCalendar.StartOf(day) <= no.Record.Order : !Imported(no.Record):
                Overruled = true;
                break;
            // The same yes as before, or an older one: renewing it needs a later day.
            case Standing.Yes yes when givenOn is null || givenOn <= yes.Records[0].GivenOn:
                break;
            // The cell was empty once and is filled again: the earlier yes was there all along.
            case Standing.Neither { Reason: ConsentReason.EndedByImport } when Ends(covering) is { Count: > 0 } ends && (givenOn is null || ends.Any(e => SchoolCalendar.StartOf(givenOn.Value) <= e.Order)):
                foreach (var end in ends.Where(e => voids.TrueForAll(v => v.Voids != e.Id)))
                    voids.Add(Record(ConsentValue.Voided, end.Purposes, end.Kinds) with { Voids = end.Id });
                if (givenOn is { } given && covering.Where(r => r.Value == ConsentValue.Granted).All(r => r.GivenOn < given))
                    added.Add((purpose, kind, ConsentValue.Granted));
                break;
            default:
                added.Add((purpose, kind, ConsentValue.Granted));
                break;
        }
    }

    private static List<ConsentRecord> Ends(List<ConsentRecord> covering) => covering.Where(r => r.Value == ConsentValue.EndedByImport && Imported(r)).ToList();

    private static bool Imported(ConsentRecord record) => record.Evidence?.Source == EvidenceSource.Import;

    private ConsentRecord Record(ConsentValue value, IReadOnlyList<string> purposes, IReadOnlyList<MediaKind> kinds)
    {
        // A no counts from now on, also when the file says it was given long ago: it must win over every yes the register holds.
        var dated = value == ConsentValue.Granted && givenOn is not null;
        return new ConsentRecord
        {
            Person = person,
            Purposes = purposes,
            Kinds = kinds,
            Value = value,
            GivenBy = giver.Id,
            Capacity = giver.Capacity,
            GivenAt = dated ? SchoolCalendar.StartOf(givenOn!.Value) : now, // not null: dated says so
            WholeDay = dated,
            TextVersion = textVersion,
            Evidence = new ConsentEvidence(EvidenceSource.Import, $"{importId}#{row}"),
            RecordedBy = recordedBy,
            RecordedAt = now,
        };
    }
}
