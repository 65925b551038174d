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

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Category()))
            {
                if (IsTheme(passage, match) || Holder(draft, passage, match, sentence) is not { } holder)
                    continue;
                yield return Found.At(passage, match, Special, evidence: "bijzonder persoonsgegeven bij een persoon");
                if (holder.IsStaff)
                    yield return Found.At(passage, match, Staff, evidence: "gezondheid of overtuiging van een medewerker");
            }
            foreach (var (match, sentence) in passage.Find(PrivateLife()))
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
        if (Fights().IsMatch(before))
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
        [.. draft.PeopleMeant(passage, sentence).Where(m => !TurnedTo().IsMatch(passage.Before(m.Where.Start, 24)) && !(m.Kind is MentionKind.Function or MentionKind.Titled && m.Where.Start > at && !Of().IsMatch(passage.Before(m.Where.Start, 10))))];

    private const string Countries = "marokkaanse?|turkse?|syrische?|surinaamse?|antilliaanse?|afghaanse?|iraakse?|iraanse?|somalische?|eritrese?|poolse?|indonesische?|molukse?|chinese?|oekraiense?|russische?|koerdische?|joodse?|palestijnse?|buitenlandse?|afrikaanse?|aziatische?|roma";

    [GeneratedRegex(
        // Health
        @"\b(?:(?:ernstig\s|langdurig\s|chronisch\s|al\s(?:weken|maanden|een\s(?:week|maand))\s|psychisch\s|terminaal\s)?ziek(?:\sthuis|\sis|\swas|\sgeworden|\sgemeld)?|zieke|ziekte|ziekbed|ziekmelding|(?:in|uit|naar)\shet\sziekenhuis|ziekenhuisopname|opgenomen\sin\s(?:een|het|de)\s(?:ziekenhuis|kliniek|instelling|isala)|gediagnosticeerd|diagnose|kanker|leukemie|tumor|hersentumor|diabetes|diabeet|suikerziekte|epilepsie|epileptisch\w*|astma|reuma|ms|als\spatient|hartaanval|hartinfarct|hartafwijking|beroerte|herseninfarct|hersenbloeding|hersenschudding|geopereerd|operatie\sondergaan|(?:zware|hart|rug|knie|spoed)operatie|zijn\soperatie|haar\soperatie|chemo\w*|bestraling\w*|burn-?out|overspannen|overwerkt|depressi(?:e|ef|eve|viteit)|angststoornis|paniekaanval\w*|dwangstoornis|eetstoornis|anorexia|boulimia|psychose|psychotisch\w*|bipolair\w*|borderline|ptss|trauma|autis(?:me|t|tisch|tische)|asperger|adhd|add|pdd-nos|odd|dyslexi(?:e|sch)|dyslectisch\w*|dyslect|dyscalculi\w*|tourette|hoogbegaafd\w*|hoogsensitief|faalangst|selectief\smutisme|stottert|bij\s(?:een|de)\s(?:psycholoog|psychiater|therapeut)|in\stherapie|medicijnen|medicatie|ritalin|antidepressiva|in\s(?:een|haar|zijn)\srolstoel|gehandicapt\w*|(?:lichamelijke|verstandelijke|visuele|auditieve|motorische)?\s?(?:beperking|handicap)|slechthorend\w*|slechtziend\w*|is\s(?:blind|doof|besmet|kleurenblind)|besmet\smet|positief\sgetest|heeft\s(?:corona|covid|griep|koorts|migraine)|long\scovid|zwanger|zwangerschap|miskraam|abortus|zelfmoord\w*|suicid\w*|zelfbeschadig\w*|automutil\w*|verslaafd|verslaving|afkick\w*|alcoholist|drugsverslaafd\w*|gebroken\s(?:been|arm|enkel|pols|heup|sleutelbeen|vinger|neus)|(?:been|arm|enkel|pols|sleutelbeen)\sgebroken|hersenletsel|coma|ic|intensive\scare|beterschap|aan\sde\sbeterende\shand|hersteld?\svan|allergi(?:e|sch)\s(?:voor\s)?|coeliakie|hiv|aids|soa|overgewicht|obesitas|ondergewicht)\b"
        // Belief
        + @"|\b(?:(?:haar|zijn|hun)\s(?:[a-z]+\s)?(?:geloof|geloofsovertuiging|religie|bekering)|(?:streng|diep|zeer)?\s?gelovig\w*|(?:is|was|werd)\s(?:een\s)?(?:moslim|moslima|islamitisch|joods|jood|christen|katholiek|gereformeerd|protestants|hindoe|boeddhist|jehova\w*|atheist|bekeerd)|bekeerd(?:e|\stot)|bekeerde\szich|moslim|moslima|islamitische|joodse|hoofddoek(?:je)?|belijdenis\sgedaan|gedoopt|jehova'?s?\sgetuige\w*)\b"
        // Origin
        + @"|\b(?:(?:van|met\seen)\s(?:[a-z]+\s)?(?:" + Countries + @")?\s?(?:afkomst|komaf|roots|migratieachtergrond)|etnisch\w*|gevlucht|vluchtte|vluchteling\w*|asielzoek\w*|statushouder\w*|asielprocedure|azc|verblijfsvergunning|uitgeprocedeerd\w*|illegaal|uitgezet|geadopteerd|adoptiekind|(?:" + Countries + @")\s(?:jongen|meisje|leerlinge?|docente?|moeder|vader|ouders|gezin|achtergrond|familie))\b"
        // Orientation and politics
        + @"|\b(?:homo|homofiel|homoseksueel\w*|lesbisch\w*|lesbienne|bi|biseksueel\w*|aseksueel\w*|panseksueel|queer|transgender\w*|trans(?:jongen|meisje|man|vrouw)|in\stransitie|non-binair\w*|uit\sde\skast|coming-?\s?out|seksuele\s(?:geaardheid|voorkeur)|(?:haar|zijn)\sgeaardheid|vindt\s(?:jongens|meisjes)\sleuk|stemt\s(?:op|al\sjaren)|(?:is|werd)\s(?:actief\s)?lid\svan\s(?:de\s|het\s)?(?:pvv|vvd|d66|pvda|groenlinks|cda|sp|fvd|forum|sgp|christenunie|bbb|volt|denk|ja21|vakbond)|politieke\s(?:voorkeur|overtuiging))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    [GeneratedRegex(@"\b(?:bevallen\s(?:van|\w+)?|in\sverwachting|zwangerschapsverlof|moeder\sgeworden|vader\sgeworden|(?:een|hun)\s(?:gezonde\s)?(?:dochter|zoon|baby|tweeling)\s(?:gekregen|geboren)|(?:dochter|zoon|dochtertje|zoontje|baby)\sgekregen|trotse\s(?:moeder|vader)\svan|miskraam|ouderschapsverlof|(?:gaat|gaan|ging|is|zijn|in)\s(?:\w+\s)?(?:scheiden|gescheiden|scheiding)|echtscheiding|uit\selkaar|verlaten\sdoor\s(?:zijn|haar)|(?:getrouwd|trouwt|gaat\strouwen|gaan\strouwen|in\shet\shuwelijk|verloofd|samenwonen)|(?:nieuwe\s)?(?:vriendin|vriend|relatie)\sheeft|heeft\seen\s(?:nieuwe\s)?(?:relatie|vriendin|affaire|minnaar\w*)|affaire|verhuisd\snaar|ontslagen|op\sstaande\svoet|op\snon-actief|non-actief|geschorst|ontslag\s(?:gekregen|genomen|aangezegd)|arbeidsconflict|verzuimt|ziekteverlof|schulden|schuldsanering|failliet|loonbeslag|salaris\svan|verdient)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateLife();

    // Friends move in with each other and people earn applause: only of staff are these worth a question.
    [GeneratedRegex(@"^(?:verdient|uit\selkaar|samenwonen|getrouwd|verhuisd|verloofd|trouwt|salaris)", RegexOptions.CultureInvariant)]
    private static partial Regex OfEveryone();

    [GeneratedRegex(@"\b(?:over|rond|rondom|voor|tegen|naar|inzake|omtrent|betreffende|thema|genaamd|titel|boek|film|campagne|stichting|door|bij|wegens|kennis\svan|informatie|voorlichting|workshop|training|coach|specialist\w*|expert\w*|begeleiding|ondersteuning|onderzoek|(?:week|dag)\s(?:van|tegen|voor)|wereld|gevolgen\svan|betekenis\svan|vormen\svan|bewust\svan)\s(?:de\s|het\s|een\s|onder\s|en\s|van\s|meer\s|als\s)?(?:[a-z]+\s){0,1}$", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(?:vecht\w*|vocht|strijd\w*|streed|gevecht|strijd|overleden\saan|lijdt|leed|wegens\s(?:zijn|haar|een)|door\s(?:zijn|haar|een)|vanwege\s(?:zijn|haar|een)|(?:vertelt|vertelde|spreekt|sprak|praat|open|openhartig|eerlijk)\s(?:[a-z]+\s){0,3}over\s(?:zijn|haar|hun|de\seigen))\s?(?:tegen\s|aan\s)?(?:[a-z]+\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Fights();

    [GeneratedRegex(@"\b(?:leerlingen|kinderen|jongeren|mensen|patienten|pubers|tieners|brugklassers|volwassenen|anderen|ouders|iedereen|wie|degenen|klasgenoten|kind|zoon|dochter|families|gezinnen|groepen|studenten|wereldwijd)\s(?:(?:met|die|zonder|van|ook|of|thuis|uit|te|lijden|aan|last|hebben|zijn|een|heeft|en|in)\s){0,5}(?:[a-z]+\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupBefore();

    [GeneratedRegex(@"^(?:-?(?:coach|protocol|verklaring|pas|screening|toets|training|begeleid\w*|specialist|expert|beleid|fonds|stichting|onderzoek|dag|week|vereniging|telefoon)\b|\s(?:melden|gemeld|onderzoek\w*|museum|film|boek|feest|kerk|school|viering|studies|fonds|stichting|vereniging))", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfName();

    [GeneratedRegex(@"^(?:ernstig|langdurig|chronisch|terminaal|al\s|psychisch|ziek|(?:in|naar)\shet\sziekenhuis|opgenomen|geopereerd|burn|overspannen|overwerkt|depress|zwanger|zijn\soperatie|haar\soperatie|hart|beroerte|herseninfarct|hersenbloeding|chemo|gebroken|been|arm|enkel|pols|coma|ic$|beterschap|aan\sde|herstel|besmet|positief|heeft\s|is\s|kanker|verslaafd|homo|lesbisch|uit\sde\skast|bekeerd|zelfmoord|suicid|haar\s|zijn\s)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnState();

    [GeneratedRegex(@"\b(?:bij|naar|aan|via|mail|bel|contact\s(?:op\s)?met|meld\sje\sbij|samen\smet|onder\sleiding\svan|o\.l\.v\.|door)\s(?:onze\s|de\s|je\s|jouw\s|uw\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();

    [GeneratedRegex(@"\b(?:van|voor|met|is|ligt|zit|wensen|wenst|wens)\s(?:onze\s|de\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Of();
}
