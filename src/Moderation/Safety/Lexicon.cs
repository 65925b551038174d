using System.Security.Cryptography;
using System.Text;

namespace Moderation.Safety;

/// <summary>
/// Words, phrases and rules of the local screener, read once from <c>Safety/Lexicon/*.txt</c> (the format stands at the top of <c>context.txt</c>).
/// Immutable after loading.
/// </summary>
internal sealed class Lexicon
{
    private static readonly string[] WordFiles = ["context", "groups", "judgements", "slurs", "violence", "selfharm", "sexual", "ordinary"];

    private static readonly string[] DerivedNames = ["SUBJECT", "GENERIC", "THEYGROUP", "COMMA", "NUMBER", "CONTENT", "KIND"];

    private readonly Dictionary<string, Entry> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> misspelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> find;
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> findMisspelt;
    private readonly Dictionary<int, List<Phrase>> phrases = [];

    private Lexicon(IReadOnlyList<(string Name, string Text)> files)
    {
        find = words.GetAlternateLookup<ReadOnlySpan<char>>();
        findMisspelt = misspelt.GetAlternateLookup<ReadOnlySpan<char>>();
        Derived = [.. DerivedNames.Select(Classes.Add)];
        foreach (var (_, text) in files.Where(f => f.Name != "rules"))
            Forgiving |= ReadWords(text);
        Rules = new RuleSet(files.Single(f => f.Name == "rules").Text, this);
        foreach (var (word, entry) in words.ToList())
        {
            if ((entry.Classes & Forgiving).Any)
                AddMisspellings(word, entry);
        }

        Prefixes = new PrefixTree(words);
        Version = "lokaal-1-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(f => f.Text)))))[..12];
    }

    public static Lexicon Default { get; } = new([.. WordFiles.Append("rules").Select(name => (name, ReadResource(name)))]);

    /// <summary>Changes whenever a word or a rule does.</summary>
    public string Version { get; }

    public WordClasses Classes { get; } = new();

    public RuleSet Rules { get; }

    public PrefixTree Prefixes { get; }

    /// <summary>Classes whose words are recognised when misspelt too.</summary>
    public ClassSet Forgiving { get; }

    /// <summary>Classes that the reader gives, not the files.</summary>
    public IReadOnlyList<ClassSet> Derived { get; }

    public bool TryFind(ReadOnlySpan<char> word, out Entry entry) => find.TryGetValue(word, out entry);

    /// <summary>The lexicon word that this is with one letter left out or two letters swapped.</summary>
    public bool TryFindMisspelt(ReadOnlySpan<char> word, out Entry entry) => findMisspelt.TryGetValue(word, out entry);

    /// <summary>Phrases that start with this word, longest first.</summary>
    public IReadOnlyList<Phrase> PhrasesFrom(int id) => phrases.TryGetValue(id, out var list) ? list : [];

    /// <summary>Id of a spelling or <c>_</c>-joined phrase, made when it is new (one that only rules mention).</summary>
    public int IdOf(string word)
    {
        AddWordOrPhrase(word, ClassSet.None);
        return words[word].Id;
    }

    private Entry Add(string word, ClassSet classes)
    {
        var entry = words.TryGetValue(word, out var known) ? known with { Classes = known.Classes | classes } : new Entry(words.Count, classes);
        words[word] = entry;
        return entry;
    }

    /// <returns>The classes whose words are also recognised when misspelt.</returns>
    private ClassSet ReadWords(string text)
    {
        var forgiving = ClassSet.None;
        var classes = ClassSet.None;
        var content = Derived[5];
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                var names = line[3..].Split('—')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                classes = ClassSet.None;
                foreach (var name in names)
                {
                    if (name == "~")
                        forgiving |= classes;
                    else if (name == "+")
                        classes |= content;
                    else
                        classes |= Classes.Add(name);
                }

                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                AddWordOrPhrase(word, classes);
        }

        return forgiving & ~content;
    }

    private void AddWordOrPhrase(string word, ClassSet classes)
    {
        var parts = word.Split('_');
        if (parts.Length == 1)
        {
            Add(word, classes);
            return;
        }

        var first = IdOf(parts[0]);
        var whole = Add(word, classes);
        if (!phrases.TryGetValue(first, out var list))
            phrases[first] = list = [];
        list.RemoveAll(p => p.Whole.Id == whole.Id);
        list.Add(new Phrase([.. parts.Select(IdOf)], whole));
        list.Sort((a, b) => b.Parts.Length.CompareTo(a.Parts.Length));
    }

    private void AddMisspellings(string word, Entry entry)
    {
        if (word.Contains('_', StringComparison.Ordinal))
            return;
        for (var i = 1; i < word.Length && word.Length >= 6; i++)
            Offer(word.Remove(i, 1));
        for (var i = word.Length >= 6 ? 0 : 1; i + 1 < word.Length && word.Length >= 5; i++)
        {
            if (word[i] != word[i + 1])
                Offer($"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");
        }

        void Offer(string variant)
        {
            if (words.ContainsKey(variant))
                return;
            misspelt[variant] = misspelt.TryGetValue(variant, out var other) ? entry with { Classes = entry.Classes | other.Classes } : entry;
        }
    }

    private static string ReadResource(string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Moderation.Safety.Lexicon.{name}.txt")
            ?? throw new InvalidOperationException($"The lexicon file {name}.txt is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A word of the lexicon.</summary>
internal readonly record struct Entry(int Id, ClassSet Classes);

/// <summary>Words that count as one together, e.g. <c>het land uit</c>.</summary>
internal sealed record Phrase(int[] Parts, Entry Whole);
