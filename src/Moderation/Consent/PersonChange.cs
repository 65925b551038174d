using Moderation.Consent.Import;

namespace Moderation.Consent;

/// <summary>Everything that changes about one person at once.</summary>
public sealed record PersonChange(PersonId Id)
{
    /// <summary>The person as known from now on; null when nothing changes about that.</summary>
    public Person? Person { get; init; }

    /// <summary>Takes the person off the register; answers stay, and without a person they are all a no.</summary>
    public bool Remove { get; init; }

    /// <summary>When set, facts are only changed when they are still these: somebody may have changed them since.</summary>
    public Person? Expected { get; init; }

    /// <summary>Authority over this person, added or replaced by guardian and period.</summary>
    public IReadOnlyList<Guardianship> Guardianships { get; init; } = [];

    /// <summary>Answers to append.</summary>
    public IReadOnlyList<ConsentRecord> Records { get; init; } = [];

    /// <summary>Who does it, for the audit chain: a user id, or <c>system:…</c>.</summary>
    public string By { get; init; } = "system:register";

    /// <summary>What is done, a word of the domain for the audit chain.</summary>
    public string Action { get; init; } = "changed";

    /// <summary>The import that does this, if one does.</summary>
    public ImportTrace? Trace { get; init; }
}
