namespace Moderation.Safety;

/// <summary>
/// Turns a text into words of the lexicon with their place in the original. Sees through capitals, diacritics,
/// look-alike letters, digits for letters, stretched letters, spaces or dots between letters, missing spaces and small spelling mistakes.
/// </summary>
internal sealed class WordReader
{
    private const int LongestWord = 48;

    private readonly Lexicon lexicon;
    private readonly ClassSet comma;
    private readonly ClassSet number;
    private readonly ClassSet content;
    private readonly ClassSet opens;
    private readonly ClassSet closes;
    private readonly ClassSet group;
    private readonly ClassSet weak;
    private readonly ClassSet stem;
    private readonly ClassSet person;
    private readonly ClassSet dirt;
    private readonly ClassSet slur;
    private readonly ClassSet curse;
    private readonly ClassSet hates;
    private readonly ClassSet crook;

    public WordReader(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        var c = lexicon.Classes;
        (comma, number, content, opens, closes) = (c["COMMA"], c["NUMBER"], c["CONTENT"], c["SPLITBEFORE"], c["SPLITAFTER"]);
        (group, weak, stem, person, dirt) = (c["GROUP"], c["WEAK"], c["STEM"], c["PERSON"], c["DIRT"]);
        (slur, curse, hates, crook) = (c["SLUR"], c["CURSEPREFIX"], c["HATES"], c["CROOK"]);
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
            start = Join(text, words, start);
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
            words.Add(new Word { Start = start, End = i, Id = -1, Classes = number, Quoted = quoted, Single = single, Glued = glued });
            return i;
        }

        var entry = (digits > 0 || symbols > 0) ? Unleet(word) : Resolve(word);
        if (entry.Id < 0 && !entry.Classes.Any && length is >= 6 and < LongestWord - 4 && digits + symbols == 0)
        {
            Span<int> cuts = stackalloc int[16];
            var pieces = Split(word, cuts, out var count);
            if (pieces)
            {
                for (var k = 0; k < count; k++)
                {
                    var (from, to) = (k == 0 ? 0 : cuts[k - 1], cuts[k]);
                    var part = Known(word[from..to]);
                    words.Add(new Word { Start = at[from], End = to == length ? i : at[to], Id = part.Id, Classes = part.Classes, Quoted = quoted, Glued = k > 0 });
                }

                return i;
            }
        }

        words.Add(new Word { Start = start, End = i, Id = entry.Id, Classes = entry.Classes, Quoted = quoted, Single = single, Glued = glued });
        return i;
    }

    private Entry Known(ReadOnlySpan<char> word) => lexicon.TryFind(word, out var entry) ? entry : new Entry(-1, ClassSet.None);

    /// <summary>The word itself, or what it is a compound, a stretching or a misspelling of.</summary>
    private Entry Resolve(ReadOnlySpan<char> word)
    {
        if (lexicon.TryFind(word, out var entry))
            return entry;
        if (word.Length < 4)
            return new Entry(-1, ClassSet.None);
        if (Compound(word, out entry) || Squeezed(word, out entry) || lexicon.TryFindMisspelt(word, out entry) || OneTooMany(word, out entry))
            return entry;
        return new Entry(-1, ClassSet.None);
    }

    /// <summary>Group stem with a word for people ("moslimjongeren") or for dirt ("moslimtuig"); curse with a group ("kutmoslims").</summary>
    private bool Compound(ReadOnlySpan<char> word, out Entry entry)
    {
        var node = 0;
        for (var cut = 1; cut <= word.Length - 3; cut++)
        {
            if (!lexicon.Prefixes.Step(ref node, word[cut - 1]))
                break;
            if (cut < 3 || !lexicon.Prefixes.IsWord(node, out var head) || (head.Classes & (stem | curse)) == ClassSet.None)
                continue;
            if (!lexicon.TryFind(word[cut..], out var tail))
            {
                // "moslim-s-tuig"
                if (word[cut] != 's' || cut + 4 > word.Length || !lexicon.TryFind(word[(cut + 1)..], out tail))
                    continue;
            }

            if ((head.Classes & curse).Any && (tail.Classes & (group | slur)).Any)
            {
                entry = new Entry(-1, slur | group | content);
                return true;
            }

            if ((head.Classes & curse).Any && (tail.Classes & person).Any)
            {
                entry = new Entry(-1, crook | content);
                return true;
            }

            if ((head.Classes & stem) == ClassSet.None)
                continue;
            if ((tail.Classes & dirt).Any)
            {
                entry = new Entry(-1, slur | group | content);
                return true;
            }

            if ((tail.Classes & (person | weak)).Any)
            {
                entry = new Entry(-1, group | content);
                return true;
            }
        }

        entry = default;
        return false;
    }

    /// <summary>"moooslims", "haaaat": runs of one letter brought back to two, then to one; one doubled letter left out.</summary>
    private bool Squeezed(ReadOnlySpan<char> word, out Entry entry)
    {
        entry = default;
        var stretched = false;
        var doubled = false;
        for (var i = 1; i < word.Length; i++)
        {
            doubled |= word[i] == word[i - 1];
            stretched |= i > 1 && word[i] == word[i - 1] && word[i] == word[i - 2];
        }

        if (!doubled)
            return false;
        Span<char> squeezed = stackalloc char[word.Length];
        if (stretched)
        {
            if (lexicon.TryFind(Squeeze(word, 2, squeezed), out entry) || lexicon.TryFind(Squeeze(word, 1, squeezed), out entry))
                return true;
        }

        if (word.Length < 6)
            return false;
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] != word[i - 1])
                continue;
            word[..i].CopyTo(squeezed);
            word[(i + 1)..].CopyTo(squeezed[i..]);
            if (lexicon.TryFind(squeezed[..(word.Length - 1)], out entry) && (entry.Classes & (group | slur)).Any)
                return true;
        }

        return false;
    }

    /// <summary>"acheterlijk": a long word with one letter added.</summary>
    private bool OneTooMany(ReadOnlySpan<char> word, out Entry entry)
    {
        entry = default;
        if (word.Length is < 8 or > 20)
            return false;
        Span<char> shorter = stackalloc char[20];
        for (var i = 1; i < word.Length - 1; i++)
        {
            word[..i].CopyTo(shorter);
            word[(i + 1)..].CopyTo(shorter[i..]);
            if (lexicon.TryFind(shorter[..(word.Length - 1)], out entry) && (entry.Classes & lexicon.Forgiving).Any)
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> word, int most, Span<char> into)
    {
        var n = 0;
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most)
                into[n++] = word[i];
        }

        return into[..n];
    }

    /// <summary>Digits and symbols read as the letters they resemble; accepted only when a word with meaning comes out.</summary>
    private Entry Unleet(ReadOnlySpan<char> word)
    {
        if (lexicon.TryFind(word, out var entry))
            return entry;
        var marked = word.ContainsAny("@$!*€");
        Span<char> plain = stackalloc char[word.Length];
        foreach (var one in "il")
        {
            foreach (var star in "aeiou")
            {
                var hidden = false;
                var count = 0;
                foreach (var c in word)
                {
                    var letter = c switch { '0' => 'o', '1' => one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '6' => 'g', '7' or '+' => 't', '8' => 'b', '9' => 'g', '!' => 'i', '€' => 'e', '*' => star, _ => c };
                    hidden |= c == '*';
                    if (char.IsAsciiLetter(letter))
                        plain[count++] = letter;
                }

                var candidate = plain[..count];
                if (count >= 3 && ((lexicon.TryFind(candidate, out entry) && ((entry.Classes & content).Any || (marked && entry.Classes.Any))) || (count > 5 && Compound(candidate, out entry))))
                    return entry;
                if (!hidden)
                    break;
            }
        }

        return new Entry(-1, ClassSet.None);
    }

    /// <summary>
    /// Words written as one. Two pieces only where the pair makes sense ("haatmoslims", "moslimszijn", "moetendood");
    /// three or more when the whole is covered by known words of which one carries meaning.
    /// </summary>
    private bool Split(ReadOnlySpan<char> word, Span<int> cuts, out int count)
    {
        count = 0;
        var node = 0;
        for (var cut = 1; cut <= word.Length - 2; cut++)
        {
            if (!lexicon.Prefixes.Step(ref node, word[cut - 1]))
                break;
            if (cut < 2 || !lexicon.Prefixes.IsWord(node, out var left) || !(left.Classes & (opens | closes | group)).Any || !lexicon.TryFind(word[cut..], out var right))
                continue;
            var before = (left.Classes & opens).Any && (right.Classes & (group | (cut <= 3 ? hates : group))).Any;
            var after = (right.Classes & ((left.Classes & group).Any ? closes : ClassSet.None)).Any;
            var verdict = cut >= 5 && (left.Classes & closes).Any && (right.Classes & content).Any;
            if (before || after || verdict)
            {
                cuts[0] = cut;
                cuts[1] = word.Length;
                count = 2;
                return true;
            }
        }

        return word.Length >= 10 && Cover(word, 0, cuts, ref count, false, false) && count >= 3;
    }

    /// <param name="named">A group has been named.</param>
    /// <param name="joined">A small word that joins has been seen.</param>
    private bool Cover(ReadOnlySpan<char> word, int from, Span<int> cuts, ref int count, bool named, bool joined)
    {
        if (from == word.Length)
            return named && joined;
        if (count == cuts.Length)
            return false;
        var node = 0;
        for (var to = from + 1; to <= word.Length; to++)
        {
            if (!lexicon.Prefixes.Step(ref node, word[to - 1]))
                break;
            if (to - from < 2 || !lexicon.Prefixes.IsWord(node, out var entry))
                continue;
            var joins = (entry.Classes & (opens | closes)).Any;
            if (to - from < 4 && !joins && !(entry.Classes & content).Any)
                continue;
            cuts[count++] = to;
            if (Cover(word, to, cuts, ref count, named || (entry.Classes & group).Any, joined || joins))
                return true;
            count--;
        }

        return false;
    }

    /// <summary>Joins letters written apart, words with a gap in them and phrases, in the words from <paramref name="start"/> on; returns the new end.</summary>
    private int Join(string text, List<Word> words, int start)
    {
        var write = start;
        for (var read = start; read < words.Count;)
        {
            var taken = SpeltOut(text, words, read, out var joined);
            if (taken == 0)
                taken = Halves(text, words, read, out joined);
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
        while (end < words.Count && words[end].Single)
            end++;
        if (end - at < 4)
            return 0;
        Span<char> letters = stackalloc char[LongestWord];
        for (var to = Math.Min(end, at + 24); to - at >= 4; to--)
        {
            var n = 0;
            for (var k = at; k < to; k++)
                n += Folding.Fold(text, words[k].Start, letters[n..], out _);
            var entry = Unleet(letters[..n]);
            if (entry.Id < 0 && !entry.Classes.Any)
                entry = Resolve(letters[..n]);
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
        if (left.Is(comma | number) || right.Is(comma | number))
            return 0;
        var unknown = (left.Id < 0 ? 1 : 0) + (right.Id < 0 ? 1 : 0);
        if (!right.Glued && (unknown == 0 || right.Start - left.End > 1))
            return 0;
        if (right.End - left.Start is < 6 or > LongestWord)
            return 0;
        if (!right.Glued && unknown == 1 && (left.Id < 0 ? right : left) is var known && known.End - known.Start > 3)
            return 0;
        Span<char> letters = stackalloc char[LongestWord + 8];
        var n = 0;
        for (var i = left.Start; i < right.End && n < LongestWord; i++)
        {
            if (char.IsLetter(text[i]))
                n += Folding.Fold(text, i, letters[n..], out _);
        }

        var whole = letters[..n];
        Entry entry;
        if (right.Glued ? !(lexicon.TryFind(whole, out entry) || Compound(whole, out entry)) : !lexicon.TryFind(whole, out entry))
            return 0;
        if ((entry.Classes & (group | slur | dirt)) == ClassSet.None)
            return 0;
        joined = left with { End = right.End, Id = entry.Id, Classes = entry.Classes };
        return 2;
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
