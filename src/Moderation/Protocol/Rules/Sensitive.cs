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

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Delicate()))
            {
                if (Context.IsFiction(passage, sentence) && !draft.People(passage, sentence).Any(static m => m.Strong))
                    continue;
                var people = Pupils(draft, passage, sentence);
                if (people.Count == 0)
                    continue;
                var pupil = people.FirstOrDefault(static m => m.Strong && m.IsPupil);
                yield return Found.At(passage, match, AboutPupil, pupil is null ? null : FindingAction.Block, "gevoelige informatie over een leerling of ouder", pupil?.Person?.Id.ToString());
            }
            foreach (var (match, sentence) in passage.Find(Trouble()))
                if (!Context.Negated(passage, match.Index) && (passage.Has(PartnerWord(), sentence) || NamesPartner(draft, passage, sentence)))
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
        @"\b(?:(?:blijft|bleef|blijven|gebleven|is)\s(?:helaas\s|toch\s|dit\sjaar\s|waarschijnlijk\s|wel\s|opnieuw\s|weer\s|een\skeer\s){0,2}(?:blijven\s)?zitten(?!\sop\b|\stijdens|\sin\sde\szaal)|blijven\szitten|zittenblijv\w*|zittengebleven|doubleert|doubleerde|doublure|doubleren|(?:moet|gaat|mag)\s(?:het\s|de\s|klas\s\w+\s|\w+\s){0,3}(?:jaar|klas|\d)\s(?:over|overdoen|opnieuw\sdoen)|niet\sbevorderd|niet\sover\s(?:naar|gegaan)|(?:gaat|ging|moet)\s(?:over\s)?(?:van\s(?:vwo|havo|mavo|tl|atheneum|gymnasium)\s)?naar\s(?:de\s)?(?:havo|mavo|vmbo|tl|kader|basis)\b(?!\s(?:voor|open))|afgestroomd|stroomt\saf|(?:is|was|helaas)\s(?:niet\sgeslaagd|gezakt)|gezakt\s(?:voor|op)|zakte\s(?:voor|op)|herkansen|herkansing|herexamen"
        + @"|onvoldoendes?|(?:een|met\seen|haar|zijn)\s(?:dikke\s|mooie\s|magere\s|vette\s|krappe\s|zware\s)?(?:1|2|3|4|5|6|7|8|9|10|tien|negen|acht|zeven|zes|vijf|vier|drie|twee|\d[,.]\d)\s(?:voor|op|gemiddeld|in|als)\s(?:zijn|haar|het|de|een|wiskunde|nederlands|engels|frans|duits|biologie|natuurkunde|scheikunde|geschiedenis|aardrijkskunde|economie|latijn|grieks|toets|so|proefwerk|pws|profielwerkstuk|gym|muziek|ckv|maatschappijleer|rapport|eindlijst|lijst|examen)|(?:haalde|haalt|kreeg|scoorde|stond|staat)\s(?:maar\s|slechts\s|een\s|gemiddeld\s){1,3}(?:dikke\s|mooie\s|magere\s)?(?:\d[,.]\d|[1-9]|10|tien|negen|acht|zeven|zes|vijf|vier|drie|twee)\b(?!\s(?:punt|punten|goals|doelpunten|keer|medailles?|prijs|prijzen|wedstrijd\w*|leerlingen|kaart\w*|euro|op\srij|plaats|e\b))|(?:zijn|haar|de)\s(?:cijfers|rapport|rapportcijfers|cijferlijst|eindcijfers?|citoscore|toetsresultaten|schooladvies|examencijfers)|cijfers\svan|cijfer\svan|laagste\scijfer|slechtste\scijfer"
        + @"|geschorst|schorsing|van\sschool\s(?:gestuurd|verwijderd|getrapt|gegooid|af\s?gestuurd|moeten|moest)|verwijderd\svan\sschool|de\s(?:les|klas)\suit\s?gestuurd|uit\sde\s(?:les|klas)\s(?:gestuurd|gezet)|eruit\sgestuurd|strafwerk|nablijven|nagebleven|corvee\sals\sstraf|gestraft|straf\sgekregen|drie\suur\smelden"
        + @"|spijbel\w*|gespijbeld|verzuim|verzuimt|ongeoorloofd\safwezig|leerplicht\w*|bureau\shalt|bij\shalt|(?:al\s)?(?:weken|maanden|tijden|dagen)\s(?:[a-z]+\s)?(?:ziek\s)?(?:thuis|afwezig|niet\s(?:op|naar)\sschool)|thuiszitter|zit\s(?:al\s)?(?:[a-z]+\s){0,2}(?:ziek\s)?thuis|te\slaat\skomen|komt\s(?:altijd|steeds|vaak|elke\sdag|weer)\ste\slaat"
        + @"|jeugdzorg|jeugdbescherming|veilig\sthuis|pleeggezin|pleegkind|pleegouders|uit\shuis\s(?:geplaatst|gezet)|ondertoezichtstelling|ots|voogd|gezinsvoogd|kinderbescherming|zorgleerling|rugzakje|(?:extra|intensieve)\s(?:zorg|begeleiding)\s(?:nodig|krijgt)|krijgt\s(?:extra\s)?(?:zorg|begeleiding|hulp|ondersteuning)\s(?:voor|van|omdat|vanwege)|handelingsplan|zorgplan|opp|mdo|zorgteam|problemen\s(?:thuis|in\s(?:zijn|haar|het)\sgezin)|thuissituatie|gezinssituatie|vechtscheiding|(?:zijn|haar|de|wiens|wier)\souders\s(?:[a-z]+\s){0,3}(?:gescheiden|scheiden|uit\selkaar|ruzie|failliet|werkloos)|gescheiden\souders|ouders\s(?:gaan|zijn|liggen)\s(?:[a-z]+\s){0,2}(?:uit\selkaar|scheiden|gescheiden|in\sscheiding)|schulden|schuldhulp\w*|armoede|voedselbank|bijstand|kan\shet\s(?:schoolgeld|reisje)\sniet\sbetalen|niet\skunnen\sbetalen|deurwaarder|in\sde\s(?:gevangenis|cel|bak)|gevangen|strafblad|opgepakt|gearresteerd|aangehouden|verhoord|aangifte\stegen|weggelopen|vermist|mishandeld|misbruikt|gepest|wordt\sgepest|buitengesloten|geen\svrienden|eenzaam|motivatieproblemen|gedragsproblemen|gedragsstoornis|leerachterstand|taalachterstand|laagbegaafd|iq)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Delicate();

    [GeneratedRegex(@"\b(?:contract\w*|wanprestatie|(?:betaalt|betaalde|levert|leverde)\s(?:de\s\w+\s|zijn\s\w+\s|haar\s\w+\s)?(?:niet|te\slaat|slecht)|failliet|faillissement|surseance|rechtszaak|kort\sgeding|geschil|conflict|ruzie|boete|claim|schadeclaim|ingebreke\w*|in\sgebreke|opgezegd|tarieven|offerte|korting\sbedongen|uurtarief|oplicht\w*|onbetrouwba\w+|slechte\s(?:service|kwaliteit)|wanbetal\w*|waardelo\w+|fraude|gestopt\somdat|misstanden)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"\b(?:leverancier\w*|cateraar\w*|cateringbedrijf|sponsor(?:en|s)?\b|partner(?:s|school|organisatie)?|samenwerkingspartner\w*|uitgever\w*|busmaatschappij|vervoerder|reisbureau|reisorganisatie|schoonmaakbedrijf|schoonmaker|aannemer|installateur|stagebedrijf|stagebedrijven|fotobedrijf|schoolfotograaf|ict-leverancier|verhuurder|zusterschool|partnerschool|bedrijf\swaarmee|onderaannemer|drukker\w*|beveiligingsbedrijf|boekenleverancier)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PartnerWord();

    [GeneratedRegex(@"\b(?:bij|via|mail|bel|contact\s(?:op\s)?met|meld\sje\sbij|onder\sleiding\svan)\s(?:onze\s|de\s|je\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedTo();
}
