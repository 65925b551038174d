using System.Globalization;
using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>No policy, finances or results of the school (R42); only management may release them. What was raised for charity, prices and prizes pass.</summary>
internal static partial class Finances
{
    private static readonly Notice Policy = new("R42", FindingAction.Hold,
        new("Dit gaat over beleid, geld of resultaten van de school; alleen de schoolleiding mag dit vrijgeven.", "This is about policy, money or results of the school; only management may release it."),
        new("Laat dit weg of vraag de schoolleiding om het vrij te geven.", "Leave it out or ask management to release it."));

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Terms()))
                if (!Elsewhere(draft, passage, match, sentence))
                    yield return Found.At(passage, match, Policy, evidence: "beleid of financiën");
            foreach (var (match, sentence) in passage.Find(Amount()))
                if (Value(match) >= draft.Rulebook.AmountThreshold && !passage.Has(GoodMoney(), sentence) && !(Value(match) < 5 * draft.Rulebook.AmountThreshold && passage.Has(Price(), sentence))
                    && !(passage.Text.SentenceBefore(sentence) is { } before && passage.Has(Raised(), before)) && !Elsewhere(draft, passage, match, sentence))
                    yield return Found.At(passage, match, Policy, evidence: "groot bedrag");
        }
    }

    // Somebody else's money, or money as a subject taught; unless the school is named beside it.
    private static bool Elsewhere(DraftReading draft, Passage passage, Match match, Span sentence) =>
        Context.Negated(passage, match.Index)
        || match.Value.EndsWith("fte", StringComparison.Ordinal) && passage.Has(Vacancy(), sentence)
        || !passage.Has(Own(), sentence) && !draft.Rulebook.SchoolNames.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length))
            && (passage.Has(Taught(), sentence) || Context.IsHistory(passage, sentence));

    private static decimal Value(Match match)
    {
        // Not a sum when the digits are not grouped as Dutch sums are: 12.345,67
        var digits = match.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return 0;
        return match.Groups["unit"].Value switch
        {
            "ton" => value * 100_000,
            "miljoen" or "mln" or "mio" => value * 1_000_000,
            "miljard" => value * 1_000_000_000,
            "mille" or "duizend" or "k" => value * 1_000,
            _ => value,
        };
    }

    [GeneratedRegex(
        @"\b(?:begroting\w*|meerjarenbegroting\w*|jaarrekening\w*|jaarcijfers|bedrijfsresultat?\w*|exploitatie(?:tekort|resultaat|rekening|overschot|begroting)\w*|(?:de|onze|netto|jaar)?-?\s?omzet\s(?:van|is|was|steeg|daalde|over)|winst\sgemaakt|verlies\sgeleden|verlies\sgedraaid|rode\scijfers|zwarte\scijfers|in\sde\sschulden|financieel?\s(?:[a-z]+\s)?(?:tekort|gat|probleem|problemen|positie|resultaat|situatie|jaarverslag|overzicht|ruimte|tegenvaller|verslag|beleid|gezond)\w*|financiele\s(?:[a-z]+\s)?(?:tekort\w*|gat|problemen|positie|resultaten|situatie|overzicht|ruimte|tegenvaller\w*|verslag|cijfers|reserves|gevolgen)|(?:miljoenen|begrotings|geld|personeels)tekort|tekort\s(?:van|op\sde)|overschot\svan|bezuinig\w*|reorganis\w*|boventallig\w*|ontslagronde|ontslagen\svallen|gedwongen\sontslag\w*|(?:schrappen|schrapt|geschrapt|verdwijnen|verdwijnt|inleveren|kosten|kost)\s(?:[a-z0-9]+\s){0,3}(?:banen|fte|arbeidsplaatsen|functies|formatieplaatsen)|(?:banen|fte|arbeidsplaatsen|functies|formatieplaatsen)\s(?:[a-z]+\s){0,3}(?:schrappen|geschrapt|verdwijnen|verloren|weg|minder|inleveren)|formatieplan\w*|formatieplaats\w*|\d+(?:,\d)?\sfte|(?:de|onze|nieuwe|nieuwe\sde)\sformatie\s(?:20\d\d|voor|van|is|ziet|krimpt|wordt)|vacaturestop|personeelsstop|loonkosten|personeelskosten|salariskosten|liquiditeit|solvabiliteit|eigen\svermogen|reserves\svan|lumpsum\w*|bekostiging\w*)\b"
        + @"|\b(?:(?:gaat|gaan|willen|wil|zullen|plannen\svoor\seen|plan\svoor\seen|mogelijke|voorgenomen|besluit\stot)\s(?:[a-z]+\s){0,4}(?:fuseren|fusie)|(?<!kern|cel)fusie\s(?:met|tussen|van\sde\sscholen|plannen|besprekingen|gaat)|fusieplannen|fusiebesprekingen|gefuseerd|krimp\s(?:van|in)\s(?:het\s|de\s)?(?:leerling\w*|personeel|aantal|school|formatie)|leerlingenkrimp|krimpbeleid|(?:dalende?|teruglopende?|terugloop|daling)\s(?:[a-z]+\s){0,3}(?:leerlingen\w*|aanmeldingen|leerlingaantal\w*)|(?:leerlingaantal|leerlingenaantal|aantal\s(?:leerlingen|aanmeldingen))\s(?:[a-z]+\s){0,3}(?:daalt|daalde|loopt\sterug|keldert|krimpt)|(?:sluiting|sluiten|verkoop|afstoten)\svan\s(?:de\s|een\s|onze\s|het\s)?(?:locatie|vestiging|afdeling|dependance|gebouw|pand)|(?:locatie|vestiging|afdeling|school)\s(?:wordt|gaat)\s(?:[a-z]+\s){0,3}(?:opgeheven|gesloten\sper|dicht\sper|afgestoten|verkocht))\b"
        + @"|\b(?:strategisch\s(?:beleids)?plan|beleidsplan\w*|beleidsnotitie\w*|beleidsstuk\w*|beleidsinformatie|beleidswijziging\w*|beleidsvoornemen\w*|nieuw\s(?:[a-z]+)?beleid\s(?:is|wordt|ligt|komt)|koersplan|meerjarenplan\w*|taakbeleid|formatiebeleid|personeelsbeleid|strategische\s(?:koers|agenda|plannen)|managementrapportage\w*|kwartaalrapportage\w*|inspectierapport\w*|inspectie\soordeel\w*|(?:de\s)?(?:mr|gmr|medezeggenschapsraad|rvt|raad\svan\stoezicht|college\svan\sbestuur|schoolbestuur|bestuur)\s(?:[a-z]+\s){0,4}(?:besloten|besluit|besloot|ingestemd|instemming|stemt\s(?:in|tegen|voor)|stemde|goedgekeurd|keurt|keurde|akkoord|afgewezen|verworpen|wijst\saf|advies)|(?:instemming|besluit|advies|goedkeuring)\svan\sde\s(?:mr|gmr|medezeggenschapsraad|rvt|raad\svan\stoezicht)|mr-besluit\w*|rvt-besluit\w*|mr-advies|cao-onderhandeling\w*|contract(?:onder)?handeling\w*|aanbesteding\w*|offertes?\svan)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Terms();

    [GeneratedRegex(@"(?:(?:\u20ac|\beur(?:o)?)\s?(?<n>\d{1,3}(?:[. ]\d{3})+(?:,\d\d?)?|\d{1,9}(?:,\d\d?)?)(?:,-)?(?:\s(?<unit>ton|miljoen|mln|miljard|mille|duizend|k)\b)?|\b(?<n>\d{1,3}(?:[. ]\d{3})+(?:,\d\d?)?|\d{1,9}(?:,\d\d?)?)\s?(?<unit>ton|miljoen|mln|miljard|mille|duizend|k)?\s?(?:euro|eur|\u20ac))", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:opbrengst\w*|opgebracht|bracht(?:en)?\s(?:[a-z]+\s){0,4}op|op\s?brengen|opgehaald|haalden?|ophalen|op\ste\shalen|haalt|ingezameld|inzamel\w*|gezamenlijk\sbijeen|bijeen\w*|bij\selkaar|verzameld|goede\s?doel\w*|goeddoel\w*|sponsor\w*|actie\w*|gift\w*|donatie\w*|gedoneerd|doneren|schenk\w*|geschonken|overhandig\w*|cheque|kwf|kika|unicef|rode\skruis|serious\srequest|war\schild|warchild|edukans|stichting|fonds|fancy\sfair|benefiet\w*|prijs|prijzen\w*|gewonnen|wint|winnen|won|wonnen|hoofdprijs|beurs|beurzen|studiebeurs|ouderbijdrage|spaar\w*|gespaard|teller|startkapitaal|monopoly|quiz|miljonair)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GoodMoney();

    [GeneratedRegex(@"\b(?:kost|kosten|reissom|entree|toegang|kaart\w*|ticket\w*|salaris|bruto|vacature\w*|schaal|vergoeding|maandsalaris)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(?:vacature\w*|zoekt|zoeken|gezocht|sollicit\w*|aanstelling|betrekkingsomvang)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vacancy();

    [GeneratedRegex(@"\b(?:sponsor\w*|goede\s?doel\w*|opbrengst\w*|actie\w*|kwf|kika|inzamel\w*|benefiet\w*|fancy\sfair|vastenactie|serious\srequest)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\b(?:onze|ons|wij|we|school|schoolleiding|directie|rector|bestuur|docenten|leraren|personeel|medewerkers|mr|rvt|banen|fte|formatie|locatie|vestiging)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:les|lessen|gastles\w*|economie\w*|bedrijfseconomie|m&o|maatschappijleer|leerlingen\s(?:leren|maken|rekenen|onderzoeken|simuleren|bedenken|richten)|debat\w*|stelling\w*|profielwerkstuk\w*|pws|module|project\w*|kabinet|regering|minister\w*|tweede\skamer|prinsjesdag|miljoenennota|gemeente|provincie|rijk|landelijk\w*|europese?|eu|griekenland|simulatie\w*|game|quiz|spel|minionderneming|jong\sondernemen|eigen\sbedrijfje|nibud|week\svan\shet\sgeld|budget\w*|zakgeld|wetenschap\w*|natuurkunde|scheikunde|biologie|kernfusie|atomen|kernen|cellen|energie|water)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Taught();
}
