namespace Moderation.Protocol.Names;

/// <summary>Full names with one slip in one of their words, and call names with one slip beside their class.</summary>
internal static class MisspeltNames
{
    private const int Long = 5;

    public static void Find(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        var words = new List<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenMarks.Taken | TokenMarks.HasDigit | TokenMarks.Class | TokenMarks.InPhrase) || !reading.GoesOn(i + 1))
                continue;
            if (token.Is(WordKinds.NameStart) && (token.Has(TokenMarks.FirstUpper) || !reading.IsOrdinary(token, token.Word)))
                Surname(reading, hits, words, i);
            if (!token.Has(TokenMarks.Taken) && token.Has(TokenMarks.FirstUpper))
                CallName(reading, hits, words, i);
        }
        foreach (var mention in reading.Classes)
        {
            if (mention.Code is not null)
                InClass(reading, hits, words, mention);
        }
    }

    private static void Surname(Reading reading, HitList hits, List<int> words, int first)
    {
        var tokens = reading.Tokens;
        var core = InfixReader.End(reading, first + 1);
        if (!reading.GoesOn(core) || (tokens[core].Before & Gap.Newline) != 0 || tokens[core].Has(TokenMarks.Taken | TokenMarks.HasDigit))
            return;
        ref readonly var token = ref tokens[core];
        var key = reading.Text.Key(token);
        if (key.Length < 4 || (!token.Has(TokenMarks.FirstUpper) && (token.Word >= 0 || reading.IsOrdinary(tokens[first], tokens[first].Word)))
            || (token.Is(WordKinds.NoSurname) && !token.Is(WordKinds.Surname)))
            return;
        words.Clear();
        reading.Roll.SurnameSlips.Candidates(key, words);
        foreach (var word in words)
        {
            if (!Misspellings.IsOneSlip(key, reading.Roll.Words[word]))
                continue;
            var people = Fitting(reading, reading.Roll.Pairs[PairKey.Full(tokens[first].Word, word)], first + 1, core, word);
            if (people.Length == 0)
                continue;
            var certain = key.Length >= Long;
            hits.Add(reading, first, core + 1, people, certain ? Scores.Misspelt : Scores.MisspeltShort, Evidence.Misspelt);
            reading.Take(first, core + 1);
            return;
        }
    }

    private static void CallName(Reading reading, HitList hits, List<int> words, int first)
    {
        var tokens = reading.Tokens;
        var core = InfixReader.End(reading, first + 1);
        if (!reading.GoesOn(core) || !tokens[core].Is(WordKinds.RollSurname) || !tokens[core].Has(TokenMarks.FirstUpper) || tokens[core].Has(TokenMarks.Taken)
            || (tokens[core].Before & Gap.Newline) != 0)
            return;
        ref readonly var token = ref tokens[first];
        var key = reading.Text.Key(token);
        if (key.Length < 4 || (token.Is(WordKinds.AnyOrdinary) && !token.Is(WordKinds.FirstName)))
            return;
        words.Clear();
        reading.Roll.CallSlips.Candidates(key, words);
        foreach (var word in words)
        {
            if (!Misspellings.IsOneSlip(key, reading.Roll.Words[word]))
                continue;
            var people = Fitting(reading, reading.Roll.Pairs[PairKey.Full(word, tokens[core].Word)], first + 1, core, tokens[core].Word);
            if (people.Length == 0)
                continue;
            var certain = key.Length >= Long;
            hits.Add(reading, first, core + 1, people, certain ? Scores.Misspelt : Scores.MisspeltShort, Evidence.Misspelt);
            reading.Take(first, core + 1);
            return;
        }
    }

    private static void InClass(Reading reading, HitList hits, List<int> words, ClassMention mention)
    {
        var tokens = reading.Tokens;
        for (var i = Math.Max(0, mention.First - 4); i < mention.First; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.Has(TokenMarks.FirstUpper) || token.Has(TokenMarks.Taken | TokenMarks.HasDigit) || token.KeyLength < Long || token.Is(WordKinds.FirstName | WordKinds.NameStart)
                || token.Is(WordKinds.AnyOrdinary) || !ClassLink.Links(reading, i, i + 1, mention))
                continue;
            words.Clear();
            reading.Roll.CallSlips.Candidates(reading.Text.Key(token), words);
            var people = new List<int>();
            foreach (var word in words)
            {
                if (!Misspellings.IsOneSlip(reading.Text.Key(token), reading.Roll.Words[word]))
                    continue;
                foreach (var index in reading.Roll.Calls[word].Span)
                {
                    if (mention.Covers(reading.Roll.People[index]) && !people.Contains(index))
                        people.Add(index);
                }
            }
            if (people.Count == 0)
                continue;
            hits.Add(reading, i, i + 1, people.ToArray(), Scores.MisspeltInClass, Evidence.MisspeltInClass, classCounted: true);
            reading.Take(i, i + 1);
        }
    }

    private static ReadOnlyMemory<int> Fitting(Reading reading, ReadOnlyMemory<int> people, int from, int core, int word)
    {
        if (people.Length == 0)
            return people;
        var fitting = new List<int>(people.Length);
        foreach (var index in people.Span)
        {
            if (InfixReader.Fit(reading, from, core, FullNames.Part(reading.Roll.People[index], word)) != InfixFit.Foreign)
                fitting.Add(index);
        }
        return fitting.ToArray();
    }
}
