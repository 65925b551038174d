using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Publishing.Channels;

namespace Moderation.Publishing;

/// <summary>What the publishing stage asks of a channel, in the draft's terms: with its time-out, and with live posts told apart by the draft they belong to.</summary>
public sealed class ChannelCalls(ChannelPublishers publishers, Publications publications, IOptions<PublishingSettings> settings, TimeProvider time)
{
    /// <summary>Time left to hand the commit call over; with less it is not sent.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <exception cref="InvalidOperationException">The channel is not set up: the message goes to poison and a person, without an attempt that never was.</exception>
    public Task<Preparation> PrepareAsync(LoadedDraft loaded, ChannelProgress progress, CancellationToken cancellationToken) =>
        publishers.For(progress.Code).PrepareAsync(PostOf(loaded, progress.Code), progress.Prepared, cancellationToken);

    /// <summary>The commit call, within the attempt's time.</summary>
    public async Task<PublishOutcome> CommitAsync(
        LoadedDraft loaded, string channel, IReadOnlyList<string> prepared, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        var left = begun + settings.Value.AttemptLasts - Margin - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return new PublishOutcome.Limited("too-late-to-send", TimeSpan.Zero);
        using var timeout = new CancellationTokenSource(left < settings.Value.CommitTimeout ? left : settings.Value.CommitTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var outcome = await publishers.For(channel).CommitAsync(PostOf(loaded, channel), prepared, either.Token);
            if (outcome is PublishOutcome.Published live)
                await publications.ClaimAsync(channel, live.ExternalRef, loaded.Head.Id, cancellationToken);
            return outcome;
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

    /// <summary>What became of an attempt: the first live post that matches it and is not another draft's.</summary>
    public async Task<Reconciliation> FindAsync(LoadedDraft loaded, ChannelProgress progress, CancellationToken cancellationToken)
    {
        var attempt = new Attempt(progress.AttemptedAt ?? loaded.Head.SubmittedAt, progress.Prepared);
        if (await SightAsync(loaded, progress.Code, attempt, cancellationToken) is not { } sighting)
            return new Reconciliation.CannotTell();
        foreach (var post in sighting.Posts)
        {
            if (await publications.ClaimAsync(progress.Code, post.ExternalRef, loaded.Head.Id, cancellationToken))
                return new Reconciliation.Found(post.ExternalRef, post.Url);
        }

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
        Text = loaded.Content.Text,
        Byline = loaded.Content.Byline,
        Media = [.. loaded.Content.Media.Where(m => m.Sha256 is not null).Select(m => new OutgoingMedia(m.Sha256!, m.Name, m.Alt, m.Caption, m.Kind))], // just tested
    };
}
