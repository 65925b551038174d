using System.Text.Json.Serialization;

namespace Moderation.Consent.Import;

/// <summary>How far an import has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportStatus>))]
public enum ImportStatus
{
    /// <summary>Dry run: nothing is written to the register.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>Being applied. When it is broken off it goes on where it was.</summary>
    [JsonStringEnumMemberName("applying")] Applying,
    [JsonStringEnumMemberName("applied")] Applied,

    /// <summary>Being undone. When it is broken off it goes on where it was.</summary>
    [JsonStringEnumMemberName("reverting")] Reverting,
    [JsonStringEnumMemberName("reverted")] Reverted,

    /// <summary>The dry run was thrown away.</summary>
    [JsonStringEnumMemberName("dropped")] Dropped,
}

/// <summary>What is kept of an import: the hash of the file, numbers and who did it; no names and not the file.</summary>
public sealed record ImportLog
{
    public required string Id { get; init; }

    public required string FileHash { get; init; }

    public required string Profile { get; init; }

    public required ImportStatus Status { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required string PlannedBy { get; init; }

    /// <summary>When applying it began.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    public string? AppliedBy { get; init; }

    public DateTimeOffset? RevertedAt { get; init; }

    public string? RevertedBy { get; init; }

    /// <summary>Five deliveries could not finish it; a person has it tried again.</summary>
    public bool Stuck { get; init; }

    /// <summary>Rows read, the header not counted.</summary>
    public int Rows { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    /// <summary>Pupils of whom a yes ends because the file no longer has it.</summary>
    public int Ended { get; init; }

    /// <summary>Answers that are a no from now on.</summary>
    public int NewNoes { get; init; }

    public int Vanished { get; init; }

    public int Contradictory { get; init; }

    /// <summary>Rows and cells that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Something is being written.</summary>
    public bool Busy => Status is ImportStatus.Applying or ImportStatus.Reverting;

    public static ImportLog Of(ImportPlan plan) => new()
    {
        Id = plan.Id,
        FileHash = plan.FileHash,
        Profile = plan.Profile,
        Status = ImportStatus.Planned,
        PlannedAt = plan.PlannedAt,
        PlannedBy = plan.PlannedBy,
        Rows = plan.Rows,
        New = plan.People.Count(p => p.Effect == ImportEffect.New),
        Changed = plan.People.Count(p => p.Effect == ImportEffect.Changed),
        Ended = plan.People.Count(p => p.Ended > 0),
        NewNoes = plan.People.Sum(p => p.NewNoes),
        Vanished = plan.Vanished.Count,
        Contradictory = plan.People.Count(p => p.Contradictory),
        Unreadable = plan.Unreadable.Count,
    };
}

/// <summary>How many people of an import are done.</summary>
/// <param name="At">When this was last written; <c>default</c> before the first.</param>
public sealed record ImportProgress(int Done, int Total, DateTimeOffset At);
