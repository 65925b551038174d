namespace Moderation.Protocol.Names;

/// <summary>Reads tussenvoegsels between tokens and compares them.</summary>
internal static class InfixReader
{
    private const int Longest = 4;

    /// <summary>One past the run of tussenvoegsel words from <paramref name="from"/>.</summary>
    public static int End(Reading reading, int from)
    {
        var tokens = reading.Tokens;
        var end = from;
        while (end < tokens.Length && end - from < Longest && reading.GoesOn(end) && tokens[end].Is(WordKinds.Infix))
            end++;
        return end;
    }

    /// <summary>Start of the run of tussenvoegsel words that ends just before <paramref name="end"/>, at most as long as the roll's needs.</summary>
    public static int StartBefore(Reading reading, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && reading.GoesOn(start) && (reading.Tokens[start].Before & Gap.Newline) == 0
            && reading.Tokens[start - 1].Is(WordKinds.Infix) && !reading.Tokens[start - 1].Has(TokenMarks.Taken))
            start--;
        return start;
    }

    public static InfixFit Fit(Reading reading, int from, int end, in SurnamePart part)
    {
        if (from == end)
            return part.Infix.Length == 0 ? InfixFit.Same : InfixFit.Near;
        var written = Keys(reading, from, end);
        if (InfixForm.Join(written) == part.Infix)
            return InfixFit.Same;
        if (part.Infix.Length == 0)
            return InfixFit.Foreign;
        var initials = InfixForm.Initials(written);
        // "van de" for "van der", "v." for "van der"
        return initials == part.InfixInitials || (initials.Length == 1 && part.InfixInitials[0] == initials[0] && written[0].Length == 1)
            ? InfixFit.Near
            : InfixFit.Foreign;
    }

    /// <summary>Whether the words are of the family that foreign spellings are believed of: van, de, der, ten …, not "bij" or "uit".</summary>
    public static bool IsCommon(Reading reading, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (reading.Text.Key(reading.Tokens[i]) is not ("van" or "de" or "der" or "den" or "t" or "het" or "ten" or "ter" or "te" or "v" or "d" or "vd" or "vander" or "vanden" or "vande" or "el" or "al" or "von" or "du" or "le" or "la"))
                return false;
        }
        return true;
    }

    /// <summary>Written small, as after a first name.</summary>
    public static bool IsSmall(Reading reading, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (reading.Tokens[i].Has(TokenMarks.FirstUpper))
                return false;
        }
        return true;
    }

    private static string[] Keys(Reading reading, int from, int end)
    {
        var keys = new string[end - from];
        for (var i = from; i < end; i++)
            keys[i - from] = reading.Text.Key(reading.Tokens[i]).ToString();
        return keys;
    }
}
