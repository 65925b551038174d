using System.Globalization;
using System.Text;

namespace Moderation.Protocol.Names;

/// <summary>
/// Reduces what is written to the plain letters that names are compared in: NFKD without marks, lower case, ı→i, ß→ss, ø→o,
/// letters that only look Latin made Latin (<c>domain.md</c> §4.2). "ij" and "y" become one in <see cref="KeyBuffer"/>.
/// </summary>
internal static class Folding
{
    /// <summary>Stands for a character that is not there to the eye: zero width, soft hyphen, combining mark.</summary>
    public const string Invisible = "";

    private const int Precomputed = 0x500;

    private static readonly Dictionary<char, string> LookAlikes = WordFile.Read("look-alikes")
        .Select(static line => line.Split(' '))
        .ToDictionary(static pair => pair[0][0], static pair => pair[1]);

    // Latin, Greek and Cyrillic by index; everything else is worked out when met.
    private static readonly string?[] Table = [.. Enumerable.Range(0, Precomputed).Select(static i => Compute(new Rune(i)))];

    /// <summary>The folded letters or digits of a rune; <see cref="Invisible"/>; or null when it separates words.</summary>
    public static string? Fold(Rune rune) => rune.Value < Precomputed ? Table[rune.Value] : Compute(rune);

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '´' or '`' or '′' or '＇' or '‛' or 'ʹ' or 'ˈ';

    /// <summary>The key of a name or list word that is one token.</summary>
    public static string Key(string text)
    {
        var buffer = new KeyBuffer(text.Length * 2 + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Fold(rune) is { } folded)
                buffer.Append(folded);
        }
        return buffer.Letters(0).ToString();
    }

    private static string? Compute(Rune rune)
    {
        if (rune.Value is 0xAD or 0x34F or 0x61C or 0x180E or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F))
            return Invisible;
        if (rune.IsBmp && IsApostrophe((char)rune.Value))
            return null;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return Invisible;
        if (rune.IsAscii)
            return Rune.IsLetterOrDigit(rune) ? ((char)(rune.Value | (rune.Value >= 'A' ? 0x20 : 0))).ToString() : null;
        if (rune.Value is 0x2120 or 0x2122)
            return null; // service and trade mark signs would become letters
        if (!Rune.IsLetterOrDigit(rune) && category is not (UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber))
            return null;
        var result = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = Rune.ToLowerInvariant(part);
            if (lower.IsBmp && LookAlikes.TryGetValue((char)lower.Value, out var latin))
                result.Append(latin);
            else if (Rune.IsLetterOrDigit(lower))
                result.Append(lower.ToString());
        }
        return result.Length == 0 ? null : result.ToString(); // a symbol without letters, such as an emoji, separates
    }
}
