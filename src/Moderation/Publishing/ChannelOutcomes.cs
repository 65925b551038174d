using Moderation.Drafts;

namespace Moderation.Publishing;

/// <summary>Pure: how a draft's state moves on when something is known about one of its channels.</summary>
public static class ChannelOutcomes
{
    public static DraftHead Attempting(DraftHead head, ChannelProgress progress, string attempt, IReadOnlyList<string> prepared, DateTimeOffset now, PublishingSettings settings) =>
        head.With(progress with
        {
            State = ChannelState.Attempting,
            Prepared = prepared,
            ProcessingSince = null,
            Attempt = attempt,
            Attempts = progress.Attempts + 1,
            AttemptedAt = now,
            Deadline = now + settings.AttemptLasts,
            NotBefore = null,
            Reason = null,
        });

    public static DraftHead After(DraftHead head, ChannelProgress progress, PublishOutcome outcome, DateTimeOffset now, PublishingSettings settings) => outcome switch
    {
        PublishOutcome.Published p => Live(head, progress, p.ExternalRef, p.Url, now),
        PublishOutcome.Refused r => Settle(head.With(progress with { State = ChannelState.Refused, Reason = r.Reason }), now),
        PublishOutcome.Limited l => Wait(head, progress, l.Reason, now + l.After),
        PublishOutcome.Underway u => GoOn(head, progress, now + u.After),
        PublishOutcome.Closed c => Wait(head, progress, c.Reason, now + settings.LookAgainAfter),
        // Unknown, and whatever else there may come to be: fail closed, ask the channel when the attempt is surely over.
        _ => head.With(progress with { State = ChannelState.Unknown, Reason = (outcome as PublishOutcome.Unknown)?.Reason, NotBefore = progress.Deadline }),
    };

    public static DraftHead After(DraftHead head, ChannelProgress progress, Reconciliation found, DateTimeOffset now, PublishingSettings settings) => found switch
    {
        Reconciliation.Found f => Live(head, progress, f.ExternalRef, f.Url, now),
        Reconciliation.Underway => GoOn(head, progress, now),
        Reconciliation.SurelyAbsent s => head.With(progress with { State = ChannelState.Waiting, Prepared = s.KeepPrepared ? progress.Prepared : [], Reason = "absent", NotBefore = null, Asked = 0 }),
        _ => head.With(progress with
        {
            State = ChannelState.Unknown,
            Asked = progress.Asked + 1,
            AskPerson = progress.Asked + 1 >= settings.AskAtMost,
            NotBefore = now + settings.AskAgainAfter,
        }),
    };

    /// <summary>Nothing was made public; looked at again from <paramref name="until"/> on.</summary>
    public static DraftHead Wait(DraftHead head, ChannelProgress progress, string reason, DateTimeOffset until) =>
        head.With(progress with { State = ChannelState.Waiting, Prepared = [], ProcessingSince = null, Reason = reason, NotBefore = until });

    /// <summary>Part of it is out; the rest goes from <paramref name="from"/> on.</summary>
    private static DraftHead GoOn(DraftHead head, ChannelProgress progress, DateTimeOffset from) =>
        head.With(progress with { State = ChannelState.Waiting, Begun = true, Reason = "underway", NotBefore = from, Asked = 0 });

    /// <summary>The channel still works on an upload; when it takes too long over the same one, a person sees it.</summary>
    public static DraftHead Processing(
        DraftHead head, ChannelProgress progress, IReadOnlyList<string> prepared, TimeSpan after, DateTimeOffset now, PublishingSettings settings)
    {
        var since = prepared.SequenceEqual(progress.Prepared) ? progress.ProcessingSince ?? now : now;
        return now - since < settings.ProcessingAtMost
            ? head.With(progress with { State = ChannelState.Waiting, Prepared = prepared, ProcessingSince = since, Reason = "processing", NotBefore = now + after })
            : Settle(head.With(progress with { State = ChannelState.Refused, Prepared = [], ProcessingSince = null, Reason = "processing-too-long" }), now);
    }

    public static DraftHead Live(DraftHead head, ChannelProgress progress, string externalRef, string? url, DateTimeOffset now) =>
        Settle(
            head.With(progress with
            {
                State = ChannelState.Published,
                ExternalRef = externalRef,
                Url = url,
                PublishedAt = now,
                AskPerson = false,
                NotBefore = null,
                Reason = null,
            }),
            now);

    /// <summary>All out: published. Nothing under way but something refused: a person sees it.</summary>
    public static DraftHead Settle(DraftHead head, DateTimeOffset now)
    {
        if (head.Channels.All(c => c.State is ChannelState.Published or ChannelState.Skipped) && head.Channels.Any(c => c.State == ChannelState.Published))
            return head with { State = DraftState.Published, Stuck = null };
        if (head.State.MayPublish() && head.Channels.All(c => c.State is ChannelState.Published or ChannelState.Refused or ChannelState.Skipped) && head.Channels.Any(c => c.State == ChannelState.Refused))
        {
            return head with
            {
                State = DraftState.Stuck,
                Stuck = new Stuck(Storage.StorageNames.Queues.Publishing, head.State, "refused", now, head.Channels.First(c => c.State == ChannelState.Refused).Code),
            };
        }

        return head;
    }
}
