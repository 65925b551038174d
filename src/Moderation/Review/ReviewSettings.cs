using System.ComponentModel.DataAnnotations;

namespace Moderation.Review;

/// <summary>Section <c>Review</c>.</summary>
public sealed class ReviewSettings
{
    public const string Section = "Review";

    /// <summary>A draft held longer than this goes to management. It is never approved by itself.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan HoldLasts { get; set; } = TimeSpan.FromHours(24);
}
