using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>
/// Special personal data of somebody who can be singled out (A14): health, belief, origin, orientation, politics; and the private life of staff (R29).
/// The same words as a theme, without a person they are true of, pass.
/// </summary>
internal static partial class SpecialData
{
    private static readonly Notice Special = new("A14", FindingAction.Hold,
        new("Hier staat iets over iemands gezondheid, geloof, afkomst, geaardheid of politieke voorkeur.", "This tells of somebody's health, belief, origin, orientation or politics."),
        new("Laat dit weg, of vraag de betrokkene uitdrukkelijk om toestemming.", "Leave it out, or ask the person's explicit consent."));

    private static readonly Notice Staff = new("R29", FindingAction.Hold,
        new("Hier staat iets over het privéleven of de gezondheid van een medewerker.", "This tells of the private life or health of a member of staff."),
        new("Laat dit weg, of vraag de medewerker om toestemming.", "Leave it out, or ask the member of staff for consent."));

    private static readonly WordRegex Category = new(CategoryPattern());
    private static readonly WordRegex PrivateLife = new(PrivateLifePattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Category))
            {
                if (IsTheme(passage, match) || Holder(draft, passage, match, sentence) is not { } holder)
                    continue;
                yield return Found.At(passage, match, Special, evidence: "bijzonder persoonsgegeven bij een persoon");
                if (holder.IsStaff)
                    yield return Found.At(passage, match, Staff, evidence: "gezondheid of overtuiging van een medewerker");
            }
            foreach (var (match, sentence) in passage.Find(PrivateLife))
            {
                var people = Involved(draft, passage, sentence, match.Index);
                if (people.FirstOrDefault(static m => m.IsStaff) is not null)
                    yield return Found.At(passage, match, Staff, evidence: "privéleven van een medewerker");
                else if (people.Any(static m => m.Named || m.Kind == MentionKind.Described) && !OfEveryone().IsMatch(match.ValueSpan))
                    yield return Found.At(passage, match, Special, evidence: "privéleven van een persoon");
            }
        }
    }

    /// <summary>"Over dyslexie", "leerlingen met autisme": the subject of a talk or of a whole group, not of one person.</summary>
    private static bool IsTheme(Passage passage, Match match)
    {
        var before = passage.Before(match.Index, 44);
        if (Fights().IsMatch(before) || match.Value.StartsWith("haar ", StringComparison.Ordinal) || match.Value.StartsWith("zijn ", StringComparison.Ordinal))
            return false;
        return About().IsMatch(before) || GroupBefore().IsMatch(before) || PartOfName().IsMatch(passage.After(match.Index + match.Length, 24));
    }

    private static Mention? Holder(DraftReading draft, Passage passage, Match match, Span sentence)
    {
        var people = Involved(draft, passage, sentence, match.Index);
        if (people.FirstOrDefault(static m => m.Named || m.Kind == MentionKind.Described) is { } named)
            return named;

        // A function alone ("onze conciërge") counts when it is said of that person, not of what the function deals with.
        return people.Count > 0 && OwnState().IsMatch(match.ValueSpan) ? people[0] : null;
    }

    // Not whom one turns to: "meld ziekte bij mevrouw De Boer".
    private static List<Mention> Involved(DraftReading draft, Passage passage, Span sentence, int at) =>
        [.. draft.PeopleMeant(passage, sentence).Where(m => !(!passage.Has(Diagnosed(), sentence) && (m.Kind is MentionKind.Function or MentionKind.Titled || m.IsStaff ? TurnedTo() : Contacted()).IsMatch(passage.Before(m.Where.Start, 24))) && !(m.Kind is MentionKind.Function or MentionKind.Titled && m.Where.Start > at && !Of().IsMatch(passage.Before(m.Where.Start, 10))))];

    private const string Countries = "marokkaanse?|turkse?|syrische?|surinaamse?|antilliaanse?|afghaanse?|iraakse?|iraanse?|somalische?|eritrese?|poolse?|indonesische?|molukse?|chinese?|oekraiense?|russische?|koerdische?|joodse?|palestijnse?|buitenlandse?|afrikaanse?|aziatische?|roma";

    [GeneratedRegex(
        // Health
        @"\G(?:\b(?:aan\sde\sbeterende\shand|abortus|add|adhd|afkick\w*|aids|alcoholist|allergi(?:e|sch)\s(?:voor\s)?|als\spatient|angststoornis|anorexia|antidepressiva|asperger|astma|autis(?:me|t"
        + @"|tisch|tische)|automutil\w*|beroerte|besmet\smet|bestraling\w*|beterschap|bij\s(?:een|de)\s(?:psycholoog|psychiater|therapeut)|bipolair\w*|borderline|boulimia|burn-?out|chemo\w*|coeliakie"
        + @"|coma|depressi(?:e|ef|eve|viteit)|diabeet|diabetes|diagnose|drugsverslaafd\w*|dwangstoornis|dyscalculi\w*|dyslect|dyslectisch\w*|dyslexi(?:e|sch)|eetstoornis|epilepsie|epileptisch\w*"
        + @"|faalangst|gebroken\s(?:been|arm|enkel|pols|heup|sleutelbeen|vinger|neus)|gediagnosticeerd|gehandicapt\w*|geopereerd|haar\soperatie|hartaanval|hartafwijking|hartinfarct|heeft\s(?:corona"
        + @"|covid|griep|koorts|migraine)|hersenbloeding|herseninfarct|hersenletsel|hersenschudding|hersentumor|hersteld?\svan|hiv|hoofdluis|hoogbegaafd\w*|hoogsensitief|ic|in\stherapie|in\s(?:een|haar"
        + @"|zijn)\srolstoel|intensive\scare|is\s(?:blind|doof|besmet|kleurenblind)|kanker|leukemie|long\scovid|luizen|medicatie|medicijnen|miskraam|ms|obesitas|odd|ondergewicht|operatie\sondergaan"
        + @"|opgenomen\sin\s(?:een|het|de)\s(?:ziekenhuis|kliniek|instelling|isala)|overgewicht|overspannen|overwerkt|paniekaanval\w*|pdd-nos|positief\sgetest|psychose|psychotisch\w*|ptss|reuma|ritalin"
        + @"|schurft|selectief\smutisme|slechthorend\w*|slechtziend\w*|soa|stottert|suicid\w*|suikerziekte|tourette|trauma|tumor|verslaafd|verslaving|zelfbeschadig\w*|zelfmoord\w*|ziek(?:\sthuis|\sis"
        + @"|\swas|\sgeworden|\sgemeld)?|ziekbed|zieke|ziekenhuisopname|ziekmelding|ziekte|zijn\soperatie|zwanger|zwangerschap|(?:borst|long|huid|darm|lever|prostaat|bloed|bot|keel|alvleesklier"
        + @"|lymfeklier)kanker|(?:in|uit|naar)\shet\sziekenhuis|(?:zware|hart|rug|knie|spoed)operatie|(?:beperking|handicap)|(?:been|arm|enkel|pols|sleutelbeen)\sgebroken)\b"
        // Belief
        + @"|\b(?:bekeerd(?:e|\stot)|bekeerde\szich|belijdenis\sgedaan|gedoopt|gelovig\w*|hoofddoek(?:je)?|islamitische|jehova'?s?\sgetuige\w*|joodse|moslim|moslima|(?:haar|zijn|hun)\s(?:[a-z]+\s)?(?:geloof|geloofsovertuiging|religie|bekering)|(?:is|was|werd)\s(?:een\s)?(?:moslim|moslima|islamitisch|joods|jood|christen|katholiek|gereformeerd|protestants|hindoe|boeddhist|jehova\w*|atheist|bekeerd))\b"
        // Origin
        + @"|\b(?:(?:van|met\seen)\s(?:[a-z]+\s)?(?:" + Countries + @")?\s?(?:afkomst|komaf|roots|migratieachtergrond)|etnisch\w*|gevlucht|vluchtte|vluchteling\w*|asielzoek\w*|statushouder\w*|asielprocedure|azc|verblijfsvergunning|uitgeprocedeerd\w*|illegaal|uitgezet|geadopteerd|adoptiekind|(?:" + Countries + @")\s(?:jongen|meisje|leerlinge?|docente?|moeder|vader|ouders|gezin|achtergrond|familie))\b"
        // Orientation and politics
        + @"|\b(?:aseksueel\w*|bi|biseksueel\w*|coming-?\s?out|homo|homofiel|homoseksueel\w*|in\stransitie|lesbienne|lesbisch\w*|non-binair\w*|panseksueel|politieke\s(?:voorkeur|overtuiging)|queer"
        + @"|seksuele\s(?:geaardheid|voorkeur)|stemt\s(?:op|al\sjaren)|trans(?:jongen|meisje|man|vrouw)|transgender\w*|uit\sde\skast|vindt\s(?:jongens|meisjes)\sleuk|(?:haar|zijn)\sgeaardheid|(?:is"
        + @"|werd)\s(?:actief\s)?lid\svan\s(?:de\s|het\s)?(?:pvv|vvd|d66|pvda|groenlinks|cda|sp|fvd|forum|sgp|christenunie|bbb|volt|denk|ja21|vakbond))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CategoryPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:affaire|arbeidsconflict|bevallen\s(?:van|\w+)?|echtscheiding|failliet|geschorst|heeft\seen\s(?:nieuwe\s)?(?:relatie|vriendin|affaire|minnaar\w*)|in\sverwachting|loonbeslag|miskraam"
        + @"|moeder\sgeworden|non-actief|ontslag\s(?:gekregen|genomen|aangezegd)|ontslagen|op\sstaande\svoet|op\snon-actief|ouderschapsverlof|salaris\svan|schulden|schuldsanering|trotse\s(?:moeder"
        + @"|vader)\svan|uit\selkaar|vader\sgeworden|verdient|verhuisd\snaar|verlaten\sdoor\s(?:zijn|haar)|verzuimt|ziekteverlof|zwangerschapsverlof|(?:een|hun)\s(?:gezonde\s)?(?:dochter|zoon|baby"
        + @"|tweeling)\s(?:gekregen|geboren)|(?:dochter|zoon|dochtertje|zoontje|baby)\sgekregen|(?:gaat|gaan|ging|is|zijn|in)\s(?:\w+\s)?(?:scheiden|gescheiden|scheiding)|(?:getrouwd|trouwt"
        + @"|gaat\strouwen|gaan\strouwen|in\shet\shuwelijk|verloofd|samenwonen)|(?:nieuwe\s)?(?:vriendin|vriend|relatie)\sheeft)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PrivateLifePattern();

    // Friends move in with each other and people earn applause: only of staff are these worth a question.
    [GeneratedRegex(@"^(?:verdient|uit\selkaar|samenwonen|getrouwd|verhuisd|verloofd|trouwt|salaris)", RegexOptions.CultureInvariant)]
    private static partial Regex OfEveryone();

    [GeneratedRegex(
        @"\b(?:begeleiding|betekenis\svan|betreffende|bewust\svan|bij|boek|campagne|coach|door|expert\w*|film|genaamd|gevolgen\svan|informatie|inzake|kennis\svan|naar|omtrent|ondersteuning|onderzoek"
        + @"|over|rond|rondom|specialist\w*|stichting|tegen|thema|titel|training|voor|voorlichting|vormen\svan|wegens|wereld|workshop|(?:week|dag)\s(?:van|tegen|voor))\s(?:de\s|het\s|een\s|onder\s|en\s"
        + @"|van\s|meer\s|als\s)?(?:[a-z]+\s){0,1}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(?:door\s(?:zijn|haar|een)|gevecht|leed|lijdt|overleden\saan|streed|strijd\w*|strijd|vanwege\s(?:zijn|haar|een)|vecht\w*|vocht|wegens\s(?:zijn|haar|een)|(?:vertelt|vertelde|spreekt|sprak|praat|open|openhartig|eerlijk)\s(?:[a-z]+\s){0,3}over\s(?:zijn|haar|hun|de\seigen))\s?(?:tegen\s|aan\s)?(?:[a-z]+\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Fights();

    [GeneratedRegex(@"\b(?:anderen|brugklassers|degenen|dochter|families|gezinnen|groepen|iedereen|jongeren|kind|kinderen|klasgenoten|leerlingen|mensen|ouders|patienten|pubers|studenten|tieners|volwassenen|wereldwijd|wie|zoon)\s(?:(?:met|die|zonder|van|ook|of|thuis|uit|te|lijden|aan|last|hebben|zijn|een|heeft|en|in)\s){0,5}(?:[a-z]+\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupBefore();

    [GeneratedRegex(@"^(?:-?(?:coach|protocol|verklaring|pas|screening|toets|training|begeleid\w*|specialist|expert|beleid|fonds|stichting|onderzoek|dag|week|vereniging|telefoon)\b|\s(?:melden|gemeld|onderzoek\w*|museum|film|boek|feest|kerk|school|viering|studies|fonds|stichting|vereniging))", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfName();

    [GeneratedRegex(
        @"^(?:ernstig|langdurig|chronisch|terminaal|al\s|psychisch|ziek|(?:in|naar)\shet\sziekenhuis|opgenomen|geopereerd|burn|overspannen|overwerkt|depress|zwanger|zijn\soperatie|haar\soperatie|hart"
        + @"|beroerte|herseninfarct|hersenbloeding|chemo|gebroken|been|arm|enkel|pols|coma|ic$|beterschap|aan\sde|herstel|besmet|positief|heeft\s|is\s|kanker|verslaafd|homo|lesbisch|uit\sde\skast"
        + @"|bekeerd|zelfmoord|suicid|haar\s|zijn\s)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OwnState();

    [GeneratedRegex(@"\b(?:aan|bel|bij|contact\s(?:op\s)?met|door|mail|meld\sje\sbij|naar|o\.l\.v\.|onder\sleiding\svan|samen\smet|via)\s(?:onze\s|de\s|je\s|jouw\s|uw\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();

    [GeneratedRegex(@"\b(?:geconstateerd|vastgesteld|ontdekt|gediagnosticeerd|diagnose)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Diagnosed();

    [GeneratedRegex(@"\b(?:via|mail|bel|contact\s(?:op\s)?met|meld\sje\sbij|onder\sleiding\svan|o\.l\.v\.)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Contacted();

    [GeneratedRegex(@"\b(?:van|voor|met|is|ligt|zit|wensen|wenst|wens)\s(?:onze\s|de\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Of();
}
