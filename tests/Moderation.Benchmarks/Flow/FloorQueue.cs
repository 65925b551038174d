using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Moderation.Benchmarks.Flow;

/// <summary>A queue of the floor: receives as many messages at a time as the pump got on average, and asks only when there is something.</summary>
internal sealed class FloorQueue(QueueClient queue) : IDisposable
{
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(10);
    private readonly ConcurrentQueue<QueueMessage> inHand = new();
    private readonly SemaphoreSlim receiving = new(1, 1);
    private int batch = 1;

    /// <summary>Empties the queue and puts down what makes every receive as full as it should be.</summary>
    public async Task PrepareAsync(int messagesAtATime, CancellationToken cancellationToken)
    {
        batch = messagesAtATime;
        inHand.Clear();
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.ClearMessagesAsync(cancellationToken);
        for (var i = 1; i < batch; i++)
            await SendAsync("{}", cancellationToken);
    }

    public Task SendAsync(string message, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(message, visibilityTimeout: null, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken);

    /// <summary>Some message of this queue. The caller has sent one, so there is one.</summary>
    public async Task<QueueMessage> TakeAsync(CancellationToken cancellationToken)
    {
        if (inHand.TryDequeue(out var message))
            return message;
        await receiving.WaitAsync(cancellationToken);
        try
        {
            while (!inHand.TryDequeue(out message))
            {
                foreach (var received in (await queue.ReceiveMessagesAsync(batch, Visibility, cancellationToken)).Value)
                    inHand.Enqueue(received);
            }

            return message;
        }
        finally
        {
            receiving.Release();
        }
    }

    public async Task SettleAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Deleted by a request whose answer was lost.
        }
    }

    public void Dispose() => receiving.Dispose();
}
