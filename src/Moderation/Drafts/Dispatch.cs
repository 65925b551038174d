using Moderation.Publishing;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>Sends the messages that a draft's state asks for. Sending them twice is harmless: every stage reads the state first.</summary>
public sealed class Dispatch(QueueSender queue, TimeProvider time)
{
    public async Task SendAsync(DraftHead head, CancellationToken cancellationToken)
    {
        if (head.State == DraftState.Submitted)
            await queue.ScreenAsync(head.Id.ToString(), cancellationToken);
        foreach (var channel in PublishGate.Ready(head, time.GetUtcNow()))
            await queue.PublishAsync(head.Id.ToString(), channel, cancellationToken);
    }
}
