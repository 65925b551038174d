using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Moderation.Consent;
using Moderation.Mail;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>
/// E-mail and newsletter over SMTP (apis.md §10A.1): one message a subscriber, as many in one go as the server allows in
/// a minute, the rest after it. SMTP cannot be asked what it took, so the ledger decides: what it says about to go when a
/// process died is in doubt, and is not sent again without a person.
/// </summary>
public sealed class MailPublisher(
    Subscribers subscribers,
    Mailings mailings,
    Unsubscribing unsubscribing,
    Mailer mailer,
    MediaStore media,
    ChannelRegister register,
    IOptions<MailSettings> settings,
    IOptions<ChannelSettings> channels,
    TimeProvider time) : IChannelPublisher
{
    private const int LostConnections = 3;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly RenditionNeed Picture = new() { MaxSide = 800, MaxBytes = 150_000, JpegOnly = true };

    public async Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        if (post.Media.Any(m => m.Kind is MediaKind.Film or MediaKind.Sound))
            return new Preparation.Failed(new PublishOutcome.Refused("no-film"));
        if (channels.Value.PublicUrl is null)
            return new Preparation.Failed(new PublishOutcome.Closed("no-public-url", NeedsReconnect: false));
        return await subscribers.AnyAsync(post.Channel, cancellationToken)
            ? Preparation.Ready.Nothing
            : new Preparation.Failed(new PublishOutcome.Refused("no-subscribers"));
    }

    public async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var mailing = MailingOf(post);
        var ledger = new Dictionary<string, Delivery>(await mailings.ReadAsync(mailing, cancellationToken), StringComparer.Ordinal);
        foreach (var (subscriber, delivery) in ledger.Where(d => d.Value.State == DeliveryState.Sending).ToList())
            ledger[subscriber] = await mailings.SettleAsync(mailing, subscriber, delivery, DeliveryState.Unknown, "cut-off", cancellationToken);

        var letter = new Letter(post, await PicturesAsync(post, cancellationToken), register.Find(post.Channel)?.Name ?? post.Channel, settings.Value);
        var started = time.GetUtcNow();
        var (sent, lost) = (0, 0);
        SmtpClient? client = null;
        try
        {
            await foreach (var subscriber in subscribers.ActiveAsync(post.Channel, cancellationToken))
            {
                var earlier = ledger.GetValueOrDefault(subscriber.Key);
                if (earlier is not (null or { State: DeliveryState.Later }))
                    continue;
                if (sent >= settings.Value.PerMinute || time.GetUtcNow() - started >= Minute)
                    return new PublishOutcome.Underway(Rest(started), Because: null);
                if (client is not { IsConnected: true })
                {
                    client?.Dispose();
                    client = null;
                    client = await mailer.ConnectAsync(cancellationToken);
                }

                var unsubscribe = new Uri(channels.Value.PublicUrl!, $"/u/{await unsubscribing.TokenAsync(post.Channel, subscriber.Key, cancellationToken)}"); // preparing looked
                using var message = letter.To(subscriber, unsubscribe);
                if (await mailings.BeginAsync(mailing, subscriber.Key, earlier, cancellationToken) is not { } begun)
                    continue;
                var (state, reason) = await DeliverAsync(client, message, begun.Tries, cancellationToken);
                ledger[subscriber.Key] = await mailings.SettleAsync(mailing, subscriber.Key, begun, state, reason, cancellationToken);
                sent++;
                lost = state == DeliveryState.Unknown ? lost + 1 : 0;
                if (lost >= LostConnections)
                    return new PublishOutcome.Underway(Minute, new PublishOutcome.Limited("connection-lost", Minute));
            }
        }
        catch (Exception e) when (ConnectionFailure(e) is { } failure)
        {
            return ledger.Count == 0 ? failure : new PublishOutcome.Underway(Minute, failure);
        }
        finally
        {
            client?.Dispose();
        }

        return ledger.Values.Any(d => d.State == DeliveryState.Later)
            ? new PublishOutcome.Underway(TimeSpan.FromMinutes(5), Because: null)
            : new PublishOutcome.Published(mailing, PageOf(mailing));
    }

    /// <summary>The ledger knows: everything settled is published, anything else goes on.</summary>
    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var mailing = MailingOf(post);
        var ledger = await mailings.ReadAsync(mailing, cancellationToken);
        await foreach (var subscriber in subscribers.ActiveAsync(post.Channel, cancellationToken))
        {
            if (ledger.GetValueOrDefault(subscriber.Key) is null or { State: DeliveryState.Later or DeliveryState.Sending })
                return new Sighting([], AbsenceProves: ledger.Count == 0, Begun: ledger.Count > 0);
        }

        return new Sighting([new LivePost(mailing, PageOf(mailing))], AbsenceProves: false);
    }

    /// <summary>A message that was handed over cannot be called back.</summary>
    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
        Task.FromResult<Removal>(new Removal.ByHand("cannot-be-recalled"));

    internal static string MailingOf(OutgoingPost post) => $"{post.Channel}-{post.Key}";

    /// <summary>What the server's answer proves about this one message.</summary>
    private async Task<(DeliveryState State, string? Reason)> DeliverAsync(SmtpClient client, MimeKit.MimeMessage message, int tries, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(message, cancellationToken);
            return (DeliveryState.Sent, null);
        }
        catch (SmtpCommandException e)
        {
            // An answer to a command: the server surely did not take the message.
            var reason = $"smtp-{(int)e.StatusCode}";
            return (int)e.StatusCode is >= 400 and < 500 && tries < settings.Value.Tries ? (DeliveryState.Later, reason) : (DeliveryState.Failed, reason);
        }
        catch (ServiceNotConnectedException)
        {
            return (DeliveryState.Later, "not-connected");
        }
        catch (Exception e) when (e is ProtocolException or IOException or System.Net.Sockets.SocketException)
        {
            // Cut off while the message went: it may have arrived.
            return (DeliveryState.Unknown, "cut-off");
        }
    }

    /// <summary>What it says about the channel when the server could not be spoken to; null when it is something else.</summary>
    private static PublishOutcome? ConnectionFailure(Exception e) => e switch
    {
        AuthenticationException => new PublishOutcome.Closed("password", NeedsReconnect: true),
        SslHandshakeException => new PublishOutcome.Closed("tls", NeedsReconnect: false),
        SmtpCommandException or ProtocolException or System.Net.Sockets.SocketException => new PublishOutcome.Limited("unreachable", Minute),
        _ => null,
    };

    private TimeSpan Rest(DateTimeOffset started) => started + Minute - time.GetUtcNow() is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private string? PageOf(string mailing) => channels.Value.PublicUrl is { } site ? new Uri(site, $"/mailings/{mailing}").AbsoluteUri : null;

    private async Task<IReadOnlyList<LetterPicture>> PicturesAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        var pictures = new List<LetterPicture>();
        foreach (var file in post.Media)
        {
            var cleaned = await media.Cleaned.OpenAsync(file.Sha256, cancellationToken) ?? throw new InvalidDataException("A cleaned file of this post is gone.");
            await using var content = cleaned.Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            pictures.Add(new LetterPicture($"foto-{pictures.Count + 1}.jpg", Renditions.Make(bytes.ToArray(), Picture).Bytes, file.Alt, file.Caption));
        }

        return pictures;
    }
}
