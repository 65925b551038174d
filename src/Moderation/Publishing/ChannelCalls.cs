using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Publishing.Channels;
using Moderation.Telemetry;

namespace Moderation.Publishing;

/// <summary>What the publishing stage asks of a channel, in the draft's terms: with its time-out, and with live posts told apart by the draft they belong to.</summary>
public sealed class ChannelCalls(ChannelPublishers publishers, Publications publications, IOptions<PublishingSettings> settings, TimeProvider time)
{
    /// <summary>Time left to hand the commit call over; with less it is not sent.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <exception cref="InvalidOperationException">The channel is not set up: the message goes to poison and a person, without an attempt that never was.</exception>
    public async Task<Preparation> PrepareAsync(LoadedDraft loaded, ChannelProgress progress, CancellationToken cancellationToken)
    {
        using var call = Journey.Call("prepare", progress.Code);
        return await publishers.For(progress.Code).PrepareAsync(PostOf(loaded, progress.Code), progress.Prepared, cancellationToken);
    }

    /// <summary>The commit call, within the attempt's time.</summary>
    public async Task<PublishOutcome> CommitAsync(LoadedDraft loaded, string channel, IReadOnlyList<string> prepared, DateTimeOffset begun)
    {
        var left = begun + settings.Value.AttemptLasts - Margin - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return new PublishOutcome.Limited("too-late-to-send", TimeSpan.Zero);
        using var timeout = new CancellationTokenSource(left < settings.Value.CommitTimeout ? left : settings.Value.CommitTimeout, time);
        using var call = Journey.Call("commit", channel);
        var outcome = await CommitAsync(PostOf(loaded, channel), prepared, timeout);
        call.Ended(ReasonOf(outcome), outcome is PublishOutcome.Published or PublishOutcome.Underway { Because: null });
        if (outcome is PublishOutcome.Published live)
            await publications.ClaimAsync(channel, live.ExternalRef, loaded.Head.Id, CancellationToken.None);
        return outcome;
    }

    private async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationTokenSource timeout)
    {
        try
        {
            return await publishers.For(post.Channel).CommitAsync(post, prepared, timeout.Token);
        }
        catch (ChannelAnswerException e)
        {
            return e.Outcome; // before the call was made: the channel is not connected any more
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new PublishOutcome.Unknown("timeout");
        }
    }

    private static string ReasonOf(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.Published => "published",
        PublishOutcome.Underway underway => underway.Because is { } because ? ReasonOf(because) : "underway",
        PublishOutcome.Refused refused => refused.Reason,
        PublishOutcome.Limited limited => limited.Reason,
        PublishOutcome.Closed closed => closed.Reason,
        PublishOutcome.Unknown unknown => unknown.Reason,
        _ => "unknown",
    };

    /// <summary>What became of an attempt: the first live post that matches it and is not another draft's.</summary>
    public async Task<Reconciliation> FindAsync(LoadedDraft loaded, ChannelProgress progress, CancellationToken cancellationToken)
    {
        using var call = Journey.Call("find", progress.Code);
        var attempt = new Attempt(progress.AttemptedAt ?? loaded.Head.SubmittedAt, progress.Prepared);
        if (await SightAsync(loaded, progress.Code, attempt, cancellationToken) is not { } sighting)
            return new Reconciliation.CannotTell();
        foreach (var post in sighting.Posts)
        {
            if (await publications.ClaimAsync(progress.Code, post.ExternalRef, loaded.Head.Id, cancellationToken))
                return new Reconciliation.Found(post.ExternalRef, post.Url);
        }

        if (sighting.Begun)
            return new Reconciliation.Underway();
        return sighting.AbsenceProves ? new Reconciliation.SurelyAbsent(sighting.KeepPrepared) : new Reconciliation.CannotTell();
    }

    /// <summary>Null when the channel does not answer: asked again later, and in the end a person is, whatever keeps it from answering.</summary>
    private async Task<Sighting?> SightAsync(LoadedDraft loaded, string channel, Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await publishers.For(channel).FindAsync(PostOf(loaded, channel), attempt, cancellationToken);
        }
        catch (Exception e) when (e is ChannelAnswerException or HttpRequestException or IOException or System.Text.Json.JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static OutgoingPost PostOf(LoadedDraft loaded, string channel) => new()
    {
        Channel = channel,
        Key = OutgoingPost.KeyOf(loaded.Head.Id, loaded.Head.Version),
        Title = loaded.Content.Title,
        Text = loaded.Content.TextFor(channel),
        Byline = loaded.Content.Byline,
        Media = [.. loaded.Content.Media.Where(m => m.Sha256 is not null).Select(m => new OutgoingMedia(m.Sha256!, m.Name, m.Alt, m.Caption, m.Kind))], // just tested
    };
}
