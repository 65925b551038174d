using System.Collections.Frozen;

namespace Moderation.Protocol.Reading;

/// <summary>
/// Word lists, looked up by whole word. A list entry ending in <c>*</c> stands for every word that begins so.
/// Entries are folded: lower case, no diacritics.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Built = new(static () => Read(Resource("nl.txt"), Resource("namen.txt")));

    private readonly FrozenDictionary<string, int> words;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byWord;
    private readonly FrozenDictionary<string, int> prefixes;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byPrefix;
    private readonly int longestPrefix;

    private Lexicon(IReadOnlyDictionary<LexiconSection, IReadOnlyList<string>> lists)
    {
        Lists = lists;
        var whole = new Dictionary<string, int>(StringComparer.Ordinal);
        var begin = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (section, entries) in lists)
            foreach (var entry in entries.Where(e => section is not LexiconSection.PublicFigure || !e.Contains(' ', StringComparison.Ordinal)))
            {
                var (table, key) = entry.EndsWith('*') ? (begin, entry[..^1]) : (whole, entry);
                table[key] = table.GetValueOrDefault(key) | 1 << (int)section;
            }
        words = whole.ToFrozenDictionary(StringComparer.Ordinal);
        prefixes = begin.ToFrozenDictionary(StringComparer.Ordinal);
        byWord = words.GetAlternateLookup<ReadOnlySpan<char>>();
        byPrefix = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        longestPrefix = begin.Count == 0 ? 0 : begin.Keys.Max(k => k.Length);
        PublicFigures = new PhraseList(lists.GetValueOrDefault(LexiconSection.PublicFigure, []));
    }

    /// <summary>The lists that come with the program.</summary>
    public static Lexicon Default => Built.Value;

    public IReadOnlyDictionary<LexiconSection, IReadOnlyList<string>> Lists { get; }

    public PhraseList PublicFigures { get; }

    public bool Has(LexiconSection section, ReadOnlySpan<char> folded) => (SectionsOf(folded) & 1 << (int)section) != 0;

    /// <summary>One bit a section; a word that is exempt as harmless is in none of the offensive ones.</summary>
    public int SectionsOf(ReadOnlySpan<char> folded)
    {
        var found = byWord.TryGetValue(folded, out var exact) ? exact : 0;
        for (var length = 3; length <= Math.Min(folded.Length, longestPrefix); length++)
            if (byPrefix.TryGetValue(folded[..length], out var sections))
                found |= sections;
        return (found & Bit(LexiconSection.Harmless)) == 0
            ? found
            : found & ~(Bit(LexiconSection.Swear) | Bit(LexiconSection.Slur) | Bit(LexiconSection.Sexual) | Bit(LexiconSection.Insult));
    }

    public static int Bit(LexiconSection section) => 1 << (int)section;

    /// <summary>These lists with a school's own words added.</summary>
    public Lexicon With(IReadOnlyDictionary<LexiconSection, IReadOnlyList<string>> more) => more.Count == 0 ? this : new Lexicon(
        Lists.Keys.Union(more.Keys).ToDictionary(
            s => s,
            s => (IReadOnlyList<string>)[.. Lists.GetValueOrDefault(s, []), .. more.GetValueOrDefault(s, []).Select(Fold)]));

    internal static string Fold(string word) => DutchText.Read(word.Trim()).Folded;

    private static Lexicon Read(params IEnumerable<string> files)
    {
        var lists = new Dictionary<LexiconSection, List<string>>();
        foreach (var file in files)
        {
            List<string>? list = null;
            foreach (var line in file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith('#'))
                    continue;
                if (line.StartsWith('['))
                    list = lists[Enum.Parse<LexiconSection>(line.Trim('[', ']'))] = [];
                else
                    (list ?? throw new InvalidDataException("A lexicon starts with a [section]."))
                        .AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold));
            }
        }
        return new Lexicon(lists.ToDictionary(l => l.Key, l => (IReadOnlyList<string>)l.Value));
    }

    private static string Resource(string name)
    {
        var full = $"Moderation.Protocol.Lexicon.{name}";
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(full)
            ?? throw new InvalidOperationException($"The program was built without its resource {full}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
