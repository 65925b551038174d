using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Screening;

/// <summary>Runs the three checks on a submitted version and decides: blocked, held or cleared.</summary>
public sealed partial class ScreeningStage(
    DraftStore drafts,
    OpenDrafts open,
    Checks checks,
    Dispatch dispatch,
    IOptions<ReviewSettings> review,
    TimeProvider time,
    ILogger<ScreeningStage> logger)
{
    private const string Actor = "system:screening";
    private const int Rounds = 5;

    /// <exception cref="ContentionException">Others kept changing the draft; the message is tried again.</exception>
    public async Task HandleAsync(DraftId id, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded)
                return;
            if (loaded.Head.State != DraftState.Submitted)
            {
                // Done before, and the next message may have been lost with the process that did it.
                await dispatch.SendAsync(loaded.Head, cancellationToken);
                return;
            }

            var now = time.GetUtcNow();
            var result = await checks.ScreenAsync(loaded, now, cancellationToken);
            if (result is CheckResult.Later later)
            {
                await drafts.KeepAnswersAsync(loaded.Head, later.Answers, cancellationToken);
                await open.SetDueAsync(loaded.Head.OpenBucket, id, now + later.After, cancellationToken);
                return;
            }

            var screening = ((CheckResult.Checked)result).Record;
            var next = ScreeningDecision.Decide(loaded.Head, screening.Findings, now, review.Value);
            next = await IndexAsync(next, cancellationToken);
            var change = new DraftChange(next, Actor, "screened", new
            {
                next.Version,
                outcome = next.State,
                rulebook = screening.RulebookVersion,
                rules = screening.Findings.Select(f => f.Rule).Distinct(),
            })
            { Screening = screening };
            if (await drafts.TryCommitAsync(loaded, change, cancellationToken) is null)
                continue;

            if (next.OpenBucket != loaded.Head.OpenBucket)
                await open.RemoveAsync(loaded.Head.OpenBucket, id, cancellationToken);
            await dispatch.SendAsync(next, cancellationToken);
            Log.Screened(logger, id, next.State);
            return;
        }

        throw new ContentionException();
    }

    /// <summary>Index rows of the new state, written before the commit: a crash leaves too much rather than too little.</summary>
    private async Task<DraftHead> IndexAsync(DraftHead next, CancellationToken cancellationToken)
    {
        if (next.AwaitsPerson)
            await open.AddToReviewAsync(next.Id, cancellationToken);
        return await open.MoveToPlannedAsync(next, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(150, LogLevel.Information, "Draft {Draft} screened: {State}")]
        public static partial void Screened(ILogger logger, DraftId draft, DraftState state);
    }
}
