namespace Moderation.Protocol.Names;

/// <summary>Student numbers, told apart from years, telephone numbers, amounts, times and postcodes.</summary>
internal static class StudentNumbers
{
    private const int CueReach = 3;

    public static void Find(Reading reading, HitList hits)
    {
        if (!reading.Roll.HasNumbers)
            return;
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.Has(TokenMarks.AllDigits) || token.KeyLength < 4)
                continue;
            var written = reading.Text.Original.AsSpan(token.Start, token.End - token.Start);
            if (!reading.Roll.TryNumber(reading.Text.Key(token), out var people) && !reading.Roll.TryNumber(written, out people))
                continue;
            if (Score(reading, i) is var score && score > 0)
                hits.Add(reading, i, i + 1, people, score, Evidence.StudentNumber);
        }
    }

    private static int Score(Reading reading, int i)
    {
        var tokens = reading.Tokens;
        if (HasCue(reading, i))
            return Scores.Exact;
        ref readonly var token = ref tokens[i];
        var original = reading.Text.Original;
        // Part of a longer number: telephone, amount, date, range, account.
        if (DigitsBeside(original, token.Start - 1, -1) || DigitsBeside(original, token.End, 1))
            return 0;
        if (token.Start > 0 && original[token.Start - 1] is '+' or '€' or '$' or '£' or '#')
            return 0;
        if (i + 1 < tokens.Length && reading.GoesOn(i + 1) && tokens[i + 1].Before is Gap.Space or Gap.Hyphen)
        {
            // "12500 bezoekers", "8014 AB": counted, or a postcode.
            var counted = !tokens[i + 1].Has(TokenMarks.FirstUpper) && token.Zone == Zone.Prose
                && !tokens[i + 1].Is(WordKinds.Function | WordKinds.PersonVerb | WordKinds.ClassConnector | WordKinds.Conjunction);
            var postcode = token.KeyLength == 4 && tokens[i + 1].Has(TokenMarks.AllUpper) && tokens[i + 1].KeyLength == 2;
            if (counted || postcode)
                return 0;
        }
        if (i > 0 && reading.GoesOn(i) && tokens[i - 1].Is(WordKinds.LetterNoun))
            return 0; // "lokaal 1204"
        if (token.KeyLength > 4)
            return Scores.Exact;
        var key = reading.Text.Key(token);
        var year = key[0] is '1' or '2' && (key.StartsWith("19") || key.StartsWith("20") || key.StartsWith("18") || key.StartsWith("21"));
        // Four digits are too often something else, and in a file name a camera's counter.
        return year || token.Zone != Zone.Prose ? 0 : Scores.StudentNumberWithoutCue;
    }

    private static bool HasCue(Reading reading, int i)
    {
        var tokens = reading.Tokens;
        for (var k = i - 1; k >= 0 && i - k <= CueReach; k--)
        {
            if ((tokens[k + 1].Before & (Gap.Break | Gap.Newline)) != 0)
                return false;
            if (tokens[k].Is(WordKinds.NumberCue))
                return true;
        }
        return false;
    }

    private static bool DigitsBeside(string text, int at, int step)
    {
        for (var gap = 0; gap < 3 && at >= 0 && at < text.Length; gap++, at += step)
        {
            if (char.IsAsciiDigit(text[at]))
                return gap > 0;
            if (text[at] is not (' ' or '-' or '.' or ',' or '/' or ':' or '–' or '+' or '(' or ')' or '€' or '%'))
                return false;
            if (text[at] is '€' or '%' or '+')
                return true;
        }
        return false;
    }
}
