using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Where somebody lives (R32), and giving it away to others (R26). Addresses of the school and of public places pass.</summary>
internal static partial class Addresses
{
    private const int LongestStreet = 40;

    private static readonly Notice Private = new("R32", FindingAction.Hold,
        new("Hier staat een adres dat niet van de school is.", "There is an address that is not the school's."),
        new("Haal het adres weg, of noem de plek bij haar naam als het een openbare plek is.", "Remove the address, or name the place if it is a public one."));

    private static readonly Notice Home = Private with
    {
        Action = FindingAction.Block,
        What = new("Hier staat het huisadres van een leerling of ouder.", "There is the home address of a pupil or parent here."),
        Fix = new("Haal het adres weg.", "Remove the address."),
    };

    private static readonly Notice Doxing = new("R26", FindingAction.Block,
        new("Hier wordt bekendgemaakt waar iemand woont, op een manier die dreigt.", "Somebody's home is made public here in a threatening way."),
        new("Haal dit weg; de schoolleiding krijgt hiervan bericht.", "Remove this; management is told about it."));

    private static readonly WordRegex PostCode = new(PostCodePattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            if (passage.Folded.AsSpan().IndexOfAnyInRange('0', '9') < 0)
                continue;
            foreach (var (match, sentence) in passage.Find(PostCode))
                if (!Known(draft, passage, match) && !NotAPostCode().IsMatch(match.ValueSpan) && Judge(draft, passage, match, sentence, postCode: true) is { } finding)
                    yield return finding;
            foreach (var match in Streets(passage.Folded))
                if (!Known(draft, passage, match) && Judge(draft, passage, match, passage.Text.SentenceAt(match.Index), postCode: false) is { } finding)
                    yield return finding;
        }
    }

    // Every word may be a street, few words stand before a number: the pattern is tried only there.
    private static IEnumerable<Match> Streets(string folded)
    {
        for (var i = 1; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]) || !char.IsWhiteSpace(folded[i - 1]))
                continue;
            var end = i - 1;
            var start = WordBefore(folded, end > 0 && folded[end - 1] == '.' ? end - 1 : end);
            if (start > 0 && folded.AsSpan(start, end - start) is "nr" or "nr." or "nummer")
                start = WordBefore(folded, end = start - 1);
            if (start < end && StreetPattern().Match(folded, start) is { Success: true } match)
                yield return match;
        }
    }

    private static int WordBefore(string folded, int end)
    {
        var start = end;
        while (start > 0 && (char.IsAsciiLetterLower(folded[start - 1]) || folded[start - 1] is '\'' or '-') && end - start < LongestStreet)
            start--;
        return start;
    }

    private static Finding? Judge(DraftReading draft, Passage passage, Match match, Span sentence, bool postCode)
    {
        if (passage.Has(Hostile(), sentence))
            return Found.At(passage, match, Doxing, evidence: "adres met een dreigende toon");
        var lives = passage.Has(Living(), sentence);
        var people = draft.PeopleMeant(passage, sentence);
        if (lives && (people.Count > 0 || PersonalData.OfPupil(draft, passage, sentence)) || people.Any(static m => m.Strong && m.IsPupil))
            return Found.At(passage, match, PersonalData.OfPupil(draft, passage, sentence) ? Home : Private, evidence: "woonadres");
        if (lives && !passage.Has(PublicPlace(), sentence))
            return Found.At(passage, match, Private, evidence: "woonadres");
        if (people.Any(static m => m.Kind is MentionKind.Matched or MentionKind.FirstName && m.Score >= 50) && !passage.Has(PublicPlace(), sentence))
            return Found.At(passage, match, Private, evidence: "adres bij een naam");

        // A street and number by themselves are where something takes place; a post code with a number nearly always is a home.
        return postCode && HouseNumber().IsMatch(match.ValueSpan) && !NearPublicPlace(passage, sentence) ? Found.At(passage, match, Private, evidence: "postcode met huisnummer") : null;
    }

    private static bool NearPublicPlace(Passage passage, Span sentence) =>
        passage.Has(PublicPlace(), sentence) || passage.Text.SentenceBefore(sentence) is { } before && passage.Has(PublicPlace(), before);

    private static bool Known(DraftReading draft, Passage passage, Match match)
    {
        var from = Math.Max(0, match.Index - 30);
        var to = Math.Min(passage.Folded.Length, match.Index + match.Length + 40);
        foreach (var known in draft.Rulebook.KnownAddresses.Matches(passage.Folded, from, to))
            if (known.Overlaps(new Span(match.Index, match.Index + match.Length)) || match.Index - known.End is >= 0 and <= 3 || known.Start - (match.Index + match.Length) is >= 0 and <= 3)
                return true;
        return false;
    }

    [GeneratedRegex(@"\G(?:\b[1-9]\d{3}\s?[a-z]{2}\b(?:[\s,]{1,2}(?:nr\.?|nummer|huisnummer)?\s?\d{1,4}\s?[a-z]?\b)?|\b[a-z'-]{3,}\s\d{1,4}\s?[a-z]?,\s?[1-9]\d{3}\s?[a-z]{2}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex PostCodePattern();

    // "2018 in", "1500 op": a year or a number and a short word.
    [GeneratedRegex(@"^[1-9]\d{3}\s(?:in|op|de|en|is|om|te|we|er|of|al|zo|ik|je|ze|na|nu|bij|km|kg|cm|mm|ml|gr|st|pk|vs|tm)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NotAPostCode();

    [GeneratedRegex(@"\d\s?[a-z]{2}[\s,]{1,2}(?:nr\.?|nummer|huisnummer)?\s?\d|\s\d{1,4}\s?[a-z]?,\s?[1-9]\d{3}", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"\G(?:[a-z'-]{2,24}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|hof|steeg|dijk|plantsoen|brink|kamp|akker|veld|hoek|pad|park|wal|straatje|weide|horst|esch|brug|erf|markt|ring|oord|burg)\s(?:nr\.?\s|nummer\s)?\d{1,4}\s?(?:[a-f]\b)?(?!\s?(?:uur|euro|%|km|m\b|jaar|leerlingen|:|\.\d)))", RegexOptions.CultureInvariant)]
    private static partial Regex StreetPattern();

    [GeneratedRegex(@"\b(?:afrekenen|bezoekje|bezorg\s|dood|ga\s(?:er|daar)\s(?:maar\s)?(?:langs|verhaal)|ingooien|kapot|krijg(?:t|en)?\s(?:je|hem|haar|hij|zij)\s(?:nog|wel)|langsgaan|ook\sal\sweten|opwachten|pas\s(?:maar\s)?op|ruiten|spijt\svan|stenen|stuur\s(?:er\s)?(?:allemaal|massaal)|te\sgrazen|verhaal\shalen|wacht\s(?:hem|haar|je)\sop|weet\s(?:wel\s)?waar|weten\s(?:wel\s)?waar|wraak)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hostile();

    [GeneratedRegex(@"\b(?:adres\svan|bij\s(?:hem|haar|ons|mij)\s(?:thuis)?|huisadres|ouderlijk\shuis|prive-?adres|thuis|thuisadres|verhuisd|wonen|woon|woonachtig|woonadres|woonde|woont)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Living();

    [GeneratedRegex(
        @"\b(?:adres\svan\s(?:de\s|onze\s)?(?:school|locatie)|atelier|aula|b\.v|bakkerij|basiliek|bedrijf|bezoekadres|bibliotheek|bioscoop|boerderij|bowling\w*|buurthuis|bv|cafe|camping|campus"
        + @"|clubhuis|concert|dorpshuis|expositie|fabriek|galerie|gebouw|gemeentehuis|gymnastiekzaal|gymzaal|hal|halte|hedon|hogeschool|hostel|hotel|ijsbaan|ingang|isala|kantoor|kerk|kinderboerderij"
        + @"|klimhal|landgoed|locatie|lunchroom|manege|moskee|museum|odeon|open\sdag|park|parkeergarage|parkeerterrein|poppodium|postadres|postbus|praktijk|restaurant|school|schoolgebouw|schouwburg"
        + @"|spiegel|sportcentrum|sportcomplex|sporthal|sportpark|stadhuis|stadion|stadkamer|stage\w*|station|stichting|synagoge|tentoonstelling|theater|trefpunt|universiteit|vereniging|verzamelen"
        + @"|verzamelpunt|verzorgingshuis|vestiging|voorstelling|wijkcentrum|winkel|zaal|ziekenhuis|zorgcentrum|zwembad)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex PublicPlace();
}
