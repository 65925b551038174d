namespace Moderation.Protocol.Names;

/// <summary>Call name with surname, in either order, in all the ways a tussenvoegsel can be written (<c>domain.md</c> §4.3, first rows).</summary>
internal static class FullNames
{
    public static void Find(Reading reading, HitList hits)
    {
        Span<CallUnit> units = stackalloc CallUnit[4];
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenMarks.Taken) || (!tokens[i].Is(WordKinds.NameStart | WordKinds.DoubleStart) && tokens[i].Stem < 0))
                continue;
            var count = CallUnit.Read(reading, i, units);
            for (var u = 0; u < count; u++)
            {
                if (Forward(reading, hits, i, units[u]))
                    break;
            }
        }
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordKinds.RollSurname) && !tokens[i].Has(TokenMarks.Taken))
                Backward(reading, hits, i);
        }
    }

    /// <summary>"Roos Bakker", "Bas de Groot", "Roos J. Bakker", "Roos Maria Bakker".</summary>
    private static bool Forward(Reading reading, HitList hits, int first, CallUnit call)
    {
        if (Surname(reading, hits, first, call, call.End))
            return true;
        // Past middle initials and further given names.
        var tokens = reading.Tokens;
        var from = call.End;
        while (from - call.End < 4 && reading.GoesOn(from) && tokens[from].Has(TokenMarks.FirstUpper)
            && (tokens[from].KeyLength == 1 || tokens[from].Is(WordKinds.FirstName)))
        {
            from++;
            if (Surname(reading, hits, first, call, from))
                return true;
        }
        return false;
    }

    private static bool Surname(Reading reading, HitList hits, int first, CallUnit call, int from)
    {
        if (!reading.GoesOn(from))
            return false;
        var roll = reading.Roll;
        var tokens = reading.Tokens;
        var infixEnd = InfixReader.End(reading, from);
        for (var core = infixEnd; core >= from; core--)
        {
            if (!reading.GoesOn(core))
                continue;
            var found = ByWord(reading, hits, first, call, from, core, tokens[core].Word);
            // "Amber Smits fiets" is Amber Smits's or Amber Smit's.
            if ((!found || LooseNames.ReadsAsPossessive(reading, core)) && ByWord(reading, hits, first, call, from, core, tokens[core].Stem))
                found = true;
            if (found)
                return true;
            // Roll: "Vandenberg"; text: "van den Berg".
            if (core > from && reading.Joined(from, core + 1) is var joined and >= 0
                && roll.Pairs[PairKey.Full(call.Word, joined)] is { Length: > 0 } same
                && Emit(reading, hits, first, call, core, core, joined, same, half: false))
                return true;
        }
        return false;
    }

    private static bool ByWord(Reading reading, HitList hits, int first, CallUnit call, int from, int core, int word)
    {
        var roll = reading.Roll;
        if (word < 0 || (roll.KindsOf(word) & WordKinds.RollSurname) == 0)
            return false;
        var people = roll.Pairs[PairKey.Full(call.Word, word)];
        if (people.Length > 0 && Emit(reading, hits, first, call, from, core, word, people, half: false))
            return true;
        people = roll.Pairs[PairKey.HalfCall(call.Word, word)];
        return people.Length > 0 && Emit(reading, hits, first, call, from, core, word, people, half: true);
    }

    private static bool Emit(
        Reading reading, HitList hits, int first, CallUnit call, int from, int core, int word, ReadOnlyMemory<int> people, bool half)
    {
        var tokens = reading.Tokens;
        var ceiling = Plausibility.OfFullName(reading, first, call, from, core, word);
        if (ceiling < Scores.Weak)
            return false;
        var end = core + 1;
        var found = hits.Hits.Count;
        var best = InfixFit.Foreign;
        foreach (var index in people.Span)
        {
            var person = reading.Roll.People[index];
            var part = Part(person, word);
            var fit = InfixReader.Fit(reading, from, core, part);
            if (fit == InfixFit.Foreign && !BelieveForeign(reading, from, core, word))
                continue;
            best = fit < best ? fit : best;
        }
        for (var i = 0; i < people.Length; i++)
        {
            var person = reading.Roll.People[people.Span[i]];
            var part = Part(person, word);
            var fit = InfixReader.Fit(reading, from, core, part);
            // Somebody with this very tussenvoegsel is meant, not somebody with another.
            if (fit == InfixFit.Foreign && (best != InfixFit.Foreign || !BelieveForeign(reading, from, core, word)))
                continue;
            var last = Extend(reading, core + 1, person, out var whole);
            whole |= part.Whole;
            var score = fit switch
            {
                InfixFit.Same when whole && InfixReader.IsSmall(reading, from, core) => Scores.FullName,
                InfixFit.Foreign => Scores.FullNameForeignInfix,
                _ => Scores.FullNameOtherInfix,
            };
            if (half)
                score = Scores.HalfCallName;
            score = Math.Min(score, ceiling);
            if (Covered(reading, first, last))
                score += Scores.KnownPhrase;
            hits.Add(reading, first, last, people.Slice(i, 1), score, EvidenceOf(reading, first, core, fit, whole, half, ceiling));
            end = Math.Max(end, last);
        }
        if (hits.Hits.Count == found)
            return false;
        reading.Take(first, end);
        return true;
    }

    /// <summary>"Bakker, Roos", "Linden, Sterre van der", "van der Linden, Sterre", "Bakker Roos".</summary>
    private static void Backward(Reading reading, HitList hits, int core)
    {
        var tokens = reading.Tokens;
        var at = core + 1;
        while (at < tokens.Length && at - core < 4 && reading.GoesOn(at) && tokens[at].Is(WordKinds.RollSurname | WordKinds.Infix) && !tokens[at].Is(WordKinds.NameStart))
            at++; // the rest of a double surname
        if (at >= tokens.Length || tokens[at].Has(TokenMarks.Taken) || (tokens[at].Before & ~(Gap.Comma | Gap.Space | Gap.Decoration | Gap.Hyphen)) != 0)
            return;
        var comma = (tokens[at].Before & Gap.Comma) != 0;
        var start = InfixReader.StartBefore(reading, core);
        if (!tokens[at].Has(TokenMarks.FirstUpper) || !tokens[core].Has(TokenMarks.FirstUpper))
        {
            if (tokens[at].Zone == Zone.Prose && (!comma || reading.IsOrdinary(tokens[core], tokens[core].Word)))
                return;
        }
        // In "Anna Visser, Max en Roos" the surname belongs to what stands before it.
        if (start > 0 && reading.GoesOn(start) && !tokens[start - 1].Has(TokenMarks.Taken)
            && tokens[start - 1].Has(TokenMarks.FirstUpper) && tokens[start - 1].Is(WordKinds.FirstName | WordKinds.NameStart))
            return;
        Span<CallUnit> units = stackalloc CallUnit[4];
        var count = CallUnit.Read(reading, at, units);
        for (var u = 0; u < count; u++)
        {
            var people = reading.Roll.Pairs[PairKey.Full(units[u].Word, tokens[core].Word)];
            if (people.Length == 0)
                continue;
            var end = units[u].End;
            var tail = InfixReader.End(reading, end);
            var found = hits.Hits.Count;
            var last = end;
            var someBehind = false;
            foreach (var index in people.Span)
                someBehind |= tail > end && InfixReader.Fit(reading, end, tail, Part(reading.Roll.People[index], tokens[core].Word)) != InfixFit.Foreign;
            for (var i = 0; i < people.Length; i++)
            {
                var part = Part(reading.Roll.People[people.Span[i]], tokens[core].Word);
                var behind = tail > end && InfixReader.Fit(reading, end, tail, part) != InfixFit.Foreign;
                if (someBehind && !behind)
                    continue; // "Linden, Sterre van der" is nobody called plain Linden
                var inFront = InfixReader.Fit(reading, start, core, part);
                if (start < core && !behind && inFront == InfixFit.Foreign)
                    continue;
                var score = comma && (behind || inFront == InfixFit.Same) ? Scores.FullName
                    : !comma && tokens[core].Zone == Zone.Prose && reading.IsOrdinary(tokens[core], tokens[core].Word) ? Scores.ReversedOrdinary
                    : Scores.FullNameOtherInfix;
                if (Covered(reading, core, end))
                    score += Scores.KnownPhrase;
                hits.Add(reading, part.Infix.Length > 0 ? start : core, behind ? tail : end, people.Slice(i, 1), score, Evidence.Reversed);
                last = Math.Max(last, behind ? tail : end);
            }
            if (hits.Hits.Count == found)
                continue;
            reading.Take(start, last);
            return;
        }
    }

    public static SurnamePart Part(RollPerson person, int word)
    {
        foreach (var part in person.Parts)
        {
            if (part.Word == word)
                return part;
        }
        return new SurnamePart(word, "", "", true); // by an alias with a surname of its own
    }

    /// <summary>Goes on over the rest of a double surname.</summary>
    private static int Extend(Reading reading, int from, RollPerson person, out bool extended)
    {
        var tokens = reading.Tokens;
        var end = from;
        while (reading.GoesOn(end) && (tokens[end].Before & Gap.Newline) == 0)
        {
            var next = InfixReader.End(reading, end);
            if (!reading.GoesOn(next) || !(person.HasPart(tokens[next].Word) || (tokens[next].Stem >= 0 && person.HasPart(tokens[next].Stem))))
                break;
            end = next + 1;
        }
        extended = end > from;
        return end;
    }

    // "Bas van de Groot" for Bas de Groot; but "Roos van de bakker" is not Roos Bakker.
    private static bool BelieveForeign(Reading reading, int from, int core, int word) =>
        InfixReader.IsCommon(reading, from, core)
        && (reading.Tokens[core].Has(TokenMarks.FirstUpper) || !reading.IsOrdinary(reading.Tokens[core], word));

    // Whoever on the roll bears the name of a minister is meant, unless the sentence speaks of ministers.
    private static bool Covered(Reading reading, int first, int end)
    {
        var famous = true;
        for (var i = first; i < end; i++)
        {
            if (!reading.Tokens[i].Has(TokenMarks.InPhrase))
                return false;
            famous &= reading.Tokens[i].Has(TokenMarks.PublicPerson);
        }
        return !famous || PublicLife.Deduction(reading, first, end) < 0;
    }

    private static string EvidenceOf(Reading reading, int first, int core, InfixFit fit, bool whole, bool half, int ceiling)
    {
        if (half)
            return Evidence.HalfCallName;
        if (reading.Tokens[first].Has(TokenMarks.Leet | TokenMarks.Spaced) || reading.Tokens[core].Has(TokenMarks.Leet | TokenMarks.Spaced))
            return Evidence.Disguised;
        if (ceiling < Scores.FullNameOtherInfix)
            return Evidence.SmallLetters;
        if (fit != InfixFit.Same)
            return Evidence.FullNameOtherInfix;
        return whole ? Evidence.FullName : Evidence.PartOfSurname;
    }
}
