namespace Moderation.Consent;

/// <summary>Everything that changes about one person at once.</summary>
public sealed record PersonChange(PersonId Id)
{
    /// <summary>The person as known from now on; null when nothing changes about that.</summary>
    public Person? Person { get; init; }

    /// <summary>Authority over this person, added or replaced by guardian and period.</summary>
    public IReadOnlyList<Guardianship> Guardianships { get; init; } = [];

    /// <summary>Answers to append.</summary>
    public IReadOnlyList<ConsentRecord> Records { get; init; } = [];
}
