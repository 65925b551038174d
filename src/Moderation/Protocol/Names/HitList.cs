namespace Moderation.Protocol.Names;

/// <summary>Collects the evidence of one text.</summary>
internal sealed class HitList
{
    public List<Hit> Hits { get; } = [];

    public void Add(Reading reading, int first, int end, ReadOnlyMemory<int> people, int score, string evidence, int callWord = -1, bool classCounted = false)
    {
        if (people.Length > 0)
            Hits.Add(new Hit(reading.Tokens[first].Start, reading.Tokens[end - 1].End, people, score, evidence, callWord, classCounted));
    }

    /// <summary>
    /// Somebody the school does not know: never strong, whatever speaks for it (R13: an unknown name alone never blocks), and less
    /// where the sentence says why the world knows the name.
    /// </summary>
    public void AddUnknown(Reading reading, int first, int end, int score, string evidence)
    {
        score += PublicLife.Deduction(reading, first, end);
        if (score >= Scores.Weak)
            Hits.Add(new Hit(reading.Tokens[first].Start, reading.Tokens[end - 1].End, default, Math.Min(score, Scores.Strong - 1), evidence));
    }

    public void AddSpan(int start, int end, ReadOnlyMemory<int> people, int score, string evidence)
    {
        if (people.Length > 0)
            Hits.Add(new Hit(start, end, people, score, evidence));
    }
}
