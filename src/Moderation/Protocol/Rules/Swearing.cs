using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>No cursing or swearing (R48), in any disguise; the diseases themselves may be spoken of.</summary>
internal static partial class Swearing
{
    private static readonly Notice Curse = new("R48", FindingAction.Hold,
        new("Hier staat een vloek of scheldwoord.", "There is a curse or a term of abuse here."),
        new("Kies een ander woord.", "Choose another word."));

    private static readonly WordRegex Blasphemy = new(BlasphemyPattern());
    private static readonly WordRegex Phrases = new(PhrasesPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            foreach (var word in passage.Loaded(draft.Rulebook.Lexicon))
                if (word.Is(LexiconSection.Swear) && !MeansTheDisease(passage, word))
                    yield return Found.At(passage, word.Where, Curse, evidence: word.Disguised ? "vermomd scheldwoord" : "scheldwoord");
            foreach (var (match, _) in passage.Find(Phrases))
                yield return Found.At(passage, match, Curse, evidence: "scheldende uitdrukking");
            foreach (var (match, sentence) in passage.Find(Blasphemy))
                if (!passage.Has(Religion(), sentence))
                    yield return Found.At(passage, match, Curse, evidence: "vloek");
        }
    }

    private static bool MeansTheDisease(Passage passage, LoadedWord word)
    {
        if (word.Disguised || word.Word is not ("kanker" or "tering" or "tyfus" or "pleuris" or "pleuritis" or "cholera"))
            return false;
        var sentence = passage.Text.SentenceAt(word.Where.Start);
        if (Wished().IsMatch(passage.Before(word.Where.Start, 24)) || Thrown().IsMatch(passage.After(word.Where.End, 12)))
            return false;
        return passage.Has(Medical(), sentence)
            || Having().IsMatch(passage.Before(word.Where.Start, 32))
            || word.Word == "tering" && passage.Has(Nering(), sentence)
            || word.Word != "kanker" && Context.IsHistory(passage, sentence);
    }

    [GeneratedRegex(
        @"\G(?:\b(?:hou(?:d|dt)?|houden)\s(?:allemaal\s|gewoon\s|nou\s|eens\s){0,3}(?:je|jullie|jouw|hun|zijn|haar|z'n|d'r)\s(?:grote\s|vieze\s)?(?:bek|muil|smoel|waffel|bakkes|klep)\b|\b(?:bek"
        + @"|muil)\s(?:dicht|houden)\b|\b(?:donder|flikker|hoepel|kanker|lazer|mieter|opzout|pleur|rot|sodemieter|tief|zout)(?:en|t)?\s(?:toch\s|nou\s|gewoon\s|maar\s|eens\s|lekker\s"
        + @"|allemaal\s){0,3}op\b(?!\s(?:de|het|een)\s)|\bkrijg\s(?:allemaal\s|toch\s)?(?:de\s)?(?:kanker|tering|tyfus|tiefus|kolere|klere|pest|pleuris|schijt|rambam|pokken|griep\sdan)\b"
        + @"|\bval\s(?:toch\s)?dood\b|\bstik\s(?:er\s)?(?:toch\s|maar\s)?(?:in|de\smoord)\b|\b(?:kus|lik)\s(?:mijn|m'n|me)\s(?:reet|kont|zak)\b|\b(?:mijn|m'n|je)\sreet\b|\b(?:je"
        + @"|jouw)\smoeder\s(?:is\seen|stinkt|man)\b|\bhoer(?:en)?\svan\seen\b|\bson\sof\sa\sbitch\b|\bwhat\sthe\s(?:f|hell)\b|\bshut\sthe\b|\bgo\sto\shell\b|\bgod(?:ver|s)?\s?(?:verdomme|damn|dammit)\b"
        + @"|\bkrijg\snou\swat\b|\bpiss?\soff\b|\bloop\snaar\sde\s(?:hel|duivel|maan|pomp)\b|\bde\spot\sop\b|\bsteek\s(?:het|die|dat)\s(?:\w+\s){0,2}in\sje\s(?:reet|hol|kont|gat|aars)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PhrasesPattern();

    [GeneratedRegex(@"\G(?:\b(?:jezus|jezus\schristus|christus|jezusmina|god\sallemachtig|godallemachtig|in\sgodsnaam|o\sgod|oh\smy\sgod|allemachtig)(?=\s?[,!]|\s(?:man|zeg|wat\s(?:een|is|ben|zijn))\b))", RegexOptions.CultureInvariant)]
    private static partial Regex BlasphemyPattern();

    [GeneratedRegex(@"\b(?:advent|bijbel\w*|dienst|discipelen|gebed\w*|geboorte|geboren|geloof\w*|godsdienst\w*|heer|herders|johannes|kerk\w*|kerst\w*|kribbe|kruis\w*|leerlingen\svan\sjezus|lied|lucas|matteus|paas\w*|pasen|passion|pinksteren|psalm\w*|stal|viering\w*|zingen)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Religion();

    [GeneratedRegex(
        @"\b(?:alpe|arts|bacterie\w*|behandel\w*|biologie|cellen|chemo\w*|cholera|collect\w*|diagnose|dokter|donatie\w*|doneren|epidemie\w*|fonds|genez\w*|gezwel\w*|goede\sdoel|inenting\w*|ingezameld"
        + @"|inzamel\w*|kika|kwf|medisch\w*|onderzoek\w*|opbrengst\w*|opgehaald|ophalen|overleden|overlijden|patient\w*|prik|ribbon|risico|roken|roparun|samenloop|sponsor\w*|stichting|strijd\w*|tbc"
        + @"|tuberculose|vaccin\w*|vormen\svan|wetenschap\w*|ziekenhuis|ziekte\w*)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Medical();

    [GeneratedRegex(@"\b(?:aan|als|bij|door|genaamd|had|hebben|heeft|kreeg|krijgen|krijgt|met|naar|over|soorten?|tegen|van|vorm\svan)\s(?:de\s|het\s|zijn\s|haar\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Having();

    [GeneratedRegex(@"\b(?:krijg|wat\seen|die|zo'n|een|ik\s(?:wens|hoop)\b[^.!?]{0,12})\s(?:de\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Wished();

    [GeneratedRegex(@"^(?:\s?!|\s(?:op|veel|snel|hard|druk|irritant|slecht|goed|lekker|zooi)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\bnering\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nering();
}
