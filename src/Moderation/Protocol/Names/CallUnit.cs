namespace Moderation.Protocol.Names;

/// <summary>A call name as it stands in a text: one token, or the words of a double name.</summary>
/// <param name="Word">Word number.</param>
/// <param name="End">One past its last token.</param>
internal readonly record struct CallUnit(int Word, int End)
{
    private const int LongestName = 3;

    /// <summary>The readings of what starts at <paramref name="first"/>, longest first, the possessive reading last. Returns how many.</summary>
    public static int Read(Reading reading, int first, Span<CallUnit> into)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[first];
        var count = 0;
        if (token.Is(WordKinds.DoubleStart))
        {
            for (var end = Math.Min(tokens.Length, first + LongestName); end > first + 1; end--)
            {
                if (Adjacent(reading, first, end) && reading.Joined(first, end) is var word and >= 0 && (reading.Roll.KindsOf(word) & WordKinds.NameStart) != 0)
                    into[count++] = new CallUnit(word, end);
            }
        }
        if (token.Is(WordKinds.NameStart))
            into[count++] = new CallUnit(token.Word, first + 1);
        if (token.Stem >= 0 && count < into.Length && (reading.Roll.KindsOf(token.Stem) & WordKinds.NameStart) != 0)
            into[count++] = new CallUnit(token.Stem, first + 1);
        return count;
    }

    private static bool Adjacent(Reading reading, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (!reading.GoesOn(i) || (reading.Tokens[i].Before & Gap.Newline) != 0)
                return false;
        }
        return true;
    }
}
