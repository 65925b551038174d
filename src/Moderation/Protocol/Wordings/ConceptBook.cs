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
    private readonly List<double> commonness = [];
    private int[][] byTrigger = [];
    private int nothing;

    private ConceptBook() => Number = Id("GETAL");

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

    /// <summary>Wordings to look at when a concept stands in a sentence: each is listed under the concepts of its rarest part.</summary>
    public ReadOnlySpan<int> Triggered(int concept) => byTrigger[concept];

    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static ConceptBook Read(string text)
    {
        var book = new ConceptBook();
        book.Not = book.Id("NIET");
        book.nothing = book.Id("NIETIG");
        book.Preposition = book.Id("BIJ");
        var (section, concept, number) = ("", -1, 0);
        var later = new List<(int Number, string Section, string Line)>();
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                section = line.Trim('[', ']');
            else if (line[0] == '=')
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                concept = At(number, () => book.Id(line[1..colon].Trim()));
                At(number, () => book.AddEntries(concept, line[(colon + 1)..]));
            }
            else if (section.Length == 0)
                At(number, () => book.AddEntries(concept, line));
            else
                later.Add((number, section, line)); // a wording may name a concept that comes below it
        }
        foreach (var wording in later)
            book.wordings.Add(At(wording.Number, () => book.Parse(wording.Section, wording.Line)));
        book.byTrigger = book.Triggers();
        return book;
    }

    public bool Knows(string concept) => ids.ContainsKey(concept);

    private int[][] Triggers()
    {
        var lists = new List<int>[ids.Count];
        for (var i = 0; i < wordings.Count; i++)
            foreach (var concept in wordings[i].Parts.Where(static p => p.Who is null).MinBy(p => p.Concepts.Sum(c => commonness[c]))!.Concepts) // not null: a wording has a part of words
                (lists[concept] ??= []).Add(i);
        return [.. lists.Select(static l => l?.ToArray() ?? [])];
    }

    private static T At<T>(int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidDataException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"Line {number} of the wordings cannot be read: {e.Message}", e);
        }
    }

    private int Id(string name)
    {
        if (!ids.TryGetValue(name, out var id))
        {
            ids[name] = id = ids.Count;
            commonness.Add(name == "GETAL" ? 1 : 0);
        }
        return id;
    }

    private int AddEntries(int concept, string list)
    {
        var entries = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var entry in entries)
            AddEntry(concept, entry);
        return entries.Length;
    }

    private void AddEntry(int concept, string entry)
    {
        var folded = Lexicon.Fold(entry.Trim('*'));
        commonness[concept] += Math.Pow(2, -folded.Length); // short words are common words
        if (entry.StartsWith('*'))
        {
            var letters = folded.ToCharArray();
            Array.Reverse(letters);
            Backward.Add(letters, concept, open: true);
        }
        else
            Forward.Add(folded, concept, entry.EndsWith('*'));
    }

    // "block: IK >3 DOODMAKEN & JIJ !SPEL !!VERHAAL"
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
                denied |= concepts.Contains(Not) || concepts.Contains(nothing);
                parts.Add(new WordingPart(concepts, null, order, most, token[0] == '^'));
            }
        }
        return new Wording(section, action, parts, [.. without], [.. notNear], denied);
    }

    // A name in capitals is a concept; anything else stands for itself.
    private int[] ConceptsOf(string token) => [.. token.Split('|', ',').Select(name =>
    {
        if (char.IsUpper(name[0]))
            return ids.TryGetValue(name, out var known) ? known : throw new InvalidDataException($"There is no concept {name}.");
        var id = Id(name);
        AddEntry(id, name.Replace('_', ' '));
        return id;
    })];
}
