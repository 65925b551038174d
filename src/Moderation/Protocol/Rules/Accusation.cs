using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Accusing somebody who can be singled out of something criminal or dishonest (R35). A name that is surely on the roll with a crime blocks.</summary>
internal static partial class Accusation
{
    private static readonly Notice Accused = new("R35", FindingAction.Hold,
        new("Hier wordt iemand beschuldigd van strafbaar of oneerlijk gedrag.", "Somebody is accused of criminal or dishonest conduct here."),
        new("Haal de beschuldiging weg; meld een vermoeden bij de schoolleiding.", "Remove the accusation; report a suspicion to management."));

    private static readonly WordRegex Crime = new(CrimePattern());
    private static readonly WordRegex Label = new(LabelPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Crime))
            {
                if (Playful(passage, match, sentence) || Culprit(draft, passage, match, sentence) is not { } culprit)
                    continue;
                var blocks = culprit.Strong && !Context.IsLesson(passage, sentence);
                yield return Found.At(passage, match, Accused, blocks ? FindingAction.Block : null, "beschuldiging", blocks ? culprit.Person?.Id.ToString() : null);
            }
            foreach (var (match, sentence) in passage.Find(Label))
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
        // "Dealt die conciërge drugs?" has its doer behind the verb.
        var behind = passage.Folded[(match.Index + match.Length)..Math.Min(passage.Folded.Length, match.Index + match.Length + 60)];
        return Doer().Match(behind) is { Success: true, Index: 1 } inverted
            ? new Mention(new Span(match.Index + match.Length + 1, match.Index + match.Length + inverted.Length), MentionKind.Function, 0, null)
            : null;
    }

    [GeneratedRegex(@"\b(?:bij|naar|met|aan|voor|via|namens)\s(?:de\s|onze\s|je\s|jouw\s|een\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();

    [GeneratedRegex(@"\b(?:bij|naar|met|aan|voor|van|via|namens|over|door\sonze)\s(?:de\s|onze\s|je\s|jouw\s|een\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:gestolen|steelt|stal|jat|jatte|gejat)$", RegexOptions.CultureInvariant)]
    private static partial Regex Stolen();

    [GeneratedRegex(
        @"\G(?:\b(?:aangehouden|aangerand|achterover\s?gedrukt|achterover\s?drukt(?:e)?|afgeperst|bedreigt\s(?:leerlingen|kinderen|collega's|ouders|onze|zijn|haar)|bedriegt|bedrogen|bedroog|belazerd"
        + @"|belazert|betast|brak\sin|brandgesticht|chanteert|corrupt|corruptie|dealt|diefstal\sgepleegd|doorgelekt|drugs\s(?:verkoopt|verkocht|gebruikt|gedeald)|examens?\sgelekt|examens?\sgestolen"
        + @"|fraude\s(?:gepleegd|pleegt|gedaan)|fraudeerde|fraudeert|gearresteerd|gechanteerd|gedeald|gefraudeerd|gehackt|gejat|gejatte|gelogen|gemanipuleerd|gepest|geplagieerd|gesjoemeld|gespiekt"
        + @"|gestalkt|gestolen|greep\sin\sde\skas|grijpgrage|hackte|handtastelijk\w*|heeft\sgeld\sweggenomen|in\selkaar\s(?:geslagen|getrapt)|in\sde\skas\sgegrepen|ingebroken|jat|jatte|kindermisbruik\w*"
        + @"|lekte\s(?:toetsen|examens)|licht\s(?:[a-z]+\s){1,3}op|liegt|loog|misbruikt|misbruikte|mishandeld|mishandelde|mishandelt|misleid|misleidde|misleidt|omgekocht|ontvreemd\w*|opgelicht|opgepakt"
        + @"|oplicht(?:te)?|pestte|plagiaat\sgepleegd|racist|racistisch|randt\s\w+\saan|seksist|seksistisch|sjoemelde|sjoemelt|slaat\s(?:leerlingen|kinderen|zijn|haar)|sloeg\s(?:leerlingen|kinderen"
        + @"|een\sleerling|zijn\svrouw)|speelde\svals|speelt\svals|spiekt|spiekte|stak\s[^.!?\n]{1,30}in\sbrand|stalkt|stalkte|steekt\s(?:geld|subsidie)|steelt|toetsen\sgelekt|vals\sgespeeld"
        + @"|valsgespeeld|vastgezeten|verduister(?:t|d|de)|verkocht\sdrugs|verkoopt\sdrugs|verkracht|vernield|vernielde|vernielt|veroordeeld|verrijkt\szich|verrijkte\szich|vervalst|vervalste"
        + @"|zich\sverrijkt|zit\s(?:vast|in\sde\s(?:cel|gevangenis|bak))|zit\saan\s(?:meisjes|leerlingen)|zwart\sbetaald|(?<!de\s|een\s|het\s|in\s)stal|(?:in\s(?:eigen|zijn|haar)\szak"
        + @"|eigen\szak)\s(?:gestoken|gestopt)|(?:pleegt|pleegde|gepleegde?|schuldig\saan|verdacht\svan)\s(?:[a-z]+\s){0,2}(?:fraude|plagiaat|diefstal|verduistering)|(?:seksuele?\s)?intimide\w+|(?:heeft"
        + @"|had)\s[^.!?\n]{0,30}\sbedreigd|(?<!de\s|aan\s|zwarte\s|als\s)pest|(?:brand|brandje)\sgesticht|(?:onder\sinvloed|dronken)\sachter\shet\sstuur|(?:geld|kas|fietsen?|telefoons?|laptops?|spullen"
        + @"|portemonnees?)\s(?:weggenomen|meegenomen|ontvreemd))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CrimePattern();

    [GeneratedRegex(
        @"\G(?:\b(?:is|zijn|was|blijft|blijkt)\s(?:gewoon\s|echt\s|een\s|ordinaire\s|vuile\s|grote\s|pathologische\s|notoire\s|stiekem\s|toch\s|niets\smeer\sdan\s){1,4}(?:dief|dieven|fraudeur|oplichter"
        + @"|leugenaar|bedrieger|crimineel|drugsdealer|dealer|pedofiel|verkrachter|aanrander|gluurder|racist|pester|inbreker|zakkenvuller|corrupt|moordenaar)\b|\b(?:die|deze|onze"
        + @"|de)\s(?:[a-z]+\s)?(?:dief|oplichter|fraudeur|leugenaar|bedrieger|zakkenvuller|pedofiel)\s(?:van\sde|van\seen|bij|in\sde|die)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"\b(?:shows?|harten?|hartjes|aandacht|spotlights?|schijnwerpers|podium|overwinning|zege)\s(?:[a-z]+\s){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex HeartsBefore();

    [GeneratedRegex(@"^\s(?:[a-z']+\s){0,4}(?:shows?|harten?|hartjes|aandacht|spotlights?|schijnwerpers|podium|overwinning|zege|bal|punten)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HeartsAfter();

    [GeneratedRegex(
        @"\b(?:advocaat|afgekeken|ai|anti-pest\w*|antipest\w*|bankroof|boef|boeven|chatgpt|cluedo|cybercrime\w*|dag\stegen\spesten|eekhoorn\w*|ekster\w*|escape\w*|ethisch\w*|fictie\w*|grapje|hackathon"
        + @"|hackers?|hond|kat|kerstman|knipoog|koekoek|kraai\w*|krantenkop|levend\sstratego|meeuw\w*|mol|moordmysterie|mootcourt|nagespeeld\w*|nepnieuws|oefenrechtbank|paashaas|pestprotocol|phishing\w*"
        + @"|piet|pieten|politie\sgeeft|prooi|quiz\w*|raadsel\w*|rechtbank\w*|rechter|rechtszaak|rechtszitting|robot|schaakclub|schaakteam|sint\w*|smokkelspel|speurtocht|stratego|virus|voorlichting\w*"
        + @"|vos|vossenjacht|week\stegen\spesten|wie\sis\sde\smol|wijkagent|zogenaamd\w*|1\sapril)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Innocent();

    [GeneratedRegex(
        @"\b(?:de|een|onze|die|deze|dat|mijn|hun|jullie)\s(?:[a-z-]+\s){0,2}?(?:oud-|ex-)?(?:school|gym|hoofd)?(?:penningmeester|voorzitter|secretaris|bestuurslid|bestuurder|directeur|directrice"
        + @"|rector|conrector|docente?|leraar|lerares|mentor|teamleider|concierge|wethouder|burgemeester|leerlinge?|klasgenoot|jongen|meisje|ouder|moeder|vader|buurman|buurvrouw|cateraar|leverancier"
        + @"|kantinebaas|kantinebeheerder|kantinemedewerker|medewerk(?:er|ster)|collega|trainer|coach|scheidsrechter|chauffeur|stagiaire?|vrijwilliger|schoolfotograaf|fotograaf|aannemer|sponsor"
        + @"|reisleider|gymleraar|decaan|surveillant|bestuur|directie|schoolleiding|organisatie|stichting|school|tegenstander|juf|meester|gids|winkelier)\b|\b(?:hij|zij|ze|iemand\suit\s[1-6][a-z]\w?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Doer();
}
