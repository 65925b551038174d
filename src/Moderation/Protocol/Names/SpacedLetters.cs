namespace Moderation.Protocol.Names;

/// <summary>Puts letters that were written apart together again: "R o o s  B a k k e r", "r.o.o.s". Initials stay apart.</summary>
internal static class SpacedLetters
{
    private const int Shortest = 4;

    public static void Join(NameText text)
    {
        var tokens = text.Tokens;
        int kept = 0, at = 0;
        while (at < tokens.Length)
        {
            var end = RunFrom(tokens, at);
            if (end - at < Shortest || AreInitials(tokens[at..end]))
            {
                do
                    tokens[kept++] = tokens[at++];
                while (at < end);
                continue;
            }
            while (at < end)
            {
                var next = at + 1;
                while (next < end && !IsWide(text.Original, tokens[next - 1].End, tokens[next].Start))
                    next++;
                tokens[kept++] = text.Merge(at, next);
                at = next;
            }
        }
        text.Truncate(kept);
    }

    private static int RunFrom(ReadOnlySpan<Token> tokens, int at)
    {
        var end = at;
        while (end < tokens.Length && (tokens[end].KeyLength == 1 || tokens[end].End - tokens[end].Start == 1) && !tokens[end].Has(TokenMarks.AllDigits)
            && (end == at || (tokens[end].Before & (Gap.Newline | Gap.Break | Gap.Comma | Gap.Open | Gap.Close | Gap.Colon | Gap.Quote)) == 0))
            end++;
        return end;
    }

    // "J.P.M.A. de Vries": capitals, each with a full stop.
    private static bool AreInitials(ReadOnlySpan<Token> run)
    {
        for (var i = 1; i < run.Length; i++)
        {
            if ((run[i].Before & Gap.Dot) == 0 || !run[i].Has(TokenMarks.FirstUpper))
                return false;
        }
        return true;
    }

    // Between letters one sign; between words more.
    private static bool IsWide(string original, int from, int to)
    {
        if (to - from < 2)
            return false;
        var spaces = 0;
        for (var i = from; i < to; i++)
            spaces += char.IsWhiteSpace(original[i]) ? 1 : 0;
        return spaces >= 2 || (spaces == 1 && to - from >= 2);
    }
}
