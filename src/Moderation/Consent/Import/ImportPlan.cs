namespace Moderation.Consent.Import;

/// <summary>What an import would do to one person.</summary>
public enum ImportEffect
{
    /// <summary>Not in the register before.</summary>
    New,

    /// <summary>Facts or answers change.</summary>
    Changed,

    /// <summary>Nothing changes, but somebody must look at what the file says.</summary>
    Noted,
}

/// <summary>One pupil of the dry run.</summary>
/// <param name="Change">What would be written, all of it at once.</param>
/// <param name="Before">The person before; null when new.</param>
/// <param name="Contradictory">The file or the register says yes and no about the same: it becomes, or stays, no.</param>
/// <param name="Notes">What an administrator should know, without names.</param>
public sealed record ImportedPerson(ImportEffect Effect, PersonChange Change, Person? Before, bool Contradictory, IReadOnlyList<Words> Notes)
{
    /// <summary>Line of the file where this pupil first stands, the header being 1.</summary>
    public int Line { get; init; }

    /// <summary>Answers that end a yes because the file no longer has it.</summary>
    public int Ended => Change.Records.Count(r => r.Value == ConsentValue.EndedByImport);

    public int NewNoes => Change.Records.Count(r => r.SaysNo);

    public int NewYeses => Change.Records.Count(r => r.Value == ConsentValue.Granted);
}

/// <summary>What came of looking at a file: a dry run, or the columns that are not there.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    public sealed record Planned(ImportPlan Plan) : ImportOutcome;

    /// <summary>The file does not have the columns that the profile maps, or is no table at all. Nothing can be imported.</summary>
    public sealed record Unusable(IReadOnlyList<RowProblem> Problems) : ImportOutcome;
}

/// <summary>The dry run of an import: everything it would do, and nothing done yet.</summary>
public sealed record ImportPlan
{
    /// <summary>The import's id: the same file at the same moment is the same import.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the file; the file itself is not kept.</summary>
    public required string FileHash { get; init; }

    public required string Profile { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>User id.</summary>
    public required string PlannedBy { get; init; }

    /// <summary>Rows read, the header not counted.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<ImportedPerson> People { get; init; }

    /// <summary>Pupils of the register that the file does not have. A warning only: leaving is not withdrawing (I11).</summary>
    public required IReadOnlyList<PersonId> Vanished { get; init; }

    /// <summary>Rows and cells that could not be read. An unreadable answer is no yes.</summary>
    public required IReadOnlyList<RowProblem> Unreadable { get; init; }

    /// <summary>What applying it writes.</summary>
    public IEnumerable<PersonChange> Changes => People.Where(p => p.Effect != ImportEffect.Noted).Select(p => p.Change);
}
