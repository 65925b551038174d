using Moderation.Consent;

namespace Moderation.Drafts;

/// <summary>One file of a draft and what its author declares about it (R11, R12, R24, R38).</summary>
public sealed record AttachedMedia
{
    /// <summary>Id of a ready upload; null only in a check that stores nothing.</summary>
    public string? Id { get; init; }

    /// <summary>SHA-256 of the cleaned file, lower-case hex; filled in at intake from the upload, never by the author.</summary>
    public string? Sha256 { get; init; }

    /// <summary>File name as the author sees it. Is read for names like any text.</summary>
    public required string Name { get; init; }

    /// <summary>Alternative text (R09).</summary>
    public string? Alt { get; init; }

    /// <summary>Text shown under the file.</summary>
    public string? Caption { get; init; }

    /// <summary><see cref="MediaKind.Photo"/>, <see cref="MediaKind.Film"/>, <see cref="MediaKind.Sound"/> or <see cref="MediaKind.Work"/>.</summary>
    public MediaKind Kind { get; init; } = MediaKind.Photo;

    /// <summary>How many people are recognisable, as the author declares; null is not declared. Must equal the number of <see cref="People"/> (R24).</summary>
    public int? Recognisable { get; init; }

    /// <summary>Everybody recognisable in it, or heard in it.</summary>
    public IReadOnlyList<PersonId> People { get; init; } = [];

    /// <summary>Who made it; the submitter unless said otherwise (R38).</summary>
    public string? Maker { get; init; }

    /// <summary>True when a pupil made it (R51).</summary>
    public bool MadeByPupil { get; init; }

    public RightsBasis Rights { get; init; } = RightsBasis.OwnWork;

    /// <summary>School situation it shows (R12): a code of <see cref="SchoolSituation"/>.</summary>
    public string? Situation { get; init; }

    /// <summary>When it was made, as the file or the author says, in the school's wall time.</summary>
    public DateTime? TakenAt { get; init; }

    /// <summary>Rights and stock-library marks read from the file before it was cleaned, e.g. <c>Getty Images</c> (R38).</summary>
    public string? RightsMark { get; init; }

    /// <summary>The author says it shows a logo of the school (R46).</summary>
    public bool IsLogo { get; init; }

    /// <summary>A film or sound has captions (R09).</summary>
    public bool Captioned { get; init; }
}
