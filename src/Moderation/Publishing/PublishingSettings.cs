using System.ComponentModel.DataAnnotations;

namespace Moderation.Publishing;

/// <summary>Section <c>Publishing</c>.</summary>
public sealed class PublishingSettings
{
    public const string Section = "Publishing";

    /// <summary>How long one attempt owns a channel: nobody asks the channel about it before it is over.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan AttemptLasts { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time-out of the commit call; ends before <see cref="AttemptLasts"/> does.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:50:00")]
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Later than this after its planned moment a post is held instead of published.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Wait between two questions to a channel about an unknown outcome.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Questions to a channel that cannot tell before a person is asked.</summary>
    [Range(1, 100)]
    public int AskAtMost { get; set; } = 4;

    /// <summary>How long a channel may work on an upload before a person is shown that it does not get done.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "2.00:00:00")]
    public TimeSpan ProcessingAtMost { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Failures in a row after which a channel is paused, its posts waiting.</summary>
    [Range(1, 100)]
    public int PauseAfter { get; set; } = 3;

    /// <summary>First pause of a failing channel; doubles with every further failure.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan PauseLasts { get; set; } = TimeSpan.FromMinutes(2);

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a closed or switched-off channel is left alone before it is looked at again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LookAgainAfter { get; set; } = TimeSpan.FromMinutes(15);
}
