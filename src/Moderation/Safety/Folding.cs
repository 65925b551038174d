using System.Text;

namespace Moderation.Safety;

/// <summary>
/// Brings letters to one plain lower-case form: case, diacritics, full-width and mathematical letters,
/// and Cyrillic or Greek letters that look Latin (used to slip past a word list).
/// </summary>
internal static class Folding
{
    private const string LookAlikesFrom = "абвгдезикмнорстухіѕјһԁԛԝαβγδεηικνορστυχωæœøßłđðþıĳ";

    private static readonly string[] LookAlikesTo =
        ["a", "b", "b", "r", "d", "e", "z", "u", "k", "m", "h", "o", "p", "c", "t", "y", "x", "i", "s", "j", "h", "d", "q", "w",
         "a", "b", "y", "d", "e", "n", "i", "k", "v", "o", "p", "s", "t", "u", "x", "w", "ae", "oe", "o", "ss", "l", "d", "d", "th", "i", "ij"];

    private static readonly char[] Latin = BuildLatin();

    /// <summary>Invisible, and left out of a word: soft hyphen, zero-width characters, direction marks, variation selectors.</summary>
    public static bool Invisible(char c) =>
        c is '\u00AD' or '\u034F' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F')
        || (c >= '\u0300' && c <= '\u036F');

    /// <summary>Writes the plain form of the character at <paramref name="i"/>; returns how many characters were written.</summary>
    /// <param name="used">How many UTF-16 units were read (1 or 2).</param>
    public static int Fold(ReadOnlySpan<char> text, int i, Span<char> to, out int used)
    {
        used = 1;
        var c = text[i];
        if (c < Latin.Length && Latin[c] != '\0')
        {
            to[0] = Latin[c];
            return 1;
        }

        if (Invisible(c))
            return 0;
        if (Rune.DecodeFromUtf16(text[i..], out var rune, out used) != System.Buffers.OperationStatus.Done)
            return 0;
        return Slow(rune, to);
    }

    private static int Slow(Rune rune, Span<char> to)
    {
        var written = 0;
        foreach (var part in Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormKD))
        {
            var c = char.ToLowerInvariant(part);
            var alike = LookAlikesFrom.IndexOf(c, StringComparison.Ordinal);
            if (alike >= 0)
            {
                foreach (var plain in LookAlikesTo[alike])
                {
                    if (written < to.Length)
                        to[written++] = plain;
                }
            }
            else if (char.IsLetterOrDigit(c) && written < to.Length)
            {
                to[written++] = c;
            }
        }

        return written;
    }

    /// <summary>ASCII and Latin-1/Extended-A letters that fold to one letter, so that ordinary text never takes the slow road.</summary>
    private static char[] BuildLatin()
    {
        var table = new char[0x180];
        Span<char> folded = stackalloc char[8];
        for (var c = 0; c < table.Length; c++)
        {
            var letter = (char)c;
            if (c < 0x80)
            {
                table[c] = char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : letter;
                continue;
            }

            if (!char.IsLetter(letter))
                continue;
            if (Slow(new Rune(letter), folded) == 1)
                table[c] = folded[0];
        }

        return table;
    }
}
