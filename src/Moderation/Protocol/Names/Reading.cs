namespace Moderation.Protocol.Names;

/// <summary>A text read against a roll: every token knows its word, and what its place says about a capital.</summary>
internal sealed class Reading
{
    private Reading(Roll roll, NameText text)
    {
        Roll = roll;
        Text = text;
    }

    public Roll Roll { get; }

    public NameText Text { get; }

    public List<ClassMention> Classes { get; private set; } = [];

    public Span<Token> Tokens => Text.Tokens;

    /// <summary>Some word of the text is about the school and its people.</summary>
    public bool SpeaksOfSchool { get; private set; }

    public static Reading Of(Roll roll, NameText text)
    {
        var reading = new Reading(roll, text);
        reading.Resolve();
        reading.Classes = ClassReader.Read(roll, text);
        reading.MarkSentences();
        reading.MarkHeadlines();
        reading.MarkTitleQuotes();
        Phrases.Mark(reading);
        Enumerations.Mark(reading);
        reading.SpeaksOfSchool = PublicLife.SpeaksOfSchool(reading.Tokens);
        return reading;
    }

    /// <summary>Whether a name can go on from the token before <paramref name="i"/> to it.</summary>
    public bool GoesOn(int i) => i < Text.Count && (Tokens[i].Before & Gap.Hard) == 0;

    /// <summary>Also an ordinary word, or too short to say anything.</summary>
    public bool IsOrdinary(in Token token, int word) =>
        (Roll.KindsOf(word) & WordKinds.AnyOrdinary) != 0 || token.KeyLength <= 2;

    public bool HasCalls(int word) => word >= 0 && Roll.Calls[word].Length > 0;

    /// <summary>Marks tokens as explained by a match.</summary>
    public void Take(int first, int end)
    {
        for (var i = first; i < end; i++)
            Tokens[i].Marks |= TokenMarks.Taken;
    }

    /// <summary>Marks the tokens that lie in a stretch of the original.</summary>
    public void TakeSpan(int start, int end)
    {
        var tokens = Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < tokens.Length && tokens[low].End <= end; low++)
            tokens[low].Marks |= TokenMarks.Taken;
    }

    /// <summary>Word number of a run of tokens written as one, or −1.</summary>
    public int Joined(int first, int end)
    {
        Span<char> joined = stackalloc char[64];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var key = Text.Key(Tokens[i]);
            if (length + key.Length > joined.Length)
                return -1;
            key.CopyTo(joined[length..]);
            length += key.Length;
        }
        return Roll.WordNumber(joined[..length]);
    }

    private void Resolve()
    {
        foreach (ref var token in Tokens)
        {
            var key = Text.Key(token);
            token.Word = Roll.WordNumber(key);
            if (token.Has(TokenMarks.Leet) && token.Word < 0)
                token.Word = Leet.Word(Roll, key);
            token.Kinds = Roll.KindsOf(token.Word);
            if (key.Length > 2 && key[^1] == 's' && !token.Has(TokenMarks.Possessive))
                token.Stem = Roll.WordNumber(key[..^1]);
        }
    }

    private void MarkSentences()
    {
        var tokens = Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if (i > 0 && (token.Before & (Gap.Dot | Gap.Stop)) == (Gap.Dot | Gap.Stop)
                && (token.Before & Gap.Break) == 0
                && (tokens[i - 1].Is(WordKinds.Abbreviation) || (tokens[i - 1].KeyLength == 1 && !tokens[i - 1].Has(TokenMarks.AllDigits))))
            {
                token.Before &= ~Gap.Stop;
                continue;
            }
            if (i == 0
                || (token.Before & (Gap.Break | Gap.Newline | Gap.Stop)) != 0
                || ((token.Before & Gap.Quote) != 0 && (token.Before & (Gap.Colon | Gap.Comma)) != 0))
                token.Marks |= TokenMarks.SentenceStart;
        }
    }

    private void MarkHeadlines()
    {
        var tokens = Tokens;
        for (int start = 0, end; start < tokens.Length; start = end)
        {
            int capitals = 0, words = 0, small = 0, telling = 0;
            for (end = start; end < tokens.Length && (end == start || (tokens[end].Before & (Gap.Newline | Gap.Break)) == 0); end++)
            {
                ref readonly var token = ref tokens[end];
                if (token.Has(TokenMarks.AllDigits | TokenMarks.Class))
                    continue;
                words++;
                if (token.Has(TokenMarks.FirstUpper))
                {
                    capitals++;
                    // A line of names has capitals as well: a headline is told by words that need none.
                    if (end > start && !token.Is(WordKinds.FirstName | WordKinds.Surname | WordKinds.RollSurname | WordKinds.NameStart | WordKinds.Proper))
                        telling++;
                }
                else if (token.Is(WordKinds.Article | WordKinds.Infix | WordKinds.Conjunction | WordKinds.ClassConnector))
                {
                    small++;
                }
            }
            var titleCase = capitals >= 3 && telling > 0 && capitals + small == words && !tokens[start].Is(WordKinds.Salutation);
            for (var i = start; i < end; i++)
            {
                // Capitals throughout say nothing when the neighbour shouts as well.
                var shouted = tokens[i].Has(TokenMarks.AllUpper) && tokens[i].KeyLength > 1
                    && ((i > start && tokens[i - 1].Has(TokenMarks.AllUpper)) || (i + 1 < end && tokens[i + 1].Has(TokenMarks.AllUpper)) || end - start == 1);
                if (titleCase || shouted)
                    tokens[i].Marks |= TokenMarks.Headline;
            }
        }
    }

    // "Het Lot van de Wolf" between quotes is a title; a quoted sentence has small letters.
    private void MarkTitleQuotes()
    {
        var tokens = Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Before & Gap.Quote) == 0)
                continue;
            int end = i + 1, capitals = tokens[i].Has(TokenMarks.FirstUpper) ? 1 : 0, small = 1 - capitals;
            while (end < tokens.Length && end - i < 9 && (tokens[end].Before & Gap.Quote) == 0)
            {
                if (tokens[end].Has(TokenMarks.FirstUpper))
                    capitals++;
                else if (!tokens[end].Is(WordKinds.Article | WordKinds.Infix | WordKinds.Conjunction | WordKinds.ClassConnector))
                    small++;
                end++;
            }
            var closed = end < tokens.Length ? (tokens[end].Before & Gap.Quote) != 0 : Text.Original.AsSpan(tokens[end - 1].End).ContainsAny("\"”“»«");
            if (!closed || capitals < 2 || small > 0)
                continue;
            for (var k = i; k < end; k++)
                tokens[k].Marks |= TokenMarks.InTitleQuotes;
            i = end - 1;
        }
    }
}
