namespace Moderation.Publishing.Connecting;

/// <summary>Section <c>Connect</c>: how administrators connect channels. Client secrets are not settings: they stand in the vault as <c>channel-&lt;code&gt;-client</c>.</summary>
public sealed class ConnectSettings
{
    public const string Section = "Connect";

    /// <summary>Days before something ends that the page and the mail warn.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 90)]
    public int WarnDays { get; set; } = 14;

    /// <summary>By channel code.</summary>
    public Dictionary<string, ConnectionSettings> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Section <c>Connect:Channels:&lt;code&gt;</c>. Addresses default to the channel's own.</summary>
public sealed class ConnectionSettings
{
    /// <summary>Id of this system as the channel registered it.</summary>
    public string? ClientId { get; set; }

    public Uri? AuthorizeUrl { get; set; }

    public Uri? TokenUrl { get; set; }

    /// <summary>Ends with a slash.</summary>
    public Uri? ApiUrl { get; set; }

    /// <summary>Which account to publish for, when the administrator manages more than one.</summary>
    public string? AccountId { get; set; }
}
