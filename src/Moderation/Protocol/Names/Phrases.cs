namespace Moderation.Protocol.Names;

/// <summary>Marks names that are no person of this school: known phrases, public people, streets, organisations, offices.</summary>
internal static class Phrases
{
    private static readonly string[] PlaceEndings =
    [
        "straat", "laan", "plein", "gracht", "kade", "singel", "steeg", "college", "lyceum", "prys", "toernooi", "bokaal", "fonds",
        "stichting", "museum", "theater", "stadion", "arena", "park", "school", "zaal", "tunnel", "bibliotheek", "ziekenhuis", "cup", "feest",
        "gymnasium", "gemeenschap", "academie", "universiteit", "instituut", "lezing", "festival", "kathedraal", "basiliek", "planetarium", "centrum",
    ];

    public static void Mark(Reading reading)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordKinds.PhraseStart))
                MarkKnown(reading, i);
            if (tokens[i].Is(WordKinds.InstitutionBefore | WordKinds.Office))
                MarkFollowing(reading, i);
            if (i > 0 && reading.GoesOn(i) && tokens[i].Has(TokenMarks.FirstUpper) && tokens[i].Before is Gap.Space or Gap.Hyphen
                && Closes(reading, i))
                MarkPreceding(reading, i);
            else if (i > 0 && tokens[i].Before == Gap.Hyphen && tokens[i].Is(WordKinds.InstitutionAfter))
                MarkPreceding(reading, i);
        }
    }

    // "Hugo de Grootgymnasium" is a school whoever stands before it; "Daan van der Laan" is a person.
    private static bool Closes(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        return EndsAsPlace(reading.Text.Key(token), token)
            ? !token.Is(WordKinds.RollSurname) || !IsSurname(reading, i)
            : token.Is(WordKinds.InstitutionAfter) && !IsSurname(reading, i);
    }

    private static void MarkKnown(Reading reading, int first)
    {
        var tokens = reading.Tokens;
        int node = 0, end = first, at = first;
        var marks = TokenMarks.None;
        while (at < tokens.Length && (at == first || (tokens[at].Before & (Gap.Break | Gap.Stop | Gap.Comma)) == 0))
        {
            var next = tokens[at].Word < 0 ? -1 : Lexicon.Dutch.PhraseStep(node, tokens[at].Word);
            if (next < 0 && tokens[at].Stem >= 0 && (next = Lexicon.Dutch.PhraseStep(node, tokens[at].Stem)) >= 0 && !Lexicon.Dutch.PhraseEnds(next))
                next = -1; // the possessive s comes last
            if (next < 0)
                break;
            node = next;
            at++;
            if (!Lexicon.Dutch.PhraseEnds(node))
                continue;
            end = at;
            marks = Lexicon.Dutch.IsPublicPerson(node) ? TokenMarks.InPhrase | TokenMarks.PublicPerson : TokenMarks.InPhrase;
        }
        for (var i = first; i < end; i++)
            tokens[i].Marks |= marks;
    }

    // "Stichting Max Jong", "koning Willem-Alexander", "Café De Wolf"
    private static void MarkFollowing(Reading reading, int cue)
    {
        var tokens = reading.Tokens;
        var end = cue + 1;
        while (end < tokens.Length && end - cue < 6 && reading.GoesOn(end) && (tokens[end].Before & Gap.Newline) == 0
            && (tokens[end].Has(TokenMarks.FirstUpper) || tokens[end].Is(WordKinds.Infix)))
            end++;
        for (var i = cue + 1; i < end; i++)
            tokens[i].Marks |= TokenMarks.InInstitution;
    }

    // "Anne Frank Plein", "Roos van Dam Toernooi"
    private static void MarkPreceding(Reading reading, int close)
    {
        var tokens = reading.Tokens;
        for (var i = close; i >= 0 && close - i < 5; i--)
        {
            if (i < close && !tokens[i].Has(TokenMarks.FirstUpper) && !tokens[i].Is(WordKinds.Infix))
                break;
            tokens[i].Marks |= TokenMarks.InInstitution;
            if (!reading.GoesOn(i))
                break;
        }
    }

    // "Daan van der Laan", "M. van 't Hof": behind a first name and a tussenvoegsel it closes no institution.
    private static bool IsSurname(Reading reading, int close)
    {
        var tokens = reading.Tokens;
        var head = close - 1;
        while (head > 0 && reading.GoesOn(head) && tokens[head].Is(WordKinds.Infix) && !tokens[head].Has(TokenMarks.FirstUpper))
            head--;
        return head < close - 1 && reading.GoesOn(head + 1)
            && (tokens[head].Is(WordKinds.FirstName | WordKinds.NameStart) || (tokens[head].KeyLength == 1 && tokens[head].Has(TokenMarks.FirstUpper)));
    }

    private static bool EndsAsPlace(ReadOnlySpan<char> key, in Token token)
    {
        if (token.Is(WordKinds.Surname) || key.Length < 8)
            return false;
        foreach (var ending in PlaceEndings)
        {
            if (key.EndsWith(ending, StringComparison.Ordinal) && key.Length > ending.Length + 2)
                return true;
        }
        return false;
    }
}
