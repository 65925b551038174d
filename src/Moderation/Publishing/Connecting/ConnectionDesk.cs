using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>Where administrators connect channels, see how they are doing, and switch them off and on.</summary>
public sealed partial class ConnectionDesk(
    ChannelRegister register,
    ChannelPublishers publishers,
    ChannelStatuses statuses,
    ChannelTokens tokens,
    PendingConnections pending,
    ConnectionClients clients,
    IEnumerable<PasswordLogin> logins,
    IOptions<ConnectSettings> settings,
    IOptions<ChannelSettings> site,
    TimeProvider time,
    ILogger<ConnectionDesk> logger)
{
    private readonly Dictionary<string, PasswordLogin> logins = logins.ToDictionary(l => l.Channel, StringComparer.Ordinal);

    public async Task<IReadOnlyList<ChannelOverview>> OverviewAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(register.All.Select(channel => OverviewAsync(channel, cancellationToken)));

    /// <summary>Address of the channel's page where the administrator gives permission, or what stands in the way.</summary>
    public async Task<ConnectionStep> BeginAsync(User by, string channel, CancellationToken cancellationToken)
    {
        if (OAuth(channel) is not { } provider)
            return new ConnectionStep.Refused(NotThisWay);
        if (site.Value.PublicUrl is null || await clients.FindAsync(provider, cancellationToken) is not { } client)
        {
            return new ConnectionStep.Refused(new(
                "Dit kanaal is nog niet ingericht: de infrabeheerder moet het adres van deze site, de client-id en het clientgeheim instellen.",
                "This channel is not set up yet: the infra team has to set this site's address, the client id and the client secret."));
        }

        var begun = await pending.BeginAsync(channel, by, cancellationToken);
        return new ConnectionStep.GoTo(register.Find(channel)?.Name ?? channel, client.AuthorizeAddress(RedirectOf(channel), begun.State, provider.Pkce ? begun.Challenge : null));
    }

    /// <summary>What the channel sent the administrator back with. The old token stays until the new one has worked.</summary>
    public async Task<ConnectionStep> CompleteAsync(User by, string channel, string? state, string? code, CancellationToken cancellationToken)
    {
        if (OAuth(channel) is not { } provider)
            return new ConnectionStep.Refused(NotThisWay);
        if (string.IsNullOrEmpty(state) || await pending.TakeAsync(channel, state, by, cancellationToken) is not { } verifier)
            return new ConnectionStep.Refused(new("Deze koppeling is verlopen of niet door u begonnen. Begin opnieuw.", "This connection has expired or was not begun by you. Begin again."));
        if (string.IsNullOrEmpty(code))
            return new ConnectionStep.Refused(new("Het kanaal gaf geen toestemming. Er is niets veranderd.", "The channel gave no permission. Nothing has changed."));
        if (await clients.FindAsync(provider, cancellationToken) is not { } client)
            return new ConnectionStep.Refused(NotThisWay);
        try
        {
            var token = await client.RedeemAsync(code, RedirectOf(channel), provider.Pkce ? verifier : null, cancellationToken);
            // Asking for the accounts is also the proof that the new token works.
            var accounts = await provider.AccountsAsync(client, token, cancellationToken);
            var chosen = client.Settings.AccountId is { } wanted ? accounts.FirstOrDefault(a => a.AccountId == wanted) : accounts.Count == 1 ? accounts[0] : null;
            if (chosen is null)
                return new ConnectionStep.Refused(Choose(channel, accounts));
            await ConnectedAsync(by, channel, chosen, cancellationToken);
            return new ConnectionStep.Connected();
        }
        catch (Exception e) when (e is OAuthRefusedException or HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Log.Failed(logger, channel, e.GetType().Name);
            return new ConnectionStep.Refused(new(
                "Het kanaal weigerde de koppeling of gaf geen bruikbaar antwoord. De oude koppeling blijft gelden. Probeer het opnieuw.",
                "The channel refused the connection or gave no usable answer. The old connection stays. Try again."));
        }
    }

    public async Task<ConnectionStep> ConnectWithPasswordAsync(User by, string channel, string name, string password, CancellationToken cancellationToken)
    {
        if (!logins.TryGetValue(channel, out var login))
            return new ConnectionStep.Refused(NotThisWay);
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(password))
            return new ConnectionStep.Refused(new("Vul de naam en het wachtwoord in.", "Fill in the name and the password."));
        try
        {
            if (await login.VerifyAsync(name.Trim(), password.Trim(), cancellationToken) is not { } token)
                return new ConnectionStep.Refused(new("Het kanaal weigert deze naam en dit wachtwoord. De oude koppeling blijft gelden.", "The channel refuses this name and password. The old connection stays."));
            await ConnectedAsync(by, channel, token with { ObtainedAt = time.GetUtcNow() }, cancellationToken);
            return new ConnectionStep.Connected();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, channel, e.GetType().Name);
            return new ConnectionStep.Refused(new("Het kanaal is niet bereikbaar. De oude koppeling blijft gelden.", "The channel cannot be reached. The old connection stays."));
        }
    }

    /// <summary>Switches a channel off, its posts waiting, or on again.</summary>
    public Task SwitchAsync(User by, string channel, bool off, CancellationToken cancellationToken) =>
        statuses.ChangeAsync(
            channel,
            status => off ? status with { SwitchedOff = true, Reason = "switched-off" } : ChannelStatus.Fresh with { LastPublishedAt = status.LastPublishedAt },
            cancellationToken,
            new ChannelEvent(by.Id, off ? "switched-off" : "switched-on"));

    /// <summary>Forgets the token. The channel's own site may still list the permission; it can be withdrawn there.</summary>
    public async Task DisconnectAsync(User by, string channel, CancellationToken cancellationToken)
    {
        await tokens.ForgetAsync(channel, cancellationToken);
        await statuses.ChangeAsync(channel, status => status with { NeedsReconnect = true, Reason = "not-connected" }, cancellationToken, new ChannelEvent(by.Id, "disconnected"));
    }

    public bool Knows(string channel) => register.Find(channel) is not null;

    private async Task ConnectedAsync(User by, string channel, ChannelToken token, CancellationToken cancellationToken)
    {
        await tokens.StoreAsync(channel, token, cancellationToken);
        await statuses.ChangeAsync(
            channel,
            status => status with { NeedsReconnect = false, ClosedUntil = null, Failures = 0, Reason = status.SwitchedOff ? status.Reason : null },
            cancellationToken,
            new ChannelEvent(by.Id, "connected"));
        Log.Connected(logger, channel);
    }

    private async Task<ChannelOverview> OverviewAsync(Channel channel, CancellationToken cancellationToken)
    {
        var status = await statuses.ReadAsync(channel.Code, cancellationToken);
        var token = await tokens.ReadAsync(channel.Code, cancellationToken);
        return new ChannelOverview(
            channel,
            publishers.PlaceOf(channel.Code),
            status,
            token is null ? null : new ConnectedAccount(token.AccountName ?? token.AccountId, token.ObtainedAt, Expiry.Of(token, tokens.CanRenew(channel.Code, token)), settings.Value.WarnDays),
            OAuth(channel.Code) is not null ? ConnectionWay.OAuth : logins.ContainsKey(channel.Code) ? ConnectionWay.Password : ConnectionWay.None,
            logins.GetValueOrDefault(channel.Code)?.Hint);
    }

    private Uri RedirectOf(string channel) => new(site.Value.PublicUrl!, $"/channels/{channel}/connected"); // callers looked

    private static OAuthProvider? OAuth(string channel) => OAuthProviders.All.FirstOrDefault(p => p.Channel == channel);

    private static Words Choose(string channel, IReadOnlyList<ChannelToken> accounts)
    {
        var list = string.Join(", ", accounts.Select(a => $"{a.AccountName} ({a.AccountId})"));
        return accounts.Count == 0
            ? new("Bij deze aanmelding hoort geen account waarop gepubliceerd mag worden.", "This sign-in has no account that may be published to.")
            : new($"Bij deze aanmelding horen meer accounts: {list}. Stel met Connect:Channels:{channel}:AccountId in welke.", $"This sign-in has more than one account: {list}. Set Connect:Channels:{channel}:AccountId.");
    }

    private static readonly Words NotThisWay = new("Dit kanaal wordt niet op deze manier gekoppeld.", "This channel is not connected this way.");

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Information, "Channel {Channel} was connected")]
        public static partial void Connected(ILogger logger, string channel);

        [LoggerMessage(321, LogLevel.Warning, "Channel {Channel} could not be connected: {Failure}")]
        public static partial void Failed(ILogger logger, string channel, string failure);
    }
}

/// <summary>What came of one step of connecting a channel.</summary>
public abstract record ConnectionStep
{
    private ConnectionStep()
    {
    }

    public sealed record GoTo(string Channel, Uri Address) : ConnectionStep;

    public sealed record Connected : ConnectionStep;

    public sealed record Refused(Words Why) : ConnectionStep;
}
