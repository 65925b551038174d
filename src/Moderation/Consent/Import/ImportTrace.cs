namespace Moderation.Consent.Import;

/// <summary>What an import did to the facts about one person; written with the change itself, so that it can be undone.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Before">The person before; null when the import added the person.</param>
/// <param name="After">The person after; null when the import changed no facts.</param>
public sealed record ImportTrace(string ImportId, Person? Before, Person? After);
