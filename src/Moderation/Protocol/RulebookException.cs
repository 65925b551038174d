namespace Moderation.Protocol;

/// <summary>A rulebook file that cannot be used. <see cref="Errors"/> names every key that is wrong, not only the first.</summary>
public sealed class RulebookException(IReadOnlyList<string> errors)
    : Exception($"The rulebook cannot be used: {string.Join(" ", errors)}")
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
