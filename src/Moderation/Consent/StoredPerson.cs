using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Consent.Import;

namespace Moderation.Consent;

/// <summary>One person's partition as it was read, the history apart.</summary>
/// <param name="ETag">Of the state row; null when there is none.</param>
internal sealed record StoredPerson(ETag? ETag, AuditChain Chain, PersonFacts Facts, IReadOnlyList<ConsentRecord> Records, IReadOnlySet<string> Keys)
{
    public static StoredPerson Nothing { get; } = new(null, AuditChain.Empty, PersonFacts.None, [], new HashSet<string>());

    /// <summary>Reads the rows of one partition.</summary>
    /// <exception cref="System.Text.Json.JsonException">A row cannot be read.</exception>
    public static StoredPerson Read(IReadOnlyList<TableEntity> rows)
    {
        var state = rows.FirstOrDefault(static r => r.RowKey == RegisterRows.StateKey);
        return new StoredPerson(
            state?.ETag,
            state is null ? AuditChain.Empty : ChainColumns.Read(state),
            state is null ? PersonFacts.None : RegisterRows.Read<PersonFacts>(state),
            [.. rows.Where(static r => RegisterRows.HoldsAnswers(r.RowKey)).SelectMany(static r => RegisterRows.Read<GivenAnswers>(r).Records).OrderBy(static r => r.GivenAt)],
            rows.Select(static r => r.RowKey).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>What the state row says about a person.</summary>
/// <param name="Person">Null when only answers or authority are known.</param>
/// <param name="Guardianships">Who has authority over the person, one for each guardian and period.</param>
internal sealed record PersonFacts(Person? Person, IReadOnlyList<Guardianship> Guardianships)
{
    public static PersonFacts None { get; } = new(null, []);
}

/// <summary>What one row of answers holds: what came in at once, and which import that was, if it was one.</summary>
internal sealed record GivenAnswers(IReadOnlyList<ConsentRecord> Records, ImportTrace? Trace);
