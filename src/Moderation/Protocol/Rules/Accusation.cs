using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Accusing somebody who can be singled out of something criminal or dishonest (R35). A name that is surely on the roll with a crime blocks.</summary>
internal static partial class Accusation
{
    private static readonly Notice Accused = new("R35", FindingAction.Hold,
        new("Hier wordt iemand beschuldigd van strafbaar of oneerlijk gedrag.", "Somebody is accused of criminal or dishonest conduct here."),
        new("Haal de beschuldiging weg; meld een vermoeden bij de schoolleiding.", "Remove the accusation; report a suspicion to management."));

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Crime()))
            {
                if (Playful(passage, match, sentence) || Culprit(draft, passage, match, sentence) is not { } culprit)
                    continue;
                var blocks = culprit.Strong && !Context.IsLesson(passage, sentence);
                yield return Found.At(passage, match, Accused, blocks ? FindingAction.Block : null, "beschuldiging", blocks ? culprit.Person?.Id.ToString() : null);
            }
            foreach (var (match, sentence) in passage.Find(Label()))
                if (!Playful(passage, match, sentence))
                    yield return Found.At(passage, match, Accused, evidence: "beschuldiging");
        }
    }

    private static bool Playful(Passage passage, Match match, Span sentence) =>
        Context.Negated(passage, match.Index)
        || Stolen().IsMatch(match.Value) && (HeartsBefore().IsMatch(passage.Before(match.Index, 44)) || HeartsAfter().IsMatch(passage.After(match.Index + match.Length, 50)))
        || Context.IsFiction(passage, sentence) || Context.IsHistory(passage, sentence)
        || passage.Has(Innocent(), sentence);

    // Whoever does it: not whom one turns to ("meld het bij de mentor"), nor whose bicycle it was.
    private static Mention? Culprit(DraftReading draft, Passage passage, Match match, Span sentence)
    {
        var people = draft.PeopleMeant(passage, sentence)
            .Where(m => !(m.Named ? TurnedTo() : Beside()).IsMatch(passage.Before(m.Where.Start, 16)) && (m.Named || m.Where.Start < match.Index))
            .ToList();
        if (people.Count > 0)
            return people.MaxBy(static m => m.Score);
        foreach (Match doer in Doer().Matches(passage.Folded[sentence.Start..Math.Min(match.Index, sentence.End)]))
            if (!Beside().IsMatch(passage.Before(sentence.Start + doer.Index, 16)))
                return new Mention(new Span(sentence.Start + doer.Index, sentence.Start + doer.Index + doer.Length), MentionKind.Function, 0, null);
        return null;
    }

    [GeneratedRegex(@"\b(?:bij|naar|met|aan|voor|via|namens)\s(?:de\s|onze\s|je\s|jouw\s|een\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();

    [GeneratedRegex(@"\b(?:bij|naar|met|aan|voor|van|via|namens|over|door\sonze)\s(?:de\s|onze\s|je\s|jouw\s|een\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:gestolen|steelt|stal|jat|jatte|gejat)$", RegexOptions.CultureInvariant)]
    private static partial Regex Stolen();

    [GeneratedRegex(@"\b(?:gestolen|gejat|gejatte|steelt|(?<!de\s|een\s|het\s|in\s)stal|jat|jatte|verduister(?:t|d|de)|achterover\s?gedrukt|achterover\s?drukt(?:e)?|(?:in\s(?:eigen|zijn|haar)\szak|eigen\szak)\s(?:gestoken|gestopt)|fraude\s(?:gepleegd|pleegt|gedaan)|(?:pleegt|pleegde|gepleegde?|schuldig\saan|verdacht\svan)\s(?:[a-z]+\s){0,2}(?:fraude|plagiaat|diefstal|verduistering)|plagiaat\sgepleegd|gefraudeerd|fraudeert|fraudeerde|geplagieerd|diefstal\sgepleegd|opgelicht|oplicht(?:te)?|licht\s(?:[a-z]+\s){1,3}op|gelogen|liegt|loog|bedriegt|bedrogen|bedroog|belazerd|belazert|gespiekt|spiekt|spiekte|valsgespeeld|vals\sgespeeld|speelt\svals|speelde\svals|gesjoemeld|sjoemelt|sjoemelde|gemanipuleerd|vervalst|vervalste|omgekocht|corrupt|corruptie|gechanteerd|chanteert|afgeperst|mishandelt|mishandeld|mishandelde|aangerand|randt\s\w+\saan|verkracht|betast|misbruikt|misbruikte|(?:seksuele?\s)?intimide\w+|gestalkt|stalkt|stalkte|bedreigt\s(?:leerlingen|kinderen|collega's|ouders|onze|zijn|haar)|(?:heeft|had)\s[^.!?\n]{0,30}\sbedreigd|in\selkaar\s(?:geslagen|getrapt)|slaat\s(?:leerlingen|kinderen|zijn|haar)|sloeg\s(?:leerlingen|kinderen|een\sleerling|zijn\svrouw)|dealt|gedeald|drugs\s(?:verkoopt|verkocht|gebruikt|gedeald)|verkoopt\sdrugs|verkocht\sdrugs|gepest|(?<!de\s|aan\s|zwarte\s|als\s)pest|pestte|vernield|vernielde|vernielt|ingebroken|brak\sin|brandgesticht|(?:brand|brandje)\sgesticht|stak\s[^.!?\n]{1,30}in\sbrand|gehackt|hackte|zwart\sbetaald|zich\sverrijkt|verrijkte\szich|verrijkt\szich|toetsen\sgelekt|examens?\sgelekt|examens?\sgestolen|misleidt|misleid|misleidde|(?:onder\sinvloed|dronken)\sachter\shet\sstuur|opgepakt|gearresteerd|aangehouden|veroordeeld|vastgezeten|zit\s(?:vast|in\sde\s(?:cel|gevangenis|bak))|steekt\s(?:geld|subsidie)|heeft\sgeld\sweggenomen|greep\sin\sde\skas|in\sde\skas\sgegrepen|(?:geld|kas|fietsen?|telefoons?|laptops?|spullen|portemonnees?)\s(?:weggenomen|meegenomen|ontvreemd)|ontvreemd\w*|doorgelekt|lekte\s(?:toetsen|examens)|racist|seksist|seksistisch|racistisch|kindermisbruik\w*|grijpgrage|handtastelijk\w*|zit\saan\s(?:meisjes|leerlingen))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Crime();

    [GeneratedRegex(@"\b(?:is|zijn|was|blijft|blijkt)\s(?:gewoon\s|echt\s|een\s|ordinaire\s|vuile\s|grote\s|pathologische\s|notoire\s|stiekem\s|toch\s|niets\smeer\sdan\s){1,4}(?:dief|dieven|fraudeur|oplichter|leugenaar|bedrieger|crimineel|drugsdealer|dealer|pedofiel|verkrachter|aanrander|gluurder|racist|pester|inbreker|zakkenvuller|corrupt|moordenaar)\b|\b(?:die|deze|onze|de)\s(?:[a-z]+\s)?(?:dief|oplichter|fraudeur|leugenaar|bedrieger|zakkenvuller|pedofiel)\s(?:van\sde|van\seen|bij|in\sde|die)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:shows?|harten?|hartjes|aandacht|spotlights?|schijnwerpers|podium|overwinning|zege)\s(?:[a-z]+\s){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex HeartsBefore();

    [GeneratedRegex(@"^\s(?:[a-z']+\s){0,4}(?:shows?|harten?|hartjes|aandacht|spotlights?|schijnwerpers|podium|overwinning|zege|bal|punten)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HeartsAfter();

    [GeneratedRegex(@"\b(?:sint\w*|piet|pieten|kerstman|paashaas|grapje|1\sapril|knipoog|prooi|eekhoorn\w*|ekster\w*|meeuw\w*|kat|hond|kraai\w*|koekoek|vos|robot|virus|quiz\w*|raadsel\w*|speurtocht|stratego|bankroof|cluedo|escape\w*|moordmysterie|levend\sstratego|smokkelspel|vossenjacht|wie\sis\sde\smol|mol|afgekeken|schaakclub|schaakteam|krantenkop|nepnieuws|phishing\w*|cybercrime\w*|hackers?|hackathon|ethisch\w*|boeven|boef|politie\sgeeft|wijkagent|voorlichting\w*|antipest\w*|anti-pest\w*|pestprotocol|week\stegen\spesten|dag\stegen\spesten|ai|chatgpt|rechtbank\w*|rechtszaak|rechtszitting|advocaat|rechter|oefenrechtbank|mootcourt|nagespeeld\w*|fictie\w*|zogenaamd\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Innocent();

    [GeneratedRegex(@"\b(?:de|een|onze|die|deze|dat|mijn|hun|jullie)\s(?:[a-z-]+\s){0,2}?(?:oud-|ex-)?(?:penningmeester|voorzitter|secretaris|bestuurslid|bestuurder|directeur|directrice|rector|conrector|docente?|leraar|lerares|mentor|teamleider|concierge|wethouder|burgemeester|leerlinge?|klasgenoot|jongen|meisje|ouder|moeder|vader|buurman|buurvrouw|cateraar|leverancier|kantinebaas|kantinebeheerder|kantinemedewerker|medewerk(?:er|ster)|collega|trainer|coach|scheidsrechter|chauffeur|stagiaire?|vrijwilliger|schoolfotograaf|fotograaf|aannemer|sponsor|reisleider|gymleraar|decaan|surveillant|bestuur|directie|schoolleiding|organisatie|stichting|school|tegenstander|juf|meester|gids|winkelier)\b|\b(?:hij|zij|ze|iemand\suit\s[1-6][a-z]\w?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Doer();
}
