namespace Moderation.Safety;

/// <summary>The names of word classes, each with its bit. A word may be in several: <c>poot</c> is a leg and a slur.</summary>
internal sealed class WordClasses
{
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);

    public ClassSet Add(string name)
    {
        if (!bits.TryGetValue(name, out var bit))
        {
            bit = bits.Count;
            if (bit >= ClassSet.Most)
                throw new FormatException("The lexicon has more than 256 word classes.");
            bits.Add(name, bit);
        }

        return ClassSet.Of(bit);
    }

    /// <exception cref="FormatException">A rule or the reader names a class that no lexicon file declares.</exception>
    public ClassSet this[string name] =>
        bits.TryGetValue(name, out var bit) ? ClassSet.Of(bit) : throw new FormatException($"Unknown word class {name}.");
}
