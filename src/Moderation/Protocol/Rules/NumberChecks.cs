using System.Globalization;

namespace Moderation.Protocol.Rules;

/// <summary>Check digits and notations: citizen service number, IBAN, Dutch telephone numbers, licence plates.</summary>
internal static class NumberChecks
{
    /// <summary>The 11-proof: nine digits weighed 9 to 2 and -1, divisible by eleven.</summary>
    public static bool IsCitizenNumber(ReadOnlySpan<char> text)
    {
        int sum = 0, count = 0, any = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            var weight = count == 8 ? -1 : 9 - count;
            sum += weight * (c - '0');
            any |= c - '0';
            count++;
        }
        return count == 9 && any != 0 && sum % 11 == 0;
    }

    /// <summary>ISO 13616: length per country where it matters here, and the number modulo 97 is 1.</summary>
    public static bool IsIban(string compact)
    {
        if (compact.Length is < 15 or > 34 || compact.StartsWith("NL", StringComparison.Ordinal) && compact.Length != 18)
            return false;
        var rest = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var c = compact[(i + 4) % compact.Length];
            if (char.IsAsciiDigit(c))
                rest = (rest * 10 + (c - '0')) % 97;
            else if (char.IsAsciiLetterUpper(c))
                rest = (rest * 100 + (c - 'A' + 10)) % 97;
            else
                return false;
        }
        return rest == 1;
    }

    public static string Compact(ReadOnlySpan<char> text) => string.Concat(text.ToString().Where(char.IsLetterOrDigit));

    /// <summary>National notation (<c>0612345678</c>), or null when it cannot be a Dutch number.</summary>
    public static string? PhoneDigits(ReadOnlySpan<char> text)
    {
        var digits = string.Concat(text.ToString().Where(char.IsAsciiDigit));
        if (text.TrimStart("( ").StartsWith("+31") || digits.StartsWith("0031", StringComparison.Ordinal))
        {
            digits = digits[(digits.StartsWith("0031", StringComparison.Ordinal) ? 4 : 2)..];
            digits = "0" + digits.TrimStart('0');
        }
        if (digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("0900", StringComparison.Ordinal))
            return digits.Length is 8 or 11 ? digits : null;
        return digits.Length == 10 && digits[0] == '0' && digits[1] is not '0' ? digits : null;
    }

    /// <summary>Numbers that only organisations have: 0800, 0900, 088 and 085.</summary>
    public static bool IsPublicNumber(string digits) =>
        digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("0900", StringComparison.Ordinal)
        || digits.StartsWith("088", StringComparison.Ordinal) || digits.StartsWith("085", StringComparison.Ordinal);

    /// <summary>Since 1973 no plate has vowels; letters only from those the register gives out.</summary>
    public static bool LooksLikePlate(string text) => text.Where(char.IsLetter).All(static c => "BDFGHJKLNPRSTVXZMW".Contains(c, StringComparison.Ordinal));

    /// <summary>The four-digit year in a text, or 0.</summary>
    public static int YearIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            var four = text.Slice(i, 4);
            if (four[0] is '1' or '2' && !four.ContainsAnyExceptInRange('0', '9')
                && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
                return int.Parse(four, CultureInfo.InvariantCulture);
        }
        return 0;
    }
}
