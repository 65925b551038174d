using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing.Channels;
using Moderation.Review;
using Moderation.Screening;
using Moderation.Telemetry;

namespace Moderation.Publishing;

/// <summary>
/// Publishes one draft on one channel, never twice and never blind: uploads, then consent, state and the stop switch,
/// then <c>attempting</c> under the ETag of that state, then one commit call, then its outcome.
/// </summary>
public sealed partial class PublishingStage(
    DraftStore drafts,
    OpenDrafts open,
    Checks checks,
    StopSwitch stop,
    ChannelCalls calls,
    ChannelStatuses statuses,
    IOptions<PublishingSettings> settings,
    IOptions<ReviewSettings> review,
    TimeProvider time,
    ILogger<PublishingStage> logger)
{
    private const string Actor = "system:publishing";

    /// <summary>Nine channels of one draft change one state row; each round one of them gets through.</summary>
    private const int Rounds = 25;

    /// <exception cref="ContentionException">Others kept changing the draft; the message is tried again.</exception>
    public async Task HandleAsync(DraftId id, string channel, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? prepared = null;
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded)
                return;

            switch (PublishGate.Next(loaded.Head, channel, time.GetUtcNow()))
            {
                case GateStep.Nothing:
                    await TidyAsync(loaded.Head, cancellationToken);
                    return;

                case GateStep.Wait wait:
                    await open.SetDueAsync(loaded.Head.OpenBucket, id, wait.At, cancellationToken);
                    return;

                case GateStep.Ask:
                    if (await AskAsync(loaded, channel, cancellationToken))
                        return;
                    break;

                case GateStep.Attempt:
                    if (await HoldBackAsync(loaded, channel, cancellationToken) is { } heldBack)
                    {
                        if (heldBack)
                            return;
                        break;
                    }

                    if (prepared is null)
                    {
                        prepared = await PrepareAsync(loaded, channel, cancellationToken);
                        if (prepared is null)
                            return;
                        // Uploads take their time: look again at everything after them.
                        if (prepared.Count > 0)
                            break;
                    }

                    if (await AttemptAsync(loaded, channel, prepared, cancellationToken))
                        return;
                    break;

                default:
                    throw new InvalidOperationException("An unknown step of the publish gate publishes nothing.");
            }
        }

        throw new ContentionException();
    }

    /// <summary>Null: it may go. True: it was held back and that is stored. False: somebody else was first, look again.</summary>
    private async Task<bool?> HoldBackAsync(LoadedDraft loaded, string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var consent = await checks.ConsentAsync(loaded.Content, now, cancellationToken);
        var stopped = (await stop.ReadAsync(cancellationToken)).On;
        var findings = PublishGate.HoldsBack(loaded.Head, channel, consent, stopped, now, settings.Value);
        if (findings.Count == 0)
            return null;

        var next = PublishGate.HoldBack(loaded.Head, findings, now, review.Value);
        if (next.AwaitsPerson)
            await open.AddToReviewAsync(next.Id, cancellationToken);
        var screening = loaded.Screening is { } earlier
            ? earlier with { At = now, Findings = [.. earlier.Findings.Where(f => !findings.Any(n => FindingKeys.Of(n) == FindingKeys.Of(f))), .. findings] }
            : new ScreeningRecord { Version = next.Version, RulebookVersion = checks.RulebookVersion, At = now, Findings = findings };
        var action = next.Channel(channel) is { State: ChannelState.Skipped } ? "skipped" : next.State == DraftState.Blocked ? "blocked" : "held";
        var change = new DraftChange(next, Actor, action, new { channel, rules = findings.Select(f => f.Rule).Distinct() }) { Screening = screening };
        if (await drafts.TryCommitAsync(loaded, change, cancellationToken) is not { } stored)
            return false;
        Log.HeldBack(logger, next.Id, channel, next.State);
        await TidyAsync(stored.Head, cancellationToken);
        return true;
    }

    /// <summary>What the commit call needs; null when it cannot be made now, and that is stored.</summary>
    private async Task<IReadOnlyList<string>?> PrepareAsync(LoadedDraft loaded, string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var status = await statuses.ReadAsync(channel, cancellationToken);
        if (status.ClosedAt(now, settings.Value) is { } until)
        {
            await StoreWaitAsync(loaded, channel, (head, progress) => ChannelOutcomes.Wait(head, progress, status.Reason ?? "paused", until), "paused", cancellationToken);
            return null;
        }

        var progress = loaded.Head.Channel(channel)!; // the gate found the channel
        switch (await calls.PrepareAsync(loaded, progress, cancellationToken))
        {
            case Preparation.Ready ready:
                return ready.References;

            case Preparation.Processing processing:
                await StoreWaitAsync(
                    loaded,
                    channel,
                    (head, current) => ChannelOutcomes.Processing(head, current, processing.References, processing.After, time.GetUtcNow(), settings.Value),
                    "processing",
                    cancellationToken);
                return null;

            case Preparation.Failed { Outcome: PublishOutcome.Refused or PublishOutcome.Limited or PublishOutcome.Closed } failed:
                await StoreWaitAsync(
                    loaded, channel, (head, current) => ChannelOutcomes.After(head, current, failed.Outcome, time.GetUtcNow(), settings.Value), NameOf(failed.Outcome), cancellationToken);
                await statuses.RecordAsync(channel, failed.Outcome, cancellationToken);
                return null;

            default:
                throw new InvalidOperationException("A preparation makes nothing public, so its outcome is never published or unknown.");
        }
    }

    /// <summary>Stores that a channel waits. When somebody else changes the draft meanwhile, the sweep comes back to it.</summary>
    private async Task StoreWaitAsync(
        LoadedDraft loaded, string channel, Func<DraftHead, ChannelProgress, DraftHead> after, string action, CancellationToken cancellationToken)
    {
        for (var current = loaded; current.Head.Channel(channel) is { State: ChannelState.Waiting } progress;)
        {
            var next = after(current.Head, progress);
            if (next.AwaitsPerson)
                await open.AddToReviewAsync(next.Id, cancellationToken);
            if (await drafts.TryCommitAsync(current, new DraftChange(next, Actor, action, new { channel, reason = next.Channel(channel)?.Reason }), cancellationToken) is { } stored)
            {
                Log.Outcome(logger, next.Id, channel, action);
                await TidyAsync(stored.Head, cancellationToken);
                return;
            }

            current = await drafts.LoadAsync(loaded.Head.Id, cancellationToken)
                ?? throw new InvalidDataException("A draft that waits for a channel has gone.");
        }
    }

    /// <summary>False when somebody else was first.</summary>
    private async Task<bool> AttemptAsync(LoadedDraft loaded, string channel, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var attempt = Guid.NewGuid().ToString("N");
        var begun = time.GetUtcNow();
        var attempting = ChannelOutcomes.Attempting(loaded.Head, loaded.Head.Channel(channel)!, attempt, prepared, begun, settings.Value); // the gate found the channel
        if (await drafts.TryCommitAsync(loaded, new DraftChange(attempting, Actor, "attempting", new { channel, attempt }), cancellationToken) is not { } committed)
            return false;

        // From here on a stopping host is not listened to: a call cut off would leave the post unknown. A host that does not wait is a crash like any other.
        var outcome = await calls.CommitAsync(committed, channel, prepared, begun);
        await StoreAsync(
            committed,
            channel,
            attempt,
            (head, progress, now) => ChannelOutcomes.After(head, progress, outcome, now, settings.Value),
            NameOf(outcome),
            CancellationToken.None);
        await statuses.RecordAsync(channel, outcome, CancellationToken.None);
        return true;
    }

    private static string NameOf(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.Published => "published",
        PublishOutcome.Refused => "refused",
        PublishOutcome.Limited => "limited",
        PublishOutcome.Closed => "closed",
        PublishOutcome.Underway => "underway",
        _ => "unknown",
    };

    /// <summary>Asks the channel what became of an attempt. False when the answer lets the stage go on at once.</summary>
    private async Task<bool> AskAsync(LoadedDraft loaded, string channel, CancellationToken cancellationToken)
    {
        var progress = loaded.Head.Channel(channel)!; // the gate found the channel
        var answer = await calls.FindAsync(loaded, progress, cancellationToken);
        var next = ChannelOutcomes.After(loaded.Head, progress, answer, time.GetUtcNow(), settings.Value);
        if (next.AwaitsPerson)
            await open.AddToReviewAsync(next.Id, cancellationToken);
        await StoreAsync(
            loaded,
            channel,
            progress.Attempt,
            (head, current, now) => ChannelOutcomes.After(head, current, answer, now, settings.Value),
            answer switch
            {
                Reconciliation.Found => "found",
                Reconciliation.SurelyAbsent => "absent",
                Reconciliation.Underway => "underway",
                _ => "unknown",
            },
            cancellationToken);
        return answer is Reconciliation.Found;
    }

    /// <summary>Stores what is known of an attempt, again and again until it is stored: the other channels share the row.</summary>
    private async Task StoreAsync(
        LoadedDraft loaded,
        string channel,
        string? attempt,
        Func<DraftHead, ChannelProgress, DateTimeOffset, DraftHead> after,
        string action,
        CancellationToken cancellationToken)
    {
        for (var current = loaded; ;)
        {
            var progress = current.Head.Channel(channel);
            // Someone else has settled this attempt meanwhile: what is known is stored already.
            if (progress?.Attempt != attempt || progress?.State is not (ChannelState.Attempting or ChannelState.Unknown))
                return;
            var next = after(current.Head, progress, time.GetUtcNow());
            if (next.AwaitsPerson)
                await open.AddToReviewAsync(next.Id, cancellationToken);
            var change = new DraftChange(next, Actor, action, new { channel, attempt, url = next.Channel(channel)?.Url });
            if (await drafts.TryCommitAsync(current, change, cancellationToken) is { } stored)
            {
                Log.Outcome(logger, next.Id, channel, action);
                await TidyAsync(stored.Head, cancellationToken);
                return;
            }

            current = await drafts.LoadAsync(loaded.Head.Id, cancellationToken)
                ?? throw new InvalidDataException("A draft with an attempt has gone.");
        }
    }

    /// <summary>What is left to do outside the partition: a finished draft leaves the index, a waiting one is due again.</summary>
    private async Task TidyAsync(DraftHead head, CancellationToken cancellationToken)
    {
        if (head.State.IsFinal())
            await open.RemoveAsync(head.OpenBucket, head.Id, cancellationToken);
        else if (head.Channels.Min(c => c.State is ChannelState.Waiting or ChannelState.Unknown ? c.NotBefore : null) is { } due)
            await open.SetDueAsync(head.OpenBucket, head.Id, due, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(300, LogLevel.Information, "Draft {Draft} on {Channel}: {Outcome}")]
        public static partial void Outcome(ILogger logger, DraftId draft, string channel, string outcome);

        [LoggerMessage(301, LogLevel.Information, "Draft {Draft} on {Channel} held back before publishing: {State}")]
        public static partial void HeldBack(ILogger logger, DraftId draft, string channel, DraftState state);
    }
}

/// <summary>Others kept changing the same draft. The message stays on the queue and is tried again.</summary>
public sealed class ContentionException() : Exception("The draft was changed by others each time; the message is tried again.");
