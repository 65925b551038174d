using Moderation.Publishing;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation.Drafts;

/// <summary>Sends the messages that a draft's state asks for. Sending them twice is harmless: every stage reads the state first.</summary>
public sealed class Dispatch(QueueSender queue, TimeProvider time)
{
    public async Task SendAsync(DraftHead head, CancellationToken cancellationToken)
    {
        var trace = Journey.Next(head.Trace);
        if (head.State == DraftState.Submitted)
            await queue.ScreenAsync(head.Id.ToString(), trace, cancellationToken);
        foreach (var channel in PublishGate.Ready(head, time.GetUtcNow()))
            await queue.PublishAsync(head.Id.ToString(), channel, trace, cancellationToken);
    }
}
