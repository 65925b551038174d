using System.Globalization;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Wordings;

/// <summary>
/// The wordings that come with the program: concepts (lists of words and phrases) and, per rule, which concepts together break it.
/// Read from <c>Lexicon/wordings.txt</c>, which explains its own notation.
/// </summary>
internal sealed class ConceptBook
{
    private static readonly Lazy<ConceptBook> Built = new(static () =>
    {
        const string Name = "Moderation.Protocol.Lexicon.wordings.txt";
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The program was built without its resource {Name}.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    });

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<Wording> wordings = [];
    private ILookup<int, int>? byEvidence;

    private ConceptBook() => Number = Id("#");

    public static ConceptBook Default => Built.Value;

    public ConceptTrie Forward { get; } = new();

    /// <summary>Ends of words, last letter first.</summary>
    public ConceptTrie Backward { get; } = new();

    /// <summary>A word that begins with a digit.</summary>
    public int Number { get; }

    public int Not { get; private set; }

    public int Preposition { get; private set; }

    public int Count => ids.Count;

    public IReadOnlyList<Wording> Wordings => wordings;

    /// <summary>Indices of the wordings whose evidence a concept can be.</summary>
    public ILookup<int, int> ByEvidence => byEvidence ??= wordings
        .SelectMany(static (w, i) => w.Parts[w.Evidence].Concepts.Select(c => (Concept: c, Index: i)))
        .ToLookup(static p => p.Concept, static p => p.Index);

    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static ConceptBook Read(string text)
    {
        var book = new ConceptBook();
        book.Not = book.Id("NIET");
        book.Preposition = book.Id("BIJ");
        var section = "";
        var concept = -1;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            try
            {
                if (line[0] == '[')
                {
                    section = line.Trim('[', ']');
                    concept = -1;
                }
                else if (line[0] == '=')
                {
                    var colon = line.IndexOf(':', StringComparison.Ordinal);
                    concept = book.Id(line[1..colon].Trim());
                    book.AddEntries(concept, line[(colon + 1)..]);
                }
                else if (section.Length == 0)
                    book.AddEntries(concept, line);
                else
                    book.wordings.Add(book.Parse(section, line));
            }
            catch (Exception e) when (e is ArgumentException or FormatException or InvalidDataException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"Line {number} of the wordings cannot be read: {e.Message}", e);
            }
        }
        book.Forward.ToString();
        return book;
    }

    public bool Knows(string concept) => ids.ContainsKey(concept);

    private int Id(string name)
    {
        if (!ids.TryGetValue(name, out var id))
            ids[name] = id = ids.Count;
        return id;
    }

    private void AddEntries(int concept, string list)
    {
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            AddEntry(concept, entry);
    }

    private void AddEntry(int concept, string entry)
    {
        var folded = Lexicon.Fold(entry.Trim('*'));
        if (entry.StartsWith('*'))
        {
            var letters = folded.ToCharArray();
            Array.Reverse(letters);
            Backward.Add(letters, concept, open: true);
        }
        else
            Forward.Add(folded, concept, entry.EndsWith('*'));
    }

    // "block: IK >3 VERMOORD & JIJ !SPEL !!LES"
    private Wording Parse(string section, string line)
    {
        FindingAction? action = null;
        if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 8 and var colon)
        {
            action = Enum.Parse<FindingAction>(line[..colon], ignoreCase: true);
            line = line[(colon + 2)..];
        }
        var parts = new List<WordingPart>();
        List<int> without = [], notNear = [];
        var (order, most) = (WordingOrder.Anywhere, 0);
        var denied = false;
        foreach (var token in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token == "&")
                (order, most) = (WordingOrder.Anywhere, 0);
            else if (token[0] is '>' or '~')
                (order, most) = (token[0] == '>' ? WordingOrder.Behind : WordingOrder.Near, int.Parse(token[1..], CultureInfo.InvariantCulture));
            else if (token.StartsWith("!!", StringComparison.Ordinal))
                notNear.AddRange(ConceptsOf(token[2..]));
            else if (token[0] == '!')
                without.AddRange(ConceptsOf(token[1..]));
            else if (token[0] == '?')
                parts.Add(new WordingPart([], Enum.Parse<WordingPerson>(token[1..], ignoreCase: true), order, most, Subject: false));
            else
            {
                var concepts = ConceptsOf(token.TrimStart('^'));
                denied |= concepts.Contains(Not);
                parts.Add(new WordingPart(concepts, null, order, most, token[0] == '^'));
            }
        }
        return new Wording(section, action, parts, [.. without], [.. notNear], denied);
    }

    // A name in capitals is a concept; anything else stands for itself.
    private int[] ConceptsOf(string token) => [.. token.Split('|', ',').Select(name =>
    {
        if (name == "#" || char.IsUpper(name[0]))
            return ids.TryGetValue(name, out var known) ? known : throw new InvalidDataException($"There is no concept {name}.");
        var id = Id(name);
        AddEntry(id, name.Replace('_', ' '));
        return id;
    })];
}
