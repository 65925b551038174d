using System.Text.RegularExpressions;
using Moderation.Drafts;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Formal notices do not go out through social media alone (R05).</summary>
internal static partial class Formal
{
    private static readonly Notice SocialOnly = new("R05", FindingAction.Hold,
        new("Dit is een formele mededeling, en die mag niet alleen via sociale media.", "This is a formal notice, which may not go out through social media alone."),
        new("Kies ook de website, e-mail of nieuwsbrief, of verklaar dat het daar al staat.", "Choose the website, mail or newsletter as well, or declare that it already stands there."), FindingGround.Process);

    private static readonly WordRegex Notices = new(NoticesPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        if (!OnlySocial(draft))
            yield break;
        foreach (var passage in draft.Prose)
            foreach (var (match, sentence) in passage.Find(Notices))
                if (!passage.Has(Elsewhere(), sentence) && !Context.Negated(passage, match.Index))
                    yield return Found.At(passage, match, SocialOnly, draft.Rulebook.Tensions.HoldFormalNotices ? null : FindingAction.Warn);
    }

    /// <summary>No formal channel among the draft's, and no declaration that it stands on one (R05, tension 10).</summary>
    internal static bool OnlySocial(DraftReading draft) =>
        draft.Channels.Count > 0 && !draft.Channels.Any(static c => c.Formal) && !draft.Content.Declarations.Contains(Declaration.AlsoThroughFormalChannel);

    private const string Deadline = @"(?:uiterlijk|voor\s\d|voor\s(?:maandag|dinsdag|woensdag|donderdag|vrijdag|[a-z]+dag)|tot\sen\smet|t/m|deadline|binnen\s(?:\w+)\s(?:dagen|weken)|sluit(?:en|ing)?|sluitingsdatum)";

    [GeneratedRegex(
        @"\G(?:\b(?:vrijwillige\s)?(?:ouderbijdragen?|schoolgeld|lesgeld|cursusgeld|schoolkosten|borgsom)\b|\b(?:ouders?|verzorgers?|ouder\(s\)|leerlingen|kandidaten|examenkandidaten|u|jullie|iedereen|brugklassers)\b[^.!?\n]{0,60}\b(?:moet|moeten|dien|dient|dienen|verplicht|behoren)\b[^.!?\n]{0,80}\b" + Deadline + @"\b|\b" + Deadline + @"\b[^.!?\n]{0,60}\b(?:moet|moeten|dien|dient|dienen|verplicht)\b|\b(?:moet|moeten|dient|dienen)\b[^.!?\n]{0,50}\b(?:uiterlijk|voor\s\d{1,2}\s?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|[-/]))|\b(?:aanwezigheid|deelname|aanmelding|bijwonen)\b[^.!?\n]{0,30}\bverplicht\b|\bverplichte\s(?:aanwezigheid|deelname|ouderavond|bijeenkomst|lesdag|toetsdag|aanmelding|eigen\sbijdrage)|\b(?:leerlingen|ouders|kandidaten)\s(?:zijn|is)\sverplicht\b|\bverplicht\svoor\s(?:alle|elke|iedere|leerlingen|ouders)|\b(?:inschrijv\w+|aanmeld\w+|aanname|toelating)\b[^.!?\n]{0,60}\b(?:nieuwe\sleerlingen|brugklas\w*|schooljaar|leerjaar|groep\s8|school|havo|vwo|mavo)\b[^.!?\n]{0,60}\b(?:uiterlijk|sluit\w*|deadline|tot\sen\smet|voor\s\d)|\b(?:inschrijving|aanmelding|inschrijftermijn|aanmeldtermijn|inschrijfperiode|aanmeldperiode)\s(?:voor\s\w+\s)?(?:\w+\s){0,4}(?:sluit|eindigt|verloopt|loopt\stot)|\b(?:inschrijfformulier|aanmeldformulier|toestemmingsformulier|machtiging\w*)\b[^.!?\n]{0,60}\b(?:uiterlijk|inleveren|voor\s\d|tot\sen\smet|verplicht)|\b(?:wijzig\w+|aanpass\w+|aangepaste?|gewijzigde?|nieuwe?|vastgestelde?|vernieuwde?)\b[^.!?\n]{0,40}\b(?:bevorderingsnormen|examenreglement|leerlingenstatuut|overgangsnormen|privacyreglement|pta|pta's|schoolgids|schoolregels|schoolreglement|toelatingsbeleid|toelatingseisen|vakantieregeling|verzuimprotocol)\b|\b(?:pta|schoolgids|examenreglement|leerlingenstatuut|overgangsnormen|bevorderingsnormen|vakantieregeling|schoolreglement)\b[^.!?\n]{0,50}\b(?:gewijzigd|aangepast|veranderd|vastgesteld|in\swerking|van\skracht)|\b(?:schoolleiding|directie|bestuur|rector|medezeggenschapsraad|mr|school)\b[^.!?\n]{0,40}\b(?:besloten|besluit|besloot|vastgesteld)\b|\bbesluit\svan\s(?:de|het)\s(?:schoolleiding|directie|bestuur|rector|mr|medezeggenschapsraad)|\b(?:officiele|formele)\s(?:mededeling|kennisgeving|aankondiging)|\bschorsing(?:en)?\b(?!\svan\sde\swedstrijd)|\b(?:wordt|worden|is|zijn)\s(?:[a-z]+\s){0,3}geschorst\b|\b(?:herkansing\w*|herexamen|inhaaltoets\w*)\b[^.!?\n]{0,50}\b(?:aanvragen|uiterlijk|aanmelden|inschrijven)\b|\b(?:bezwaar|beroep|klacht)\s(?:maken|indienen|aantekenen)\b|\bmelden\sbij\sleerplicht\b|\bverlofaanvra\w+\b[^.!?\n]{0,50}\b(?:uiterlijk|weken|voor)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoticesPattern();

    /// <summary>The post itself sends readers to the formal notice.</summary>
    [GeneratedRegex(@"\b(?:(?:zie|staat|lees|stond|staan|vind\w*)\b[^.!?\n]{0,40}\b(?:website|nieuwsbrief|brief|mail|e-mail)|per\s(?:mail|brief)\s(?:ontvangen|gestuurd|gekregen)|(?:mail|brief|e-mail)\s(?:die|van|gekregen|ontvangen|gestuurd))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
