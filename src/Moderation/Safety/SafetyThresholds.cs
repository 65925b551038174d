using System.ComponentModel.DataAnnotations;

namespace Moderation.Safety;

/// <summary>From which severity (0–7; the service answers 0, 2, 4 or 6) a category warns, holds or blocks. They do not descend.</summary>
public sealed class SafetyThresholds
{
    /// <summary>Shown to the author, holds nothing up.</summary>
    [Range(1, 7)]
    public int Warn { get; set; } = 2;

    /// <summary>Waits for an approver.</summary>
    [Range(1, 7)]
    public int Hold { get; set; } = 4;

    /// <summary>Cannot go out, if the local screener also found a strong combination (R20); without one it holds.</summary>
    [Range(1, 7)]
    public int Block { get; set; } = 6;
}
