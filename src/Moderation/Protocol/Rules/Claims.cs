using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Claims that a reader cannot check (R16). A warning; a source or a link answers it.</summary>
internal static partial class Claims
{
    private static readonly Notice Unsourced = new("R16", FindingAction.Warn,
        new("Deze bewering is niet te controleren: er staat geen bron bij.", "This claim cannot be checked: no source is given."),
        new("Noem de bron of schrijf het minder stellig.", "Name the source or put it less strongly."));

    private static readonly WordRegex Claim = new(ClaimPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        if (!string.IsNullOrWhiteSpace(draft.Content.Source))
            yield break;
        foreach (var passage in draft.Prose)
            foreach (var (match, sentence) in passage.Find(Claim))
                if (!passage.Has(Sourced(), sentence))
                    yield return Found.At(passage, match, Unsourced, evidence: "bewering zonder bron");
    }

    [GeneratedRegex(
        @"\G(?:\b(?:allerbeste|beste|enige|gezelligste|groenste|grootste|hoogst\w*|koploper|leukste|meest\s\w+|modernste|mooiste|nummer\s?(?:1|een)|oudste|populairste|slimste|succesvolste"
        + @"|veiligste)\s(?:[a-z-]+\s){0,3}?(?:van|in|uit)\s(?:heel\s|geheel\s|de\shele\s|het\shele\s)?(?:nederland|zwolle|overijssel|de\sregio|het\sland|europa|de\swereld|de\sstad|de\sprovincie"
        + @"|oost-nederland|de\somgeving|noord-nederland)\b|\b(?:aantoonbaar|als\senige\s(?:school|vwo|havo|college|gymnasium)|altijd\sgeslaagd|beter\sdan\s(?:alle|elke|iedere|welke"
        + @"|andere)\s(?:\w+\s)?(?:school|scholen)|bewezen|elke\sleerling\sslaagt|experts\szijn\shet\seens|garantie\sop|geen\s(?:enkele\s)?andere\sschool|gegarandeerd|het\sis\s(?:algemeen\s)?bekend\sdat"
        + @"|iedereen\sslaagt|iedereen\sweet\sdat|nergens\s(?:anders\s)?(?:in\s\w+\s)?(?:krijg|leer|vind|haal|is|wordt)|officieel\s(?:de|het|een)|onderzoek\s(?:toont|bewijst|wijst\suit|laat\szien)"
        + @"|ongeevenaard|onovertroffen|wetenschappelijk\s(?:bewezen|aangetoond|onderbouwd)|(?:nummer|nr\.?)\s?(?:1|een)\s(?:school|van|in)|(?:uit|volgens)\s(?:[a-z]+\s)?(?:onderzoek|onderzoeken|cijfers"
        + @"|statistieken|experts|deskundigen|kenners)(?:\s(?:blijkt|wijst|toont|laat))?)\b|\b\d{1,3}(?:[.,]\d)?\s?(?:%|procent|pct)(?:\s|$)(?=[^.!?\n]{0,60}\b(?:beter|garantie|geslaagd|hoger|leerlingen"
        + @"|meer|minder|ouders|slaagde|slaagt|slagingspercentage|succes|tevreden|van\s(?:de|onze|alle))\b)|\b(?:slagingspercentage|tevredenheidscijfer|tevredenheidsscore)\b[^.!?\n]{0,30}\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ClaimPattern();

    [GeneratedRegex(@"\b(?:bron|volgens\s(?:het\scbs|de\sinspectie|elsevier|vensters|scholen\sop\sde\skaart|duo|het\sministerie)|scholenopdekaart|cbs|duo|inspectie|vensters|zie|https?|www)\b|\?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sourced();
}
