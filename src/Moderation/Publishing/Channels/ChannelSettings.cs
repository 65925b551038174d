namespace Moderation.Publishing.Channels;

/// <summary>Section <c>Channels</c>: where posts go.</summary>
public sealed class ChannelSettings
{
    public const string Section = "Channels";

    /// <summary>Address of the sandbox school wall; when set, every channel without settings of its own publishes there.</summary>
    public Uri? SandboxUrl { get; set; }

    /// <summary>Address at which the outside world reaches this site, e.g. <c>https://berichten.school.example</c>; needed for channels that fetch their pictures themselves.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Key Vault that holds the channels' tokens, e.g. <c>https://kv-school.vault.azure.net</c>.</summary>
    public Uri? VaultUrl { get; set; }

    /// <summary>Without a vault: folder for the channels' tokens, readable by its owner only.</summary>
    public string? TokenFolder { get; set; }
}
