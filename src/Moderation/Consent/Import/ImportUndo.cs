namespace Moderation.Consent.Import;

/// <summary>What undoes an import for one person. Nothing is taken away: what the import answered is voided, and facts that nobody changed since go back.</summary>
public static class ImportUndo
{
    /// <returns>Null when there is nothing left to undo.</returns>
    public static PersonChange? Plan(ConsentRegister register, PersonId person, ImportTrace trace, DateTimeOffset now, string undoneBy)
    {
        var records = register.RecordsOf(person);
        var voided = records.Where(r => r.Value == ConsentValue.Voided).Select(r => r.Voids).ToHashSet();
        var own = records.Where(r => r.Evidence is { Source: EvidenceSource.Import } e && e.Reference.StartsWith(trace.ImportId + "#", StringComparison.Ordinal)).ToList();
        List<ConsentRecord> undo = [];
        foreach (var record in own.Where(r => r.Value != ConsentValue.Voided && !voided.Contains(r.Id)))
            undo.Add(Answer(record, ConsentValue.Voided) with { Voids = record.Id });
        // A yes that the import brought back ends again, once.
        var undone = records.Any(r => r.Evidence?.Reference == UndoOf(trace.ImportId));
        foreach (var record in own.Where(r => r.Value == ConsentValue.Voided && !undone))
            undo.AddRange(record.Kinds.SelectMany(k => record.Purposes.Select(p => Answer(record, ConsentValue.EndedByImport) with { Purposes = [p], Kinds = [k] })));

        var current = register.Find(person);
        var untouched = trace.After is { } after && current is not null && RegisterRows.Same(current, after);
        var change = new PersonChange(person)
        {
            Records = undo,
            Person = untouched ? trace.Before : null,
            Remove = untouched && trace.Before is null,
            Expected = untouched ? current : null,
        };
        return undo.Count == 0 && !untouched ? null : change;

        ConsentRecord Answer(ConsentRecord of, ConsentValue value) => of with
        {
            Value = value,
            Voids = null,
            GivenAt = now,
            WholeDay = false,
            Evidence = new ConsentEvidence(EvidenceSource.Import, UndoOf(trace.ImportId)),
            RecordedBy = undoneBy,
            RecordedAt = now,
        };
    }

    private static string UndoOf(string importId) => "undo-" + importId;
}
