namespace Moderation.Publishing;

/// <summary>How long a text is as a channel counts it.</summary>
/// <param name="Unit">What is counted, in the plural.</param>
/// <param name="Hint">When this limit holds; empty when always.</param>
public sealed record TextLength(int Count, int Most, Words Unit, Words Hint)
{
    public bool IsTooLong => Count > Most;
}
