using Moderation.Protocol;
using Moderation.Safety;

namespace Moderation.Screening;

/// <summary>What the checks found in one version, kept with the rulebook version that found it (R07).</summary>
public sealed record ScreeningRecord
{
    public required int Version { get; init; }

    public required string RulebookVersion { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the local screener and the content-safety service answered, with their versions.</summary>
    public SafetyRecord? Safety { get; init; }
}
