namespace Moderation.Protocol.Names;

/// <summary>Call names whose class stands beside them.</summary>
internal static class ClassNames
{
    public static void Find(Reading reading, HitList hits)
    {
        if (reading.Classes.Count == 0)
            return;
        Span<CallUnit> units = stackalloc CallUnit[4];
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenMarks.Taken | TokenMarks.Class | TokenMarks.Leet) || (!tokens[i].Is(WordKinds.NameStart | WordKinds.DoubleStart) && tokens[i].Stem < 0))
                continue;
            var count = CallUnit.Read(reading, i, units);
            for (var u = 0; u < count; u++)
            {
                if (At(reading, hits, i, units[u]))
                    break;
            }
        }
    }

    private static bool At(Reading reading, HitList hits, int first, CallUnit call)
    {
        var people = reading.Roll.Calls[call.Word];
        if (people.Length == 0 || ClassLink.Of(reading, first, call.End) is not { } mention)
            return false;
        ref readonly var token = ref reading.Tokens[first];
        var small = !token.Has(TokenMarks.FirstUpper);
        var ordinary = call.End == first + 1 && reading.IsOrdinary(token, call.Word);
        if (small && ordinary && token.Zone == Zone.Prose
            && (token.Is(WordKinds.Function) || Plausibility.HasArticleBefore(reading, first) || !ClassLink.IsTight(reading, first, call.End, mention)
                || mention.Code is null || Surroundings.IsCompound(reading, first, call.End)))
            return false;
        var (inClass, whole) = Members(reading, people, mention);
        if (inClass.Length == 0)
            return false;
        var alone = inClass.Length == 1;
        var score = mention.Code is null
            ? alone ? Scores.CallNameInYear : Scores.CallNameSharedInYear
            : !whole ? alone ? Scores.SmallCallNameInClass : Scores.MisspeltInClass
            : alone ? Scores.CallNameInClass : Scores.CallNameSharedInClass;
        if (small && ordinary && token.Zone == Zone.Prose)
            score = Math.Min(score, Scores.SmallCallNameInClass);
        if (ordinary && Plausibility.HasArticleBefore(reading, first))
            score += Scores.ArticleBefore;
        var evidence = mention.Code is null ? Evidence.CallNameInYear : alone ? Evidence.CallNameInClass : Evidence.CallNameSharedInClass;
        hits.Add(reading, first, call.End, inClass, score, evidence, classCounted: true);
        reading.Take(first, call.End);
        return true;
    }

    private static (ReadOnlyMemory<int> People, bool Whole) Members(Reading reading, ReadOnlyMemory<int> people, ClassMention mention)
    {
        var members = new List<int>();
        foreach (var index in people.Span)
        {
            if (mention.Covers(reading.Roll.People[index]))
                members.Add(index);
        }
        if (members.Count > 0)
            return (members.ToArray(), true);
        foreach (var index in people.Span)
        {
            if (mention.CoversPartOf(reading.Roll.People[index]))
                members.Add(index);
        }
        return (members.ToArray(), false);
    }
}
