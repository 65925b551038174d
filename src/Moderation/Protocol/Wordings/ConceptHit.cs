namespace Moderation.Protocol.Wordings;

/// <summary>A word or phrase of a concept in a text.</summary>
/// <param name="First">Index of its first word in the text.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Start">In the folded text.</param>
/// <param name="End">One past its last character in the folded text.</param>
internal readonly record struct ConceptHit(int Concept, int First, int Last, int Start, int End);
