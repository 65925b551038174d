namespace Moderation.Protocol.Names;

/// <summary>Decides whether a class that is named belongs to a call name: "Roos uit 3B", "3B'er Roos", "klas 3B: Roos, Max en Fleur".</summary>
internal static class ClassLink
{
    private const int Reach = 12;

    /// <summary>The class that belongs to the name in tokens <paramref name="first"/> up to <paramref name="end"/>, or null.</summary>
    public static ClassMention? Of(Reading reading, int first, int end)
    {
        var mentions = reading.Classes;
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < end)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low; i < mentions.Count && mentions[i].First - end <= Reach; i++)
        {
            if (Behind(reading, end, mentions[i]))
                return mentions[i];
        }
        for (var i = low - 1; i >= 0 && first - mentions[i].End <= Reach; i--)
        {
            if (mentions[i].End <= first && InFront(reading, first, mentions[i]))
                return mentions[i];
        }
        return null;
    }

    public static bool Links(Reading reading, int first, int end, in ClassMention mention) =>
        mention.First >= end ? Behind(reading, end, mention) : mention.End <= first && InFront(reading, first, mention);

    /// <summary>Right behind the name, with nothing but a connecting word between.</summary>
    public static bool IsTight(Reading reading, int first, int end, in ClassMention mention) =>
        (mention.First >= end && mention.First - end <= 2) || (mention.End <= first && first - mention.End <= 1);

    private static bool Behind(Reading reading, int end, in ClassMention mention)
    {
        var tokens = reading.Tokens;
        if (mention.First - end > Reach)
            return false;
        for (var i = end; i < mention.First; i++)
        {
            if (Ends(tokens[i]) || !(tokens[i].Is(WordKinds.ClassConnector | WordKinds.ClassWord | WordKinds.Article | WordKinds.Conjunction | WordKinds.PersonCue) || IsName(reading, i)))
                return false;
        }
        return !Ends(tokens[mention.First]);
    }

    private static bool InFront(Reading reading, int first, in ClassMention mention)
    {
        var tokens = reading.Tokens;
        if (first - mention.End > Reach)
            return false;
        var verbs = 0;
        for (var i = mention.End; i < first; i++)
        {
            if (Ends(tokens[i]))
                return false;
            // "(3B)" closes what stands before it: the next name is another's.
            if ((tokens[i].Before & Gap.Close) != 0)
                return false;
            // "uit 3B deed Roos mee"
            if (tokens[i].Is(WordKinds.PersonVerb | WordKinds.Function) && !tokens[i].Is(WordKinds.Conjunction | WordKinds.Infix | WordKinds.Article) && ++verbs <= 1)
                continue;
            if (!(tokens[i].Is(WordKinds.PersonCue | WordKinds.Conjunction | WordKinds.ClassConnector) || IsName(reading, i) || reading.Text.Key(tokens[i]) is "er" or "ers"))
                return false;
        }
        if (Ends(tokens[first]) || (tokens[first].Before & (Gap.Close | Gap.Colon)) == Gap.Close)
            return false;
        // "Max uit 3B, Roos uit 3C": behind a class that closes its own phrase a comma starts another.
        return !((tokens[mention.End].Before & Gap.Comma) != 0 && ClosesPhrase(reading, mention))
            && !(tokens[mention.End].Is(WordKinds.Conjunction) && ClosesPhrase(reading, mention));
    }

    // "Max uit 3B": the class already belongs to a name in front of it.
    private static bool ClosesPhrase(Reading reading, in ClassMention mention)
    {
        var i = mention.First - 1;
        while (i >= 0 && mention.First - i < 4 && reading.Tokens[i].Is(WordKinds.ClassConnector | WordKinds.ClassWord))
            i--;
        return i >= 0 && IsName(reading, i);
    }

    private static bool IsName(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        return token.Is(WordKinds.Infix) || token.Is(WordKinds.NameStart)
            || (token.Has(TokenMarks.FirstUpper) && token.Is(WordKinds.FirstName | WordKinds.RollSurname | WordKinds.Surname));
    }

    private static bool Ends(in Token token) => (token.Before & (Gap.Stop | Gap.Break | Gap.Newline)) != 0;
}
