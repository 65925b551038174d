using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>
/// Finds whom a sentence singles out: the name matcher's names, titles with a name, first names, and descriptions that fit one person.
/// Only used beside something sensitive; a name alone is the name matcher's and the consent check's affair.
/// </summary>
internal static partial class MentionFinder
{
    public static IReadOnlyList<Mention> Find(Passage passage, Span sentence, RuleFacts facts)
    {
        var found = new List<Mention>();
        foreach (var name in passage.Names)
        {
            var where = new Span(passage.Text.FromOriginal(name.Start), passage.Text.FromOriginal(name.End));
            if (name.Score >= 20 && where.Overlaps(sentence) && !IsPublicFigure(passage, where, facts))
                found.Add(new Mention(where, MentionKind.Matched, name.Score, name.Person is { } id ? facts.FindPerson(id) : null));
        }
        if (passage.IsFileName)
            return found;
        var cased = passage.Text.Cased;
        AddMatches(Titled(), cased, MentionKind.Titled, passage, sentence, facts, found);
        AddFirstNames(passage, sentence, facts, found);
        AddMatches(Subject(), cased, MentionKind.FirstName, passage, sentence, facts, found);
        AddMatches(Relative(), cased, MentionKind.Described, passage, sentence, facts, found);
        AddMatches(Described(), passage.Folded, MentionKind.Described, passage, sentence, facts, found);
        AddMatches(Function(), passage.Folded, MentionKind.Function, passage, sentence, facts, found);
        return found;
    }

    public static bool SaysHeOrShe(Passage passage, Span sentence) => passage.Has(Pronoun(), sentence);

    /// <summary>Sinterklaas, Shakespeare and everybody else whom a school may speak of freely.</summary>
    public static bool IsPublicFigure(Passage passage, Span where, RuleFacts facts)
    {
        // A matcher may have caught only a part of the name: look at the word on either side as well.
        var from = Math.Max(0, where.Start - 24);
        var to = Math.Min(passage.Folded.Length, where.End + 24);
        foreach (var figure in facts.Rulebook.Lexicon.PublicFigures.Matches(passage.Folded, from, to))
            if (figure.Start <= where.Start && where.End <= figure.End)
                return true;
        return false;
    }

    private static void AddMatches(Regex pattern, string text, MentionKind kind, Passage passage, Span sentence, RuleFacts facts, List<Mention> found)
    {
        for (var match = pattern.Match(text, sentence.Start, sentence.Length); match.Success; match = match.NextMatch())
        {
            var group = match.Groups["who"] is { Success: true } who ? who : match.Groups[0];
            var where = new Span(group.Index, group.Index + group.Length);
            var name = match.Groups["name"];
            if (name.Success && facts.Rulebook.Lexicon.Has(LexiconSection.NotAName, passage.Folded.AsSpan(name.Index, name.Length)))
                continue;
            if (!found.Exists(m => m.Where.Overlaps(where)) && !Pet().IsMatch(passage.Before(where.Start, 20)) && !IsPublicFigure(passage, where, facts))
                found.Add(new Mention(where, kind, 60, Person: null));
        }
    }

    private static void AddFirstNames(Passage passage, Span sentence, RuleFacts facts, List<Mention> found)
    {
        var text = passage.Text;
        var lexicon = facts.Rulebook.Lexicon;
        for (var match = Capitalised().Match(text.Cased, sentence.Start, sentence.Length); match.Success; match = match.NextMatch())
        {
            var where = new Span(match.Index, match.Index + match.Length);
            var folded = passage.Slice(where);
            var common = lexicon.Has(LexiconSection.FirstNameAlsoWord, folded);
            if (!common && !lexicon.Has(LexiconSection.FirstName, folded))
                continue;
            if (Article().IsMatch(passage.Before(where.Start, 10)) || NotAPersonAfter().IsMatch(passage.After(where.End, 24)))
                continue;
            if (common && StartsSentence(text.Cased, sentence, where) && !DoesSomething().IsMatch(passage.After(where.End, 40)))
                continue;
            if (!found.Exists(m => m.Where.Overlaps(where)) && !Pet().IsMatch(passage.Before(where.Start, 20)) && !IsPublicFigure(passage, where, facts))
                found.Add(new Mention(where, MentionKind.FirstName, 60, Person: null));
        }
    }

    private static bool StartsSentence(string text, Span sentence, Span where)
    {
        for (var i = sentence.Start; i < where.Start; i++)
            if (char.IsLetterOrDigit(text[i]))
                return false;
        return true;
    }

    private const string SchoolClass = @"(?:klas\s)?[1-6](?:[a-z]{1,2}\d{0,2}|\s?(?:havo|vwo|mavo|vmbo(?:-tl)?|gym|gymnasium|atheneum|tl))\b";

    private const string Verbs = "heeft|had|is|was|kreeg|krijgt|werd|wordt|won|wint|haalde|haalt|bleef|blijft|zit|zat|ligt|lag|lijdt|kampt|worstelt|vertelt|vertelde|vertelden|"
        + "mag|moest|moet|kan|kon|gaat|ging|viel|valt|zegt|zei|spijbelt|spijbelde|pest|pestte|steelt|stal|liegt|loog|ziet|zag|doet|deed|komt|kwam|scoorde|scoort|speelt|speelde|deelt|deelde|herstelt|vecht|overwon|vierde|viert|draagt|stemt|woont|studeert|slaagde|zakte|faalde|verzuimt|mist|miste|vergat|struikelde";

    [GeneratedRegex(@"\b(?:[Mm]eneer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Mm]eester|[Jj]uf(?:frouw)?|[Dd]ocente?|[Ll]eraar|[Ll]erares|[Mm]entor|[Rr]ector|[Cc]onrector|[Cc]oncierge|[Dd]irecteur|[Tt]eamleider|[Dd]ecaan|[Dd]rs?\.|[Pp]rof\.|[Dd]ominee|[Ww]ethouder|[Tt]rainer|[Cc]oach|[Cc]ollega|[Oo]ud-collega|[Ff]amilie)\s(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Hh]et|'t|[Tt]en|[Tt]er|[Ee]l|v\.d\.)\s){0,3}(?<name>[A-Z][A-Za-z'-]*\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalised();

    // A capital where Dutch has none but for names, with somebody's verb beside it, or a class or age behind it.
    [GeneratedRegex(@"(?:(?<=[a-z,]\s)(?<who>(?<name>[A-Z][a-z]{2,})\b(?:\s(?:(?:van|de|den|der|el)\s){0,2}[A-Z][a-z]+)?)(?=\s(?:" + Verbs + @")\b)|\b(?:vertelt|vertelde|feliciteren|feliciteert|heeft|kreeg|won|is|gaat|zit|van)\s(?<who>(?<name>[A-Z][a-z]{2,})\b)(?=\s(?:over|met|uit|de|het|een|weer|al)\b)|\b(?<who>(?<name>[A-Z][a-z]{2,})(?:\s(?:(?:van|de|den|der|el)\s){0,2}[A-Z][a-z]+)?)(?=,?\s(?:uit\s(?:klas\s)?[1-6][A-Za-z]{1,2}\d?\b|\([1-6][A-Za-z]{1,2}\d?\)|\(1\d\))))", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:[Mm]oeder|[Vv]ader|[Oo]uders?|[Bb]roer(?:tje)?|[Zz]us(?:je)?|[Oo]ma|[Oo]pa|[Zz]oon(?:tje)?|[Dd]ochter(?:tje)?|[Nn]eef|[Nn]icht|[Vv]riend(?:in)?|[Hh]uisgenoot)\svan\s(?:(?:(?:een|de|deze|die)\s)?(?:leerlinge?|klasgenoot|brugklasser|scholier|collega|docente?)\b|(?<name>[A-Z][a-z]+)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:een|de|die|deze|onze|dat|dit|het|twee)\s(?:[a-z-]{2,14}\s){0,2}?(?:leerling(?:e|en)?|jongens?|meisjes?|brugklassers?|examenkandidaat|klasgenoot|scholier|docente?|medewerk(?:er|ster)|moeder|vader|ouders?)\s(?:uit|van|in)\s(?:de\s)?" + SchoolClass + @"|\b(?:deze|die|bewuste|betreffende)\s(?:leerlinge?|jongen|scholier|docente?|leraar|lerares|juf|meester|rector|conrector|mentor|concierge|teamleider|ouder|moeder|vader|medewerk(?:er|ster)|klasgenoot|collega)\b|\b(?:dit|dat)\smeisje\b|\b(?:jongen|meisje|leerlinge?)\sin\s(?:onze|de)\s(?:klas|brugklas)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    [GeneratedRegex(@"\b(?:onze|de|mijn|jullie|hun|die|deze)\s(?:nieuwe\s|eigen\s|oude\s|geliefde\s|vaste\s)?(?:oud-|ex-)?(?:con)?(?:rector|concierge|directeur|directrice|teamleid(?:er|ster)|afdelingsleider|decaan|penningmeester|secretaris|voorzitter|kantinebeheerder|kantinejuf(?:frouw)?|kantinemedewerkster|mentor|roostermaker|systeembeheerder|mediathecaris|collega|oud-collega|(?:gym|wiskunde|biologie|muziek|teken|scheikunde|natuurkunde|geschiedenis|aardrijkskunde|economie|drama|sport)(?:docente?|leraar|lerares|juf|meester)|docente?\s(?:wiskunde|biologie|frans|duits|engels|nederlands|geschiedenis|aardrijkskunde|natuurkunde|scheikunde|economie|muziek|tekenen|handvaardigheid|gym|lo|latijn|grieks|spaans|informatica|godsdienst|levensbeschouwing))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    [GeneratedRegex(@"(?:kat|poes|hond|pony|paard|ezel|hamster|konijn|cavia|kip|geit|varken|schildpad|goudvis|mascotte|robot|knuffel|skelet)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Pet();

    [GeneratedRegex(@"\b(?:hij|zij|ze|hem|haar)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:de|het|een|onze|'n|elke|iedere|geen)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"^[\s-](?:college|school|lyceum|plein|straat|laan|weg|park|prijs|award|bokaal|cup|toernooi|theater|museum|zaal|fonds|stichting|festival|bibliotheek|hotel|bar|tour|clinic)", RegexOptions.CultureInvariant)]
    private static partial Regex NotAPersonAfter();

    [GeneratedRegex(@"^(?:\s(?:(?:van|de|den|der|el|'t)\s){0,2}[a-z-]+)?,?\s(?:" + Verbs + @"|uit|\()", RegexOptions.CultureInvariant)]
    private static partial Regex DoesSomething();
}
