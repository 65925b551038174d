namespace Moderation.Protocol.Names;

/// <summary>
/// Sentences that say what a word is: "Petra is een stad in Jordanië", "Teun is Gronings voor tuin", "Vera betekent waar".
/// Only at the start of a sentence, and only in a text that speaks of no school.
/// </summary>
internal static class Explanations
{
    /// <summary>Tokens from the word to the verb, and from the verb to the noun that tells.</summary>
    private const int Reach = 6;

    // The last part of a compound says what it is: zeilklasse, jeugdboek.
    private static readonly string[] ThingEndings =
    [
        "boek", "boeken", "spel", "spellen", "merk", "merken", "woord", "woorden", "film", "films", "serie", "series", "lied", "liedje", "taal", "talen", "stad", "steden",
        "dorp", "dorpen", "rivier", "boom", "bomen", "bloem", "bloemen", "plant", "planten", "vogel", "vogels", "boot", "boten", "schip", "schepen", "klasse", "toestel",
        "toestellen", "steen", "stenen", "stelsel", "methode", "soort", "soorten", "ras", "maat", "figuur", "figuren",
    ];

    public static bool Explain(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        // "Anna's hond is een teckel" speaks of Anna.
        if (!tokens[first].Has(TokenMarks.SentenceStart) || tokens[first].Has(TokenMarks.Possessive) || reading.SpeaksOfSchool || end >= tokens.Length)
            return false;
        for (var i = end; i < tokens.Length && i - end < Reach && !tokens[i].Has(TokenMarks.SentenceStart); i++)
        {
            var key = reading.Text.Key(tokens[i]);
            if (key is "betekent" or "betekende")
                return true;
            if (key is "is" or "was" or "zyn" or "waren")
                return IsThing(reading, i);
            // Somebody does something: no explanation.
            if (tokens[i].Is(WordKinds.PersonVerb | WordKinds.PersonCue | WordKinds.Relation)
                || (i == end && !tokens[i].Has(TokenMarks.AllDigits) && (tokens[i].Before & Gap.Comma) == 0 && key is not ("en" or "of")))
                return false;
        }
        return false;
    }

    private static bool IsThing(Reading reading, int copula)
    {
        var tokens = reading.Tokens;
        var next = copula + 1;
        if (next + 1 < tokens.Length && tokens[next].Has(TokenMarks.FirstUpper) && tokens[next].Before == Gap.Space && reading.Text.Key(tokens[next + 1]) is "voor")
            return true;
        for (var i = next; i < tokens.Length && i - next < Reach && reading.GoesOn(i); i++)
        {
            var key = reading.Text.Key(tokens[i]);
            if (tokens[i].Is(WordKinds.Thing) || EndsAsThing(key))
                return (i == next || reading.Text.Key(tokens[next]) is "een" or "geen") && EndsClause(reading, i + 1);
            if (key is "naam" && reading.Text.Key(tokens[i - 1]) is "de" && i + 1 < tokens.Length && reading.Text.Key(tokens[i + 1]) is "van")
                return true;
            // "een talent in sport": the noun has been, and it was somebody.
            if (tokens[i].Is(WordKinds.PersonCue | WordKinds.Role | WordKinds.Relation) || (tokens[i].Is(WordKinds.Infix) && !tokens[i].Is(WordKinds.Article)))
                return false;
        }
        return false;
    }

    // "is een boek aan het lezen", "was een boek kwijt": the thing is somebody's.
    private static bool EndsClause(Reading reading, int i) =>
        i >= reading.Tokens.Length || !reading.GoesOn(i) || reading.Tokens[i].Before != Gap.Space
        || reading.Text.Key(reading.Tokens[i]) is "in" or "van" or "voor" or "uit" or "met" or "om" or "op" or "by" or "die" or "dat" or "waar" or "en" or "of" or "over" or "tegen";

    private static bool EndsAsThing(ReadOnlySpan<char> key)
    {
        foreach (var ending in ThingEndings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
