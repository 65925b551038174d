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

    private static readonly WordRegex Terms = new(TermsPattern());
    private static readonly WordRegex SpelledAmount = new(SpelledAmountPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, sentence) in passage.Find(Terms))
                if (!Elsewhere(draft, passage, match, sentence))
                    yield return Found.At(passage, match, Policy, evidence: "beleid of financiën");
            foreach (var (match, sentence) in passage.Find(Amount()))
                if (Value(match) >= draft.Rulebook.AmountThreshold && !passage.Has(GoodMoney(), sentence) && !(Value(match) < 5 * draft.Rulebook.AmountThreshold && passage.Has(Price(), sentence))
                    && !(passage.Text.SentenceBefore(sentence) is { } before && passage.Has(Raised(), before)) && !Elsewhere(draft, passage, match, sentence))
                    yield return Found.At(passage, match, Policy, evidence: "groot bedrag");
            foreach (var (match, sentence) in passage.Find(SpelledAmount))
                if (!passage.Has(GoodMoney(), sentence) && !Elsewhere(draft, passage, match, sentence))
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
        @"\G(?:\b(?:bedrijfsresultat?\w*|begroting\w*|bekostiging\w*|bezuinig\w*|boventallig\w*|eigen\svermogen|exploitatie(?:tekort|resultaat|rekening|overschot|begroting)\w*"
        + @"|financieel?\s(?:[a-z]+\s)?(?:tekort|gat|probleem|problemen|positie|resultaat|situatie|jaarverslag|overzicht|ruimte|tegenvaller|verslag|beleid|gezond)\w*"
        + @"|financiele\s(?:[a-z]+\s)?(?:tekort\w*|gat|problemen|positie|resultaten|situatie|overzicht|ruimte|tegenvaller\w*|verslag|cijfers|reserves|gevolgen)|formatieplaats\w*|formatieplan\w*"
        + @"|gedwongen\sontslag\w*|in\sde\sschulden|jaarcijfers|jaarrekening\w*|liquiditeit|loonkosten|lumpsum\w*|meerjarenbegroting\w*|ontslagen\svallen|ontslagronde|overschot\svan|personeelskosten"
        + @"|personeelsstop|reorganis\w*|reserves\svan|rode\scijfers|salariskosten|solvabiliteit|tekort\s(?:van|op\sde)|vacaturestop|verlies\sgeleden|verlies\sgedraaid|winst\sgemaakt|zwarte\scijfers"
        + @"|(?:de|onze|netto|jaar)?-?\s?omzet\s(?:van|is|was|steeg|daalde|over)|(?:miljoenen|begrotings|geld|personeels)tekort|(?:schrappen|schrapt|geschrapt|verdwijnen|verdwijnt|inleveren|kosten"
        + @"|kost)\s(?:[a-z0-9]+\s){0,3}(?:banen|fte|arbeidsplaatsen|functies|formatieplaatsen)|(?:banen|fte|arbeidsplaatsen|functies|formatieplaatsen)\s(?:[a-z]+\s){0,3}(?:schrappen|geschrapt"
        + @"|verdwijnen|verloren|weg|minder|inleveren)|\d+(?:,\d)?\sfte|(?:de|onze|nieuwe|nieuwe\sde)\sformatie\s(?:20\d\d|voor|van|is|ziet|krimpt|wordt))\b|\b(?:fusiebesprekingen|fusieplannen|gefuseerd"
        + @"|krimp\s(?:van|in)\s(?:het\s|de\s)?(?:leerling\w*|personeel|aantal|school|formatie)|krimpbeleid|leerlingenkrimp|(?:gaat|gaan|willen|wil|zullen|plannen\svoor\seen|plan\svoor\seen|mogelijke"
        + @"|voorgenomen|besluit\stot)\s(?:[a-z]+\s){0,4}(?:fuseren|fusie)|(?<!kern|cel)fusie\s(?:met|tussen|van\sde\sscholen|plannen|besprekingen|gaat)|(?:dalende?|teruglopende?|terugloop"
        + @"|daling)\s(?:[a-z]+\s){0,3}(?:leerlingen\w*|aanmeldingen|leerlingaantal\w*)|(?:leerlingaantal|leerlingenaantal|aantal\s(?:leerlingen|aanmeldingen))\s(?:[a-z]+\s){0,3}(?:daalt|daalde"
        + @"|loopt\sterug|keldert|krimpt)|(?:sluiting|sluiten|verkoop|afstoten)\svan\s(?:de\s|een\s|onze\s|het\s)?(?:locatie|vestiging|afdeling|dependance|gebouw|pand)|(?:locatie|vestiging|afdeling"
        + @"|school)\s(?:wordt|gaat)\s(?:[a-z]+\s){0,3}(?:opgeheven|gesloten\sper|dicht\sper|afgestoten|verkocht))\b|\b(?:aanbesteding\w*|beleidsinformatie|beleidsnotitie\w*|beleidsplan\w*"
        + @"|beleidsstuk\w*|beleidsvoornemen\w*|beleidswijziging\w*|cao-onderhandeling\w*|contract(?:onder)?handeling\w*|formatiebeleid|inkomsten\s(?:vallen|vielen)\stegen|inspectie\soordeel\w*"
        + @"|inspectierapport\w*|koersplan|kwartaalrapportage\w*|managementrapportage\w*|meerjarenplan\w*|mr-advies|mr-besluit\w*|nieuw\s(?:[a-z]+)?beleid\s(?:is|wordt|ligt|komt)|offertes?\svan"
        + @"|personeelsbeleid|rvt-besluit\w*|strategisch\s(?:beleids)?plan|strategische\s(?:koers|agenda|plannen)|taakbeleid|tegenvallende\s(?:inkomsten|resultaten|aanmeldingen)|(?:ons"
        + @"|het)\stekort\s(?:loopt|is|groeit|bedraagt)|(?:locatie|vestiging|afdeling)\s(?:[a-z]+\s)?(?:gaat|moet)\s(?:definitief\s|volgend\sjaar\s|straks\s)?(?:dicht|sluiten|verdwijnen)(?!\s(?:op|om"
        + @"|vanaf|wegens|vanwege|tijdens|door|in\sde))|(?:de\s)?(?:mr|gmr|medezeggenschapsraad|rvt|raad\svan\stoezicht|college\svan\sbestuur|schoolbestuur|bestuur)\s(?:[a-z]+\s){0,4}(?:besloten|besluit"
        + @"|besloot|ingestemd|instemming|stemt\s(?:in|tegen|voor)|stemde|goedgekeurd|keurt|keurde|akkoord|afgewezen|verworpen|wijst\saf|advies)|(?:instemming|besluit|advies|goedkeuring)\svan\sde\s(?:mr"
        + @"|gmr|medezeggenschapsraad|rvt|raad\svan\stoezicht))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TermsPattern();

    [GeneratedRegex(@"(?:(?:\u20ac|\beur(?:o)?)\s?(?<n>\d{1,3}(?:[. ]\d{3})+(?:,\d\d?)?|\d{1,9}(?:,\d\d?)?)(?:,-)?(?:\s(?<unit>ton|miljoen|mln|miljard|mille|duizend|k)\b)?|\b(?<n>\d{1,3}(?:[. ]\d{3})+(?:,\d\d?)?|\d{1,9}(?:,\d\d?)?)\s?(?<unit>ton|miljoen|mln|miljard|mille|duizend|k)?\s?(?:euro|eur|\u20ac))", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(?:actie\w*|benefiet\w*|beurs|beurzen|bij\selkaar|bijeen\w*|bracht(?:en)?\s(?:[a-z]+\s){0,4}op|cheque|donatie\w*|doneren|edukans|fancy\sfair|fonds|gedoneerd|geschonken|gespaard|gewonnen"
        + @"|gezamenlijk\sbijeen|gift\w*|goeddoel\w*|goede\s?doel\w*|haalden?|haalt|hoofdprijs|ingezameld|inzamel\w*|kika|kwf|miljonair|monopoly|op\s?brengen|op\ste\shalen|opbrengst\w*|opgebracht"
        + @"|opgehaald|ophalen|ouderbijdrage|overhandig\w*|prijs|prijzen\w*|quiz|rode\skruis|schenk\w*|serious\srequest|spaar\w*|sponsor\w*|startkapitaal|stichting|studiebeurs|teller|unicef|verzameld"
        + @"|war\schild|warchild|winnen|wint|won|wonnen)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex GoodMoney();

    [GeneratedRegex(@"\G(?:\b(?:half|een|anderhalf|twee|drie|vier|vijf|enkele|tientallen|honderden)\s(?:miljoen|miljard|ton|mille|duizenden)\s(?:euro|aan\s(?:schuld|kosten|verlies))\b)", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledAmountPattern();

    [GeneratedRegex(@"\b(?:bruto|entree|kaart\w*|kost|kosten|maandsalaris|reissom|salaris|schaal|ticket\w*|toegang|vacature\w*|vergoeding)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(?:vacature\w*|zoekt|zoeken|gezocht|sollicit\w*|aanstelling|betrekkingsomvang)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vacancy();

    [GeneratedRegex(@"\b(?:actie\w*|benefiet\w*|fancy\sfair|goede\s?doel\w*|inzamel\w*|kika|kwf|opbrengst\w*|serious\srequest|sponsor\w*|vastenactie)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\b(?:banen|bestuur|directie|docenten|formatie|fte|leraren|locatie|medewerkers|mr|ons|onze|personeel|rector|rvt|school|schoolleiding|vestiging|we|wij)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"\b(?:atomen|bedrijfseconomie|biologie|budget\w*|cellen|debat\w*|economie\w*|eigen\sbedrijfje|energie|eu|europese?|game|gastles\w*|gemeente|griekenland|jong\sondernemen|kabinet|kernen"
        + @"|kernfusie|landelijk\w*|leerlingen\s(?:leren|maken|rekenen|onderzoeken|simuleren|bedenken|richten)|les|lessen|m&o|maatschappijleer|miljoenennota|minionderneming|minister\w*|module"
        + @"|natuurkunde|nibud|prinsjesdag|profielwerkstuk\w*|project\w*|provincie|pws|quiz|regering|rijk|scheikunde|simulatie\w*|spel|stelling\w*|tweede\skamer|water|week\svan\shet\sgeld|wetenschap\w*"
        + @"|zakgeld)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Taught();
}
