namespace Moderation.Safety;

/// <summary>
/// Turns a text into words of the lexicon with their place in the original. Sees through capitals, diacritics,
/// look-alike letters, digits for letters, stretched letters, spaces or dots between letters, missing spaces and small spelling mistakes.
/// </summary>
internal sealed class WordReader
{
    public const int LongestWord = 48;

    /// <summary>Words and commas that are read as one sentence; people write fewer than a hundred.</summary>
    private const int LongestSentence = 300;

    private readonly WordResolver resolver;
    private readonly WordJoiner joiner;
    private readonly ClassSet comma;
    private readonly ClassSet number;

    public WordReader(Lexicon lexicon)
    {
        resolver = new(lexicon);
        joiner = new(lexicon, resolver);
        (comma, number) = (lexicon.Classes["COMMA"], lexicon.Classes["NUMBER"]);
    }

    /// <summary>Reads words; a sentence ends where <paramref name="sentences"/> says: exclusive index into the words, and whether it asks something.</summary>
    public void Read(string text, List<Word> words, List<(int End, bool Question)> sentences)
    {
        var quoted = false;
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (StartsWord(text, i))
            {
                // A text without full stops is cut, so that what it costs grows with its length and no faster.
                if (words.Count - start >= LongestSentence)
                    EndSentence(false);
                i = ReadWord(text, i, words, quoted);
                continue;
            }

            if (c is '"' or '“' or '”' or '„' or '«' or '»' || (c is '\'' or '‘' or '’' && QuotesWord(text, i, quoted)))
            {
                quoted = c is not ('”' or '»') && (c is '“' or '„' or '«' || !quoted);
                AddComma(words, i);
            }
            else if (c is '\n' || (c is '.' or '!' or '?' or '…' && EndsSentence(text, i, words)))
            {
                var question = c == '?' || (c == '!' && i + 1 < text.Length && text[i + 1] == '?');
                EndSentence(question);
                if (c == '\n')
                    quoted = false;
            }
            else if (c is ',' or ';' or ':' or '(' or ')' or '–' or '—' or '/' or '|' || (c == '-' && i > 0 && text[i - 1] == ' '))
            {
                AddComma(words, i);
            }

            i++;
        }

        EndSentence(false);

        void EndSentence(bool question)
        {
            if (words.Count == start)
                return;
            start = joiner.Join(text, words, start);
            sentences.Add((start, question));
        }
    }

    private void AddComma(List<Word> words, int at) =>
        words.Add(new Word { Start = at, End = at + 1, Id = -1, Classes = comma });

    private static bool StartsWord(string text, int i)
    {
        var c = text[i];
        return char.IsLetterOrDigit(c)
            || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLetter(text, i))
            || (c is '@' or '$' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]));
    }

    /// <summary>A single quotation mark that opens or closes, rather than an apostrophe (<c>'s avonds</c>, <c>foto's</c>).</summary>
    private static bool QuotesWord(string text, int i, bool quoted)
    {
        var before = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or ':';
        var after = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
        if (before == after)
            return false;
        return before ? !(i + 2 < text.Length && !char.IsLetterOrDigit(text[i + 2])) : quoted;
    }

    private static bool EndsSentence(string text, int i, List<Word> words)
    {
        if (text[i] != '.')
            return true;
        var next = i + 1;
        while (next < text.Length && text[next] is '.' or '"' or '”' or '\'' or ')')
            next++;
        if (next == text.Length)
            return true;
        // "k.a.n.k.e.r", "v.d. Berg", "3.000": a dot inside, or after one letter, does not end a sentence.
        return char.IsWhiteSpace(text[next]) && !(words.Count > 0 && words[^1].Single && !words[^1].Classes.Any);
    }

    /// <summary>Reads one word, or several that were written as one; returns where it ended.</summary>
    private int ReadWord(string text, int start, List<Word> words, bool quoted)
    {
        Span<char> folded = stackalloc char[LongestWord + 4];
        Span<int> at = stackalloc int[LongestWord + 4];
        var length = 0;
        var letters = 0;
        var digits = 0;
        var symbols = 0;
        var capitals = 0;
        var i = start;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '\'' or '’' or '`' or '´')
            {
                if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))
                    break;
                i++;
                continue;
            }

            if (c is '@' or '$' or '*' or '!' or '€' or '+')
            {
                if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]) || (i == start && c is not ('@' or '$')))
                    break;
                symbols++;
            }
            else if (char.IsLetter(c) || char.IsHighSurrogate(c) && char.IsLetter(text, i))
            {
                letters++;
                if (i > start && char.IsUpper(c) && char.IsLower(text[i - 1]))
                    capitals++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else if (!Folding.Invisible(c))
            {
                break;
            }

            if (length > LongestWord - 4)
            {
                i++;
                continue;
            }

            var from = length;
            length += Folding.Fold(text, i, folded[length..], out var used);
            for (var k = from; k < length; k++)
                at[k] = i;
            i += used;
        }

        if (i == start)
            return start + 1;
        var word = folded[..length];
        var glued = start > 0 && text[start - 1] is '-' or '.' or '_' or '*' && words.Count > 0 && words[^1].End == start - 1;
        var single = letters + digits == 1;
        if (letters == 0 && symbols == 0)
        {
            var meaning = resolver.Known(word);
            words.Add(new Word { Start = start, End = i, Id = meaning.Id, Classes = meaning.Classes | number, Quoted = quoted, Single = single, Glued = glued });
            return i;
        }

        var entry = (digits > 0 || symbols > 0) ? resolver.Unleet(word) : resolver.Resolve(word);
        if (entry.Id < 0 && !entry.Classes.Any && length is >= 6 and < LongestWord - 4 && digits + symbols == 0)
        {
            Span<int> cuts = stackalloc int[16];
            var pieces = resolver.Split(word, cuts, out var count);
            if (pieces)
            {
                for (var k = 0; k < count; k++)
                {
                    var (from, to) = (k == 0 ? 0 : cuts[k - 1], cuts[k]);
                    var part = resolver.Known(word[from..to]);
                    words.Add(new Word { Start = at[from], End = to == length ? i : at[to], Id = part.Id, Classes = part.Classes, Quoted = quoted, Glued = k > 0 });
                }

                return i;
            }
        }

        words.Add(new Word { Start = start, End = i, Id = entry.Id, Classes = entry.Classes, Quoted = quoted, Single = single, Glued = glued });
        return i;
    }
}
