using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>
/// Negative about the school (R34) or about the people who learn and work there (R03): the school or its people as the subject, and something held against them in the same sentence.
/// News that is merely unpleasant passes: closed, cancelled, lost.
/// </summary>
internal static partial class Reputation
{
    private static readonly Notice School = new("R34", FindingAction.Hold,
        new("Dit is negatief over de school.", "This is negative about the school."),
        new("Schrijf alleen de feiten op, of bespreek de kritiek binnen de school.", "Write down the facts only, or raise the criticism inside the school."));

    private static readonly Notice People = new("R03", FindingAction.Hold,
        new("Dit kan de goede naam schaden van de school of van mensen die er leren of werken.", "This may damage the good name of the school or of people who learn or work there."),
        new("Laat het oordeel weg en schrijf wat er feitelijk gebeurde.", "Leave out the judgement and write what actually happened."));

    private static readonly WordRegex Failing = new(FailingPattern());
    private static readonly WordRegex PersonalFailing = new(PersonalFailingPattern());
    private static readonly WordRegex Complaint = new(ComplaintPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Failing))
            {
                if (Harmless(passage, match, sentence))
                    continue;
                var aboutSchool = SpeaksOfSchool(draft, passage, sentence);
                if (aboutSchool)
                    yield return Found.At(passage, match, School, evidence: "school met negatief oordeel");
                if (passage.Has(SchoolPeople(), sentence))
                    yield return Found.At(passage, match, People, evidence: "mensen van school met negatief oordeel");
            }
            foreach (var (match, sentence) in passage.Find(PersonalFailing))
                if (!Harmless(passage, match, sentence) && (passage.Has(SchoolPeople(), sentence) || draft.People(passage, sentence).Any(static m => m.Named)))
                    yield return Found.At(passage, match, People, evidence: "mensen van school met negatief oordeel");
            foreach (var (match, sentence) in passage.Find(Complaint))
                if (!Harmless(passage, match, sentence))
                    yield return Found.At(passage, match, School, evidence: "klacht over de school");
        }
    }

    private static bool SpeaksOfSchool(DraftReading draft, Passage passage, Span sentence) =>
        passage.Has(SchoolWord(), sentence) || draft.Rulebook.SchoolNames.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length));

    private static bool Harmless(Passage passage, Match match, Span sentence) =>
        Context.Negated(passage, match.Index)
        || Cheerful().IsMatch(passage.Before(match.Index, 36))
        || passage.Has(OtherCause(), sentence)
        || Topic().IsMatch(passage.Before(match.Index, 40)) && !passage.Has(Grumbling(), sentence)
        || !passage.Has(Ours(), sentence) && (Context.IsFiction(passage, sentence) || Context.IsHistory(passage, sentence));

    [GeneratedRegex(@"\b(?:over|rondom|thema|naar|titel)\s(?:[a-z]+\s){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Topic();

    [GeneratedRegex(@"\b(?:baal|balen|beklaag\w*|boos|gezeur|klacht\w*|klag\w*|mopper\w*|ontevreden|schaam|schamen|woedend)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Grumbling();

    [GeneratedRegex(@"\b(?:onze|ons|bij\sons|deze\sschool|ccc|carolus|clusius|mijn|hier|jullie)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();

    [GeneratedRegex(
        @"\G(?:\b(?:aanfluiting|angstcultuur|bende|blunder\w*|broddelwerk|bureaucratie|chaos|chaotisch\w*|doofpot\w*|farce|fiasco|geblunder|geklungel|geldklopperij|geldverspilling|gepruts"
        + @"|gestoethaspel|gestuntel|janboel|knoeiwerk|lachertje|leugens|mismanagement|misstand\w*|oplichterij|pestcultuur|prutswerk|puinhoop|puinhopen|puinzooi|rotzooi|schandaal|schandalig\w*|schande"
        + @"|schandelijk\w*|schandvlek|vriendjespolitiek|wanbeleid|wanbestuur|wanorde|wanprestatie|wantoestand\w*|zakkenvullers?|zooitje|zootje|zwijgcultuur)\b|\b(?:abominabel\w*|achterhaald"
        + @"|achteruitgaat|achteruitgang|achteruitgegaan|amateuristisch\w*|armzalig\w*|bagger|bar\s(?:slecht|en\sboos)|bedonderd|bedroevend\w*|belabberd\w*|belachelijk\sgemaakt|belachelijke?|belazerd"
        + @"|beneden\salle\speil|beneden\spijl|beneden\speil|bergafwaarts|beroerde?|bouwval|diep\ste?leurstellend|dode\smus|dodelijk\ssaai|dovemansoren|dramatisch\sslecht|erbarmelijk\w*|flut\w*"
        + @"|genegeerd|goed\sbezig\shoor|hopelo(?:os|ze)|hypocriete?|incompetente?|kansloos|kansloze|kotsbeu|kut|laat\shet\safweten|laten\shet\safweten|lekker\sgeregeld|liet\shet\safweten|meer\sdan\szat"
        + @"|nergens\sop|nergens\snaar|niet\sserieus\sgenomen|niet\sgehoord|niet\sop\sorde|niet\sin\sde\shaak|om\ste\shuilen|om\ste\sjanken|onacceptabele?|onbekwa(?:am|me)|onbetrouwba(?:ar|re)"
        + @"|onder\sde\smaat|ondermaats\w*|oneetbaar|ongehoorde?|ongeorganiseerd\w*|onprofessione(?:el|le)|onveilige?|onverantwoorde?|onzinbeleid|onzinregels?|poppenkast|prut|rammelt\saan|ranzige?|ruk"
        + @"|schijnvertoning|slaapverwekkend|spuugzat|te\sgek\svoor\swoorden|treurige\s(?:vertoning|bedoening)|trieste\s(?:vertoning|bedoening)|uit\sde\svorige\seeuw|uitgewoond|van\skwaad\stot\serger"
        + @"|ver\sonder\sde\smaat|verkeerd\s(?:verstuurd|ingepland|gedaan)\s(?:weer|alweer)|verloederd\w*|verrotte?|waanzinnig\sslecht|waardelo(?:os|ze)|wassen\sneus|weggewuifd|wie\sverzint\s(?:dit"
        + @"|zoiets|het|dat)|zinkend\sschip|zwaar\ste?leurstellend)\b|\bslecht(?:e|er|ste)?\s(?:geregeld|georganiseerd|geleid|onderhouden|gecommuniceerd|onderwijs|les|lessen|school|beleid|communicatie"
        + @"|sfeer|leraren|leraar|docent\w*|begeleiding|organisatie|bestuur|kwaliteit|planning|rooster|management|reputatie|naam|bereikbaar\svoor\souders)\b|\bslechtste\b|\b(?:is|was|zijn|blijft|wordt"
        + @"|vind\w*)\s(?:echt\s|gewoon\s|zo\s|heel\s|zwaar\s|toch\s|veel\ste\s|elk\sjaar\s|steeds\s)*(?:slecht|slechter|beroerd|een\s(?:grote\s|groot\s|regelrechte\s|totaal\s|echt\s)?(?:ramp|drama|grap"
        + @"|zooi|circus|gekkenhuis|gevangenis|hel))\b(?!\s(?:weer|nieuws|te\s|van\s(?:shakespeare|sophocles)))|\b(?:ba(?:k|kt|kken)\ser\s(?:weer\s|echt\s|helemaal\s)*(?:niks|niets|weinig|geen\sbal"
        + @"|geen\sreet)\svan|bakken\s(?:weer\s)?er|deug(?:t|en)\s(?:echt\s)?(?:niet|nergens\svoor|van\sgeen\skant|voor\sgeen\smeter)|doe(?:t|n)\s(?:er\s)?(?:helemaal\s|echt\s|nooit\s)*(?:niks"
        + @"|niets)\s(?:aan|tegen|mee)|er\s(?:weer\s|echt\s|helemaal\s|eens\s)*(?:niks|niets|weinig|geen\sbal)\svan\s(?:bakt|bakken|gebakken|terechtgebracht|snapt|snappen|begrijpt|klopt)|faalde|faalden"
        + @"|faalt|falen|ga(?:at|an)\s(?:[a-z]+\s){0,4}(?:weer\seens|altijd|structureel|alles|steeds|opnieuw)\s(?:mis|fout)|gaat\shard\sachteruit|gefaald|hebben?\sgeen\s(?:idee|flauw\sidee|benul)"
        + @"|hebben\slak\saan|heeft\sgeen\s(?:idee|flauw\sidee|benul)|heeft\slak\saan|holt\sachteruit|is\sgeen\sknip\svoor\sde\sneus|is\seen\s(?:waardeloze|slechte|zinkend\w*)|jag(?:en"
        + @"|t)\s(?:[a-z]+\s){1,3}weg|kan\sniet\s(?:organiseren|communiceren|plannen)|kijk(?:t|en)\s(?:bewust\s|gewoon\s)?(?:weg|de\sandere\skant\sop)|klopt\s(?:weer\s)?(?:van\sgeen\skant(?:en)?"
        + @"|niks\svan|geen\s(?:bal|reet|hout)\svan)|kunnen\sniet\s(?:organiseren|communiceren|plannen|lesgeven)|liegen\s(?:tegen|over|weer)|liegt|loopt\s(?:[a-z]+\s){0,4}(?:in\shet\shonderd"
        + @"|in\sde\ssoep|spaak|uit\sde\shand)|luister(?:t|en|de|den)\s(?:nooit|toch\sniet|niet\snaar|voor\sgeen\smeter)|maa?k(?:t|en)?\ser\s(?:weer\s|echt\s|elk\sjaar\s|altijd\s)*(?:een\s)?(?:potje"
        + @"|puinhoop|zooitje|rommeltje|rommel|drama)|maling\saan|moffel(?:t|en)\s|schiet(?:en)?\s(?:ernstig\s|zwaar\s|flink\s|structureel\s)?te\s?kort|schijt\saan|slaat\s(?:echt\s"
        + @"|weer\s)?(?:nergens\sop|als\seen\stang)|snap(?:t|pen)\ser\s(?:niks|niets)\svan|steek(?:t|en)\s(?:[a-z]+\s){0,3}kop\sin\shet\szand|stel(?:t|len)\s(?:echt\s|helemaal\s)?(?:niks|niets"
        + @"|weinig)\svoor|tekort\s?geschoten|trek(?:t|ken)\szich\s(?:er\s)?(?:nergens\s|niets\s|niks\s)+(?:[a-z']+\s){0,4}(?:aan|van)|ver(?:pest|ziekt|knalt|prutst|klooit|gald)\w*|verzwijg(?:t|en)"
        + @"|voor\sde\szoveelste\skeer|weer\seens\s(?:[a-z]+\s){0,4}(?:uit|mis|fout|kapot|dicht|vergeten|te\slaat|verkeerd|gefaald)|zet(?:ten)?\s(?:[a-z]+\s){0,3}voor\sschut|(?:laat|laten|liet"
        + @"|lieten)\s(?:[a-z']+\s){1,4}(?:in\sde\ssteek|stikken|barsten|vallen|in\sde\skou\sstaan|aan\s(?:hun|zijn|haar)\slot\sover)|(?:neemt|nemen|nam)\s(?:[a-z']+\s){1,4}niet\sserieus)\b"
        + @"|\b(?:alweer\seen|blijft|blijven|echt|is|noem|vind|vinden|vindt|waren|was|wat\seen|weer\seen|wordt|zijn|zo'n)\s(?:(?!niet\b|geen\b|nooit\b|over\b)[a-z']+\s){0,3}?(?:afgang|afknapper"
        + @"|afschuwelijk\w*|armoedige?|blamage|chaotisch|doffe\sellende|drama|ellende|ellendige?|farce|flop|gatenkaas|gedrocht|gemiste\skans|gruwelijk\w*|hel|hemeltergend\w*|klucht|lachertje|lelijke?"
        + @"|miskleun|mislukking|mislukt|misser|nachtmerrie|onding|onfatsoenlijk|onmenselijk|onpersoonlijke?|oneerlijke?|ouderwetse?|rampzalige?|respectlo(?:os|ze)|saaie?|saaiste|schaamtelo(?:os|ze)"
        + @"|smerige?|sof|soepzooi|stomme?|stoms|suffe?|teleurstelling|tenenkrommend\w*|treurnis|triest|trieste|trieser|verouderd|verschrikkelijk|vreselijk|vieze?|vies|wanvertoning|warboel|zielige?"
        + @"|zooitje|zwak|(?:veel|belachelijk|schandalig|absurd)\ste\sduur|om\s(?:je|je\sdood)\ste\sschamen)\b(?!\s(?:weer|nieuws|genoeg\som|trots|blij|leuk\w*|mooi\w*|goed\w*|lekker\w*|lief|gezellig"
        + @"|spannend|knap|gaaf|grappig|druk|veel|van\s(?:shakespeare|sophocles)|voor\s(?:de|onze)\stegenstander))|\bkunnen\ser\s(?:helemaal\s|echt\s|gewoon\s)?(?:niks|niets|geen\sbal)\svan\b"
        + @"|\bkan\ser\s(?:helemaal\s|echt\s|gewoon\s)?(?:niks|niets|geen\sbal)\svan\b|\bvan\svoren\sniet\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex FailingPattern();

    private const string Somebody = "(?:[a-z]{0,14}(?:docent(?:en|es?)?|leraar|leraren|lerares(?:sen)?)|directie|schoolleiding|bestuur|rector|conrector(?:en)?|teamleiders?|mentor(?:en)?|concierges?|roostermakers?|medewerkers?|decaan|collega(?:'s)?|juf(?:fen)?|meester|leerling(?:en)?|klas|brugklassers?|kantinemedewerkers?|management|ouders?)";

    private const string Fault = "(?:luie?|domme?|laffe?|arrogante?|onbeschofte?|onvriendelijke?|oneerlijke?|partijdige?|chagrijnige?|ongeinteresseerde?|ongemotiveerde?|onbeleefde?|asociale?|asociaal|achterbakse?|gemene?|gemeen|irritante?|irritantste|vervelendste|stomme?|stom|stomste|saaiste|gestoorde?|knettergekke?|knettergek|nutteloze?|nutteloos|waardeloze?|incompetente?|onbekwame?|slechtste|schijnheilige?|hypocriete?|onbetrouwbare?)";

    [GeneratedRegex(@"\G(?:\b(?:" + Fault + @"|slechte|vreselijke|verschrikkelijke|saaie|zwakke)\s(?:[a-z]+\s)?" + Somebody + @"\b|\b(?:is|zijn|was|waren|blijft|blijven|doet|doen)\s(?:(?!niet\b|geen\b|nooit\b|over\b|of\b)[a-z']+\s){0,3}?" + Fault + @"\b(?!\s(?:toeval|geluk))|\b(?:is|zijn|was|waren)\s(?:[a-z]+\s){0,2}(?:vreselijk|verschrikkelijk|saai|niet\sgoed\swijs|niet\ste\sharden|niet\ste\svertrouwen)(?=[.!?,;]|$|\sen\b)|\bdoe(?:t|n)\s(?:hun|zijn|haar)\s(?:werk|best)\s(?:[a-z]+\s)?niet\b|\bvoer(?:t|en)\s(?:niets|niks)\suit\b|\blo(?:opt|pen)\sde\skantjes\b|\b(?:is|zijn)\snooit\s(?:op\stijd|aanwezig|voorbereid|bereikbaar|vriendelijk)\b|\bge(?:eft|ven)\s(?:er\s)?(?:niks|niets|geen\szier)\som\b|\bschreeuwt?(?:en)?\s(?:tegen|alleen\smaar)\b|\bma(?:akt|ken)\s(?:leerlingen|kinderen)\s(?:belachelijk|bang)\b|\b(?:te\sdom|te\slui)\s(?:om|voor)\b|\bkan\s(?:helemaal\s|echt\s)?(?:geen\s(?:les\sgeven|orde\shouden)|niet\s(?:lesgeven|uitleggen|leidinggeven))|\bkunnen\s(?:helemaal\s|echt\s)?(?:geen\s(?:les\sgeven|orde\shouden)|niet\s(?:lesgeven|uitleggen))|\bkomt\s(?:altijd|steeds|elke\skeer)\s(?:te\slaat|onvoorbereid)\b|\b(?:kleineert|kleineren|vernedert|vernederen|discrimineert|discrimineren)\b|\bpest(?:en|te|ten)?\s(?:leerlingen|kinderen|collega's|onze)\b|\bheeft\s(?:[a-z]+\s){0,2}(?:favorieten|lievelingetjes)\b|\bmoet(?:en)?\s(?:maar\s|eens\s|gewoon\s|nu\s|eindelijk\s)*(?:opstappen|ontslagen\sworden|aftreden|een\sander\sberoep)\b|\bhoort?\sniet\svoor\sde\sklas\b)", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalFailingPattern();

    // Said of the school without naming it: an official channel has only one subject.
    [GeneratedRegex(
        @"\G(?:\b(?:ga|kom|stuur|meld|schrijf|zet)\s(?:hier\s|je\s(?:kind\s)?|uw\s(?:kind\s)?|vooral\s|nooit\s|alsjeblieft\s){0,4}(?:nooit|niet)\s(?:meer\s)?(?:naar|heen\snaar|aan\sbij|in\sop"
        + @"|naar\stoe\snaar)\s(?:deze|dit|die|onze|het\sccc|ons|hier)\b|\b(?:spijt\sdat\s(?:ik|we|wij)\s(?:mijn|ons|onze|voor)|afrader|niet\saan\ste\sraden|raden?\s(?:deze|dit|de|onze)\s(?:school"
        + @"|college)\s(?:[a-z]+\s){0,2}af|nooit\smeer\s(?:deze|zo'n)\sschool|blij\sals\s(?:ik|we|mijn\skind)\s(?:[a-z]+\s){0,3}(?:weg\s(?:ben|zijn|is)|klaar\s(?:ben|is)\smet\sdeze)|bij\sons\s(?:valt"
        + @"|gaat|loopt|is|klopt|deugt)\s(?:[a-z]+\s){0,3}weer\seens|(?:hier\sop|op\sdeze|op\sonze)\sschool\s(?:leer\sje\s(?:niks|niets)|word\sje\s(?:niet\sgehoord|gepest|genegeerd)|kan\salles\smaar"
        + @"|mag\s(?:niks|niets))|verliezers\shoren\shier\sniet|(?:luie|domme|zwakke|langzame)\s(?:leerlingen|kinderen|mensen)\shoren\shier\sniet)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ComplaintPattern();

    [GeneratedRegex(
        @"\b(?:onze|deze|mijn|de|hele|zo'n|een|jullie|die)\s(?:[a-z]+\s)?(?:school|schoolleiding|directie|locatie|kantine|schoolkantine|roosterbureau|administratie|receptie|ict|schoolgebouw|lesrooster"
        + @"|rooster|organisatie|onderwijs|mentoraat|begeleiding|communicatie|medezeggenschap|bovenbouw|onderbouw|brugklas|open\sdag|introductie|toetsweek|les|lessen|stichting|bestuur)\b|\bbij\sons\b"
        + @"|\bhier\sop\sschool\b|\bop\sschool\b|\bdit\s(?:college|schoolgebouw|beleid|bestuur|rooster)\b|\bhet\s(?:rooster|schoolgebouw|onderwijs|bestuur|beleid|roosterbureau|college|gebouw)\b"
        + @"|\bons\s(?:rooster|onderwijs|bestuur|schoolgebouw|gebouw|beleid)\b|\bschool\s(?:doet|laat|liegt|luistert|faalt|heeft|maakt|neemt|kijkt|bakt|stelt)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SchoolWord();

    [GeneratedRegex(
        @"\b(?:afdelingsleiders?|brugklassers|collega(?:'s)?|concierges?|conrector(?:en)?|coordinator(?:en)?|decaan|decanen|directie|juf(?:fen)?|juffrouw|kantinejuf\w*|kantinemedewerk\w*"
        + @"|klas\s[1-6][a-z]\w*|klasgenoten|leerlingen|losers|management|medewerkers?|meester|mentor(?:en)?|ouders|personeel|rector|roostermakers?|schoolbestuur|schoolleiding|schoolpersoneel"
        + @"|surveillant(?:en)?|teamleiders?|verliezers|[a-z]{0,14}(?:docent(?:en|e|es)?|leraar|leraren|lerares(?:sen)?)|[1-6][a-z]{1,2}\d?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SchoolPeople();

    [GeneratedRegex(@"\b(?:bonte|creatieve?|dolle|feestelijke?|fijne|georganiseerde?|gezellige?|grappige?|heerlijke?|kleurrijke?|knusse|lachwekkend\w*|lekkere?|leuke|mooie|prettige?|vrolijke?)\s(?:[a-z]+\s){0,1}$", RegexOptions.CultureInvariant)]
    private static partial Regex Cheerful();

    [GeneratedRegex(
        @"\b(?:afval|armoede|baksel|cake|carnaval\w*|confetti|derde\swereld|excuses|experiment|gelachen|gladheid|grapje|hilarisch|ijzel|in\sde\sgoede\szin|kerst\w*|klimaat\w*|knmi|koekjes|kunstwerk\w*"
        + @"|ns|opgeruimd|opruimen|pepernoten|pieten|recept|scheikundeproef|schoonmaakactie|sint\w*|slecht\sweer|slingers|sneeuwval|sorry|spoor\w*|storm\w*|taart|trein\w*|verkeer\w*|verkleed\w*"
        + @"|weer(?:bericht|alarm|somstandigheden)?\s(?:is|was|zijn)|zwerfafval|(?:code|weeralarm)\s(?:rood|oranje|geel)|1\sapril)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherCause();
}
