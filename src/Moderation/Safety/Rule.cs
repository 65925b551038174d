namespace Moderation.Safety;

/// <summary>A sequence of words and word classes that means something together.</summary>
/// <param name="Strong">May block, not only hold (R20).</param>
/// <param name="Kind">Kind of evidence, in Dutch.</param>
internal sealed record Rule(IReadOnlyList<SafetyCategory> Categories, int Severity, bool Strong, string Kind, Step[] Steps)
{
    /// <summary>Place in the rule file, from 0.</summary>
    public int Number { get; init; }

    /// <summary>History, fiction and report do not soften it ("Hitler had gelijk").</summary>
    public bool Firm { get; init; }

    /// <summary>A negation before it does not undo it.</summary>
    public bool Bare { get; init; }

    /// <summary>Counts only when a sentence shortly before names a group.</summary>
    public bool After { get; init; }

    /// <summary>Does not count in a sentence with a word of these classes.</summary>
    public ClassSet Unless { get; init; }

    /// <summary>Counts only in a sentence with a word of these classes.</summary>
    public ClassSet Only { get; init; }

    /// <summary>The steps that a match may start with.</summary>
    public IEnumerable<Step> FirstSteps()
    {
        foreach (var step in Steps)
        {
            if (step.Kind is StepKind.SentenceStart or StepKind.NotNext or StepKind.NotBefore)
                continue;
            if (step.Kind != StepKind.Word)
                throw new FormatException("A rule cannot start with a gap.");
            yield return step;
            if (step.Min > 0)
                yield break;
        }
    }

    /// <summary>End of the match (exclusive) that starts at <paramref name="at"/>, or -1.</summary>
    public int Match(ReadOnlySpan<Word> sentence, int at, ClassSet stops) => Match(sentence, at, 0, stops);

    private int Match(ReadOnlySpan<Word> sentence, int at, int s, ClassSet stops)
    {
        if (s == Steps.Length)
            return at;
        var step = Steps[s];
        switch (step.Kind)
        {
            case StepKind.SentenceStart:
                return at == 0 ? Match(sentence, at, s + 1, stops) : -1;
            case StepKind.ClauseEnd:
                return at == sentence.Length || sentence[at].Is(step.Classes) ? Match(sentence, at, s + 1, stops) : -1;
            case StepKind.NotNext:
                return at < sentence.Length && step.Fits(sentence[at]) ? -1 : Match(sentence, at, s + 1, stops);
            case StepKind.NotBefore:
                return at > 0 && step.Fits(sentence[at - 1]) ? -1 : Match(sentence, at, s + 1, stops);
            case StepKind.Gap:
                for (var n = 0; ; n++)
                {
                    var end = Match(sentence, at + n, s + 1, stops);
                    if (end >= 0)
                        return end;
                    if (n == step.Max || at + n >= sentence.Length || sentence[at + n].Is(stops))
                        return -1;
                }

            default:
                return Repeat(sentence, at, s, 0, stops);
        }
    }

    private int Repeat(ReadOnlySpan<Word> sentence, int at, int s, int times, ClassSet stops)
    {
        var step = Steps[s];
        if (times >= step.Min)
        {
            var end = Match(sentence, at, s + 1, stops);
            if (end >= 0)
                return end;
        }

        if (times == step.Max || at >= sentence.Length)
            return -1;
        if (step.Fits(sentence[at]))
        {
            var end = Repeat(sentence, at + 1, s, times + 1, stops);
            if (end >= 0)
                return end;
        }

        foreach (var sequence in step.Sequences)
        {
            var k = 0;
            while (k < sequence.Length && at + k < sentence.Length && sentence[at + k].Id == sequence[k])
                k++;
            if (k < sequence.Length)
                continue;
            var end = Repeat(sentence, at + k, s, times + 1, stops);
            if (end >= 0)
                return end;
        }

        return -1;
    }
}
