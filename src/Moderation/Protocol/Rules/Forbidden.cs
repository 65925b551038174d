using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>
/// Racism, discrimination and pornography (R20): slurs, explicit words, and a group of people with something that is held against all of it.
/// Blocks only a strong combination; teaching and history about it pass or are looked at.
/// </summary>
internal static partial class Forbidden
{
    private static readonly Notice Slur = new("R20", FindingAction.Hold,
        new("Hier staat een woord dat een groep mensen kleineert.", "There is a word here that degrades a group of people."),
        new("Haal het woord weg of beschrijf de mensen gewoon.", "Remove the word or simply describe the people."));

    private static readonly Notice AimedSlur = Slur with
    {
        Action = FindingAction.Block,
        What = new("Hier wordt een groep of persoon uitgescholden om afkomst, geloof, geaardheid of beperking.", "A group or person is abused here for origin, belief, orientation or disability."),
        Fix = new("Haal deze tekst weg.", "Remove this text."),
    };

    private static readonly Notice Group = new("R20", FindingAction.Hold,
        new("Hier wordt een hele groep mensen iets verweten of weggewenst.", "A whole group of people is blamed for something or wished away here."),
        new("Schrap de zin of schrijf zonder oordeel over de groep.", "Drop the sentence or write without judging the group."));

    private static readonly Notice GroupHate = Group with
    {
        Action = FindingAction.Block,
        What = new("Hier wordt haat of geweld tegen een groep mensen geuit.", "Hatred or violence against a group of people is voiced here."),
        Fix = new("Haal deze tekst weg; de schoolleiding krijgt hiervan bericht.", "Remove this text; management is told about it."),
    };

    private static readonly Notice Explicit = new("R20", FindingAction.Hold,
        new("Hier staat een expliciet seksueel woord.", "There is an explicit sexual word here."),
        new("Kies een neutraal woord of haal het weg.", "Choose a neutral word or remove it."));

    private static readonly Notice Pornographic = Explicit with
    {
        Action = FindingAction.Block,
        What = new("Deze tekst is pornografisch of verwijst naar pornografie.", "This text is pornographic or points at pornography."),
        Fix = new("Haal deze tekst weg.", "Remove this text."),
    };

    private static readonly WordRegex GroupThenBlame = new(GroupThenBlamePattern());
    private static readonly WordRegex BlameThenGroup = new(BlameThenGroupPattern());
    private static readonly WordRegex CalledNames = new(CalledNamesPattern());
    private static readonly WordRegex Grooming = new(GroomingPattern());
    private static readonly WordRegex HateSymbols = new(HateSymbolsPattern());
    private static readonly WordRegex TheyAre = new(TheyArePattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            foreach (var finding in Words(passage, draft.Rulebook.Lexicon))
                yield return finding;
            foreach (var (match, sentence) in passage.Find(GroupThenBlame))
                if (OfGroup(passage, match, sentence) is { } finding)
                    yield return finding;
            foreach (var (match, sentence) in passage.Find(BlameThenGroup))
                if (OfGroup(passage, match, sentence) is { } finding)
                    yield return finding;
            foreach (var (match, sentence) in passage.Find(TheyAre))
                if (AnyGroup().IsMatch(passage.Before(match.Index, 160)) || passage.Text.SentenceBefore(sentence) is { } before && passage.Has(AnyGroup(), before))
                    if (OfGroup(passage, match, sentence) is { } finding)
                        yield return finding;
            foreach (var (match, sentence) in passage.Find(CalledNames))
                yield return Found.At(passage, match, AimedSlur, Teaching(passage, sentence) ? FindingAction.Hold : null, "uitgescholden om wie iemand is");
            foreach (var (match, sentence) in passage.Find(HateSymbols))
                yield return Found.At(passage, match, GroupHate, Teaching(passage, sentence) ? FindingAction.Hold : null, "haatleus");
            foreach (var (match, sentence) in passage.Find(Grooming))
                yield return Found.At(passage, match, Explicit, evidence: "seksuele toespeling");
        }
    }

    private static IEnumerable<Finding> Words(Passage passage, Lexicon lexicon)
    {
        var words = passage.Loaded(lexicon);
        foreach (var word in words)
        {
            if (word.Is(LexiconSection.Slur))
            {
                var sentence = passage.Text.SentenceAt(word.Where.Start);
                var aimed = (Aiming().IsMatch(passage.Before(word.Where.Start, 40)) || Cursed().IsMatch(word.Word)) && !Teaching(passage, sentence);
                yield return Found.At(passage, word.Where, aimed ? AimedSlur : Slur, evidence: word.Disguised ? "vermomd scheldwoord voor een groep" : "scheldwoord voor een groep");
            }
            else if (word.Is(LexiconSection.Sexual))
            {
                var sentence = passage.Text.SentenceAt(word.Where.Start);
                if (Teaching(passage, sentence) || passage.Has(Protection(), sentence))
                {
                    if (word.Disguised)
                        yield return Found.At(passage, word.Where, Explicit, evidence: "vermomd seksueel woord");
                    continue;
                }
                var more = Porn().IsMatch(word.Word) || words.Count(w => w.Is(LexiconSection.Sexual) && sentence.Overlaps(w.Where)) > 1;
                yield return Found.At(passage, word.Where, more ? Pornographic : Explicit, evidence: "seksueel woord");
            }
        }
    }

    private static Finding? OfGroup(Passage passage, Match match, Span sentence)
    {
        if (Denied().IsMatch(match.Value) || Leaving().IsMatch(match.Value) && !Must().IsMatch(match.Value))
            return null;
        if (OneClass().IsMatch(match.Value) && AboutAnyone().IsMatch(match.Value))
            return null;
        var hate = Hate().IsMatch(match.Value);
        var teaching = Teaching(passage, sentence) || passage.Has(Disowned(), sentence);
        if (teaching && (passage.Text.InQuote(match.Index) || passage.Has(Disowned(), sentence)))
            return Found.At(passage, match, Group, hate ? FindingAction.Hold : FindingAction.Warn, "groep met negatief oordeel, als onderwerp");
        return Found.At(passage, match, hate && !teaching ? GroupHate : Group, evidence: "groep met negatief oordeel");
    }

    private static bool Teaching(Passage passage, Span sentence) => Context.IsLesson(passage, sentence) || Context.IsHistory(passage, sentence);

    private const string Peoples =
        "immigranten|migranten|allochtonen|buitenlanders|vreemdelingen|vluchtelingen|asielzoekers|statushouders|gelukszoekers|nieuwkomers|moslims|moslima's|mohammedanen|joden|christenen|hindoes|boeddhisten|atheisten|katholieken|gereformeerden|gelovigen"
        + "|marokkanen|turken|koerden|syriers|polen|bulgaren|roemenen|oost-europeanen|afrikanen|surinamers|antillianen|chinezen|aziaten|indonesiers|molukkers|somaliers|eritreeers|afghanen|irakezen|iraniers|oekrainers|russen|duitsers|belgen|amerikanen|israeliers|palestijnen|arabieren|zigeuners|roma|woonwagenbewoners|kampers"
        + "|zwarten|zwarte\\smensen|donkere\\smensen|gekleurde\\smensen|bruine\\smensen|blanken|witte\\smensen|negers|(?:mensen|leerlingen|kinderen)\\smet\\seen\\s(?:donkere|andere)\\s(?:huid|huidskleur|kleur|afkomst)"
        + "|homo's|homoseksuelen|lesbiennes|lesbo's|biseksuelen|transgenders?|transen|trans\\s?(?:personen|mensen|vrouwen|mannen)|non-binairen|lhbti'?\\w*|lhbtq'?\\w*|gays|queers"
        + "|gehandicapten|invaliden|autisten|(?:mensen|kinderen|leerlingen)\\smet\\seen\\s(?:beperking|handicap)|verstandelijk\\sbeperkten|dikke\\s(?:mensen|kinderen|leerlingen)|bejaarden|daklozen|zwervers|armen|uitkeringstrekkers|bijstandsmoeders|(?:een|die|elke|iedere|zo'n)\\s(?:moslim|jood|homo|marokkaan|turk|buitenlander|vluchteling|asielzoeker|neger|lesbo|transgender|gehandicapte|autist|zigeuner|immigrant)";

    private const string Groups = Peoples + "|vrouwen|meisjes|meiden|mannen|jongens|vmbo'ers|havisten";

    private const string Filler = @"(?:,?\s(?:moeten|moet|zijn|is|horen|hoort|hebben|heeft|overal|alles|het|ze|mogen|die|hier|ook|echt|gewoon|toch|nu|eenmaal|allemaal|altijd|maar|eens|snel|weer|lekker|per|direct|massaal|zo|in|uit|van|de|het|ons|dit|onze|nederland|zwolle|land|school|klas|wijk|stad|buurt|hele|veel|te|net|als|alleen|nooit|liever|beter|best|kunnen|allen|stuk|voor|eigenlijk|zelf|natuur|nature|geboren|al|die)){0,6}";

    private const string Blame =
        @"(?:opkrassen|oprotten|ophoepelen|opdonderen|oppleuren|optiefen|opzouten|weg|wegwezen|weggestuurd|het\sland\suit|ons\sland\suit|de\sklas\suit|de\sschool\suit|uitgezet|gedeporteerd|teruggestuurd|terug\snaar|verdwijnen|opgesloten|opgepakt|verboden\sworden|geweerd|buitengesloten|dood|afgemaakt|afgeschoten|vergast|uitgeroeid|verbrand|opgehangen|doodgeschoten|gecastreerd|gesteriliseerd"
        + @"|niet\sthuis|niets\ste\szoeken|niks\ste\szoeken|niet\s(?:welkom|gewenst|te\svertrouwen|normaal|menselijk|geschikt|deugen)|dom|dommer|domme\smensen|lui|luier|vies|viezeriken|vuil|smerig|onrein|crimineel|criminelen|dieven|misdadigers|terroristen|verkrachters|profiteurs|uitvreters|minderwaardig|inferieur|ziek|ziekelijk|geestesziek|gestoord|abnormaal|onnatuurlijk|tegennatuurlijk|zielig|gevaarlijk|achterlijk|ongedierte|parasieten|uitschot|apen|beesten|varkens|ratten|kakkerlakken|tuig|gespuis|onbetrouwbaar|minder\s(?:waard|slim|intelligent)|te\sdom|ongeschikt|een\s(?:plaag|gevaar|last|zonde|ziekte|schande|kankergezwel)|het\sprobleem|de\sschuld|schuldig|zondig|zondaars|leugenaars|oplichters|slaven|ondermensen|gelijk\saan\sbeesten"
        + @"|deugen\sniet|stinken|stelen|liegen|profiteren|pikken\s(?:onze|alle|de)|verpesten|verzieken|overspoelen|kunnen\s(?:niks|niets|geen|niet\s(?:rijden|autorijden|rekenen|denken|leren|voetballen|leiden|leidinggeven|programmeren))|kun\s(?:je|jij)\s(?:echt\s|gewoon\s)?(?:niet|nooit)\s(?:vertrouwen|op\srekenen|serieus\snemen)|horen\sniet\s(?:in|op|bij|tussen|naast)|eruit|geen\s(?:echte\s)?(?:mensen|nederlanders)|horen\s(?:achter\shet\saanrecht|in\sde\skeuken|niet\sop\seen)|(?:achter\shet\saanrecht|in\sde\skeuken)|te\semotioneel|branden\sin\sde\shel|in\sde\shel|naar\shun\seigen\sland|(?:hun|eigen)\seigen\sland)";

    [GeneratedRegex(@"\G(?:\b(?:" + Groups + @")\b" + Filler + @"\s" + Blame + @"\b)", RegexOptions.CultureInvariant)]
    private static partial Regex GroupThenBlamePattern();

    [GeneratedRegex(@"\G(?:\b(?:de\sschuld\svan|dood\saan|gas\sde|geen\splaats\s(?:hier\s)?voor|genoeg\svan|overgenomen\sdoor|overspoeld\sdoor|sluit\sde\sgrenzen\svoor|stop\sde|verbied(?:en)?|vergas\s(?:de|alle)|verpest\sdoor|vertrouw\s(?:nooit|geen)|vol\smet|weg\smet|(?:ik|wij|we)\s(?:haat|haten|walg\svan|walgen\svan|kots\svan|spuug\sop|moet\sgeen|moeten\sgeen|wil\sgeen|willen\sgeen|hoef\sgeen|hoeven\sgeen|heb\seen\shekel\saan)|(?:kom|komen)\ser\sbij\sons\sniet\sin|(?:vieze|vuile|domme|luie|achterlijke|smerige|criminele|stinkende|kut|klote)\s?)\s?(?:al\s|alle\s|al\sdie\s|die\s|de\s|deze\s|nog\smeer\s|meer\s|vieze\s|vuile\s|stomme\s|hier\s|een\s){0,3}(?:" + Groups + @")\b|\bgeen\s(?:" + Peoples + @")\s(?:meer|gewenst|toegelaten|toegestaan|nodig|alsjeblieft|in\s(?:onze|mijn|de)|op\s(?:onze|mijn|de)))", RegexOptions.CultureInvariant)]
    private static partial Regex BlameThenGroupPattern();

    // The word may be decent; to call somebody it is not.
    [GeneratedRegex(
        @"\G(?:\b(?:achterlijke|gore|je\sbent\s(?:echt\s|gewoon\s)?een|jij\s(?:bent\s)?(?:echt\s)?een|smerige|stelletje|stomme|vieze|vuile|wat\sben\s(?:jij|je)\s(?:toch\s)?een|wat\seen|(?:kut|kanker|rot"
        + @"|tering|tyfus)\s?)\s?(?:stelletje\s|vieze\s|vuile\s)?(?:homo|homo's|flikkers?|lesbo|lesbo's|pot|nichten?|jood|joden|negers?|turk|turken|marokkaan|marokkanen|polak|polakken|moffen|mongool"
        + @"|mongolen|autist|autisten|spasten|spast|debielen|hoer|hoeren|slet|sletten|transen|zigeuners|zwartjes?|buitenlanders)\b(?!\s(?:huwelijk|beweging|organisatie)))",
        RegexOptions.CultureInvariant)]
    private static partial Regex CalledNamesPattern();

    // "... , het zijn parasieten": the group stands a clause or a sentence before.
    [GeneratedRegex(@"\G(?:\b(?:het|dat|ze|zij|dit)\s(?:zijn|blijven)\s(?:allemaal\s|gewoon\s|echt\s|toch\s|stuk\svoor\sstuk\s){0,3}(?:parasieten|ongedierte|uitschot|ondermensen|kakkerlakken|ratten|beesten|tuig|gespuis|profiteurs|criminelen|dieven|terroristen|verkrachters|uitvreters|minderwaardig|inferieur)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex TheyArePattern();

    [GeneratedRegex(@"\b(?:" + Groups + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyGroup();

    [GeneratedRegex(@"\b(?:afgemaakt|afgeschoten|apen|beesten|dood|doodgeschoten|gas\sde|gecastreerd|gesteriliseerd|kakkerlakken|ondermensen|ongedierte|opgehangen|parasieten|ratten|uitgeroeid|uitschot|varkens|verbrand|vergast?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hate();

    [GeneratedRegex(@"\b(?:niet\s(?:allemaal|dom|lui|crimineel|gevaarlijk|zielig|minderwaardig|ziek|abnormaal|het\sprobleem|de\sschuld|schuldig)|nooit|geen|net\szo|even)\s(?:\w+\s){0,2}(?:dom|lui|crimineel|criminelen|gevaarlijk|zielig|minderwaardig|ziek|abnormaal|dieven|terroristen|profiteurs|het\sprobleem|de\sschuld)?$|\b(?:met|zonder|tegen|voor|over|van|bij)\s(?:de\s)?(?:" + Groups + @")\sweg$", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();

    // "De Duitsers zijn weer weg" tells of an exchange; "moeten weg" does not.
    [GeneratedRegex(@"\b(?:weg|wegwezen|verdwijnen|terug\snaar|opgepakt|opgesloten|weggestuurd|teruggestuurd|uitgezet|dood)$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:moeten|moet|horen|mogen|weg\smet|dood\saan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Must();

    // Boys and girls of one's own school fall ill, go home and are not allowed in each other's changing room.
    [GeneratedRegex(@"^(?:vrouwen|meisjes|meiden|mannen|jongens|vmbo'ers|havisten)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OneClass();

    [GeneratedRegex(@"\b(?:de\sklas\suit|de\sschool\suit|eruit|geweerd|horen\sniet\s(?:in|op|bij|tussen|naast)|niet\swelkom|opgesloten|terug\snaar|verdwijnen|weg|weggestuurd|ziek|zielig)$", RegexOptions.CultureInvariant)]
    private static partial Regex AboutAnyone();

    [GeneratedRegex(@"\b(?:betoog|discriminat\w*|essay|fabeltje|haatzaai\w*|klopt\sniet|kwetsend\w*|mythe|niet\swaar|onterecht|onzin|racis(?:me|tisch)|stelling|stereotyp\w*|strafbaar|vooroordel\w*|waarom\s(?:denken|zeggen|vinden)|wie\szegt\sdat)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Disowned();

    [GeneratedRegex(
        @"\G(?:\b(?:blank\sis\sbeter|bloed\sen\sbodem|blood\sand\ssoil|eigen\svolk\seerst|god\shaat\shomo's|hamas,?\shamas|heil\shitler|hitler\shad\sgelijk|holocaust\s(?:is\s(?:een\s)?(?:leugen|verzonnen"
        + @"|verzinsel)|heeft\snooit)|homo\sis\sziek|homoseksualiteit\sis\seen\sziekte|joden\saan\shet\sgas|nederland\svoor\sde\snederlanders|sieg\sheil|white\spower|white\slives\sonly|wit\sis\sbeter"
        + @"|zwarte\spiet\sis\seen\sneger|14\s?/?\s?88)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex HateSymbolsPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:seks|sex)\smet\s(?:een\s)?(?:leerling\w*|kind\w*|minderjarig\w*|meisje\w*|jongens?|docent\w*|haar|hem|jou|je)\b|\b(?:stuur|app|mail)\s(?:me|mij|ons|eens|even|een|je|wat|\s)*(?:naakt\w*"
        + @"|blote?\w*|sexy)\b|\b(?:sexy|lekkere?|hete)\s(?:\w+\s)?(?:leerling\w*|meisjes?|meiden|jongens|docente?\w*|juf\w*|lerares\w*|brugklasser\w*|wijf|wijven|kont\w*|billen|borsten)\b"
        + @"|\b(?:lekker\s(?:ding|kontje|lijf))\b|\b(?:uit\sde\skleren|striptease|strippen)\b[^.!?\n]{0,30}\b(?:leerling\w*|docent\w*|juf|meester|feest)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex GroomingPattern();

    [GeneratedRegex(@"\b(?:achterlijke|al\sdie|alle|ben\sje|bent|deze|die|domme|hij|je|jij|jullie|kanker|kut|luie|rot|smerige|stelletje|stomme|vieze|vuile|wat\seen|ze|zij|zwarte)\s(?:een\s|echt\s|gewoon\s|vieze\s|vuile\s|stomme\s|domme\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Aiming();

    [GeneratedRegex(@"^(?:kut|kanker|rot|tering|tyfus|klote|vuile)", RegexOptions.CultureInvariant)]
    private static partial Regex Cursed();

    [GeneratedRegex(@"^(?:porno|neuk|kinderporno|pornhub|xhamster|youporn|gangbang|blowjob|anaal|deepthroat|cumshot|sexcam|seksfilm|sexfilm|sekstape|sextape|sekslijn|onlyfans)", RegexOptions.CultureInvariant)]
    private static partial Regex Porn();

    [GeneratedRegex(@"\b(?:aangifte|cyberpest\w*|doorgestuurd|doorsturen|doorstuurt|grensoverschrijdend\w*|grooming|helpwanted|internetveilig\w*|lentekriebels|loverboy\w*|meldpunt|mensenhandel|misbruik\w*|online\sveilig\w*|schaamte|seksuele\svorming|sexting|slachtoffer\w*|strafbaar|veilig\sonline|verslaving\w*|vertrouwenspersoon|wraakporno)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Protection();
}
