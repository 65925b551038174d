using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>
/// Confidential or harmful about one pupil, parent or partner (R36): marks, repeating a year, suspension, absence, care, family, debts; a partner's contract or trouble.
/// Blocks when a pupil is surely on the roll.
/// </summary>
internal static partial class Sensitive
{
    private static readonly Notice AboutPupil = new("R36", FindingAction.Hold,
        new("Hier staat iets vertrouwelijks of schadelijks over een leerling of ouder.", "There is something confidential or harmful about a pupil or parent here."),
        new("Laat dit weg, of vraag de betrokkene om goedkeuring.", "Leave it out, or ask the person's approval."));

    private static readonly Notice AboutPartner = new("R36", FindingAction.Hold,
        new("Hier staat iets vertrouwelijks of schadelijks over een partner van de school.", "There is something confidential or harmful about a partner of the school here."),
        new("Laat dit weg, of overleg met de schoolleiding.", "Leave it out, or consult management."));

    private static readonly WordRegex Delicate = new(DelicatePattern());
    private static readonly WordRegex Trouble = new(TroublePattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Delicate))
            {
                if (Context.IsFiction(passage, sentence) && !draft.People(passage, sentence).Any(static m => m.Strong))
                    continue;
                var people = Pupils(draft, passage, sentence);
                if (people.Count == 0)
                    continue;
                var pupil = people.FirstOrDefault(static m => m.Strong && m.IsPupil);
                yield return Found.At(passage, match, AboutPupil, pupil is null ? null : FindingAction.Block, "gevoelige informatie over een leerling of ouder", pupil?.Person?.Id.ToString());
            }
            foreach (var (match, sentence) in passage.Find(Trouble))
                if (draft.Rulebook.Tensions.PartnerOrganisations && !Context.Negated(passage, match.Index) && (passage.Has(PartnerWord(), sentence) || NamesPartner(draft, passage, sentence)))
                    yield return Found.At(passage, match, AboutPartner, evidence: "gevoelige informatie over een partner");
        }
    }

    // Staff and people in a function are judged by other rules; here only pupils, parents and whoever is merely named.
    private static List<Mention> Pupils(DraftReading draft, Passage passage, Span sentence) =>
        [.. draft.PeopleMeant(passage, sentence).Where(m => m.Kind is not (MentionKind.Function or MentionKind.Titled) && m.Person?.Kind is not Consent.PersonKind.Staff && !(m.Named && TurnedTo().IsMatch(passage.Before(m.Where.Start, 24))))];

    private static bool NamesPartner(DraftReading draft, Passage passage, Span sentence)
    {
        var text = passage.Slice(sentence);
        return draft.Rulebook.Partners.Any(p => text.Contains(Lexicon.Fold(p), StringComparison.Ordinal));
    }

    [GeneratedRegex(
        @"\G(?:\b(?:aan\sde\s(?:drugs|drank)|aangehouden|aangifte\stegen|afgestroomd|alleenstaande\s(?:moeder|vader|ouder)|armoede|bezopen|bij\shalt|bijstand|blijven\szitten|blijvertje|buitengesloten"
        + @"|bureau\shalt|cijfer\svan|cijfers\svan|corvee\sals\sstraf|de\s(?:les|klas)\suit\s?gestuurd|deurwaarder|doubleerde|doubleert|doubleren|doublure|drie\suur\smelden|dronken|eenzaam"
        + @"|eruit\sgestuurd|gearresteerd|gedragsproblemen|gedragsstoornis|geen\svrienden|gepest|gescheiden\souders|geschorst|gespijbeld|gestraft|gevangen|gezakt\s(?:voor|op)|gezinssituatie|gezinsvoogd"
        + @"|handelingsplan|herexamen|herkansen|herkansing|in\sde\s(?:gevangenis|cel|bak)|iq|jeugdbescherming|jeugdzorg|kan\shet\s(?:schoolgeld|reisje)\sniet\sbetalen|kinderbescherming|komt\s(?:altijd"
        + @"|steeds|vaak|elke\sdag|weer)\ste\slaat|krijgt\s(?:extra\s)?(?:zorg|begeleiding|hulp|ondersteuning)\s(?:voor|van|omdat|vanwege)|laagbegaafd|laagste\scijfer|ladderzat|lam\sgezopen"
        + @"|leerachterstand|leerplicht\w*|mdo|misbruikt|mishandeld|motivatieproblemen|nablijven|nagebleven|niet\sbevorderd|niet\sover\s(?:naar|gegaan)|niet\skunnen\sbetalen|ondertoezichtstelling"
        + @"|ongeoorloofd\safwezig|onvoldoendes?|opgepakt|opp|ots|ouders\s(?:gaan|zijn|liggen)\s(?:[a-z]+\s){0,2}(?:uit\selkaar|scheiden|gescheiden|in\sscheiding)|pleeggezin|pleegkind|pleegouders"
        + @"|problemen\s(?:thuis|in\s(?:zijn|haar|het)\sgezin)|rugzakje|schorsing|schulden|schuldhulp\w*|slechtste\scijfer|spijbel\w*|stomdronken|stoned|straalbezopen|straf\sgekregen|strafblad|strafwerk"
        + @"|stroomt\saf|taalachterstand|te\slaat\skomen|thuissituatie|thuiszitter|twee\s(?:moeders|vaders|mama's|papa's)|uit\sde\s(?:les|klas)\s(?:gestuurd|gezet)|uit\shuis\s(?:geplaatst|gezet)"
        + @"|van\sschool\s(?:gestuurd|verwijderd|getrapt|gegooid|af\s?gestuurd|moeten|moest)|vechtscheiding|veilig\sthuis|verhoord|vermist|verwijderd\svan\sschool|verzuim|verzuimt|voedselbank|voogd"
        + @"|weggelopen|wordt\sgepest|zakte\s(?:voor|op)|zit\s(?:al\s)?(?:[a-z]+\s){0,2}(?:ziek\s)?thuis|zittenblijv\w*|zittengebleven|zorgleerling|zorgplan|zorgteam|(?:blijft"
        + @"|bleef)\sin\s(?:klas\s)?[a-z0-9]+\s(?:havo\s|vwo\s|mavo\s)?zitten|(?:gaat|mag|moet|ging)\sover\snaar\s(?:de\s)?(?:havo|mavo|vmbo|tl|kader|basis)|(?:blijft|bleef|blijven|gebleven"
        + @"|is)\s(?:helaas\s|toch\s|dit\sjaar\s|waarschijnlijk\s|wel\s|opnieuw\s|weer\s|een\skeer\s){0,2}(?:blijven\s)?zitten(?!\sop\b|\stijdens|\sin\sde\szaal)|(?:moet|gaat|mag)\s(?:het\s|de\s"
        + @"|klas\s\w+\s|\w+\s){0,3}(?:jaar|klas|\d)\s(?:over|overdoen|opnieuw\sdoen)|(?:gaat|ging|moet)\s(?:over\s)?(?:van\s(?:vwo|havo|mavo|tl|atheneum|gymnasium)\s)?naar\s(?:de\s)?(?:havo|mavo|vmbo"
        + @"|tl|kader|basis)\b(?!\s(?:voor|open))|(?:is|was|helaas)\s(?:niet\sgeslaagd|gezakt)|(?:een|met\seen|haar|zijn)\s(?:dikke\s|mooie\s|magere\s|vette\s|krappe\s|zware\s)?(?:1|2|3|4|5|6|7|8|9|10"
        + @"|tien|negen|acht|zeven|zes|vijf|vier|drie|twee|\d[,.]\d)\s(?:voor|op|gemiddeld|in|als)\s(?:zijn|haar|het|de|een|wiskunde|nederlands|engels|frans|duits|biologie|natuurkunde|scheikunde"
        + @"|geschiedenis|aardrijkskunde|economie|latijn|grieks|toets|so|proefwerk|pws|profielwerkstuk|gym|muziek|ckv|maatschappijleer|rapport|eindlijst|lijst|examen)|(?:haalde|haalt|kreeg|scoorde|stond"
        + @"|staat)\s(?:maar\s|slechts\s|een\s|gemiddeld\s){1,3}(?:dikke\s|mooie\s|magere\s)?(?:\d[,.]\d|[1-9]|10|tien|negen|acht|zeven|zes|vijf|vier|drie|twee)\b(?!\s(?:punt|punten|goals|doelpunten"
        + @"|keer|medailles?|prijs|prijzen|wedstrijd\w*|leerlingen|kaart\w*|euro|op\srij|plaats|e\b))|(?:zijn|haar|de)\s(?:cijfers|rapport|rapportcijfers|cijferlijst|eindcijfers?|citoscore"
        + @"|toetsresultaten|schooladvies|examencijfers)|(?:al\s)?(?:weken|maanden|tijden|dagen)\s(?:[a-z]+\s)?(?:ziek\s)?(?:thuis|afwezig|niet\s(?:op|naar)\sschool)|(?:extra|intensieve)\s(?:zorg"
        + @"|begeleiding)\s(?:nodig|krijgt)|(?:zijn|haar|de|wiens|wier)\souders\s(?:[a-z]+\s){0,3}(?:gescheiden|scheiden|uit\selkaar|ruzie|failliet|werkloos))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex DelicatePattern();

    [GeneratedRegex(
        @"\G(?:\b(?:afgezet|bedonderd|bedriegt|bedrogen|belazerd|belazert|boete|claim|conflict|contract\w*|failliet|faillissement|fraude|geschil|gestopt\somdat|in\sgebreke|in\sde\ssteek\sgelaten"
        + @"|ingebreke\w*|kort\sgeding|korting\sbedongen|laten\szitten|misstanden|offerte|onbetrouwba\w+|opgezegd|oplicht\w*|rechtszaak|ruzie|schadeclaim|slechte\s(?:service|kwaliteit)|surseance"
        + @"|tarieven|uurtarief|waardelo\w+|wanbetal\w*|wanprestatie|wurgcontract|(?:betaalt|betaalde|levert|leverde)\s(?:de\s\w+\s|zijn\s\w+\s|haar\s\w+\s)?(?:niet|te\slaat|slecht))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TroublePattern();

    [GeneratedRegex(
        @"\b(?:aannemer|bedrijf\swaarmee|beveiligingsbedrijf|boekenleverancier|busmaatschappij|cateraar\w*|cateringbedrijf|drukker\w*|fotobedrijf|ict-leverancier|installateur|leverancier\w*"
        + @"|onderaannemer|partner(?:s|school|organisatie)?|partnerschool|reisbureau|reisorganisatie|samenwerkingspartner\w*|schoolfotograaf|schoonmaakbedrijf|schoonmaker|sponsor(?:en|s)?\b|stagebedrijf"
        + @"|stagebedrijven|uitgever\w*|verhuurder|vervoerder|zusterschool)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartnerWord();

    [GeneratedRegex(@"\b(?:bij|via|mail|bel|contact\s(?:op\s)?met|meld\sje\sbij|onder\sleiding\svan)\s(?:onze\s|de\s|je\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();
}
