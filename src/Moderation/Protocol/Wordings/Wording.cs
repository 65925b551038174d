namespace Moderation.Protocol.Wordings;

/// <summary>One way of saying what a rule forbids: concepts that stand together in a sentence.</summary>
/// <param name="Key">Section of the wordings, which names the finding.</param>
/// <param name="Action">Stricter or milder than the section's own, or null.</param>
/// <param name="Without">Concepts that must not stand in the sentence.</param>
/// <param name="NotNear">Concepts that must not stand in the sentence or the one before.</param>
/// <param name="MayBeDenied">"Not" before the evidence changes nothing, because "not" is part of it.</param>
internal sealed record Wording(string Key, FindingAction? Action, IReadOnlyList<WordingPart> Parts, int[] Without, int[] NotNear, bool MayBeDenied)
{
    /// <summary>The part that a finding rests on: the last one that is words.</summary>
    public int Evidence { get; } = Enumerable.Range(0, Parts.Count).Last(i => Parts[i].Who is null);
}
