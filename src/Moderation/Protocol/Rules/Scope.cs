using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>School matters only (R15): private sales, commerce and politics wait for a person; so do recordings of private parties (R12).</summary>
internal static partial class Scope
{
    private static readonly Notice NotSchool = new("R15", FindingAction.Hold,
        new("Dit gaat niet over de school, maar is privé, commercieel of politiek.", "This is not about the school but private, commercial or political."),
        new("Plaats dit op een eigen kanaal, of maak duidelijk wat het met school te maken heeft.", "Post this on a channel of your own, or make clear what it has to do with school."));

    private static readonly Notice PrivateParty = new("R12", FindingAction.Hold,
        new("Dit lijkt over een privébijeenkomst te gaan en niet over school.", "This seems to be about a private gathering, not school."),
        new("Plaats alleen wat bij een schoolactiviteit hoort.", "Post only what belongs to a school activity."));

    private static readonly WordRegex Private = new(PrivatePattern());
    private static readonly WordRegex Own = new(OwnPattern());
    private static readonly WordRegex Party = new(PartyPattern());
    private static readonly WordRegex Political = new(PoliticalPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Private))
                if (!SchoolAround(draft, passage, sentence))
                    yield return Found.At(passage, match, NotSchool, evidence: "privé of commercieel");
            foreach (var (match, sentence) in passage.Find(Political))
                if (!Context.IsLesson(passage, sentence) && !Context.IsHistory(passage, sentence) && !passage.Text.InQuote(match.Index) && !passage.Has(School(), sentence))
                    yield return Found.At(passage, match, NotSchool, evidence: "politiek");
            foreach (var (match, _) in passage.Find(Own))
                yield return Found.At(passage, match, NotSchool, evidence: "privé");
            foreach (var (match, _) in passage.Find(Party))
                yield return Found.At(passage, match, PrivateParty, evidence: "privébijeenkomst");
        }
    }

    private static bool SchoolAround(DraftReading draft, Passage passage, Span sentence) =>
        passage.Has(School(), sentence)
        || draft.Rulebook.SchoolNames.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length))
        || passage.Text.SentenceBefore(sentence) is { } before && passage.Has(School(), before)
        || passage.Folded.Length < 600 && passage.Has(School(), new Span(0, passage.Folded.Length)) && !passage.Has(Mine(), sentence);

    [GeneratedRegex(
        @"\G(?:\b(?:aanbieding(?:en)?|abonneer\sje\sop\smijn|af\ste\shalen|affiliate|bestel\s(?:nu|vandaag)|bezoek\smijn|bieden\svanaf|bitcoin|black\sfriday|crypto\w*|dropship\w*|gratis\saf\ste\shalen"
        + @"|hypotheek|investeer\s(?:nu|in)|kapsalon|koop\snu|korting(?:scode|sactie)?\b|kortingsbon\w*|lening|like\sen\sdeel|like\s&\sdeel|like\sen\swin|makelaar|marktplaats|mijn\s(?:bedrijf|webshop"
        + @"|winkel|praktijk|salon|bed\s&\sbreakfast|airbnb|eigen\szaak)|nagelstudio|nu\svoor\smaar|o\.?t\.?k\.?|open\shuis\svan\s(?:mijn|onze)|ophalen\sin\s\w+|prijs\sn\.?o\.?t\.?k"
        + @"|sportschool\sabonnement|t\.?e\.?a\.?b\.?|te\s?koop|te\shuur\b|tekoop|ter\soverna(?:me|men)|uitverkoop|verdien\s(?:snel|geld|thuis)|verkoop\s(?:mijn|m'n|onze\soude)|verzekering\safsluiten"
        + @"|vinted|volg\smijn|vraagprijs|winactie|\d{1,2}\s?(?:%|procent)\skorting)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PrivatePattern();

    [GeneratedRegex(
        @"\G(?:\b(?:demonstreer\smee|kom\snaar\sde\s(?:demonstratie|betoging)|lijst\s\d+,\splek\s\d+|lijsttrekker|stem(?:t|men)?\s(?:\w+\s){0,3}?(?:op\s)?(?:de\s|het\s)?(?:pvv|vvd|d66|pvda|groenlinks"
        + @"|gl-pvda|cda|sp|fvd|forum\svoor\sdemocratie|sgp|christenunie|cu|bbb|volt|denk|ja21|50plus|partij\svoor\sde\s\w+|swollwacht|nsc|bij1|lijst\s\d+)|stem\s(?:links|rechts|niet\sop"
        + @"|voor\sverandering|mij|op\smij\b(?!\sals))|teken\s(?:\w+\s){0,3}petitie|verkiezingsposter|weg\smet\s(?:het\skabinet|de\sregering|rutte|de\sminister)|wordt\slid\svan\s(?:de\s)?(?:pvv|vvd|d66"
        + @"|pvda|groenlinks|cda|sp|fvd|sgp|christenunie|bbb|volt)|(?:kies|steun)\s(?:de\s|het\s)?(?:pvv|vvd|d66|pvda|groenlinks|cda|sp\b|fvd|sgp|christenunie|bbb|volt)|(?:kabinet|minister\w*|premier"
        + @"|regering|wethouder|staatssecretaris|burgemeester)\s(?:[a-z]+\s){0,4}(?:moet\s(?:weg|opstappen|aftreden)|opstappen|aftreden|faalt|deugt\sniet|liegt))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PoliticalPattern();

    [GeneratedRegex(
        @"\G(?:\bmijn\s(?:[a-z]+\s){0,2}(?:vakantie|vakantiefoto\w*|weekend|tuin|hond|kat|katten|poes|puppy|kleinkind\w*|kinderen|dochter|zoon|man|vrouw|vriendin|bruiloft|verjaardag|huis|nieuwe\sauto|auto"
        + @"|caravan|boot|moestuin|marathon|dieet|band\streedt|wintersport|zomervakantie|vakantiehuis\w*)\b|\b(?:heeft|weet)\siemand\s(?:nog\s)?(?:een\s)?(?:goede\s)?(?:loodgieter|schilder|makelaar"
        + @"|oppas|hovenier|stukadoor|kapper|garage|tandarts|woning|kamer\ste\shuur)\b|\b(?:oppas|huisgenoot|huurwoning|appartement|kamer)\sgezocht\b|\b(?:kat|hond|poes|kitten|puppy|kittens"
        + @"|puppy's)\s(?:[a-z]+\s){0,2}(?:vermist|weggelopen|gezocht|zoekt|zoeken|kwijt|te\skoop)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OwnPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:(?:examen|eind|slaag|klassen|verjaardags|housewarming|tuin|huis|zwembad|drink|afscheids)?(?:feest|feestje|party|barbecue|bbq|borrel|fuif|logeerpartij|slaapfeest|pyjamafeest|afterparty"
        + @"|afterfeest))\b[^.!?\n]{0,30}\b(?:bij\s(?:een\s)?(?:[a-z]+\s){1,3}thuis|in\sde\s(?:kroeg|discotheek|disco)|in\s(?:zijn|haar|mijn|iemands|hun)\s(?:tuin|huis|schuur|achtertuin|garage))\b"
        + @"|\bprive-?(?:feest\w*|borrel|party|foto's|bijeenkomst|uitje|reis|vakantie)\b|\b(?:afterparty|afterfeest|after-?borrel)\b|\b(?:in\sde\s(?:kroeg|stamkroeg|discotheek)|op\s(?:stap"
        + @"|kroegentocht))\s(?:met|na)\b|\bkroegentocht\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartyPattern();

    [GeneratedRegex(
        @"\b(?:aula|boekenmarkt|brugklas\w*|brugpieper\w*|concert|docent\w*|examen\w*|excursie|fancy\sfair|goede\s?doel\w*|hal|havo|jaarboek|jong\sondernemen|kaart(?:en|jes|verkoop)|kantine|kerstmarkt"
        + @"|kika|klas|klassen|kluisje\w*|kraam\w*|kwf|leerling\w*|leerlingenraad|leraar|leraren|les|lessen|lustrum\w*|mavo|mediatheek|mentor\w*|minionderneming|musical|onderwijs|open\sdag|ouderavond|ouderraad|pauzes?"
        + @"|[a-z]{3,}les|project\w*|receptie|reis|rekenmachine\w*|reunie|rommelmarkt|school\w*|schoolboeken|schoolfeest|serious\srequest|sponsorloop|sportdag|stage|tickets?|toegangskaart\w*|toneel\w*|uitwisseling"
        + @"|vacature\w*|vmbo|voorstelling|vwo|werkweek|[1-6][hvmg]\d?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex School();

    [GeneratedRegex(@"\b(?:mijn|m'n|ik)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mine();
}
