namespace Moderation.Protocol.Names;

/// <summary>Marks the names in enumerations of three or more: "Bas de Groot, Anna Thijssen en Max Jong", one name a line, names joined by &amp;.</summary>
internal static class Enumerations
{
    private const int Fewest = 3;

    public static void Mark(Reading reading)
    {
        var tokens = reading.Tokens;
        Span<int> starts = stackalloc int[64];
        for (var at = 0; at < tokens.Length;)
        {
            var count = 0;
            var next = at;
            while (count < starts.Length && ItemEnd(reading, next) is var end && end > next)
            {
                starts[count++] = next;
                next = end;
                if (next >= tokens.Length || (tokens[next].Before & Gap.Break) != 0)
                    break;
                if (tokens[next].Is(WordKinds.Conjunction))
                {
                    next++;
                    continue;
                }
                if ((tokens[next].Before & (Gap.Comma | Gap.List | Gap.Newline | Gap.Slash | Gap.Mark)) == 0)
                    break;
            }
            if (count >= Fewest)
            {
                foreach (var start in starts[..count])
                    tokens[start].Marks |= TokenMarks.Enumerated;
            }
            at = Math.Max(next, at + 1);
        }
    }

    /// <summary>One past the item that starts at <paramref name="i"/>, or <paramref name="i"/> when no name starts there.</summary>
    private static int ItemEnd(Reading reading, int i)
    {
        var tokens = reading.Tokens;
        if (i >= tokens.Length || !tokens[i].Has(TokenMarks.FirstUpper) || tokens[i].Has(TokenMarks.Class))
            return i;
        if (!tokens[i].Is(WordKinds.FirstName) && !reading.HasCalls(tokens[i].Word))
            return i;
        var end = i + 1;
        while (end < tokens.Length && end - i < 5 && reading.GoesOn(end) && (tokens[end].Before & (Gap.Newline | Gap.Slash)) == 0
            && (tokens[end].Has(TokenMarks.FirstUpper) || tokens[end].Is(WordKinds.Infix)) && !tokens[end].Is(WordKinds.Conjunction))
            end++;
        // "Frans, Duits en Engels" are languages, "Florence, Milaan en Parijs" cities; with a surname they are people.
        if (end == i + 1 && tokens[i].Is(WordKinds.Proper | WordKinds.Subject))
            return i;
        // "(3B)" after a name belongs to it.
        while (end < tokens.Length && tokens[end].Has(TokenMarks.Class) && (tokens[end].Before & Gap.Break) == 0)
            end++;
        return end;
    }
}
