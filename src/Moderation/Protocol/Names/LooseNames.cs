namespace Moderation.Protocol.Names;

/// <summary>Call names and surnames that stand alone.</summary>
internal static class LooseNames
{
    private const int ManyCandidates = 3;

    /// <summary>A surname that more people share says nothing about any one of them, unless the draft links one.</summary>
    public const int TooManyCandidates = 20;

    public static void CallNames(Reading reading, HitList hits)
    {
        Span<CallUnit> units = stackalloc CallUnit[4];
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenMarks.Taken | TokenMarks.Class | TokenMarks.Leet) || (!tokens[i].Is(WordKinds.NameStart | WordKinds.DoubleStart) && tokens[i].Stem < 0))
                continue;
            var count = CallUnit.Read(reading, i, units);
            for (var u = 0; u < count; u++)
            {
                var people = reading.Roll.Calls[units[u].Word];
                if (people.Length == 0 || (units[u].Word == tokens[i].Stem && !ReadsAsPossessive(reading, i)))
                    continue;
                var (school, others) = Split(reading.Roll, people);
                CallName(reading, hits, i, units[u], school, 0);
                CallName(reading, hits, i, units[u], others, Scores.NotOfSchool);
                if (units[u].End > i + 1)
                {
                    i = units[u].End - 1;
                    break;
                }
            }
        }
    }

    public static void Surnames(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenMarks.Taken | TokenMarks.Class | TokenMarks.Leet) || !tokens[i].Has(TokenMarks.FirstUpper) || tokens[i].KeyLength < 3)
                continue;
            if (tokens[i].Is(WordKinds.RollSurname))
                Surname(reading, hits, i, tokens[i].Word);
            else if (tokens[i].Stem >= 0 && (reading.Roll.KindsOf(tokens[i].Stem) & WordKinds.RollSurname) != 0 && ReadsAsPossessive(reading, i))
                Surname(reading, hits, i, tokens[i].Stem);
        }
    }

    /// <summary>Pupils and staff, and the parents and guests, of whom a call name alone says less.</summary>
    private static (ReadOnlyMemory<int> School, ReadOnlyMemory<int> Others) Split(Roll roll, ReadOnlyMemory<int> people)
    {
        if (!roll.HasOthers)
            return (people, default);
        var all = people.ToArray();
        return (Array.FindAll(all, i => roll.People[i].IsPupilOrStaff), Array.FindAll(all, i => !roll.People[i].IsPupilOrStaff));
    }

    private static void CallName(Reading reading, HitList hits, int first, CallUnit call, ReadOnlyMemory<int> people, int extra)
    {
        if (people.Length == 0)
            return;
        ref readonly var token = ref reading.Tokens[first];
        var single = call.End == first + 1;
        var ordinary = single && (reading.IsOrdinary(token, call.Word) || (token.Has(TokenMarks.AllUpper) && token.KeyLength <= 4));
        var enumerated = token.Has(TokenMarks.Enumerated);
        var headline = token.Has(TokenMarks.Headline) && !enumerated;
        var shared = people.Length > 1;
        int score;
        if (!token.Has(TokenMarks.FirstUpper) || (token.Has(TokenMarks.AllUpper) && headline && ordinary))
            score = ordinary ? 0 : Scores.SmallCallName;
        else if (ordinary)
            score = headline || (token.Has(TokenMarks.SentenceStart) && !enumerated) ? Scores.OrdinaryCallNameAtStart : Scores.OrdinaryCallName;
        else
            score = (shared ? Scores.SharedCallName : Scores.CallName) + (headline ? Scores.Headline : 0);
        if (score == 0)
            return;
        score += Surroundings.Boosts(reading, first, call.End) + Surroundings.Deductions(reading, first, call.End) + extra;
        var evidence = !token.Has(TokenMarks.FirstUpper) ? Evidence.SmallCallName
            : ordinary ? Evidence.OrdinaryCallName
            : shared ? Evidence.SharedCallName : Evidence.CallName;
        hits.Add(reading, first, call.End, people, score, evidence, call.Word);
    }

    private static void Surname(Reading reading, HitList hits, int core, int word)
    {
        var people = reading.Roll.Surnames[word];
        if (people.Length == 0)
            return;
        ref readonly var token = ref reading.Tokens[core];
        var start = InfixReader.StartBefore(reading, core);
        var own = start < core && FitsSomebody(reading, start, core, word, people);
        var ordinary = !own && reading.IsOrdinary(token, word);
        var score = ordinary || people.Length > TooManyCandidates ? Scores.OrdinarySurname : Scores.Surname;
        if (score > Scores.OrdinarySurname && people.Length > ManyCandidates)
            score += Scores.ManyCandidates;
        if (token.Has(TokenMarks.Headline) && !token.Has(TokenMarks.Enumerated))
            score += Scores.Headline;
        score += Surroundings.Boosts(reading, core, core + 1) + Surroundings.Deductions(reading, core, core + 1, own);
        hits.Add(reading, own ? start : core, core + 1, people, score, Evidence.Surname);
    }

    private static bool FitsSomebody(Reading reading, int start, int core, int word, ReadOnlyMemory<int> people)
    {
        var some = people.Span[..Math.Min(people.Length, TooManyCandidates)];
        foreach (var index in some)
        {
            var part = FullNames.Part(reading.Roll.People[index], word);
            if (part.Infix.Length > 1 && InfixReader.Fit(reading, start, core, part) != InfixFit.Foreign)
                return true;
        }
        return false;
    }

    /// <summary>"Hans auto" may be Han's; "Hans won" is Hans.</summary>
    public static bool ReadsAsPossessive(Reading reading, int i)
    {
        var tokens = reading.Tokens;
        return reading.GoesOn(i + 1) && tokens[i + 1].Before == Gap.Space && !tokens[i + 1].Has(TokenMarks.FirstUpper)
            && !tokens[i + 1].Is(WordKinds.PersonVerb | WordKinds.Function | WordKinds.Infix | WordKinds.Article | WordKinds.Conjunction | WordKinds.ClassConnector);
    }
}
