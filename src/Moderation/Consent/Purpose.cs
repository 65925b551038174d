namespace Moderation.Consent;

/// <summary>One thing the school asks consent for, apart from every other (A05).</summary>
/// <param name="Code">Lower-case code, e.g. <c>sociale_media</c>.</param>
/// <param name="Name">What users see.</param>
/// <param name="Explanation">What the giver says yes or no to, in one sentence.</param>
/// <param name="TextVersions">
/// Versions of the consent text that ask for what the purpose covers today, newest first.
/// When the purpose changes, only the new version stands here, and a yes to an older text no longer counts (A09).
/// </param>
public sealed record Purpose(string Code, Words Name, Words Explanation, IReadOnlyList<string> TextVersions)
{
    private static readonly IReadOnlyList<string> Current = ["2025-1"];

    /// <summary>The purposes of <c>domain.md</c> §3.1, in the order forms show them.</summary>
    public static IReadOnlyList<Purpose> School { get; } =
    [
        new("website", new("Website", "Website"), new("Op de openbare website van de school.", "On the school's public website."), Current),
        new("sociale_media", new("Sociale media", "Social media"), new("Op de openbare sociale media van de school.", "On the school's public social media."), Current),
        new("nieuwsbrief", new("Nieuwsbrief", "Newsletter"), new("In de nieuwsbrief en in mail aan ouders en leerlingen.", "In the newsletter and in mail to parents and pupils."), Current),
        new("schoolgids_brochure", new("Schoolgids en brochure", "School guide and brochure"), new("In de schoolgids en in folders van de school.", "In the school guide and the school's leaflets."), Current),
        new("jaarboek", new("Jaarboek", "Yearbook"), new("In het jaarboek voor leerlingen.", "In the pupils' yearbook."), Current),
        new("pers", new("Pers", "Press"), new("Voor kranten, radio en televisie.", "For newspapers, radio and television."), Current),
        new("partner", new("Partners", "Partners"), new("Door organisaties waarmee de school samenwerkt.", "By organisations the school works with."), Current),
        new("intern", new("Binnen de school", "Inside the school"), new("Alleen binnen de school, bijvoorbeeld op schermen in de hal.", "Only inside the school, for instance on screens in the hall."), Current),
    ];
}
