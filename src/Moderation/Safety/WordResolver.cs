namespace Moderation.Safety;

/// <summary>
/// Says which word of the lexicon a spelling stands for: itself, a compound, a stretching, a misspelling, letters hidden behind digits,
/// or several words written as one.
/// </summary>
internal sealed class WordResolver
{
    private readonly Lexicon lexicon;
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
    private readonly ClassSet kills;
    private readonly ClassSet away;
    private readonly ClassSet victim;

    public WordResolver(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        var c = lexicon.Classes;
        (content, opens, closes) = (c["CONTENT"], c["SPLITBEFORE"], c["SPLITAFTER"]);
        (kills, away) = (c["KILLNOW"], c["AWAY"]);
        (group, weak, stem, person, dirt) = (c["GROUP"], c["WEAK"], c["STEM"], c["PERSON"], c["DIRT"]);
        (slur, curse, hates, crook, victim) = (c["SLUR"], c["CURSEPREFIX"], c["HATES"], c["CROOK"], c["VICTIM"]);
    }

    /// <summary>The word as it stands; an entry without id or classes when it is unknown.</summary>
    public Entry Known(ReadOnlySpan<char> word) => lexicon.TryFind(word, out var entry) ? entry : new Entry(-1, ClassSet.None);

    /// <summary>The word itself, or what it is a compound, a stretching or a misspelling of.</summary>
    public Entry Resolve(ReadOnlySpan<char> word)
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
    public bool Compound(ReadOnlySpan<char> word, out Entry entry)
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

            if ((head.Classes & curse).Any && (tail.Classes & (person | victim)).Any)
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
    public Entry Unleet(ReadOnlySpan<char> word)
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
                if (count >= 3 && ((lexicon.TryFind(candidate, out entry) && ((entry.Classes & content).Any || ((marked || count >= 5) && entry.Classes.Any))) || (count > 5 && Compound(candidate, out entry))))
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
    public bool Split(ReadOnlySpan<char> word, Span<int> cuts, out int count)
    {
        count = 0;
        var node = 0;
        for (var cut = 1; cut <= word.Length - 2; cut++)
        {
            if (!lexicon.Prefixes.Step(ref node, word[cut - 1]))
                break;
            if (cut < 2 || !lexicon.Prefixes.IsWord(node, out var left) || !(left.Classes & (opens | closes | group | hates)).Any || !lexicon.TryFind(word[cut..], out var right))
                continue;
            var before = (left.Classes & opens).Any && (right.Classes & (group | (cut <= 3 ? hates : group))).Any;
            var after = (right.Classes & ((left.Classes & group).Any ? closes : ClassSet.None)).Any;
            var verdict = (cut >= 5 || (cut == 4 && word.Length >= 9)) && (left.Classes & closes).Any && (right.Classes & content).Any;
            // "walgvan", "haatalle": what is hated stands after it.
            var hated = (left.Classes & hates).Any && (right.Classes & opens).Any;
            if (before || after || verdict || hated)
            {
                cuts[0] = cut;
                cuts[1] = word.Length;
                count = 2;
                return true;
            }
        }

        return word.Length >= 10 && Cover(word, 0, cuts, ref count, false, false) && count >= 3;
    }

    /// <param name="named">A group has been named, or killing.</param>
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
            if (to - from < 4 && !joins && !(entry.Classes & (content | away)).Any)
                continue;
            cuts[count++] = to;
            if (Cover(word, to, cuts, ref count, named || (entry.Classes & (group | kills)).Any, joined || joins))
                return true;
            count--;
        }

        return false;
    }
}
