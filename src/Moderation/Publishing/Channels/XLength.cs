using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Moderation.Publishing.Channels;

/// <summary>
/// Length as X counts it (twitter-text configuration 3, apis.md §3.4): a web address is 23, an emoji 2, a letter of most
/// European scripts 1, and whatever else 2, the euro sign included.
/// </summary>
public static partial class XLength
{
    private const int Address = 23;
    private const int Wide = 2;
    private const int BareDomainMargin = 5;

    /// <summary>Weighted length; a post of 280 fits.</summary>
    public static int Of(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormC);
        var (sum, at) = (0, 0);
        foreach (var link in Link().EnumerateMatches(plain))
        {
            sum += Letters(plain.AsSpan(at, link.Index - at)) + Address;
            at = link.Index + link.Length;
        }

        return sum + Letters(plain.AsSpan(at));
    }

    /// <summary>Holds a domain without <c>https://</c>: whether X makes it a link depends on a list that grows, so keep a margin.</summary>
    public static bool HasBareDomain(string text) => BareDomain().IsMatch(text);

    /// <summary>What a text may weigh where a post may weigh <paramref name="limit"/>.</summary>
    public static int Most(string text, int limit) => HasBareDomain(text) ? limit - BareDomainMargin : limit;

    /// <summary>Holds a character that X takes in no post.</summary>
    public static bool HasForbidden(string text) => text.AsSpan().IndexOfAny('\uFFFE', '\uFEFF', '\uFFFF') >= 0;

    private static int Letters(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var rest = text; rest.Length > 0;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            sum += Element(rest[..length]);
            rest = rest[length..];
        }

        return sum;
    }

    /// <summary>One thing that a reader sees: a family, a flag or a keycap is one emoji, however many code points it takes.</summary>
    private static int Element(ReadOnlySpan<char> element)
    {
        var (sum, points, emoji) = (0, 0, false);
        foreach (var rune in element.EnumerateRunes())
        {
            points++;
            sum += rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : Wide;
            // Joiner, emoji style, keycap, skin tone, flag, tag.
            emoji |= rune.Value is 0x200D or 0xFE0F or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0xE0020 and <= 0xE007F);
        }

        return emoji && points > 1 ? Wide : sum;
    }

    [GeneratedRegex(
        @"https?://\S*[^\s.,;:!?)\]'""»”’]|(?<![\w@.])[\w-]+(?:\.[\w-]+)*\.(?:nl|be|com|org|net|eu|edu|info|de|fr|io|gov|uk)\b(?:/\S*[^\s.,;:!?)\]'""»”’])?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w@./:-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareDomain();
}
