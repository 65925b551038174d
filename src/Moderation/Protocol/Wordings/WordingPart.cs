namespace Moderation.Protocol.Wordings;

/// <summary>One concept of a wording, and where it stands towards the part before it.</summary>
/// <param name="Concepts">Any of these.</param>
/// <param name="Who">Somebody who is singled out, instead of words.</param>
/// <param name="Order">Behind the part before, on either side of it, or anywhere in the sentence.</param>
/// <param name="Most">Words between the two, at most.</param>
/// <param name="Subject">Not whom one turns to or speaks of: no preposition before it.</param>
internal sealed record WordingPart(int[] Concepts, WordingPerson? Who, WordingOrder Order, int Most, bool Subject);
