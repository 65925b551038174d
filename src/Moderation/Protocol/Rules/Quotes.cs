using System.Text.RegularExpressions;
using Moderation.Drafts;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Nobody is quoted without agreeing (R44): words between quotation marks, or after a colon, with somebody who says them. Titles, mottoes and writers of old pass.</summary>
internal static partial class Quotes
{
    private const int Reach = 90;

    private static readonly Notice Quoted = new("R44", FindingAction.Hold,
        new("Hier wordt iemand geciteerd; dat mag alleen als die persoon akkoord is.", "Somebody is quoted here, which is only allowed if that person agrees."),
        new("Vraag akkoord en vink de verklaring aan, of vat het samen zonder citaat.", "Ask for agreement and tick the declaration, or sum it up without a quotation."));

    private static readonly WordRegex Unmarked = new(UnmarkedPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        if (draft.Content.Declarations.Contains(Declaration.QuotesAgreed) && !draft.Rulebook.Tensions.NeverQuote)
            yield break;
        foreach (var passage in draft.Prose)
        {
            foreach (var quote in passage.Text.Quotes)
                if (IsSpeech(passage, quote) && SomebodySays(draft, passage, quote))
                    yield return Found.At(passage, quote, Quoted, evidence: "citaat");
            foreach (var (match, sentence) in passage.Find(Unmarked))
                if (!passage.Text.InQuote(match.Index) && Speaker(draft, passage, sentence, new Span(match.Index, match.Index + match.Length)) && !Written(passage, sentence))
                    yield return Found.At(passage, match, Quoted, evidence: "citaat zonder aanhalingstekens");
            foreach (var (match, sentence) in passage.Find(NameColon()))
                if (FirstPerson().IsMatch(passage.After(match.Index + match.Length, 120))
                    && draft.People(passage, sentence).Any(m => m.Named && m.Where.Start <= match.Index && match.Index - m.Where.End is >= 0 and <= 14))
                    yield return Found.At(passage, match, Quoted, evidence: "uitspraak na een naam");
        }
    }

    // A single word is a term; a title has no stop in it and does not speak.
    private static bool IsSpeech(Passage passage, Span quote) => passage.Folded.AsSpan(quote.Start, quote.Length).Trim().Length > 1;

    private static bool SomebodySays(DraftReading draft, Passage passage, Span quote)
    {
        var after = After(passage, quote);
        var before = Before(passage, quote);
        var afterText = passage.Slice(after);
        var beforeText = passage.Slice(before);
        if (Says().Match(afterText) is { Success: true } says && says.Index <= 3 && !Story().IsMatch(afterText))
            return Voices().IsMatch(afterText) || HasSpeaker(draft, passage, after);
        if (SaysBefore().IsMatch(beforeText))
            return HasSpeaker(draft, passage, before);
        if (Label().IsMatch(beforeText))
            return (HasSpeaker(draft, passage, before) || BareSpeaker().IsMatch(beforeText)) && !Titled().IsMatch(beforeText);
        return false;
    }

    private static bool HasSpeaker(DraftReading draft, Passage passage, Span around)
    {
        var text = passage.Slice(around);
        if (draft.Rulebook.Lexicon.PublicFigures.IsIn(text) || Thing().IsMatch(text))
            return false;
        if (AnySpeaker().IsMatch(text))
            return true;
        var sentence = passage.Text.SentenceAt(Math.Min(around.Start, Math.Max(0, passage.Folded.Length - 1)));
        return passage.People(sentence, draft.Facts).Concat(passage.People(passage.Text.SentenceAt(Math.Max(0, Math.Min(around.End, passage.Folded.Length) - 1)), draft.Facts))
            .Any(m => m.Where.Overlaps(around));
    }

    private static bool Speaker(DraftReading draft, Passage passage, Span sentence, Span match) =>
        !draft.Rulebook.Lexicon.PublicFigures.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length)) && !Thing().IsMatch(passage.Slice(match))
        && (AnySpeaker().IsMatch(passage.Slice(match)) || passage.People(sentence, draft.Facts).Any(m => m.Where.Overlaps(new Span(match.Start - 2, match.End + 30))));

    private static bool Written(Passage passage, Span sentence) => passage.Has(Document(), sentence);

    private static Span After(Passage passage, Span quote)
    {
        var start = Math.Min(passage.Folded.Length, quote.End + 1);
        var end = Math.Min(passage.Folded.Length, start + Reach);
        for (var i = start; i < end; i++)
            if (passage.Folded[i] is '\n' or '"' || passage.Folded[i] is '.' or '!' or '?' && i > start + 2)
                return new Span(start, i);
        return new Span(start, end);
    }

    private static Span Before(Passage passage, Span quote)
    {
        var end = Math.Max(0, quote.Start - 1);
        var start = Math.Max(0, end - Reach);
        for (var i = end - 1; i >= start; i--)
            if (passage.Folded[i] is '\n' or '"' || passage.Folded[i] is '.' or '!' or '?' && i < end - 2 && !(i > 0 && char.IsUpper(passage.Text.Cased[i - 1])))
                return new Span(i + 1, end);
        return new Span(start, end);
    }

    private const string Verbs = "klinkt|klonk|glimlacht|glimlachte|grijnst|grijnsde|knikt|knikte|gilt|gilde|fluisteren|giechelt|giechelde|sms'te|appt|schreeuwt|schreeuwde|vraagt|vroeg|constateert|constateerde|vervolgt|vervolgde|besluiten|bevestigt|bevestigde|zegt|zei|zeggen|zeiden|vertelt|vertelde|vertellen|vertelden|verteld|vindt|vond|vinden|vonden|aldus|lacht|lachte|lachen|roept|riep|roepen|riepen|reageert|reageerde|reageren|stelt|stelde|meent|meende|verzucht|verzuchtte|grapt|grapte|antwoordt|antwoordde|antwoorden|schrijft|schreef|schrijven|laat|liet|besluit|besloot|concludeert|concludeerde|benadrukt|benadrukte|glundert|glunderde|straalt|fluistert|fluisterde|juicht|juichte|blikt|vat|voegt|vult|noemt|noemde|verklaart|verklaarde|licht|geeft|bekent|bekende|kijkt|herinnert|somt|legt|legde|zucht|zuchtte|klinkt\\shet\\suit|denkt|dacht|merkt|merkte|oordeelt|oordeelde|waarschuwt|waarschuwde|belooft|beloofde|hoopt|hoopte|weet|wist|mailt|mailde|appte|twitterde|twittert|citeer|citeren|citeert|beaamt|erkent|erkende|begint|begon|sluit|sloot|jubelt|jubelde|mompelt|klaagt|klaagde|mopperde|aan\\shet\\swoord";

    [GeneratedRegex(@"\b(?:" + Verbs + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Says();

    [GeneratedRegex(@"\b(?:" + Verbs + @")\b[^"":]{0,60}[:,]?\s*$|\b(?:citaat|uitspraak|woorden|reactie|quote)\svan\b[^"":]{0,50}:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SaysBefore();

    // "klinkt het uit de zaal": nobody is named, and still somebody's words.
    [GeneratedRegex(@"^\W{0,3}(?:klinkt|klonk)\shet\b", RegexOptions.CultureInvariant)]
    private static partial Regex Voices();

    [GeneratedRegex(@"(?:^|[.!?]\s)\s*(?:brugklasser|collega|docente?|jongen|leerlinge?|meisje|mentor|moeder|oud-leerling|ouder|rector|vader|winnaar)\s?:\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareSpeaker();

    [GeneratedRegex(@"[a-z0-9)]\s?:\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:aflevering|boek|bord|campagne|deel|expositie|film|gedicht|genaamd|getiteld|heet|hoofdstuk|kop|lesmethode|leus|lezing|lied|met|motto|musical|nummer|onderwerp|opdracht|opschrift|podcast|poster|programma|project|reeks|rubriek|serie|slogan|song|spandoek|stelling|stuk|tekst|tentoonstelling|thema|titel|voorstelling|vraag|wachtwoord|werkstuk|workshop)\b[^"":]{0,30}:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"\b(?:begint|blikt|geeft|kijkt|laat|legt|noemt|sluit|vat|vertelde|vertelt)\s(?:het\sverhaal|het\sindrukwekkende|het\swaargebeurde|een\sverhaal|over|hoe|ons\s(?:hoe|over|mee)|de\s(?:avond|dag"
        + @"|voorstelling|middag|kijker|lezer|zaal)|zien|het\spubliek)\b|^\W{0,3}(?:begint|begon|sluit|sloot|laat|kijkt|geeft|vat|licht|weet|legt|noemt|blikt|vult|voegt)\s(?:de\s(?:voorstelling|musical"
        + @"|film|avond|dag|show)|het\s(?:project|programma|seizoen|stuk|boek)|om|op|in|met|aan\s(?:de|het))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Story();

    [GeneratedRegex(
        @"\b(?:(?:een|de|onze|deze|die|elke|menig|twee|drie|enkele|sommige|veel|andere|zijn|haar|alle)\s(?:[a-z0-9-]+\s){0,3}?(?:gids|boer|boerin|kok|chef|[a-z]{3,}(?:aar|ier|iste?|eur|euse|ster|ante?"
        + @"|ente?|der|ker|ler|mer|ner|per|ser|ter|ger)|leerlinge?|leerlingen|docente?|docenten|leraar|leraren|lerares|ouder|ouders|moeder|vader|opa|oma|collega(?:'s)?|medewerkers?|brugklassers?"
        + @"|eindexamenkandidaat|examenkandidaat|examenkandidaten|bezoekers?|bezoekster|oud-leerlingen|oud-leerling|vrijwilligers?|mentor|mentoren|juf|meester|jongen|meisje|meiden|jongens|klasgenoten"
        + @"|klasgenoot|deelnemers?|deelneemster|stagiaire?|rector|conrector|teamleider|afdelingsleider|directeur|wethouder|burgemeester|trainer|coach|concierge|organisator|initiatiefnemer|voorzitter"
        + @"|gastspreker|gastdocent|schrijver|schrijfster|kunstenaar|speler|speelster|winnaar|winnares|winnaars|jurylid|jury|buurman|buurvrouw|kantinemedewerker|kok|dj|acteur|actrice|regisseur|dirigent"
        + @"|solist|ondernemer|ministerie|minister|politieagent|agent|arts|verpleegkundige|decaan|mediathecaris|tweedeklasser|derdeklasser|vierdeklasser|vijfdeklasser|zesdeklasser|zesdeklassers"
        + @"|eersteklasser|scholier|scholieren))\b|\b(?:brugklasser|burgemeester|coach|conrector|directeur|docent|docente|leerling|mentor|moeder|organisator|ouder|rector|teamleider|trainer|vader|wethouder)\s[a-z0-9]{2,}\b|\b(?:hij|zij|ze|iemand"
        + @"|wij|we|men)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex AnySpeaker();

    [GeneratedRegex(@"\b(?:artikel\s\d|bijbel|boek|bord|bordje|computer|dichter|draak|gezegde|heks|hoofdpersoon|koning|kop|krantenkop|lied|motto|muur|opschrift|personage|poster|prins|prinses|refrein|robot|roman|slogan|spandoek|spreekwoord|thema|titel|tovenaar|verhaal|wet|wolf|woordenboek)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Thing();

    // "aldus een trotse moeder"; "een leerling vertelt: het was super".
    [GeneratedRegex(@"\G(?:\baldus\s(?!het\b|de\s(?:wet|website|brief|krant|folder))(?:[a-z0-9'-]+\s?){1,6}|\b(?:[a-z0-9'()-]+\s){1,5}(?:zegt|zei|vertelt|vertelde|roept|reageert|verzucht|grapt|lacht|schrijft|schreef|antwoordt|reageerde|riep)\s?:\s(?=[a-z""'])|\b(?:zegt|zei|vertelt|vertelde|roept|reageert|schrijft|schreef|antwoordt)\s(?:[a-z0-9'()-]+\s?){1,5}:\s(?=[a-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex UnmarkedPattern();

    [GeneratedRegex(@"(?<=[a-z0-9)]):\s(?=[a-z'""])", RegexOptions.CultureInvariant)]
    private static partial Regex NameColon();

    [GeneratedRegex(@"^['""]?(?:[^.!?\n]{0,60}\b)?(?:ik|wij|we|mijn|ons|onze|mij|me|het\swas|vond\shet)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPerson();

    [GeneratedRegex(@"\baldus\s(?:de\s(?:website|brief|krant|folder|wet|inspectie)|het)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Document();
}
