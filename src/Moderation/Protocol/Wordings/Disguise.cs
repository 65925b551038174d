using System.Text;

namespace Moderation.Protocol.Wordings;

/// <summary>Undoes what people do to a word to hide it from a filter: digits and signs for letters, letters drawn out, letters spaced.</summary>
internal static class Disguise
{
    public static bool HasSigns(ReadOnlySpan<char> word)
    {
        bool letter = false, sign = false;
        foreach (var c in word)
        {
            letter |= c is >= 'a' and <= 'z';
            sign |= c is >= '0' and <= '9' or '@' or '$' or '!';
        }
        return letter && sign;
    }

    public static string Unmask(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
            plain.Append(c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' or '+' => 't', '8' => 'b', _ => c });
        return plain.ToString();
    }

    /// <summary>The same letter three times or more in a row.</summary>
    public static bool IsDrawnOut(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        return false;
    }

    /// <param name="keep">How many of a run of one letter stay.</param>
    public static string Shorten(ReadOnlySpan<char> word, int keep)
    {
        var kept = new StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= keep)
                kept.Append(word[i]);
        }
        return kept.ToString();
    }
}
