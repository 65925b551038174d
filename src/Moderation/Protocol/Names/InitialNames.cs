namespace Moderation.Protocol.Names;

/// <summary>"R. Bakker", "R.J. Bakker", "J v d Berg"; "Bakker, R."; and "Roos B.", "Bas de G.".</summary>
internal static class InitialNames
{
    private const int ManyCandidates = 3;

    public static void Find(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenMarks.Taken | TokenMarks.Class))
                continue;
            if (tokens[i].Is(WordKinds.RollSurname) && tokens[i].Has(TokenMarks.FirstUpper) && Backward(reading, hits, i))
                continue;
            if (IsInitial(reading, i))
                WithSurname(reading, hits, i);
            else if (tokens[i].Is(WordKinds.NameStart | WordKinds.DoubleStart))
                WithSurnameInitial(reading, hits, i);
        }
    }

    /// <summary>A capital letter, or a small one with a full stop, that is no tussenvoegsel; also Th., Chr., IJ.</summary>
    public static bool IsInitial(Reading reading, int i)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[i];
        if (token.Has(TokenMarks.HasDigit | TokenMarks.Possessive) || i + 1 >= tokens.Length || !reading.GoesOn(i + 1) || token.Before == Gap.Apostrophe)
            return false;
        var dotted = (tokens[i + 1].Before & Gap.Dot) != 0;
        var key = reading.Text.Key(token);
        if (key.Length == 1)
        {
            if (i > 0 && reading.GoesOn(i) && tokens[i - 1].Is(WordKinds.LetterNoun | WordKinds.ClassWord) && token.Before == Gap.Space)
                return false;
            return token.Has(TokenMarks.FirstUpper) || (dotted && key[0] is not ('v' or 'd' or 't' or 's'));
        }
        return dotted && token.Has(TokenMarks.FirstUpper) && key is "th" or "chr" or "ch" or "ph" or "joh" or "yj";
    }

    private static void WithSurname(Reading reading, HitList hits, int first)
    {
        var tokens = reading.Tokens;
        var from = first + 1;
        while (from < tokens.Length && from - first < 6 && reading.GoesOn(from) && IsInitial(reading, from) && (tokens[from].Before & Gap.Newline) == 0)
            from++;
        if (!reading.GoesOn(from) || (tokens[from].Before & (Gap.Newline | Gap.Apostrophe)) == Gap.Newline)
            return;
        var infixEnd = InfixReader.End(reading, from);
        for (var core = infixEnd; core >= from; core--)
        {
            if (!reading.GoesOn(core) || (tokens[core].Before & Gap.Newline) != 0)
                continue;
            foreach (var word in (ReadOnlySpan<int>)[tokens[core].Word, tokens[core].Stem])
            {
                if (word < 0 || (reading.Roll.KindsOf(word) & WordKinds.RollSurname) == 0 || !Believable(reading, first, core, word))
                    continue;
                var people = Fitting(reading, first, from, core, word);
                if (people.Length == 0)
                    continue;
                var score = Scores.Initials + (people.Length > ManyCandidates ? Scores.ManyCandidates : 0);
                if (tokens[first].Has(TokenMarks.InInstitution | TokenMarks.InPhrase))
                    score += Scores.KnownPhrase;
                hits.Add(reading, first, core + 1, people, score, Evidence.Initials);
                reading.Take(first, core + 1);
                return;
            }
        }
    }

    /// <summary>"Bakker, R.", "Linden, S. van der": as lists are sorted.</summary>
    private static bool Backward(Reading reading, HitList hits, int core)
    {
        var tokens = reading.Tokens;
        var first = core + 1;
        var end = first;
        while (end < tokens.Length && end - first < 5 && IsDotted(reading, end)
            && (end == first ? tokens[end].Before == (Gap.Comma | Gap.Space) : (tokens[end].Before & ~(Gap.Dot | Gap.Space)) == 0))
            end++;
        if (end == first)
            return false;
        var start = InfixReader.StartBefore(reading, core);
        var tail = InfixReader.End(reading, end);
        var fitting = new List<int>();
        foreach (var index in reading.Roll.Pairs[PairKey.InitialSurname(reading.Text.Key(tokens[first])[0], tokens[core].Word)].Span)
        {
            var part = FullNames.Part(reading.Roll.People[index], tokens[core].Word);
            if ((tail > end && InfixReader.Fit(reading, end, tail, part) != InfixFit.Foreign) || InfixReader.Fit(reading, start, core, part) != InfixFit.Foreign)
                fitting.Add(index);
        }
        if (fitting.Count == 0)
            return false;
        hits.Add(reading, core, end, fitting.ToArray(), Scores.Initials + (fitting.Count > ManyCandidates ? Scores.ManyCandidates : 0), Evidence.Initials);
        reading.Take(core, end);
        return true;
    }

    private static bool IsDotted(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        var text = reading.Text.Original;
        return token.KeyLength == 1 && token.Has(TokenMarks.FirstUpper) && token.End < text.Length && text[token.End] == '.';
    }

    private static bool Believable(Reading reading, int first, int core, int word) =>
        reading.Tokens[core].Has(TokenMarks.FirstUpper)
        || reading.Tokens[core].Zone != Zone.Prose
        || !reading.IsOrdinary(reading.Tokens[core], word)
        || (!reading.Tokens[first].Has(TokenMarks.FirstUpper) && (reading.Tokens[first + 1].Before & Gap.Dot) != 0);

    private static ReadOnlyMemory<int> Fitting(Reading reading, int first, int from, int core, int word)
    {
        var people = reading.Roll.Pairs[PairKey.InitialSurname(reading.Text.Key(reading.Tokens[first])[0], word)];
        if (people.Length == 0)
            return people;
        var fitting = new List<int>(people.Length);
        foreach (var index in people.Span)
        {
            var person = reading.Roll.People[index];
            var part = FullNames.Part(person, word);
            if (InfixReader.Fit(reading, from, core, part) != InfixFit.Foreign && InitialsAgree(reading, first, from, person, part))
                fitting.Add(index);
        }
        return fitting.ToArray();
    }

    // "R.K. Bakker" is not R.J. Bakker; but in "J.V.D. BERG" the later letters are the tussenvoegsel.
    private static bool InitialsAgree(Reading reading, int first, int from, RollPerson person, SurnamePart part)
    {
        if (from - first < 2 || person.Initials.Length < 2)
            return true;
        var second = reading.Text.Key(reading.Tokens[first + 1])[0];
        return person.Initials.Contains(second, StringComparison.Ordinal) || part.InfixInitials.StartsWith(second);
    }

    private static void WithSurnameInitial(Reading reading, HitList hits, int first)
    {
        var tokens = reading.Tokens;
        Span<CallUnit> units = stackalloc CallUnit[4];
        var count = CallUnit.Read(reading, first, units);
        for (var u = 0; u < count; u++)
        {
            var from = units[u].End;
            var letter = InfixReader.End(reading, from);
            // "Roos v. B.": the v is a tussenvoegsel; "Roos V.": it is the initial itself.
            while (letter > from && !(letter < tokens.Length && IsLetter(reading, letter)))
                letter--;
            if (letter >= tokens.Length || !IsLetter(reading, letter))
                continue;
            if (!tokens[first].Has(TokenMarks.FirstUpper) && reading.IsOrdinary(tokens[first], units[u].Word))
                continue;
            var people = reading.Roll.Pairs[PairKey.CallInitial(units[u].Word, reading.Text.Key(tokens[letter])[0])];
            if (people.Length == 0)
                continue;
            var score = Scores.Initials + (people.Length > ManyCandidates ? Scores.ManyCandidates : 0);
            if (tokens[first].Has(TokenMarks.InInstitution | TokenMarks.InPhrase))
                score += Scores.KnownPhrase;
            hits.Add(reading, first, letter + 1, people, score, Evidence.CallNameInitial);
            reading.Take(first, letter + 1);
            return;
        }
    }

    private static bool IsLetter(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        return token.KeyLength == 1 && token.Has(TokenMarks.FirstUpper) && !token.Has(TokenMarks.HasDigit)
            && reading.GoesOn(i) && (token.Before & (Gap.Newline | Gap.Dot)) == 0 && token.Before != Gap.None;
    }
}
