namespace Moderation.Safety;

/// <summary>One text to send to the service.</summary>
/// <param name="Text">At most <see cref="SafetyLimits.TextCodePoints"/> code points.</param>
/// <param name="Fields">Fields of the draft that stand in it, in order.</param>
public sealed record TextPiece(string Text, IReadOnlyList<string> Fields);
