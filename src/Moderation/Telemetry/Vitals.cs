using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Telemetry;

/// <summary>
/// How things stand, reported every few minutes and also when it is 0: the alerts of <c>infra/modules/alerts.bicep</c> look at
/// these figures, and their absence is an alert of its own.
/// </summary>
public sealed class Vitals(
    StorageClients clients, ReviewDesk desk, ChannelRegister channels, ChannelStatuses statuses, DomainMetrics metrics, IOptions<ReviewSettings> review, TimeProvider time)
{
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await desk.WaitingAsync(cancellationToken);
        await Task.WhenAll(StorageNames.Queues.All.Select(queue => ReportQueueAsync(queue, waiting.Count(h => h.Stuck?.Stage == queue), now, cancellationToken)));
        metrics.Overdue(waiting.Count(h => IsOverdue(h, now, review.Value)));
        foreach (var channel in channels.All.Select(c => c.Code))
        {
            metrics.Unknown(channel, waiting.Count(h => h.Channel(channel) is { AskPerson: true }));
            metrics.Reconnect(channel, (await statuses.ReadAsync(channel, cancellationToken)).NeedsReconnect);
        }
    }

    private async Task ReportQueueAsync(string name, int stuck, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = await clients.Queue(name).PeekMessagesAsync(1, cancellationToken);
        metrics.Oldest(name, oldest.Value is [{ InsertedOn: { } since }] ? now - since : TimeSpan.Zero);
        var poison = await clients.Queue(name + StorageNames.Queues.PoisonSuffix).GetPropertiesAsync(cancellationToken);
        metrics.Poison(name, poison.Value.ApproximateMessagesCountLong + stuck);
    }

    /// <summary>Handing an overdue hold on to management gives it a new due time; what was promised to its author stays what it was.</summary>
    internal static bool IsOverdue(DraftHead head, DateTimeOffset now, ReviewSettings settings) =>
        head is { State: DraftState.Held or DraftState.Escalated, Hold: { } hold } && (now > hold.DueAt || now > hold.Since + settings.HoldLasts);
}
