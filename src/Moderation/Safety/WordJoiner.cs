namespace Moderation.Safety;

/// <summary>Puts together what was written apart: letters with spaces or dots between them, a word with a gap in it, phrases of the lexicon.</summary>
internal sealed class WordJoiner(Lexicon lexicon, WordResolver resolver)
{
    /// <summary>Most letters that are read as one word spelt out.</summary>
    private const int MostLetters = 24;

    /// <summary>From this length on, two pieces that make any telling word are that word.</summary>
    private const int LongWord = 8;

    private readonly ClassSet notWords = lexicon.Classes["COMMA"] | lexicon.Classes["NUMBER"];
    private readonly ClassSet content = lexicon.Classes["CONTENT"];
    private readonly ClassSet people = lexicon.Classes["GROUP"] | lexicon.Classes["SLUR"] | lexicon.Classes["DIRT"] | lexicon.Classes["HATES"];

    /// <summary>Joins letters written apart, words with a gap in them and phrases, in the words from <paramref name="start"/> on; returns the new end.</summary>
    public int Join(string text, List<Word> words, int start)
    {
        var write = start;
        for (var read = start; read < words.Count;)
        {
            var taken = SpeltOut(text, words, read, out var joined);
            if (taken == 0)
                taken = Halves(text, words, read, out joined);
            if (taken == 0)
                taken = Thirds(text, words, read, out joined);
            if (taken == 0)
                taken = Whole(words, read, out joined);
            if (taken == 0)
                (joined, taken) = (words[read], 1);
            words[write++] = joined;
            read += taken;
        }

        words.RemoveRange(write, words.Count - write);
        return write;
    }

    /// <summary>"m o s l i m s", "k.a.n.k.e.r".</summary>
    private int SpeltOut(string text, List<Word> words, int at, out Word joined)
    {
        joined = default;
        var end = at;
        while (end < words.Count && end < at + MostLetters && words[end].Single)
            end++;
        if (end - at < 4)
            return 0;
        Span<char> letters = stackalloc char[WordReader.LongestWord];
        for (var to = end; to - at >= 4; to--)
        {
            var n = 0;
            for (var k = at; k < to; k++)
                n += Folding.Fold(text, words[k].Start, letters[n..], out _);
            var entry = resolver.Unleet(letters[..n]);
            if (entry.Id < 0 && !entry.Classes.Any)
                entry = resolver.Resolve(letters[..n]);
            if ((entry.Classes & content) == ClassSet.None)
                continue;
            joined = words[at] with { End = words[to - 1].End, Id = entry.Id, Classes = entry.Classes, Single = false };
            return to - at;
        }

        return 0;
    }

    /// <summary>"mos lims", "kut-marokkaan": two pieces, of which one is no word of its own, that make one together.</summary>
    private int Halves(string text, List<Word> words, int at, out Word joined)
    {
        joined = default;
        if (at + 1 >= words.Count)
            return 0;
        var (left, right) = (words[at], words[at + 1]);
        if (left.Is(notWords) || right.Is(notWords))
            return 0;
        var unknown = (left.Id < 0 ? 1 : 0) + (right.Id < 0 ? 1 : 0);
        if (!right.Glued && (unknown == 0 || right.Start - left.End > 1))
            return 0;
        if (right.End - left.Start is < 5 or > WordReader.LongestWord)
            return 0;
        if (!right.Glued && unknown == 1 && (left.Id < 0 ? right : left) is var known && known.End - known.Start > 3)
            return 0;
        Span<char> letters = stackalloc char[WordReader.LongestWord + 8];
        var n = 0;
        for (var i = left.Start; i < right.End && n < WordReader.LongestWord; i++)
        {
            if (char.IsLetter(text[i]))
                n += Folding.Fold(text, i, letters[n..], out _);
        }

        var whole = letters[..n];
        Entry entry;
        if (right.Glued ? !(lexicon.TryFind(whole, out entry) || resolver.Compound(whole, out entry)) : !lexicon.TryFind(whole, out entry))
            return 0;
        if ((entry.Classes & (n >= LongWord && !right.Glued ? content : people)) == ClassSet.None)
            return 0;
        joined = left with { End = right.End, Id = entry.Id, Classes = entry.Classes };
        return 2;
    }

    /// <summary>"on ge dierte": three pieces, of which two are no words, that make a long one.</summary>
    private int Thirds(string text, List<Word> words, int at, out Word joined)
    {
        joined = default;
        if (at + 2 >= words.Count)
            return 0;
        var unknown = 0;
        for (var k = at; k < at + 3; k++)
        {
            if (words[k].Is(notWords) || (k > at && words[k].Start - words[k - 1].End > 1))
                return 0;
            unknown += words[k].Id < 0 ? 1 : 0;
        }

        var (from, to) = (words[at].Start, words[at + 2].End);
        if (unknown < 2 || to - from is < LongWord or > WordReader.LongestWord)
            return 0;
        Span<char> letters = stackalloc char[WordReader.LongestWord + 8];
        var n = 0;
        for (var i = from; i < to && n < WordReader.LongestWord; i++)
        {
            if (char.IsLetter(text[i]))
                n += Folding.Fold(text, i, letters[n..], out _);
        }

        if (!lexicon.TryFind(letters[..n], out var entry) || (entry.Classes & content) == ClassSet.None)
            return 0;
        joined = words[at] with { End = to, Id = entry.Id, Classes = entry.Classes };
        return 3;
    }

    /// <summary>A phrase of the lexicon.</summary>
    private int Whole(List<Word> words, int at, out Word joined)
    {
        joined = default;
        if (words[at].Id < 0)
            return 0;
        foreach (var phrase in lexicon.PhrasesFrom(words[at].Id))
        {
            var parts = phrase.Parts;
            if (at + parts.Length > words.Count)
                continue;
            var k = 1;
            while (k < parts.Length && words[at + k].Id == parts[k])
                k++;
            if (k < parts.Length)
                continue;
            joined = words[at] with { End = words[at + k - 1].End, Id = phrase.Whole.Id, Classes = phrase.Whole.Classes };
            return k;
        }

        return 0;
    }
}
