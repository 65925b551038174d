using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Only the official logo (R46): a file that shows one must be in the register of approved files.</summary>
internal static partial class Logos
{
    private static readonly Notice Wrong = new("R46", FindingAction.Block,
        new("Dit is niet het officiële logo van de school.", "This is not the school's official logo."),
        new("Gebruik een logo uit de lijst van de school.", "Use a logo from the school's list."));

    private static readonly Notice Unsure = new("R46", FindingAction.Hold,
        new("Het is niet zeker of dit het officiële logo is.", "It is not certain that this is the official logo."),
        new("Gebruik een logo uit de lijst van de school, of geef aan dat het een ander logo is.", "Use a logo from the school's list, or say that it is another logo."));

    private static readonly Notice Homemade = new("R46", FindingAction.Warn,
        new("Een zelfgemaakt logo mag niet voor de school gebruikt worden.", "A home-made logo may not be used for the school."),
        new("Gebruik het officiële logo.", "Use the official logo."));

    private static readonly WordRegex OwnDesign = new(OwnDesignPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        for (var i = 0; i < draft.Content.Media.Count; i++)
        {
            var file = draft.Content.Media[i];
            var approved = file.Sha256 is { } hash && draft.Rulebook.LogoHashes.Contains(hash, StringComparer.OrdinalIgnoreCase);
            if (approved)
                continue;
            var field = $"media[{i}]";
            var name = draft.All.FirstOrDefault(p => p.Field == $"{field}.name");
            var changed = name is not null && Changed().IsMatch(name.Folded);
            if (file.IsLogo)
                yield return Found.About(field, file.Sha256 is not null || changed ? Wrong : Unsure, evidence: "als logo opgegeven");
            else if (name is not null && LogoWord().Match(name.Folded) is { Success: true } match)
            {
                var ours = draft.Rulebook.SchoolNames.IsIn(name.Folded) || OurFile().IsMatch(name.Folded);
                if (changed && (ours || !OtherParty().IsMatch(name.Folded)))
                    yield return Found.At(name, match, Wrong, evidence: "bestandsnaam");
                else if (ours || OnlyLogo().IsMatch(name.Folded))
                    yield return Found.At(name, match, Unsure, evidence: "bestandsnaam");
            }
        }
        foreach (var passage in draft.Prose)
            foreach (var (match, sentence) in passage.Find(OwnDesign))
                if (passage.Has(Ours(), sentence) || draft.Rulebook.SchoolNames.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length)))
                    yield return Found.At(passage, match, Homemade, evidence: "zelfgemaakt logo");
    }

    [GeneratedRegex(@"(?<![a-z])(?:logo(?:'?s)?|schoollogo|beeldmerk|woordmerk|huisstijl|vignet)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LogoWord();

    [GeneratedRegex(@"(?<![a-z])(?:zelf\s?gemaakt\w*|zelfgemaakte?|eigen\s?ontwerp|regenboog|aangepast\w*|bewerkt\w*|variant|alternatief|remix|custom|kerst\w*|carnaval|halloween|roze|paars|nieuw\s?ontwerp|grappig|parodie|fun|fake|nep|concept|probeersel|poging|test|v\d|met\s?muts|kerstmuts|edit|edited|photoshop\w*)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    [GeneratedRegex(@"(?<![a-z])(?:ccc|carolus|clusius|schoollogo|school|onze|ons)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex OurFile();

    [GeneratedRegex(@"(?<![a-z])(?:kwf|kika|unicef|sponsor|partner|gemeente|bank|rabobank|ajax|pec|erasmus|windesheim|deltion|landstede|stichting|festival|kahoot|google|microsoft|klas|project|team|minionderneming|bedrijf\w*|club)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherParty();

    [GeneratedRegex(@"^(?:het\s|mijn\s|nieuw\s?|officieel\s?)?(?:logo|schoollogo|beeldmerk|huisstijl)[\s\d().-]*(?:klein|groot|def|definitief|final|wit|zwart|kleur|rgb|cmyk|transparant|kopie|copy|nieuw|oud)?[\s\d().-]*\.[a-z]{2,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyLogo();

    [GeneratedRegex(@"\G(?:\b(?:zelf\s(?:een\s|ons\s|het\s)?(?:nieuw\s|eigen\s)?(?:logo|huisstijl|beeldmerk)|(?:zelfgemaakt|zelf\s?ontworpen|eigen|aangepast|bewerkt)e?\s(?:[a-z]+)?(?:logo|huisstijl|beeldmerk)|logo\s(?:[a-z]+\s){0,4}(?:zelf\sgemaakt|zelf\sontworpen|aangepast|bewerkt|opgepimpt|gephotoshopt))\b)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnDesignPattern();

    [GeneratedRegex(@"\b(?:school|onze|ons|schoollogo)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
