namespace Moderation.Media;

/// <summary>A cleaned file still holds metadata. The message names the kinds of parts found, never their content.</summary>
public sealed class MetadataLeftException(IReadOnlyList<string> leftovers)
    : InvalidOperationException($"The cleaned file still holds: {string.Join(", ", leftovers)}.")
{
    public IReadOnlyList<string> Leftovers { get; } = leftovers;
}
