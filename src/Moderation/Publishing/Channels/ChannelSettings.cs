namespace Moderation.Publishing.Channels;

/// <summary>Section <c>Channels</c>: where posts go.</summary>
public sealed class ChannelSettings
{
    public const string Section = "Channels";

    /// <summary>Address of the sandbox school wall; when set, every channel without settings of its own publishes there.</summary>
    public Uri? SandboxUrl { get; set; }
}
