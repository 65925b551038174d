using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Drafts;

/// <summary>
/// The one timer behind the schedule, the recovery and the unknown outcomes: every draft whose row in <c>open</c> is
/// due gets its next message again. What waits for a person is left to that person; an overdue hold goes to management.
/// </summary>
public sealed partial class Sweep(
    DraftStore drafts,
    OpenDrafts open,
    Dispatch dispatch,
    IOptions<SweepSettings> settings,
    IOptions<ReviewSettings> review,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    private const string Actor = "system:sweep";

    /// <summary>A person acts on it, not the sweep; looked at once a day so that nothing is forgotten.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <returns>How many drafts were sent on.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        await foreach (var row in open.DueAsync(time.GetUtcNow(), cancellationToken))
            sent += await SweepOneAsync(row, cancellationToken);
        if (sent > 0)
            Log.SentOn(logger, sent);
        return sent;
    }

    private async Task<int> SweepOneAsync(OpenRow row, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var head = await drafts.FindHeadAsync(row.Id, cancellationToken);
        if (head is null || head.State.IsFinal() || head.OpenBucket != row.Bucket)
        {
            // A crash before the first commit, after the last one, or between two buckets.
            await open.RemoveAsync(row.Bucket, row.Id, cancellationToken);
            return 0;
        }

        var due = DueOf(head, now);
        if (due <= now)
        {
            if (head.State == DraftState.Held)
                due = await EscalateAsync(row.Id, cancellationToken);
            else
                await dispatch.SendAsync(head, cancellationToken);
            due = due > now ? due : now + settings.Value.After;
            await open.SetDueAsync(row.Bucket, row.Id, due, cancellationToken);
            return 1;
        }

        await open.SetDueAsync(row.Bucket, row.Id, due, cancellationToken);
        return 0;
    }

    /// <summary>Pure: when a draft next wants the sweep. In the past or now: it does.</summary>
    internal static DateTimeOffset DueOf(DraftHead head, DateTimeOffset now) => head.State switch
    {
        DraftState.Submitted => now,
        DraftState.Held => head.Hold?.DueAt ?? now,
        DraftState.Cleared or DraftState.Approved or DraftState.Scheduled => head.Channels.Min(c => DueOf(head, c, now)) ?? now + LookAgain,
        _ => head.Channels.Where(c => c.State is ChannelState.Attempting or ChannelState.Unknown).Min(c => DueOf(head, c, now)) ?? now + LookAgain,
    };

    private static DateTimeOffset? DueOf(DraftHead head, ChannelProgress channel, DateTimeOffset now) =>
        PublishGate.Next(head, channel.Code, now) switch
        {
            GateStep.Wait wait => wait.At,
            GateStep.Nothing => null,
            _ => now,
        };

    /// <summary>An overdue hold is never approved, only handed on (I6).</summary>
    private async Task<DateTimeOffset> EscalateAsync(DraftId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await drafts.LoadAsync(id, cancellationToken) is { Head: { State: DraftState.Held, Hold: { } hold } head } loaded)
        {
            var next = head with { State = DraftState.Escalated, Hold = hold with { ForManagement = true, DueAt = now + review.Value.HoldLasts } };
            // When somebody decided at this very moment, their decision stands.
            if (await drafts.TryCommitAsync(loaded, new DraftChange(next, Actor, "escalated", new { overdue = true }), cancellationToken) is not null)
                Log.Escalated(logger, id);
        }

        return now + LookAgain;
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Information, "Sent {Count} drafts on again")]
        public static partial void SentOn(ILogger logger, int count);

        [LoggerMessage(201, LogLevel.Information, "Draft {Draft} was held too long and went to management")]
        public static partial void Escalated(ILogger logger, DraftId draft);
    }
}
