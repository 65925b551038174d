namespace Moderation.Protocol.Names;

/// <summary>Digits in the place of letters: R00s, B4s. Only a full name is believed when it is written so.</summary>
internal static class Leet
{
    /// <summary>Word number of what a disguised word stands for, or −1.</summary>
    public static int Word(Roll roll, ReadOnlySpan<char> key)
    {
        if (key.Length > 32)
            return -1;
        Span<char> plain = stackalloc char[32];
        for (var one = 0; one < 2; one++)
        {
            for (var i = 0; i < key.Length; i++)
            {
                plain[i] = key[i] switch
                {
                    '0' => 'o',
                    '1' => one == 0 ? 'i' : 'l',
                    '3' => 'e',
                    '4' => 'a',
                    '5' => 's',
                    '7' => 't',
                    '8' => 'b',
                    _ => key[i],
                };
            }
            var word = roll.WordNumber(plain[..key.Length]);
            if (word >= 0 || !key.Contains('1'))
                return word;
        }
        return -1;
    }
}
