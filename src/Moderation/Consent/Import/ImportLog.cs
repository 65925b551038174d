using System.Text.Json.Serialization;

namespace Moderation.Consent.Import;

/// <summary>How far an import has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportStatus>))]
public enum ImportStatus
{
    /// <summary>Begun and not finished: apply it again, or read the file in again, and it goes on.</summary>
    [JsonStringEnumMemberName("applying")] Applying,
    [JsonStringEnumMemberName("applied")] Applied,

    /// <summary>Its undoing has begun and not finished: undo it again.</summary>
    [JsonStringEnumMemberName("reverting")] Reverting,
    [JsonStringEnumMemberName("reverted")] Reverted,
}

/// <summary>What is kept of an import: the hash of the file, numbers and who did it; no names and not the file.</summary>
public sealed record ImportLog
{
    public required string Id { get; init; }

    public required string FileHash { get; init; }

    public required string Profile { get; init; }

    public required ImportStatus Status { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required string AppliedBy { get; init; }

    public DateTimeOffset? RevertedAt { get; init; }

    public string? RevertedBy { get; init; }

    public int Rows { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    public int Vanished { get; init; }

    public int Contradictory { get; init; }

    public int Unreadable { get; init; }

    public static ImportLog Of(ImportPlan plan, string appliedBy, DateTimeOffset now) => new()
    {
        Id = plan.Id,
        FileHash = plan.FileHash,
        Profile = plan.Profile,
        Status = ImportStatus.Applying,
        AppliedAt = now,
        AppliedBy = appliedBy,
        Rows = plan.Rows,
        New = plan.People.Count(p => p.Effect == ImportEffect.New),
        Changed = plan.People.Count(p => p.Effect == ImportEffect.Changed),
        Vanished = plan.Vanished.Count,
        Contradictory = plan.People.Count(p => p.Contradictory),
        Unreadable = plan.Unreadable.Count,
    };
}
