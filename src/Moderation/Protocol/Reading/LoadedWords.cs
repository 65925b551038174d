using System.Buffers;

namespace Moderation.Protocol.Reading;

/// <summary>
/// Finds the lexicon's offensive words as whole words, also when written with digits for letters, signs, spaces between letters or letters drawn out.
/// Reads the text once; never matches inside a word.
/// </summary>
internal static class LoadedWords
{
    private const int MostInText = 400;
    private const int Offensive = 1 << (int)LexiconSection.Swear | 1 << (int)LexiconSection.Slur | 1 << (int)LexiconSection.Sexual | 1 << (int)LexiconSection.Insult;
    private const int WorthDisguising = Offensive & ~(1 << (int)LexiconSection.Insult);

    private static readonly SearchValues<char> Disguise = SearchValues.Create("*@$!+#0123456789");

    public static IReadOnlyList<LoadedWord> Find(string folded, Lexicon lexicon)
    {
        var found = new List<LoadedWord>();
        var i = 0;
        while (i < folded.Length && found.Count < MostInText)
        {
            if (!IsWordChar(folded[i]))
            {
                i++;
                continue;
            }
            var spaced = SpacedOut(folded, i);
            if (spaced > 0)
            {
                AddSpaced(folded, i, spaced, lexicon, found);
                i = spaced;
                continue;
            }
            var end = i;
            while (end < folded.Length && IsWordChar(folded[end]))
                end++;
            Add(folded, new Span(i, end), lexicon, found);
            i = end;
        }
        return found;
    }

    private static void Add(string folded, Span chunk, Lexicon lexicon, List<LoadedWord> found)
    {
        var text = folded.AsSpan(chunk.Start, chunk.Length);
        if (text.Length > 60)
            return;
        if (!text.ContainsAny(Disguise))
        {
            AddPlain(folded, chunk, lexicon, found);
            return;
        }
        // First as it stands, for words that merely touch a sign ("shit!"), then unmasked.
        var before = found.Count;
        foreach (var part in Parts(folded, chunk))
            AddPlain(folded, part, lexicon, found);
        if (found.Count > before)
            return;
        var trimmed = text.TrimEnd("!+#").ToString();
        if (!trimmed.AsSpan().ContainsAnyInRange('a', 'z') || trimmed.Length < 3)
            return;
        foreach (var guess in Unmask(trimmed))
            if ((lexicon.SectionsOf(guess) & WorthDisguising) is not 0 and var sections)
            {
                found.Add(new LoadedWord(new Span(chunk.Start, chunk.Start + trimmed.Length), guess, sections, Disguised: true));
                return;
            }
    }

    private static void AddPlain(string folded, Span where, Lexicon lexicon, List<LoadedWord> found)
    {
        var word = folded.AsSpan(where.Start, where.Length).Trim('\'');
        if (word.Length < 3)
            return;
        var sections = lexicon.SectionsOf(word) & Offensive;
        if (sections == 0 && word.EndsWith("'s"))
            sections = lexicon.SectionsOf(word = word[..^2]) & Offensive;
        if (sections != 0)
        {
            found.Add(new LoadedWord(where, word.ToString(), sections, Disguised: false));
            return;
        }
        if (!DrawnOut(word))
            return;
        foreach (var guess in (ReadOnlySpan<string>)[Shorten(word, 1), Shorten(word, 2)])
            if ((lexicon.SectionsOf(guess) & WorthDisguising) is not 0 and var drawn)
            {
                found.Add(new LoadedWord(where, guess, drawn, Disguised: true));
                return;
            }
    }

    private static void AddSpaced(string folded, int start, int end, Lexicon lexicon, List<LoadedWord> found)
    {
        var joined = string.Concat(folded.AsSpan(start, end - start).ToString().Where(char.IsLetterOrDigit));
        foreach (var guess in (ReadOnlySpan<string>)[joined, Leet(joined), Shorten(joined, 1)])
            if ((lexicon.SectionsOf(guess) & WorthDisguising) is not 0 and var sections)
            {
                found.Add(new LoadedWord(new Span(start, end), guess, sections, Disguised: true));
                return;
            }
    }

    /// <summary>Where a run of at least three single letters with one and the same separator ends, or 0.</summary>
    private static int SpacedOut(string folded, int start)
    {
        if (start + 4 >= folded.Length || IsLetter(folded, start - 1) || folded[start + 1] is not (' ' or '.' or '-' or '_' or '*' or '/') || !IsLetter(folded, start))
            return 0;
        var separator = folded[start + 1];
        var i = start;
        var letters = 1;
        while (i + 2 < folded.Length && folded[i + 1] == separator && IsLetter(folded, i + 2) && !IsLetter(folded, i + 3))
        {
            i += 2;
            letters++;
        }
        return letters >= 3 ? i + 1 : 0;
    }

    private static IEnumerable<Span> Parts(string folded, Span chunk)
    {
        var start = -1;
        for (var i = chunk.Start; i <= chunk.End; i++)
        {
            var letter = i < chunk.End && (char.IsLetter(folded[i]) || folded[i] == '\'');
            if (letter && start < 0)
                start = i;
            if (!letter && start >= 0)
            {
                // A part that touches a masking sign inside the word is not a word by itself.
                var whole = (start == chunk.Start || folded[start - 1] is '!' or '#') && (i == chunk.End || folded[i] is '!' or '#');
                if (whole)
                    yield return new Span(start, i);
                start = -1;
            }
        }
    }

    private static IEnumerable<string> Unmask(string text)
    {
        var plain = Leet(text);
        if (plain is "f***" or "f**k" or "f***ing")
        {
            yield return "fuck";
            yield break;
        }
        var stars = plain.Count(static c => c is '*' or '#');
        if (stars == 0)
        {
            yield return plain;
            yield return Shorten(plain, 1);
            yield break;
        }
        if (stars > 2)
            yield break;
        foreach (var first in "aeiou")
        {
            var one = ReplaceFirst(plain, first);
            if (stars == 1)
                yield return one;
            else
                foreach (var second in "aeioucknrst")
                    yield return ReplaceFirst(one, second);
        }
    }

    private static string ReplaceFirst(string text, char letter)
    {
        var at = text.AsSpan().IndexOfAny('*', '#');
        return string.Create(text.Length, (text, at, letter), static (span, s) =>
        {
            s.text.CopyTo(span);
            span[s.at] = s.letter;
        });
    }

    private static string Leet(string text) => string.Create(text.Length, text, static (span, t) =>
    {
        for (var i = 0; i < t.Length; i++)
            span[i] = t[i] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' or '+' => 't', '8' => 'b', _ => t[i] };
    });

    private static bool DrawnOut(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        return false;
    }

    private static string Shorten(ReadOnlySpan<char> word, int keep)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= keep)
                kept.Append(word[i]);
        }
        return kept.ToString();
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c is '\'' or '*' or '@' or '$' or '!' or '+' or '#';
}
