using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Wordings;

/// <summary>Every word and phrase of the concepts in one text, found in one pass.</summary>
internal sealed class ConceptReading
{
    private const int LongestWord = 60;

    private readonly List<ConceptHit> hits = [];

    private ConceptReading(int[] starts) => WordStarts = starts;

    /// <summary>In the folded text, ordered by first word.</summary>
    public IReadOnlyList<ConceptHit> Hits => hits;

    public int[] WordStarts { get; }

    public static ConceptReading Of(string folded, ConceptBook book)
    {
        var (starts, ends) = Words(folded);
        var reading = new ConceptReading(starts);
        for (var w = 0; w < starts.Length; w++)
        {
            var before = reading.hits.Count;
            reading.Forward(folded, book, starts, ends, w);
            reading.Backward(folded, book, starts[w], ends[w], w);
            var word = folded.AsSpan(starts[w], ends[w] - starts[w]);
            if (reading.hits.Count == before && word.Length is >= 4 and <= LongestWord)
                reading.Undisguised(word, book, w, starts[w], ends[w]);
            if (word[0] is >= '0' and <= '9')
                reading.Add(book.Number, w, w, starts[w], ends[w]);
            reading.Spaced(folded, book, starts, ends, w);
        }
        return reading;
    }

    private void Forward(string folded, ConceptBook book, int[] starts, int[] ends, int w)
    {
        var trie = book.Forward;
        int node = 0, word = w;
        for (var at = starts[w]; at < folded.Length; at++)
        {
            var c = folded[at];
            if (char.IsWhiteSpace(c))
            {
                if (at + 1 < folded.Length && char.IsWhiteSpace(folded[at + 1]))
                    continue;
                c = ' ';
            }
            node = trie.Step(node, c);
            if (node == 0)
                return;
            while (word + 1 < starts.Length && at >= starts[word + 1])
                word++;
            if (trie.Whole(node) is { Length: > 0 } whole && EndsWord(folded, at + 1, ends[word]))
                foreach (var concept in whole)
                    Add(concept, w, word, starts[w], at + 1);
            if (trie.Open(node) is { Length: > 0 } open)
                foreach (var concept in open)
                    Add(concept, w, word, starts[w], ends[word]);
        }
    }

    private void Backward(string folded, ConceptBook book, int start, int end, int w)
    {
        if (end - start > LongestWord)
            return;
        var trie = book.Backward;
        var node = 0;
        for (var at = end - 1; at >= start; at--)
        {
            node = trie.Step(node, folded[at]);
            if (node == 0)
                return;
            foreach (var concept in trie.Open(node))
                Add(concept, w, w, start, end);
        }
    }

    private void Undisguised(ReadOnlySpan<char> word, ConceptBook book, int w, int start, int end)
    {
        if (Disguise.HasSigns(word))
            Lookup(Disguise.Unmask(word), book, w, w, start, end);
        if (Disguise.IsDrawnOut(word))
        {
            Lookup(Disguise.Shorten(word, 1), book, w, w, start, end);
            Lookup(Disguise.Shorten(word, 2), book, w, w, start, end);
        }
    }

    // "l e u g e n a a r": single letters, each a word, with one sign between them.
    private void Spaced(string folded, ConceptBook book, int[] starts, int[] ends, int w)
    {
        if (ends[w] - starts[w] != 1 || w > 0 && ends[w - 1] - starts[w - 1] == 1 && starts[w] - ends[w - 1] == 1)
            return;
        var last = w;
        while (last + 1 < starts.Length && ends[last + 1] - starts[last + 1] == 1 && starts[last + 1] - ends[last] == 1 && last - w < 30)
            last++;
        if (last - w < 3)
            return;
        Span<char> joined = stackalloc char[last - w + 1];
        for (var i = w; i <= last; i++)
            joined[i - w] = folded[starts[i]];
        Lookup(joined, book, w, last, starts[w], ends[last]);
    }

    private void Lookup(ReadOnlySpan<char> word, ConceptBook book, int first, int last, int start, int end)
    {
        var node = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            node = book.Backward.Step(node, word[i]);
            if (node == 0)
                break;
            foreach (var concept in book.Backward.Open(node))
                Add(concept, first, last, start, end);
        }
        node = 0;
        for (var i = 0; i < word.Length; i++)
        {
            node = book.Forward.Step(node, word[i]);
            if (node == 0)
                return;
            foreach (var concept in book.Forward.Open(node))
                Add(concept, first, last, start, end);
        }
        foreach (var concept in book.Forward.Whole(node))
            Add(concept, first, last, start, end);
    }

    private void Add(int concept, int first, int last, int start, int end)
    {
        // The same word may be an entry as a whole and as a beginning.
        for (var i = hits.Count - 1; i >= 0 && hits[i].First == first; i--)
            if (hits[i].Concept == concept)
            {
                if (end > hits[i].End)
                    hits[i] = new ConceptHit(concept, first, last, start, end);
                return;
            }
        hits.Add(new ConceptHit(concept, first, last, start, end));
    }

    // "school's" and "rector's" end with the word itself.
    private static bool EndsWord(string folded, int at, int wordEnd) =>
        at == wordEnd || at == wordEnd - 2 && folded[at] == '\'' && folded[at + 1] == 's' || at < folded.Length && folded[at] == '-' && at >= wordEnd;

    private static (int[] Starts, int[] Ends) Words(string folded)
    {
        var starts = new List<int>(folded.Length / 5);
        var ends = new List<int>(folded.Length / 5);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetterOrDigit(folded[i]))
                continue;
            starts.Add(i);
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] is '@' or '$' or '\'' or '!' && i + 1 < folded.Length && char.IsLetter(folded[i + 1])))
                i++;
            ends.Add(i);
        }
        return ([.. starts], [.. ends]);
    }
}
