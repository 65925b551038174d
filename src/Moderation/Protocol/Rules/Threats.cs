using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Threats (R54) and what else harms people: doxing, wishing somebody dead, rousing others against somebody (R26).</summary>
internal static partial class Threats
{
    private static readonly Notice Threat = new("R54", FindingAction.Block,
        new("Dit leest als een bedreiging; dat is mogelijk strafbaar.", "This reads as a threat, which may be a crime."),
        new("Plaats dit niet: het bericht wordt bewaard en als incident aan de schoolleiding gemeld.", "Do not post this: it is kept and reported to management as an incident."));

    private static readonly Notice Harm = new("R26", FindingAction.Block,
        new("Dit brengt iemand in gevaar of zet iemand onder druk.", "This endangers somebody or puts somebody under pressure."),
        new("Haal dit weg en bespreek het met de schoolleiding.", "Remove this and discuss it with management."));

    private static readonly Notice Rousing = new("R26", FindingAction.Hold,
        new("Dit roept op tot actie tegen een persoon of instelling.", "This calls for action against a person or institution."),
        new("Haal de oproep weg; een klacht hoort bij de school zelf.", "Remove the call; a complaint belongs with the school itself."));

    private static readonly Notice Despair = new("R26", FindingAction.Hold,
        new("Hier spreekt iemand misschien over zichzelf iets aandoen.", "Somebody may be speaking of hurting themselves here."),
        new("Plaats dit niet en neem direct contact op met de mentor of het ondersteuningsteam; bel bij nood 113 of 112.", "Do not post this and contact the mentor or support team at once; in an emergency call 113 or 112."));

    private static readonly WordRegex Violence = new(ViolencePattern());
    private static readonly WordRegex Plain = new(PlainPattern());
    private static readonly WordRegex Attack = new(AttackPattern());
    private static readonly WordRegex KnowWhere = new(KnowWherePattern());
    private static readonly WordRegex Maybe = new(MaybePattern());
    private static readonly WordRegex Rouse = new(RousePattern());
    private static readonly WordRegex SelfHarm = new(SelfHarmPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            foreach (var (match, sentence) in passage.Find(Violence))
                if (Judge(passage, match, sentence) is { } action)
                    yield return Found.At(passage, match, Threat, action, "dreiging met geweld; melden als incident");
            foreach (var (match, sentence) in passage.Find(Plain))
                yield return Found.At(passage, match, Threat, Told(passage, match, sentence) ? FindingAction.Hold : null, "dreiging; melden als incident");
            foreach (var (match, sentence) in passage.Find(Maybe))
                if (!Context.IsGame(passage, sentence) && !Context.IsFiction(passage, sentence))
                    yield return Found.At(passage, match, Threat, FindingAction.Hold, "mogelijke dreiging");
            foreach (var (match, sentence) in passage.Find(Attack))
                if (!Context.IsHistory(passage, sentence))
                    yield return Found.At(passage, match, Threat, Told(passage, match, sentence) ? FindingAction.Hold : null, "dreiging met een aanslag; melden als incident");
            foreach (var (match, sentence) in passage.Find(KnowWhere))
                yield return Found.At(passage, match, Harm, Told(passage, match, sentence) ? FindingAction.Hold : null, "intimidatie");
            foreach (var (match, _) in passage.Find(Rouse))
                yield return Found.At(passage, match, Rousing, evidence: "oproep tegen iemand");
            foreach (var (match, sentence) in passage.Find(SelfHarm))
                if (!Context.IsFiction(passage, sentence))
                    yield return Found.At(passage, match, Despair, evidence: "zelfbeschadiging");
        }
    }

    private static FindingAction? Judge(Passage passage, Match match, Span sentence)
    {
        if (Context.Negated(passage, match.Index) || Project().IsMatch(match.Value))
            return null;
        if (Told(passage, match, sentence) || Context.IsGame(passage, sentence))
            return FindingAction.Hold;
        return FindingAction.Block;
    }

    private static bool Told(Passage passage, Match match, Span sentence) =>
        passage.Text.InQuote(match.Index) && (Context.IsFiction(passage, sentence) || Context.IsLesson(passage, sentence)) || Context.IsFiction(passage, sentence);

    // Whom: only pronouns and words for people, so that a ball, a piñata or a project is never a victim.
    private const string Victim = @"(?:je|jou|jullie|hem|haar|hen|hun|ze|u|iedereen|allemaal|die\s(?:docent\w*|leraar|lerares|juf|meester|mentor|rector|conrector|concierge|leerling\w*|gast|gozer|jongen|meisje|klas|klootzak\w*|lui)|(?:de|mijn|onze|alle|al\sdie|jouw|jullie)\s(?:hele\s)?(?:docent\w*|leraren|leraar|lerares|rector|conrector|mentor|concierge|leerlingen|klas|school|juf|meester|klasgenoten|directie|moeder|vader|ouders|familie))";

    private const string Soon = @"(?:\s(?:zo\shard|keihard|hard|flink|straks|morgen|vanavond|vandaag|gewoon|echt|nog|wel|allemaal|een\svoor\seen|stuk\svoor\sstuk|persoonlijk|eens|eigenhandig|nu|zo|hier|een\skeer|dan|meteen|na\sschool|met\sz'n\sallen|volgende\sweek|hartstikke|helemaal)){0,4}";

    [GeneratedRegex(
        @"\G(?:\b(?:beuk|beuken|hak|knal|knallen|maak|maken|mep|ram|rammen|rijd|rijden|schiet|schieten|schop|schoppen|sla|slaan|steek|steken|timmer|trap|trappen)\s(?:ik\s|wij\s|we\s)?" + Victim + Soon + @"\s(?:neer|dood|overhoop|kapot|lek|lam|af|in\selkaar|verrot|van\skant|om|aan\sgort|het\sziekenhuis\sin|voor\s(?:je|jullie|zijn|haar|hun|z'n)\s(?:kop|bek|raap|hoofd)|door\s(?:je|jullie|zijn|haar|hun|z'n)\s(?:kop|hoofd)|op\s(?:je|jullie|zijn|haar|hun|z'n)\s(?:bek|smoel|gezicht))\b|\b(?:ik|wij|we|iemand)\s(?:ga|gaan|zal|zullen|wil|willen|kom|komen|moet|moeten|kan|zou|laat|laten|vermoord|wurg|verkracht|onthoofd|steek|schiet|sla|maak)\s(?:[a-z]+\s){0,3}?" + Victim + Soon + @"(?:\s(?:neer|dood|kapot|af|in\selkaar|van\skant)\s?|\s)(?:neerschieten|doodschieten|neersteken|doodsteken|doodslaan|doodmaken|afmaken|vermoorden|kapotmaken|kapotschieten|overhoopschieten|ombrengen|opblazen|onthoofden|wurgen|slaan|schieten|maken|steken|verkrachten|verbranden|lynchen|afslachten|uitmoorden|neerknallen|afknallen|aftuigen|te\sgrazen\snemen|kreupel\sslaan|verrot\sslaan|in\selkaar\sslaan|in\selkaar\strappen|in\selkaar\stimmeren)\b|\b(?:ik|we|wij)\s(?:vermoord|vermoorden|wurg|wurgen|verkracht|verkrachten|onthoofd|lynch|slacht|doorzeef)\s(?:[a-z]+\s)?" + Victim + @"\b|\b(?:maak|steek|schiet|sla|trap)\s(?:die|deze)\s[a-z]+(?:\s[a-z]+){0,2}?\s(?:af|dood|neer|in\selkaar|kapot|verrot|het\sziekenhuis\sin|overhoop|van\skant)\b|\b(?:ik|we|wij)\s(?:schiet|schieten|knal|knallen|steek|steken)\s(?:[a-z]+\s){0,2}(?:de|deze|jullie|die)\s(?:hele\s)?(?:school|klas|boel|tent|aula)\s(?:plat|overhoop|leeg|kapot|neer)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ViolencePattern();

    // "We maken ze morgen af": cookies, posters, homework.
    [GeneratedRegex(@"\b(?:maak|maken)\s(?:ik\s|wij\s|we\s)?(?:hem|haar|ze)" + Soon + @"\s(?:af|om)$|\b(?:hem|ze)" + Soon + @"\s(?:afmaken|maken)$|\b(?:sla|slaan|rijd|rijden|trap|trappen|schop|schoppen)\s(?:ze|hem|haar)" + Soon + @"\s(?:af|om)$|\bslaan\sje\s(?:[a-z]+\s)?(?:om|af)$", RegexOptions.CultureInvariant)]
    private static partial Regex Project();

    [GeneratedRegex(
        @"\G(?:\b(?:je|jij|jullie|hij|zij|ze|u)\s(?:gaat|gaan|ga)\s(?:er\s?aan|eraan|kapot|er\sgeweest\szijn)\b(?!\s(?:beginnen|meedoen|werken|deelnemen|mee|deel|toe|begin|wennen|voorbij|denken))"
        + @"|\b(?:je|jij|jullie)\s(?:bent|zijn)\s(?:straks\s|morgen\s|zo\s|al\s)?(?:dood|er\sgeweest)(?:\sals|\swanneer|[.!])|\bga\s(?:toch\s|lekker\s|gewoon\s|alsjeblieft\s)?dood\b|\b(?:pleeg"
        + @"|doe)\s(?:toch\s|lekker\s|gewoon\s)?(?:zelfmoord|ons\seen\splezier\sen\sspring)\b|\bmaak\sjezelf\s(?:dood|van\skant)\b|\bhang\sjezelf\sop\b|\bspring\s(?:toch\s|maar\s"
        + @"|lekker\s)?(?:van\s(?:een|de|het)\s(?:flat|brug|dak|balkon)|voor\s(?:een|de)\strein)\b|\b(?:snij|snijd)\s(?:je\spolsen|jezelf)\b|\bik\shoop\sdat\s(?:je|jij|jullie|hij|zij"
        + @"|ze)\s(?:[a-z]+\s){0,2}(?:doodga\w*|sterf\w*|sterv\w*|kanker\skrijg\w*|crepeer\w*|verongelukt?\w*|kapotga\w*)\b|\b(?:je|jij|jullie|hij|zij|ze)\sverdien(?:t|en"
        + @"|de)?\s(?:het\som\ste\s(?:sterven|creperen)|de\sdood|een\skogel|de\sdoodstraf|klappen|een\spak\sslaag)\b|\bkogel\sdoor\s(?:je|jouw|jullie|zijn|haar|hun|z'n)\b|\b(?:kill|shoot|stab)\s(?:you"
        + @"|yourself|them\sall|everyone|urself)\b|\bkys\b|\b(?:je|jouw|jullie|zijn|haar)\s(?:dagen\szijn|uren\szijn|laatste\suur\sis)\sgeteld\b|\b(?:je|jouw|jullie|zijn|haar|hun)\s(?:leven|huis"
        + @"|auto)\s(?:is|zijn)\sniet\s(?:meer\s)?(?:zeker|veilig)\b|\b(?:ik|we|wij)\s(?:maak|maken|sla|slaan|schiet|schieten|steek|steken)\s(?:je|jou|jullie)\s(?:[a-z]+\s){0,3}(?:af|dood|neer|kapot"
        + @"|in\selkaar|verrot)\b|\b(?:beuk|beuken|ram|rammen|schop|schoppen|sla|slaan|stamp|timmer|trap|trappen)\s(?:ik\s|we\s)?(?:je|jou|jullie|zijn|haar|hun|z'n|hem)\s(?:de\s)?(?:kop|hersens|schedel"
        + @"|gezicht|bek|tanden|smoel|ruiten)\s(?:in|eruit|kapot|plat|tot\smoes|uit\s(?:je|jullie|zijn|haar)\s(?:bek|kop|mond))\b|\b(?:iedereen(?:\sdie\s(?:[a-z]+\s){1,6})?|(?:die|deze)\s(?:docent"
        + @"|leraar|lerares|juf|meester|mentor|rector|conrector|concierge|leerling|jongen|meisje|klas|gast|directeur))\s?(?:gaat|gaan)\s(?:eraan|er\saan|kapot)\b(?!\s(?:meedoen|beginnen|werken"
        + @"|deelnemen)))",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:we|ik|wij)\s(?:krijg|krijgen|pak|pakken|vind|vinden)\s(?:je|jou|jullie|hem|haar|hen)\s(?:nog\s|wel\s|nog\swel\s){1,2}(?:terug|te\sgrazen)?|\b(?:dit|dat)\s(?:zet|zetten)\s(?:ik|we"
        + @"|wij)\s(?:je|jullie|hem|haar)\sbetaald\b|\b(?:je|jij|jullie|hij|zij)\s(?:zal|zult|zullen|gaat|gaan)\s(?:hier\s?voor\s|er\s?voor\s|daar\s?voor\s)?(?:boeten|bloeden|bezuren|betreuren)\b"
        + @"|\bdaar\s(?:ga|gaat|gaan)\s(?:je|jij|jullie)\sspijt\svan\skrijgen\b|\b(?:je|jullie)\s(?:bent|zijn)\s(?:nergens|hier\sniet)\s(?:meer\s)?veilig\b|\b(?:als\sik\sjou\swas|jij|je)\s(?:zou"
        + @"|moet)\s(?:ik\s)?(?:maar\s)?(?:oppassen|uitkijken|onderduiken|achterom\skijken)\b|\b(?:wacht\smaar\s(?:tot|als)|kom\smaar\snaar\sbuiten\sals\sje\sdurft|buiten\sspreken\swe\sje)\b|\b(?:ik|we"
        + @"|wij)\s(?:weet|weten)\s(?:je|jou|jullie|hem|haar)\s(?:wel\s|heus\s)?te\svinden\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex MaybePattern();

    [GeneratedRegex(
        @"\G(?:\b(?:gaat|vliegt|blazen|laten|laat|ga)\s(?:[a-z]+\s){0,3}(?:school|schoolgebouw|gebouw|aula|tent|boel)\s(?:[a-z]+\s)?(?:de\slucht\sin|ontploffen|in\svlammen\sop)\b|\b(?:ik|we|wij|iemand"
        + @"|er)\s(?:heb|hebben|heeft|leg|leggen|legt|plaats|plaatsen|ligt|gooi|gooien|laat|laten|zit|verstop|verstoppen|ga|gaat|gaan|komt)\s(?:[a-z]+\s){0,5}?(?:bom|bommen|explosief|explosieven|granaat"
        + @"|molotovcocktails?|brandbom)\b(?!\s(?:bad|ijs))(?:[^.!?\n]{0,40}\b(?:afgaan|aula|gebouw|gymzaal|klas|kluisje\w*|laten|lokaal|ontploffen|school|schoolgebouw|station))|\b(?:ik|we"
        + @"|wij)\s(?:blaas|blazen|steek|steken|brand|branden)\s(?:[a-z]+\s){0,3}(?:school|gebouw|aula|klas|boel|tent|huis)\s(?:[a-z]+\s){0,2}(?:op|in\sbrand|plat|af|in\sde\sfik)\b|\b(?:ik|we"
        + @"|wij)\s(?:ga|gaan|wil|willen|pleeg|plegen)\s(?:[a-z]+\s){0,4}(?:aanslag|schietpartij|bloedbad|steekpartij)\b|\b(?:morgen|straks|maandag|vrijdag"
        + @"|volgende\sweek)\s(?:[a-z]+\s){0,3}(?:schietpartij|bloedbad|bom|aanslag|school\s?shooting)\b|\bkom\s(?:morgen|maandag|vrijdag)\s(?:maar\s)?niet\snaar\sschool\b[^.!?\n]{0,20}\b(?:schiet|bom"
        + @"|dood|leven|wapen|pistool|geweer)\b|\b(?:neem|nemen|breng|brengen)\s(?:[a-z]+\s){0,3}(?:pistool|geweer|mes|wapen|machete|vuurwapen)\s(?:mee\s)?(?:mee|naar\sschool)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex AttackPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:ik|we|wij)\s(?:weet|weten)\s(?:wel\s|precies\s|nu\s|ook\s|heus\s|inmiddels\s)*waar\s(?:je|jij|jullie|hij|zij|ze|u|die|je\w+|de\s\w+)\s(?:(?:\w+\s){0,2})?(?:woon|woont|wonen|slaapt"
        + @"|fietst|loopt|rijdt|uithangt|parkeert|je\skinderen\s[a-z]+|slapen|huis\sstaat|werkt|naar\sschool)\b|\b(?:dit|hier)\sis\s(?:zijn|haar|hun)\s(?:prive-?\s?|huis)?(?:adres|nummer|telefoonnummer"
        + @"|huisadres)\b|\b(?:zijn|haar|hun)\s(?:huisadres|privenummer|prive-adres|prive-nummer|06-nummer)\s(?:is|luidt)\b|\b(?:bel|app|bestook|stalk|spam)\s(?:hem|haar|ze|hen|die\s\w+)\s(?:maar\s"
        + @"|massaal\s|allemaal\s|suf\s|plat\s|gek\s|dag\sen\snacht\s)+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnowWherePattern();

    [GeneratedRegex(
        @"\G(?:\b(?:massaal|allemaal|met\sz'n\sallen|samen)\b[^.!?\n]{0,50}\b(?:zijn|haar|hun|diens|z'n)\s(?:huis|voordeur|adres|deur|werk|werkgever|mailbox|inbox|telefoon|auto|account|pagina|profiel"
        + @"|instagram|insta|facebook|tiktok|snapchat|whatsapp)\b|\b(?:bestoken|bestook|jaag|jagen|negeer\smassaal|overspoel|pak|pakken|sloop|slopen|trollen?)\b[^.!?\n]{0,20}\b(?:die|deze)\s(?:docent\w*"
        + @"|leraar|lerares|leerling\w*|ouder|moeder|vader|school|winkel|wethouder)\b|\b(?:boycot|boycotten)\s(?:deze|die|dat|dit|de|het)\s\w+|\b(?:stuur|mail|post|plaats|zet)\b[^.!?\n]{0,25}\b(?:boze"
        + @"|haat|woedende|nare|slechte|negatieve)\s?(?:mail\w*|berichten|reacties|recensies?|reviews?|beoordeling(?:en)?)\b|\b(?:geef|geven)\b[^.!?\n]{0,30}\b(?:een|1)\s(?:ster|slechte\s(?:review"
        + @"|beoordeling|recensie))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex RousePattern();

    [GeneratedRegex(
        @"\G(?:\bik\s(?:wil|hoef|kan)\s(?:echt\s|gewoon\s|nu\s|zo\s)*(?:dood|niet\smeer\s(?:leven|verder\sleven)|sterven|er\sniet\smeer\szijn)\b|\bik\s(?:maak|ga)\s(?:er\s)?(?:een\seind\saan"
        + @"|een\seinde\saan|mezelf\s(?:van\skant|iets\saan|pijn|snijden|ophangen))|\bik\s(?:snij|snijd|snijdt|kras)\s(?:me|mezelf|mijn\spolsen)\b|\b(?:mezelf|jezelf|zichzelf)\s(?:pijn\sdoen|snijden"
        + @"|iets\saandoen|van\skant\smaken|ophangen|uithongeren)\b|\b(?:zo\sstop\sje\smet\seten|niet\seten\som\saf\ste\svallen|pro-?ana|thinspo)\b|\b(?:mijn|m'n)\s(?:laatste|afscheids)\s?brief\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SelfHarmPattern();
}
