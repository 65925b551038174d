using System.ComponentModel.DataAnnotations;

namespace Moderation.Publishing.Channels;

/// <summary>What every real channel's section <c>Channels:&lt;Name&gt;</c> holds. Not valid by half: what is enabled must be complete.</summary>
public abstract class PublisherSettings
{
    /// <summary>Publish here for real; otherwise the channel goes to the sandbox wall, when there is one.</summary>
    public bool Enabled { get; set; }

    /// <summary>Root of the channel's API; ends without a slash.</summary>
    [Required]
    public abstract Uri BaseUrl { get; set; }

    /// <summary>Longest one call may take, uploads of one piece included. A commit call ends earlier, see <c>Publishing:CommitTimeout</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Id of the app or client that this system is registered as at the channel; needed to connect, when the channel uses OAuth.</summary>
    public string? ClientId { get; set; }
}
