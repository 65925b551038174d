using Moderation.Protocol;

namespace Moderation.Safety;

/// <summary>How a safety check ended.</summary>
public abstract record SafetyOutcome
{
    private SafetyOutcome(SafetyRecord record) => Record = record;

    /// <summary>The answers so far. Given back to the next check, so that nothing is asked twice.</summary>
    public SafetyRecord Record { get; }

    /// <summary>Everything was looked at, or a finding says what was not.</summary>
    public sealed record Done(IReadOnlyList<Finding> Findings, SafetyRecord Answers) : SafetyOutcome(Answers);

    /// <summary>The service does not answer now; check again after <paramref name="Delay"/>.</summary>
    public sealed record Waits(TimeSpan Delay, NotAnalysedReason Reason, SafetyRecord Answers) : SafetyOutcome(Answers);
}
