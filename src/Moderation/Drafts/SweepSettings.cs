using System.ComponentModel.DataAnnotations;

namespace Moderation.Drafts;

/// <summary>Section <c>Sweep</c>.</summary>
public sealed class SweepSettings
{
    public const string Section = "Sweep";

    /// <summary>A draft that has not moved for this long is sent on again. Longer than any stage takes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(10);
}
