namespace Moderation.Safety;

/// <summary>All words of the lexicon by their letters, so that the words that another word starts with are found in one pass.</summary>
internal sealed class PrefixTree
{
    private const int Letters = 26;

    private readonly int[] next;
    private readonly Entry[] entries;
    private readonly bool[] ends;

    public PrefixTree(IEnumerable<KeyValuePair<string, Entry>> words)
    {
        var steps = new List<int>(new int[Letters]);
        var found = new List<Entry> { default };
        var terminal = new List<bool> { false };
        foreach (var (word, entry) in words)
        {
            if (!word.All(char.IsAsciiLetterLower))
                continue;
            var node = 0;
            foreach (var c in word)
            {
                var slot = (node * Letters) + c - 'a';
                if (steps[slot] == 0)
                {
                    steps[slot] = found.Count;
                    steps.AddRange(new int[Letters]);
                    found.Add(default);
                    terminal.Add(false);
                }

                node = steps[slot];
            }

            found[node] = entry;
            terminal[node] = true;
        }

        (next, entries, ends) = ([.. steps], [.. found], [.. terminal]);
    }

    /// <summary>Goes one letter on; false when no word goes on so.</summary>
    public bool Step(ref int node, char letter)
    {
        if (!char.IsAsciiLetterLower(letter))
            return false;
        node = next[(node * Letters) + letter - 'a'];
        return node != 0;
    }

    public bool IsWord(int node, out Entry entry)
    {
        entry = entries[node];
        return ends[node];
    }
}
