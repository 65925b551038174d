using System.Globalization;
using System.Text;

namespace Moderation.Protocol.Reading;

/// <summary>
/// A text with a folded copy to search in: lower case, no diacritics, plain quotes and dashes, no invisible characters.
/// Positions in the copy lead back to UTF-16 positions in the original.
/// </summary>
internal sealed class DutchText
{
    private static readonly char[] Plain = BuildPlain();

    private readonly int[]? map;
    private IReadOnlyList<Span>? sentences;
    private IReadOnlyList<Span>? quotes;

    private DutchText(string original, string cased, int[]? map)
    {
        Original = original;
        Cased = cased;
        Folded = cased.ToLowerInvariant();
        this.map = map;
    }

    public string Original { get; }

    /// <summary>The folded copy with its capitals: same positions as <see cref="Folded"/>.</summary>
    public string Cased { get; }

    public string Folded { get; }

    public IReadOnlyList<Span> Sentences => sentences ??= SentenceSplitter.Split(Cased);

    /// <summary>What stands between quotation marks, without the marks.</summary>
    public IReadOnlyList<Span> Quotes => quotes ??= QuoteFinder.Find(Folded);

    /// <param name="fileName">Also reads underscores as spaces, as people do in file names.</param>
    public static DutchText Read(string original, bool fileName = false)
    {
        if (!NeedsFolding(original))
            return new DutchText(original, fileName ? original.Replace('_', ' ') : original, map: null);

        var cased = new StringBuilder(original.Length);
        var map = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
            Append(original, ref i, fileName, cased, map);
        map.Add(original.Length);
        return new DutchText(original, cased.ToString(), [.. map]);
    }

    /// <summary>The span of the original that a span of the folded copy stands for.</summary>
    public Span ToOriginal(Span folded) => map is null
        ? folded
        : new Span(map[folded.Start], folded.End > folded.Start ? Math.Max(map[folded.End - 1] + 1, EndOf(folded.End)) : map[folded.End]);

    public Span SentenceAt(int position)
    {
        var all = Sentences;
        int low = 0, high = all.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (all[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }
        return all.Count == 0 ? new Span(0, Folded.Length) : all[low];
    }

    public Span? SentenceBefore(Span sentence)
    {
        Span? before = null;
        if (sentence.Start > 0)
            before = SentenceAt(sentence.Start - 1);
        return before == sentence ? null : before;
    }

    public bool InQuote(int position)
    {
        foreach (var quote in Quotes)
            if (quote.Start <= position && position < quote.End)
                return true;
        return false;
    }

    /// <summary>Folded position of a UTF-16 position in the original.</summary>
    public int FromOriginal(int position)
    {
        if (map is null)
            return Math.Clamp(position, 0, Folded.Length);
        var found = Array.BinarySearch(map, position);
        return Math.Clamp(found >= 0 ? found : ~found, 0, Folded.Length);
    }

    // Characters that were left out (an invisible one inside a word) belong to what stands before them.
    private int EndOf(int foldedEnd)
    {
        var last = map![foldedEnd - 1]; // not null: only called with a map
        return char.IsHighSurrogate(Original[last]) && last + 1 < Original.Length ? last + 2 : last + 1;
    }

    private static bool NeedsFolding(string text)
    {
        foreach (var c in text)
            if (c is > '\u007e' or '`' or '\r' or '\t')
                return true;
        return false;
    }

    private static void Append(string original, ref int i, bool fileName, StringBuilder cased, List<int> map)
    {
        var c = original[i];
        if (char.IsHighSurrogate(c) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]))
        {
            AppendPair(original, i, cased, map);
            i++;
            return;
        }
        if (c is '\u00df')
        {
            cased.Append("ss");
            map.Add(i);
            map.Add(i);
            return;
        }
        if (c is '\u0133' or '\u0132')
        {
            cased.Append(c == '\u0133' ? "ij" : "IJ");
            map.Add(i);
            map.Add(i);
            return;
        }
        var plain = c == '_' && fileName ? ' ' : PlainOf(c);
        if (plain == '\0')
            return;
        cased.Append(plain);
        map.Add(i);
    }

    // Mathematical and enclosed letters stand outside the basic plane and are read as the letters they imitate.
    private static void AppendPair(string original, int i, StringBuilder cased, List<int> map)
    {
        var pair = original.Substring(i, 2);
        var normal = pair.Normalize(NormalizationForm.FormKC);
        if (normal.Length == 1 && char.IsAsciiLetterOrDigit(normal[0]))
        {
            cased.Append(normal[0]);
            map.Add(i);
            return;
        }
        cased.Append(pair);
        map.Add(i);
        map.Add(i);
    }

    private static char PlainOf(char c) => c < Plain.Length ? Plain[c] : c switch
    {
        >= '\u0300' and <= '\u036f' or >= '\u200b' and <= '\u200f' or '\u2060' or '\ufeff' => '\0',
        >= '\u2018' and <= '\u201b' or '\u2032' => '\'',
        >= '\u201c' and <= '\u201f' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        >= '\u2000' and <= '\u200a' or '\u202f' or '\u205f' or '\u3000' => ' ',
        '\u2028' or '\u2029' => '\n',
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        >= '\u0400' and <= '\u04ff' => LooksLike(c),
        >= '\u1e00' and <= '\u1eff' => Base(c),
        _ => c,
    };

    // Cyrillic letters that look like ours hide a word from a filter without hiding it from a reader.
    private static char LooksLike(char c) => "аеорсухіјѕкмтвнАЕОРСУХІЈЅКМТВН".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at
        ? "aeopcyxijskmtbhAEOPCYXIJSKMTBH"[at]
        : c;

    private static char[] BuildPlain()
    {
        var table = new char[0x250];
        for (var c = '\0'; c < table.Length; c++)
            table[c] = c switch
            {
                '\r' or '\t' or '\u00a0' => ' ',
                '`' or '\u00b4' => '\'',
                '\u00ab' or '\u00bb' => '"',
                '\u00ad' => '\0',
                '\u0131' => 'i',
                '\u00f8' => 'o',
                '\u00d8' => 'O',
                '\u0142' => 'l',
                '\u0141' => 'L',
                < '\u00c0' => c,
                _ => Base(c),
            };
        return table;
    }

    private static char Base(char c)
    {
        var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(decomposed[0]) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            && char.IsAscii(decomposed[0]) ? decomposed[0] : c;
    }
}
