using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Mail;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>
/// The daily look at every connection: renews what can be renewed, and mails the administrator once a day about what
/// ends within two weeks or does not work any more.
/// </summary>
public sealed partial class ChannelWatch(
    ConnectionDesk desk, ChannelTokens tokens, ChannelStatuses statuses, Mailer mailer, IOptions<MailSettings> mail, IOptions<ChannelSettings> settings, TimeProvider time, ILogger<ChannelWatch> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var overview in await RealChannelsAsync(cancellationToken))
        {
            if (overview.Account is not null)
                await RenewAsync(overview.Channel.Code, cancellationToken);
        }

        // Looked at anew: what was just renewed is no trouble, and what could not be is.
        var troubles = new List<Words>();
        foreach (var overview in await RealChannelsAsync(cancellationToken))
        {
            if (TroubleOf(overview, time.GetUtcNow()) is not { } trouble)
                continue;
            troubles.Add(trouble);
            Log.NeedsAttention(logger, overview.Channel.Code);
        }

        if (troubles.Count > 0 && mail.Value.IsSet && mail.Value.Administrator is { } administrator)
            await mailer.SendAsync(LetterOf(administrator, troubles), cancellationToken);
    }

    /// <summary>Pure: what an administrator must know about a channel now, or null.</summary>
    internal static Words? TroubleOf(ChannelOverview overview, DateTimeOffset now) => overview switch
    {
        { Way: ConnectionWay.None } => null,
        { Account: null } => new($"{overview.Channel.Name} is niet gekoppeld.", $"{overview.Channel.Name} is not connected."),
        { Status.NeedsReconnect: true } => new($"{overview.Channel.Name} werkt niet meer en moet opnieuw worden gekoppeld.", $"{overview.Channel.Name} does not work any more and has to be connected again."),
        { Account: { EndsAt: { } end } account } when account.EndsSoon(now) => new(
            $"De koppeling met {overview.Channel.Name} eindigt op {end:d-M-yyyy}.", $"The connection with {overview.Channel.Name} ends on {end:yyyy-MM-dd}."),
        _ => null,
    };

    private async Task<IEnumerable<ChannelOverview>> RealChannelsAsync(CancellationToken cancellationToken) =>
        (await desk.OverviewAsync(cancellationToken)).Where(o => o.Place == PublishingPlace.Channel);

    private async Task RenewAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            // Finding it renews it when its end is near.
            if (await tokens.FindAsync(channel, cancellationToken) is { ExpiresAt: { } end } && end <= time.GetUtcNow())
                await statuses.ChangeAsync(channel, status => status with { NeedsReconnect = true, Reason = "token" }, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            // The channel is away; tomorrow is another day, and publishing asks as well.
        }
    }

    private MailDraft LetterOf(string administrator, IReadOnlyList<Words> troubles)
    {
        var page = settings.Value.PublicUrl is { } site ? new Uri(site, "/channels").AbsoluteUri : "/channels";
        return new MailDraft(
            administrator,
            "Kanalen vragen aandacht / Channels need attention",
            string.Join('\n', troubles.Select(t => $"- {t.Nl}")) + $"\n\nKoppel ze op {page}.\n\n" + string.Join('\n', troubles.Select(t => $"- {t.En}")) + $"\n\nConnect them at {page}.\n");
    }

    private static partial class Log
    {
        [LoggerMessage(322, LogLevel.Warning, "Channel {Channel} has to be connected again, now or soon")]
        public static partial void NeedsAttention(ILogger logger, string channel);
    }
}
