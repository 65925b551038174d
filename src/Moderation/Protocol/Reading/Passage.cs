using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>One field of a draft as the rules read it: its text, and the names found in it.</summary>
internal sealed class Passage(string field, string value, IReadOnlyList<NameMatch> names)
{
    private readonly Dictionary<Span, IReadOnlyList<Mention>> mentions = [];
    private readonly Dictionary<(Regex Pattern, Span Within), bool> looks = [];
    private IReadOnlyList<LoadedWord>? loaded;
    private IReadOnlyList<int>[]? candidates;

    public string Field { get; } = field;

    public DutchText Text { get; } = DutchText.Read(value, field.EndsWith(".name", StringComparison.Ordinal));

    public IReadOnlyList<NameMatch> Names { get; } = names;

    public bool IsFileName { get; } = field.EndsWith(".name", StringComparison.Ordinal);

    public string Folded => Text.Folded;

    /// <summary>Every word of the lexicon's offensive lists; looked up once and shared by the rules.</summary>
    public IReadOnlyList<LoadedWord> Loaded(Lexicon lexicon) => loaded ??= LoadedWords.Find(Folded, lexicon);

    /// <summary>The matches of a pattern in the folded text, with the sentence each stands in.</summary>
    public IEnumerable<(Match Match, Span Sentence)> Find(Regex pattern)
    {
        for (var match = pattern.Match(Folded); match.Success; match = match.NextMatch())
            yield return (match, Text.SentenceAt(match.Index));
    }

    /// <summary>As <see cref="Find(Regex)"/>, for a large pattern.</summary>
    public IEnumerable<(Match Match, Span Sentence)> Find(WordRegex pattern)
    {
        foreach (var match in pattern.Matches(Folded, candidates ??= WordRegex.Candidates(Folded)))
            yield return (match, Text.SentenceAt(match.Index));
    }

    /// <summary>Whether a pattern stands in part of the text; remembered, so that a hundred hits in one sentence look round it once.</summary>
    public bool Has(Regex pattern, Span within)
    {
        if (within.Length <= 0)
            return false;
        if (!looks.TryGetValue((pattern, within), out var found))
            looks[(pattern, within)] = found = pattern.IsMatch(Folded.AsSpan(within.Start, within.Length));
        return found;
    }

    public string Slice(Span span) => Folded[span.Start..span.End];

    /// <summary>At most <paramref name="length"/> characters before a position, not reaching before its sentence.</summary>
    public ReadOnlySpan<char> Before(int position, int length)
    {
        var from = Math.Max(Text.SentenceAt(Math.Max(0, position - 1)).Start, position - length);
        return Folded.AsSpan(Math.Min(from, position), Math.Max(0, position - from));
    }

    public ReadOnlySpan<char> After(int position, int length) =>
        Folded.AsSpan(position, Math.Max(0, Math.Min(Text.SentenceAt(position).End, position + length) - position));

    /// <summary>Everybody who can be singled out in a sentence.</summary>
    public IReadOnlyList<Mention> People(Span sentence, RuleFacts facts)
    {
        if (!mentions.TryGetValue(sentence, out var found))
            mentions[sentence] = found = MentionFinder.Find(this, sentence, facts);
        return found;
    }

    /// <summary>As <see cref="People"/>; and when the sentence only says he or she, whoever the sentence before was about.</summary>
    public IReadOnlyList<Mention> PeopleMeant(Span sentence, RuleFacts facts)
    {
        var here = People(sentence, facts);
        return here.Count == 0 && MentionFinder.SaysHeOrShe(this, sentence) && Text.SentenceBefore(sentence) is { } before
            ? People(before, facts)
            : here;
    }
}
