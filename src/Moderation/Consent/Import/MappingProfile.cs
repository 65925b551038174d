namespace Moderation.Consent.Import;

/// <summary>Which column of an export means what. Saved by name, so that the next import of the same sort needs no thought. A column that is not mapped is never stored.</summary>
public sealed record MappingProfile
{
    /// <summary>What users call it, e.g. <c>Magister, toestemmingen</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Leerlingnummer; the one column that must be there. Read as text: leading zeros are part of it.</summary>
    public required string StudentNumber { get; init; }

    public string? CallName { get; init; }

    public string? Infix { get; init; }

    /// <summary>Achternaam, with or without the tussenvoegsel.</summary>
    public string? Surname { get; init; }

    /// <summary>One column with the whole name: <c>Achternaam, Roepnaam</c> or <c>Roepnaam Achternaam</c>. Used where the separate columns are not mapped.</summary>
    public string? FullName { get; init; }

    public string? Initials { get; init; }

    public string? Class { get; init; }

    public string? BornOn { get; init; }

    /// <summary>Who answered: moeder, vader, ouder 1, voogd, zelf, … Without it, all rows of a pupil are one parent's.</summary>
    public string? GivenBy { get; init; }

    /// <summary>Day of the answer. Without it a yes counts from the import on, as a parent's.</summary>
    public string? GivenOn { get; init; }

    public IReadOnlyList<ConsentColumn> Consents { get; init; } = [];

    /// <summary>Version of the consent text these answers were given to.</summary>
    public required string TextVersion { get; init; }

    /// <summary>
    /// The school's system lets only parents and guardians with authority answer, so that everybody who answers in this file has it (A08).
    /// Otherwise their authority is recorded as unknown, and only a no of theirs counts.
    /// </summary>
    public required bool GuardiansHaveAuthority { get; init; }

    /// <summary>Every column it reads.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Columns =>
        new[] { StudentNumber, CallName, Infix, Surname, FullName, Initials, Class, BornOn, GivenBy, GivenOn }.OfType<string>()
            .Concat(Consents.Select(c => c.Column)).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A column with answers.</summary>
/// <param name="Column">Column name.</param>
/// <param name="Purposes">Purposes it speaks about. For a column about a kind (<paramref name="AboutKind"/>): those it may speak about.</param>
/// <param name="Kinds">Kinds a yes covers. A no of a column about a purpose covers every kind.</param>
/// <param name="AboutKind">
/// A column such as "Toestemming naam": its yes counts only for purposes that have a yes in the same row, its no for all.
/// </param>
public sealed record ConsentColumn(string Column, IReadOnlyList<string> Purposes, IReadOnlyList<MediaKind> Kinds, bool AboutKind = false);
