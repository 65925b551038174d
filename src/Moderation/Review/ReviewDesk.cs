using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Review;

/// <summary>Where people decide: on held and blocked drafts, on what got stuck, and on outcomes that no machine can tell.</summary>
public sealed partial class ReviewDesk(
    DraftStore drafts,
    OpenDrafts open,
    Dispatch dispatch,
    Rulebook rulebook,
    IOptions<ReviewSettings> settings,
    TimeProvider time,
    ILogger<ReviewDesk> logger)
{
    private const int Rounds = 5;

    /// <summary>Heads of what waits for a person, longest waiting first.</summary>
    public async Task<IReadOnlyList<DraftHead>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<DraftHead>();
        await foreach (var id in open.InReviewAsync(cancellationToken))
        {
            // The row is written before the commit and may outlive it; the state row has the last word.
            if (await drafts.FindHeadAsync(id, cancellationToken) is { AwaitsPerson: true } head)
                waiting.Add(head);
        }

        return [.. waiting.OrderBy(h => h.Hold?.Since ?? h.Stuck?.At ?? h.SubmittedAt)];
    }

    /// <param name="contentHash">The content the person saw: a decision is about that and nothing else.</param>
    public Task<ReviewResult> DecideAsync(
        User by, DraftId id, DecisionOutcome outcome, string contentHash, string? motivation, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            loaded =>
            {
                if (ReviewRules.Objection(by, loaded, outcome, contentHash, motivation) is { } objection)
                    return (null, objection);
                var decision = new Decision(by.AsAuthor(), outcome, motivation, time.GetUtcNow(), loaded.Head.Version, loaded.Head.ContentHash, rulebook.Version);
                var next = ReviewRules.After(loaded, decision, settings.Value);
                return (new DraftChange(next, by.Id, NameOf(outcome, next), new { version = next.Version, next.ContentHash, rulebook = rulebook.Version }) { Decision = decision }, null);
            },
            cancellationToken);

    /// <summary>Sends a stuck draft on again from where it was.</summary>
    public Task<ReviewResult> RetryAsync(User by, DraftId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            loaded => loaded.Head switch
            {
                _ when !by.MayReview && !by.Is(Role.Administrator) => (null, NotYours),
                { State: DraftState.Stuck, Stuck: { } stuck } head => (
                    new DraftChange(
                        head with
                        {
                            State = stuck.Was,
                            Stuck = null,
                            Channels = [.. head.Channels.Select(c => c.State == ChannelState.Refused ? c with { State = ChannelState.Waiting, Reason = null } : c)],
                        },
                        by.Id,
                        "retried",
                        new { stuck.Stage, stuck.Reason }),
                    null),
                _ => (null, new Words("Dit bericht is niet vastgelopen.", "This post is not stuck.")),
            },
            cancellationToken);

    /// <summary>A person looked at the channel: it is live at <paramref name="url"/>, or (null) it is not and may be tried again.</summary>
    public Task<ReviewResult> SettleAsync(User by, DraftId id, string channel, Uri? url, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            loaded =>
            {
                if (!by.MayReview)
                    return (null, NotYours);
                if (loaded.Head.Channel(channel) is not { State: ChannelState.Unknown, AskPerson: true } progress)
                    return (null, new Words("Van dit kanaal is de uitkomst al bekend.", "The outcome on this channel is known already."));
                var next = url is null
                    ? loaded.Head.With(progress with { State = ChannelState.Waiting, AskPerson = false, Asked = 0, NotBefore = null, Reason = "absent" })
                    : ChannelOutcomes.Live(loaded.Head, progress, url.ToString(), url.ToString(), time.GetUtcNow());
                return (new DraftChange(next, by.Id, url is null ? "absent" : "found", new { channel, url }), null);
            },
            cancellationToken);

    private async Task<ReviewResult> ChangeAsync(
        DraftId id, Func<LoadedDraft, (DraftChange? Change, Words? Objection)> decide, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded)
                return new ReviewResult.NotFound();
            var (change, objection) = decide(loaded);
            if (change is null)
                return new ReviewResult.Refused(objection ?? NotYours);

            if (change.Next.AwaitsPerson)
                await open.AddToReviewAsync(id, cancellationToken);
            var move = await open.MoveToPlannedAsync(change.Next, cancellationToken);
            if (await drafts.TryCommitAsync(loaded, change with { Next = move }, cancellationToken) is not { } committed)
                continue;

            Log.Decided(logger, id, change.Action);
            if (!committed.Head.AwaitsPerson)
                await open.RemoveFromReviewAsync(id, cancellationToken);
            if (move.OpenBucket != loaded.Head.OpenBucket || move.State.IsFinal())
                await open.RemoveAsync(loaded.Head.OpenBucket, id, cancellationToken);
            await dispatch.SendAsync(committed.Head, cancellationToken);
            return new ReviewResult.Done(committed);
        }

        return new ReviewResult.Refused(new("Iemand anders werkt aan dit bericht. Probeer het nog eens.", "Somebody else is working on this post. Try again."));
    }

    private static string NameOf(DecisionOutcome outcome, DraftHead next) => outcome switch
    {
        DecisionOutcome.Approved => next.Approval?.Lifted == true ? "lifted" : "approved",
        DecisionOutcome.Rejected => "rejected",
        DecisionOutcome.Returned => "returned",
        _ => "escalated",
    };

    private static readonly Words NotYours = new("U mag dit niet.", "You may not do this.");

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Information, "Draft {Draft}: {Decision}")]
        public static partial void Decided(ILogger logger, DraftId draft, string decision);
    }
}

/// <summary>What became of a person's decision.</summary>
public abstract record ReviewResult
{
    private ReviewResult()
    {
    }

    public sealed record Done(LoadedDraft Draft) : ReviewResult;

    public sealed record Refused(Words Why) : ReviewResult;

    public sealed record NotFound : ReviewResult;
}
