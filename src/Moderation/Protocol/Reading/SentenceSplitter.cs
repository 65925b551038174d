using System.Collections.Frozen;

namespace Moderation.Protocol.Reading;

/// <summary>Cuts a text into sentences; abbreviations, initials, numbers and web addresses do not end one.</summary>
internal static class SentenceSplitter
{
    /// <summary>A stretch without an end is cut here, so that looking round in a sentence always costs little.</summary>
    private const int Longest = 600;

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "dhr", "mevr", "mw", "mej", "fam", "drs", "dr", "ir", "ing", "mr", "prof", "ds", "st", "nr", "nrs", "tel", "blz", "pag", "art",
        "bijv", "bv", "o.a", "oa", "d.w.z", "dwz", "m.b.t", "mbt", "i.v.m", "ivm", "t.n.v", "tnv", "t.a.v", "tav", "n.a.v", "nav", "a.s",
        "jl", "j.l", "a.u.b", "aub", "s.v.p", "svp", "evt", "incl", "excl", "ca", "ong", "geb", "resp", "z.s.m", "zsm",
        "e.d", "m.a.w", "t.o.v", "i.p.v", "m.m.v", "o.l.v", "t/m", "v.d", "jr", "sr", "vs", "n.v.t", "nvt", "afd", "gem", "leerlingnr", "kl", "lln", "vb",
        "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec");

    public static IReadOnlyList<Span> Split(string text)
    {
        var sentences = new List<Span>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = EndsAt(text, start, i);
            if (end < 0 && i - start >= Longest && char.IsWhiteSpace(text[i]) || i - start >= 2 * Longest)
                end = i + 1;
            if (end < 0)
                continue;
            Add(text, start, end, sentences);
            start = end;
            i = end - 1;
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>Where the sentence that <paramref name="i"/> closes ends, or -1.</summary>
    private static int EndsAt(string text, int start, int i)
    {
        var c = text[i];
        if (c == '\n')
            return BreaksAt(text, i) ? i + 1 : -1;
        if (c is not ('.' or '!' or '?' or '\u2026'))
            return -1;
        var after = i + 1;
        while (after < text.Length && text[after] is '.' or '!' or '?' or '\u2026' && after < text.Length)
            after++;
        var quoted = false;
        while (after < text.Length && text[after] is '"' or '\'' or ')' or ']' && after < text.Length)
        {
            quoted |= text[after] is '"' or '\'';
            after++;
        }
        if (after >= text.Length)
            return text.Length;
        if (text[after] == ',')
            return -1;
        if (!char.IsWhiteSpace(text[after]))
            return c is '!' or '?' && char.IsSurrogate(text[after]) ? after : -1;
        var next = after;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next < text.Length && char.IsLower(text[next]) && (quoted || c is '.' or '\u2026'))
            return -1;
        if (c == '.' && after == i + 1 && (IsInitial(text, i) || IsAbbreviation(text, start, i)))
            return -1;
        return after;
    }

    // A line that goes on with a small letter was only wrapped; an empty line always ends a sentence.
    private static bool BreaksAt(string text, int i)
    {
        var next = i + 1;
        while (next < text.Length && text[next] == ' ')
            next++;
        return next >= text.Length || !char.IsLower(text[next]);
    }

    private static bool IsInitial(string text, int dot) =>
        dot >= 1 && char.IsUpper(text[dot - 1]) && (dot == 1 || !char.IsLetterOrDigit(text[dot - 2]));

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] is '.' or '/'))
            from--;
        return from < dot && Abbreviations.Contains(text[from..dot]);
    }

    private static void Add(string text, int start, int end, List<Span> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new Span(start, end));
    }
}
