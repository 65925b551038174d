using System.ComponentModel.DataAnnotations;

namespace Moderation.Publishing.Channels;

/// <summary>What the channels of Meta's Graph API share (apis.md §0.3).</summary>
public abstract class MetaSettings : PublisherSettings
{
    public override Uri BaseUrl { get; set; } = new("https://graph.facebook.com");

    /// <summary>Lives about two years; Meta answers a dead version with the oldest living one.</summary>
    [RegularExpression("^v[0-9]+\\.[0-9]+$")]
    public string GraphVersion { get; set; } = "v25.0";
}
