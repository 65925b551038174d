using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>A personal opinion on the school's channel needs a clear sender (R17); signs of opinion ask for a disclaimer (R41).</summary>
internal static partial class Opinions
{
    private static readonly Notice MyOpinion = new("R17", FindingAction.Hold,
        new("Dit is een persoonlijke mening, en het is niet duidelijk van wie.", "This is a personal opinion, and it is not clear whose."),
        new("Zet je naam en functie eronder met de disclaimer, of plaats het op je eigen kanaal.", "Put your name and function under it with the disclaimer, or post it on your own channel."));

    private static readonly Notice Opinionated = new("R41", FindingAction.Warn,
        new("Dit lijkt een opiniestuk of persoonlijke bijdrage.", "This looks like an opinion piece or a personal contribution."),
        new("Geef aan dat het op persoonlijke titel is en voeg de disclaimer toe.", "Say that it is on personal title and add the disclaimer."));

    private static readonly WordRegex IThink = new(IThinkPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        var disclaimed = draft.Prose.Any(p => draft.Rulebook.DisclaimerText.IsIn(p.Folded));
        var signed = !string.IsNullOrWhiteSpace(draft.Content.Byline);
        if (disclaimed)
            yield break;
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(IThink))
                if (!passage.Text.InQuote(match.Index) && !passage.Has(Reported(), sentence) && !Context.IsFiction(passage, sentence))
                {
                    if (!signed && !draft.Content.PersonalTitle)
                        yield return Found.At(passage, match, MyOpinion, evidence: "ik-mening");
                    else if (!draft.Content.PersonalTitle)
                        yield return Found.At(passage, match, Opinionated, evidence: "ik-mening met afzender");
                }
            if (!draft.Content.PersonalTitle)
                foreach (var (match, _) in passage.Find(Column()))
                    yield return Found.At(passage, match, Opinionated, evidence: "opiniestuk");
        }
    }

    [GeneratedRegex(
        @"\G(?:\b(?:als\s(?:je|u)\s(?:het\s)?mij\s(?:vraagt|het\svraagt)|eerlijk\sgezegd\s(?:vind|denk|snap)\sik|ik\s(?:vind|meen|geloof|denk)\s(?:persoonlijk\s|zelf\s|echt\s|eigenlijk\s|oprecht\s"
        + @"|ook\s|namelijk\s|toch\s|nog\ssteeds\s){0,3}(?:dat|het\s(?:een\s(?:schande|slecht|verkeerd|onzin|gemis|misser|raar|idioot|belachelijk|dom)|onzin|belachelijk|schandalig|oneerlijk|onterecht"
        + @"|fout|idioot|absurd|kwalijk|niet\s(?:kunnen|eerlijk|goed|nodig|normaal|terecht)|terecht|onbegrijpelijk|zwak|te\sgek\svoor\swoorden|een\sgoede\szaak|een\sslechte\szaak|hoog\stijd|tijd)"
        + @"|die\s\w+\s(?:dom|fout|slecht|onzin)|deze\s\w+\s(?:\w+\s)?(?:dom|fout|slecht|onzin|schandalig|belachelijk)|de\s\w+\s(?:dom|fout|slecht|onzin|schandalig|belachelijk|te\s\w+))"
        + @"|ik\sben\s(?:van\smening|van\soordeel|ervan\sovertuigd|het\s(?:totaal\s|helemaal\s|absoluut\s|hartgrondig\s|er\s|volledig\s)*(?:niet\s|on)?\s?(?:mee\s)?eens|voor(?:stander)?\svan"
        + @"|tegen(?:stander)?\svan|faliekant\stegen|mordicus\stegen|(?:tegen|voor)\s(?:de|het|dit|deze|afschaff\w+|invoer\w+))|ik\s(?:pleit|stem)\s(?:voor|tegen|op)|ik\serger\s(?:me|mij)"
        + @"|ik\ssnap\s(?:echt\s)?niet\s(?:dat|waarom)|ik\sheb\s(?:er\s)?(?:geen|weinig)\s(?:goed\swoord|vertrouwen\sin)|ik\skeur\s(?:[a-z]+\s){0,3}af|ik\sben\s(?:persoonlijk|zelf)\s(?:erg\s"
        + @"|heel\serg\s)?(?:voor|tegen)|ik\sben\s(?:erg\s|heel\serg\s|echt\s)?tegen\s(?!de\s(?:deur|muur)|een\s)[a-z]+|in\smijn\sogen|m\.?i\.?\s(?=is|zou|moet)|mijns\sinziens"
        + @"|moet\s(?:de\s)?minister\sopstappen|naar\smijn\s(?:bescheiden\s|persoonlijke\s)?(?:mening|idee|overtuiging|gevoel)|persoonlijk\s(?:vind|denk|geloof|meen|ben|heb|zou|erger|snap)\s(?:ik|me)"
        + @"|volgens\smij|wat\smij\sbetreft\s(?:is|moet|mag|zou|kan|hoort)|(?:dit\sis\s)?mijn\s(?:persoonlijke\s)?(?:mening|visie|standpunt|kijk\sop))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex IThinkPattern();

    [GeneratedRegex(@"\b(?:betoog|debat\w*|enquete|essay|leren\szeggen|opdracht|personage|poll|rollenspel|stelling|toespraak\sin|vragenlijst|zeg\sniet\ssnel|zin\saf|zinnen)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^(?:column|opinie|opiniestuk|blog|ingezonden\sbrief|op\spersoonlijke\stitel|mijn\smening|commentaar)\b(?=\s?[:\u2013-]|\s(?:van|door)\b|\.)|\bop\spersoonlijke\stitel\b|\b(?:opiniestuk|opinieartikel)\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Column();
}
