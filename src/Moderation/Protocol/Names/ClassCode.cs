namespace Moderation.Protocol.Names;

/// <summary>Class codes as schools write them: 3B, 5H2, 4V1, 2M, 6vwo, A5c (<c>domain.md</c> §4.1).</summary>
internal static class ClassCode
{
    private static readonly (string Word, string Letter)[] Levels =
        [("GYMNASIUM", "G"), ("ATHENEUM", "A"), ("BRUGKLAS", ""), ("GYM", "G"), ("ATH", "A"), ("HAVO", "H"), ("MAVO", "M"), ("VWO", "V")];

    /// <summary>
    /// The code in one spelling: letters and digits only, upper case, the year first, a level by its letter. H4.3, 4 havo 3 and
    /// 4H3 are one class.
    /// </summary>
    public static string Normalize(string code)
    {
        var plain = string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        foreach (var (word, letter) in Levels)
        {
            if (plain.Contains(word, StringComparison.Ordinal))
            {
                plain = plain.Replace(word, letter, StringComparison.Ordinal);
                break;
            }
        }
        var year = plain.AsSpan().IndexOfAnyInRange('1', '6');
        return year <= 0 ? plain : plain[year] + plain[..year] + plain[(year + 1)..];
    }

    /// <summary>Whether it could be a class; <paramref name="certain"/> leaves out what is mostly something else (3D, 2e, 5km).</summary>
    public static bool LooksLike(ReadOnlySpan<char> text, bool certain)
    {
        if (text.Length is < 2 or > 6)
            return false;
        Span<char> code = stackalloc char[6];
        code = code[..text.ToUpperInvariant(code)];
        int at = 0, letters = 0;
        if (char.IsAsciiDigit(code[0]))
        {
            if (code[0] is '0' or '7' or '8' or '9')
                return false;
            for (at = 1; at < code.Length && char.IsAsciiLetter(code[at]); at++)
                letters++;
            if (letters is 0 or > 4)
                return false;
            if (letters > 2 && !IsLevel(code.Slice(1, letters)))
                return false;
        }
        else
        {
            for (; at < code.Length && char.IsAsciiLetter(code[at]); at++)
                letters++;
            if (letters is 0 or > 4 || at == code.Length || code[at] is < '1' or > '6' || (letters > 2 && !IsLevel(code[..letters])))
                return false;
            at++;
            if (at < code.Length && char.IsAsciiLetter(code[at]))
                at++;
            // A4, B2, H1: paper, language levels, headings.
            if (certain && letters == 1 && at == 2)
                return false;
            return at == code.Length;
        }
        if (at < code.Length && char.IsAsciiDigit(code[at]))
            at++;
        if (at < code.Length && char.IsAsciiLetter(code[at]) && char.IsAsciiDigit(code[at - 1]))
            at++;
        if (at != code.Length)
            return false;
        return !certain || !(code.Length == 2 && (code[1] is 'D' or 'E' or 'X' or 'G') || code[1..] is "DE" or "ST" or "KM" or "CM" or "MM" or "KG" or "GB" or "TB" or "MB" or "PM" or "AM" or "KW" or "ML" or "CL" or "JR");
    }

    /// <summary>Year of a class code, 0 when it has none.</summary>
    public static int Year(string code)
    {
        foreach (var c in code)
        {
            if (c is >= '1' and <= '6')
                return c - '0';
        }
        return 0;
    }

    /// <summary>Whether a code's letters allow a level: 5H2 is havo, 4V1 vwo, 1HV both.</summary>
    public static bool Allows(string code, ReadOnlySpan<char> level) => level switch
    {
        "havo" => code.Contains('H', StringComparison.Ordinal),
        "vwo" or "atheneum" or "gymnasium" => code.AsSpan().ContainsAny("VAG"),
        "mavo" or "vmbo" or "tl" => code.AsSpan().ContainsAny("MTKB"),
        _ => true,
    };

    private static bool IsLevel(ReadOnlySpan<char> letters) =>
        letters is "VWO" or "HAVO" or "MAVO" or "VMBO" or "ATH" or "GYM" or "HAV" or "MAV" or "BRG" or "BBL" or "KBL" or "VMB";
}
