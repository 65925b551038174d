namespace Moderation.Protocol.Names;

/// <summary>Call names letter by letter, to find one at the start of letters that were run together.</summary>
internal sealed class CallNameTrie
{
    private const int Letters = 26;
    private readonly List<int> steps = [.. new int[Letters]];
    private readonly List<int> words = [-1];

    public void Add(ReadOnlySpan<char> key, int word)
    {
        var node = 0;
        foreach (var c in key)
        {
            if (c is < 'a' or > 'z')
                return;
            var slot = (node * Letters) + (c - 'a');
            if (steps[slot] == 0)
            {
                steps[slot] = words.Count;
                words.Add(-1);
                steps.AddRange(new int[Letters]);
            }
            node = steps[slot];
        }
        words[node] = word;
    }

    /// <summary>The node after a letter, 0 when there is none. Start at 0.</summary>
    public int Step(int node, char c) => c is < 'a' or > 'z' ? 0 : steps[(node * Letters) + (c - 'a')];

    /// <summary>Word number of the call name that ends here, or −1.</summary>
    public int Word(int node) => words[node];
}
