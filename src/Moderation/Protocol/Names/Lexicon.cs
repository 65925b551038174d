namespace Moderation.Protocol.Names;

/// <summary>What the word lists say, loaded once: kinds by folded word, and the known phrases as a trie over word numbers.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> numbers = new(16_384, StringComparer.Ordinal);
    private readonly List<WordKinds> kinds = [];
    private readonly Dictionary<long, int> phraseSteps = [];
    private readonly HashSet<int> phraseEnds = [];
    private readonly HashSet<int> publicPeople = [];

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private Lexicon()
    {
        bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (file, kind) in Lists)
        {
            foreach (var word in WordFile.Read(file))
                Add(Folding.Key(word), kind);
        }
        foreach (var line in WordFile.Read("cue-words").Concat(WordFile.Read("public-life")))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var kind = Enum.Parse<WordKinds>(line.AsSpan(0, space));
            foreach (var word in line[(space + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(Folding.Key(word), kind);
        }
        foreach (var phrase in WordFile.Read("public-people"))
            publicPeople.Add(AddPhrase(phrase));
        foreach (var phrase in WordFile.Read("known-phrases"))
            publicPeople.Remove(AddPhrase(phrase));
    }

    /// <summary>The lists that ship with the system.</summary>
    public static Lexicon Dutch { get; } = new();

    public IReadOnlyDictionary<string, int> Numbers => numbers;

    public IReadOnlyList<WordKinds> Kinds => kinds;

    private static (string File, WordKinds Kind)[] Lists =>
    [
        ("first-names", WordKinds.FirstName),
        ("surnames", WordKinds.Surname),
        ("ordinary-words", WordKinds.Ordinary),
        ("function-words", WordKinds.Function),
        ("proper-words", WordKinds.Proper),
    ];

    public bool TryNumber(ReadOnlySpan<char> key, out int number) => bySpan.TryGetValue(key, out number);

    /// <summary>Node after <paramref name="word"/>, or −1. The root is 0.</summary>
    public int PhraseStep(int node, int word) => phraseSteps.GetValueOrDefault(((long)node << 32) | (uint)word, -1);

    public bool PhraseEnds(int node) => phraseEnds.Contains(node);

    /// <summary>Whether the phrase that ends here names somebody of public life, whose name somebody on the roll may bear as well.</summary>
    public bool IsPublicPerson(int node) => publicPeople.Contains(node);

    private int Add(string key, WordKinds kind)
    {
        if (numbers.TryGetValue(key, out var number))
        {
            kinds[number] |= kind;
            return number;
        }
        numbers.Add(key, kinds.Count);
        kinds.Add(kind);
        return kinds.Count - 1;
    }

    /// <returns>The node at which the phrase ends.</returns>
    private int AddPhrase(string phrase)
    {
        var text = NameText.Read("phrase", phrase);
        var node = 0;
        for (var i = 0; i < text.Count; i++)
        {
            var word = Add(text.Key(text.Tokens[i]).ToString(), i == 0 ? WordKinds.PhraseStart : WordKinds.None);
            var step = ((long)node << 32) | (uint)word;
            if (!phraseSteps.TryGetValue(step, out node))
            {
                node = phraseSteps.Count + 1;
                phraseSteps.Add(step, node);
            }
        }
        phraseEnds.Add(node);
        return node;
    }
}
