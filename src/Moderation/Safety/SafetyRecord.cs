namespace Moderation.Safety;

/// <summary>
/// What was asked, of which version, and what was answered: kept with a draft's version so that a decision can be explained later.
/// Holds no text and no picture, only their hashes.
/// </summary>
public sealed record SafetyRecord
{
    public static SafetyRecord Empty { get; } = new() { Screener = LocalScreener.Version };

    /// <summary>Version of the local screener's words and rules.</summary>
    public required string Screener { get; init; }

    /// <summary>What the local screener found, by field.</summary>
    public IReadOnlyList<FieldEvidence> Local { get; init; } = [];

    /// <summary>The service's answers about texts.</summary>
    public IReadOnlyList<TextAnswer> Texts { get; init; } = [];

    /// <summary>The service's answers about pictures, one a hash.</summary>
    public IReadOnlyList<ImageAnswer> Images { get; init; } = [];
}

/// <summary>Local evidence and the field it stands in.</summary>
public sealed record FieldEvidence(string Field, LocalEvidence Evidence);

/// <param name="Sha256">Of the UTF-8 text that was sent, lower-case hex.</param>
/// <param name="Fields">Fields that stood in it.</param>
public sealed record TextAnswer(string Sha256, IReadOnlyList<string> Fields, SafetyAnswer Answer);

/// <param name="Sha256">Of the cleaned file, lower-case hex.</param>
public sealed record ImageAnswer(string Sha256, SafetyAnswer Answer);
