namespace Moderation.Consent;

/// <summary>Somebody the school knows and could show or name: pupil, member of staff, guardian or guest (<c>domain.md</c> §3.1).</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    public required PersonKind Kind { get; init; }

    /// <summary>Stamnummer. Text: leading zeros are part of it.</summary>
    public string? StudentNumber { get; init; }

    /// <summary>Roepnaam.</summary>
    public required string CallName { get; init; }

    /// <summary>Doopnamen, space separated.</summary>
    public string? GivenNames { get; init; }

    /// <summary>Voorletters, e.g. <c>J.P.</c></summary>
    public string? Initials { get; init; }

    /// <summary>Tussenvoegsel, e.g. <c>van der</c>; null or empty when there is none.</summary>
    public string? Infix { get; init; }

    /// <summary>Achternaam without the tussenvoegsel; a double name whole, e.g. <c>Jansen-de Vries</c>.</summary>
    public required string Surname { get; init; }

    /// <summary>Other names the person goes by; never guessed.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Known account names, without <c>@</c>.</summary>
    public IReadOnlyList<string> Handles { get; init; } = [];

    /// <summary>Class codes of the present school year, e.g. <c>3B</c>.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    public DateOnly? BornOn { get; init; }

    /// <summary>Function in the school ("docent biologie"); staff only.</summary>
    public string? Function { get; init; }

    /// <summary>School mail address of a member of staff.</summary>
    public string? Email { get; init; }

    /// <summary>True when a member of staff may be named with function and school mail as a contact (A10).</summary>
    public bool FunctionalContact { get; init; }

    /// <summary>Veiligheidsvlag: never shown or named. The reason is not stored anywhere (A12, I8).</summary>
    public bool Protected { get; init; }

    /// <summary>Call name, tussenvoegsel and surname as one writes them.</summary>
    public string FullName => string.IsNullOrWhiteSpace(Infix) ? $"{CallName} {Surname}" : $"{CallName} {Infix} {Surname}";
}
