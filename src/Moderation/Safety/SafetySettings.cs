using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Moderation.Safety;

/// <summary>Settings section <c>Safety</c>: when content safety warns, holds and blocks, and how long it waits for the service.</summary>
public sealed class SafetySettings : IValidatableObject
{
    public const string Section = "Safety";

    [ValidateObjectMembers]
    public SafetyThresholds Hate { get; set; } = new();

    [ValidateObjectMembers]
    public SafetyThresholds Sexual { get; set; } = new();

    [ValidateObjectMembers]
    public SafetyThresholds SelfHarm { get; set; } = new();

    [ValidateObjectMembers]
    public SafetyThresholds Violence { get; set; } = new();

    /// <summary>Calls made for one text or picture before this attempt gives up.</summary>
    [Range(1, 10)]
    public int Tries { get; set; } = 3;

    /// <summary>Time that all calls of one attempt may take together; ends well before a queue message becomes visible again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan TryWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time-out of one call.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long after submission a post waits for a service that does not answer; then a person looks instead (S06).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the service's blocklist is compared with the rulebook's though the rulebook has not changed.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan BlocklistCheckEvery { get; set; } = TimeSpan.FromHours(1);

    public SafetyThresholds For(SafetyCategory category) => category switch
    {
        SafetyCategory.Hate => Hate,
        SafetyCategory.Sexual => Sexual,
        SafetyCategory.SelfHarm => SelfHarm,
        SafetyCategory.Violence => Violence,
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var category in Enum.GetValues<SafetyCategory>())
        {
            var thresholds = For(category);
            if (thresholds.Warn > thresholds.Hold || thresholds.Hold > thresholds.Block)
                yield return new ValidationResult($"{Section}:{category} must have Warn <= Hold <= Block.", [category.ToString()]);
        }
    }
}
