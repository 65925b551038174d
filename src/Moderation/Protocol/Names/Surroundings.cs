namespace Moderation.Protocol.Names;

/// <summary>What the words around a name add to it or take from it (<c>domain.md</c> §4.3, boosts and deductions).</summary>
internal static class Surroundings
{
    public static int Boosts(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        var score = 0;
        if (IsActor(reading, first, end))
            score += Scores.PersonVerb;
        if (HasAge(reading, end))
            score += Scores.Age;
        if (tokens[first].Has(TokenMarks.Enumerated))
            score += Scores.Enumerated;
        if (first > 0 && (tokens[first].Before & (Gap.Stop | Gap.Break)) == 0 && tokens[first - 1].Is(WordKinds.Salutation | WordKinds.Title))
            score += Scores.Salutation;
        return score;
    }

    /// <param name="infixOwn">The words before belong to the surname itself, so an article among them says nothing.</param>
    public static int Deductions(Reading reading, int first, int end, bool infixOwn = false)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[first];
        var score = 0;
        if (!infixOwn && Plausibility.HasArticleBefore(reading, first))
            score += Scores.ArticleBefore;
        if (token.Is(WordKinds.Measure) && end < tokens.Length && (tokens[end].Before & ~(Gap.Space | Gap.Dot | Gap.Stop | Gap.Colon)) == 0 && tokens[end].Has(TokenMarks.HasDigit) && !tokens[end].Has(TokenMarks.Class))
            score += Scores.MeasureWord;
        if (token.Has(TokenMarks.InPhrase | TokenMarks.InInstitution))
            score += Scores.KnownPhrase;
        if (token.Has(TokenMarks.InTitleQuotes))
            score += Scores.TitleInQuotes;
        if (token.Has(TokenMarks.OtherSurname))
            score += Scores.OtherSurnameFollows;
        if (IsCompound(reading, first, end))
            score += Scores.Compound;
        if (IsCommand(reading, first, end))
            score += Scores.Command;
        if (Explanations.Explain(reading, first, end))
            score += Scores.Explained;
        if (IsRuler(reading, end))
            score += Scores.KnownPhrase;
        if (EndsAnotherName(reading, first))
            score += Scores.OtherNameBefore;
        if (PublicLife.IsElsewhere(reading, first, end))
            score += Scores.Elsewhere;
        return score;
    }

    // "won Roos", "Roos vertelt", "leerling Roos", "samen met Roos", "de moeder van Roos"
    private static bool IsActor(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        if (end < tokens.Length && reading.GoesOn(end) && tokens[end].Is(WordKinds.PersonVerb) && !tokens[end].Has(TokenMarks.FirstUpper))
            return true;
        // `"Leuk!" zegt Roos`, `, aldus Roos`: a quote or comma before the verb does not matter.
        if (first == 0 || (tokens[first].Before & (Gap.Stop | Gap.Break | Gap.Newline)) != 0)
            return false;
        if (tokens[first - 1].Is(WordKinds.PersonVerb | WordKinds.PersonCue))
            return true;
        if (first < 2 || !reading.GoesOn(first))
            return false;
        var before = reading.Text.Key(tokens[first - 1]);
        return (before is "met" && reading.Text.Key(tokens[first - 2]) is "samen")
            || (before is "van" && tokens[first - 2].Is(WordKinds.Relation))
            || (before is "met" or "van" or "voor" or "door" or "aan" && tokens[first - 2].Is(WordKinds.PersonVerb) && tokens[first - 2].Is(WordKinds.PersonCue));
    }

    // "(14)", "14 jaar", ", 14,"
    private static bool HasAge(Reading reading, int end)
    {
        var tokens = reading.Tokens;
        if (end >= tokens.Length || !tokens[end].Has(TokenMarks.AllDigits) || tokens[end].KeyLength != 2 || (tokens[end].Before & (Gap.Break | Gap.Newline | Gap.Stop)) != 0)
            return false;
        var key = reading.Text.Key(tokens[end]);
        var age = ((key[0] - '0') * 10) + key[1] - '0';
        if (age is < 10 or > 21)
            return false;
        var opened = (tokens[end].Before & (Gap.Open | Gap.Comma)) != 0;
        var closed = end + 1 >= tokens.Length || (tokens[end + 1].Before & (Gap.Close | Gap.Comma)) != 0;
        return (opened && closed) || (end + 1 < tokens.Length && reading.Text.Key(tokens[end + 1]) is "jaar" or "jarige");
    }

    // "Rob je tas niet leeg", "Ken jij dit boek": a sentence that starts with a verb.
    private static bool IsCommand(Reading reading, int first, int end) =>
        reading.Tokens[first].Has(TokenMarks.SentenceStart) && end < reading.Tokens.Length && reading.Tokens[end].Before == Gap.Space
        && reading.Text.Key(reading.Tokens[end]) is "je" or "jy" or "jouw" or "u" or "uw" or "jullie";

    // "Hendrik VIII"
    private static bool IsRuler(Reading reading, int end) =>
        end < reading.Tokens.Length && reading.Tokens[end].Before == Gap.Space && reading.Tokens[end].Has(TokenMarks.AllUpper) && !reading.Tokens[end].Has(TokenMarks.Class)
        && reading.Text.Key(reading.Tokens[end]) is "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" or "xi" or "xii" or "xiii" or "xiv" or "xv" or "xvi";

    // "Camp David", "Lake Louise": a capital in front that no list knows, where none is due.
    private static bool EndsAnotherName(Reading reading, int first)
    {
        if (first == 0 || reading.Tokens[first].Before != Gap.Space || reading.Tokens[first].Has(TokenMarks.Headline))
            return false;
        ref readonly var before = ref reading.Tokens[first - 1];
        return before.Has(TokenMarks.FirstUpper) && before.IsUnlisted && before.KeyLength > 2 && !before.Has(TokenMarks.SentenceStart | TokenMarks.AllUpper | TokenMarks.HasDigit);
    }

    // "Roos-motief": joined to another word that is no name.
    public static bool IsCompound(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        if (tokens[first].Zone != Zone.Prose)
            return false;
        return (end < tokens.Length && tokens[end].Before == Gap.Hyphen && !tokens[end].Has(TokenMarks.Class)
                && !(tokens[end].Has(TokenMarks.FirstUpper) && tokens[end].Is(WordKinds.FirstName | WordKinds.Surname | WordKinds.RollSurname | WordKinds.NameStart)))
            || (first > 0 && tokens[first].Before == Gap.Hyphen && !tokens[first - 1].Has(TokenMarks.Class))
            || (end < tokens.Length && tokens[end].Has(TokenMarks.Camel) && !tokens[end].Has(TokenMarks.Hashtag))
            || (tokens[first].Has(TokenMarks.Camel) && !tokens[first].Has(TokenMarks.Hashtag));
    }
}
