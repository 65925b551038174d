namespace Moderation.Protocol.Wordings;

/// <summary>
/// Words and phrases by their letters, so that one walk from each word of a text finds every entry that begins there.
/// The walk never goes further than the longest entry: reading a text is linear in its length and independent of how many entries there are.
/// </summary>
internal sealed class ConceptTrie
{
    private const int Width = 40; // a-z, 0-9, apostrophe, hyphen, space, everything else is no entry's letter

    private static readonly int[] None = [];

    private int[] next = new int[Width * 1024];
    private int used = 1;
    private readonly List<int[]> whole = [None];
    private readonly List<int[]> open = [None];

    /// <param name="open">The entry stands for every word that goes on from there as well.</param>
    public void Add(ReadOnlySpan<char> entry, int concept, bool open)
    {
        var node = 0;
        foreach (var c in entry)
        {
            var column = Column(c);
            if (column < 0)
                throw new InvalidDataException($"A word in the wordings holds a sign that is no letter: {c}");
            node = Child(node, column, grow: true);
        }
        var outcomes = open ? this.open : whole;
        if (Array.IndexOf(outcomes[node], concept) < 0)
            outcomes[node] = [.. outcomes[node], concept];
    }

    /// <summary>The node reached by one letter, or 0 where no entry goes on.</summary>
    public int Step(int node, char c)
    {
        var column = Column(c);
        return column < 0 ? 0 : next[node * Width + column];
    }

    /// <summary>Concepts of the entries that end at a node, as a whole word.</summary>
    public int[] Whole(int node) => whole[node];

    /// <summary>Concepts of the entries that end at a node and may go on.</summary>
    public int[] Open(int node) => open[node];

    private int Child(int node, int column, bool grow)
    {
        var at = node * Width + column;
        if (next[at] != 0 || !grow)
            return next[at];
        if ((used + 1) * Width > next.Length)
            Array.Resize(ref next, next.Length * 2);
        next[at] = used;
        whole.Add(None);
        open.Add(None);
        return used++;
    }

    private static int Column(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        '\'' => 36,
        '-' => 37,
        ' ' => 38,
        _ => -1,
    };
}
