namespace Moderation.Publishing.Connecting;

/// <summary>How one channel's OAuth 2.0 authorisation-code flow differs from the others (apis.md, auth section of each channel).</summary>
public sealed record OAuthProvider
{
    /// <summary>Code of the channel it connects.</summary>
    public required string Channel { get; init; }

    /// <summary>Default of <see cref="ConnectionSettings.AuthorizeUrl"/>: where the administrator signs in.</summary>
    public required Uri AuthorizeUrl { get; init; }

    /// <summary>Default of <see cref="ConnectionSettings.TokenUrl"/>.</summary>
    public required Uri TokenUrl { get; init; }

    /// <summary>Default of <see cref="ConnectionSettings.ApiUrl"/>: root of the calls that tell which account was connected.</summary>
    public required Uri ApiUrl { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string ScopeSeparator { get; init; } = " ";

    /// <summary>The code is bound to this connection with a hash that only we can open (RFC 7636).</summary>
    public bool Pkce { get; init; }

    /// <summary>The client authenticates with HTTP Basic instead of form fields.</summary>
    public bool BasicAuth { get; init; }

    /// <summary>The code is exchanged with GET and query parameters, as Meta does.</summary>
    public bool ExchangesByGet { get; init; }

    /// <summary>Further parameters of the sign-in page.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers of every call to <see cref="ApiUrl"/>.</summary>
    public IReadOnlyDictionary<string, string> ApiHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>How long before its end a token is renewed; zero when the channel has no renewal.</summary>
    public TimeSpan RenewAhead { get; init; }

    /// <summary>Asks which accounts the fresh token may publish for.</summary>
    public required Func<OAuthClient, Tokens.ChannelToken, CancellationToken, Task<IReadOnlyList<Tokens.ChannelToken>>> AccountsAsync { get; init; }
}
