using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moderation.Telemetry;

namespace Moderation.LocalHost.Queues;

/// <summary>
/// Delivers one queue's messages as the Functions queue trigger does: batches, visibility with renewal, dequeue count,
/// retry delay, poison queue, and a back-off when the queue is empty (apis.md §12.1). When it is stopped it takes no more, lets what
/// is in hand finish, and after a while asks it to stop; what did not finish goes back on the queue as if it had not been taken.
/// </summary>
public sealed partial class QueuePump(
    string name, QueueClient queue, QueueClient? poison, Func<string, long, CancellationToken, Task> handle, QueuePumpSettings settings, TimeProvider time, ILogger logger)
{
    private int inFlight;

    /// <summary>Runs until cancelled; then waits for the messages in hand, and after <see cref="QueuePumpSettings.DrainFor"/> cancels them.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var draining = new CancellationTokenSource();
        var handling = new HashSet<Task>();
        var pause = settings.MinPollingInterval;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                handling.RemoveWhere(t => t.IsCompleted);
                if (Volatile.Read(ref inFlight) > settings.NewBatchThreshold)
                {
                    await Task.WhenAny(handling).WaitAsync(stopping);
                    continue;
                }

                var messages = (await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Visibility, stopping)).Value;
                if (messages.Length == 0)
                {
                    await Task.Delay(pause, time, stopping);
                    pause = Longer(pause);
                    continue;
                }

                pause = settings.MinPollingInterval;
                foreach (var message in messages)
                {
                    Interlocked.Increment(ref inFlight);
                    handling.Add(DeliverAsync(message, draining.Token));
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is Azure.RequestFailedException or HttpRequestException or AggregateException or IOException)
            {
                Log.CannotReceive(logger, name, e.GetType().Name);
                await Task.Delay(settings.MaxPollingInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await DrainAsync(Task.WhenAll(handling), draining);
    }

    private async Task DrainAsync(Task handling, CancellationTokenSource draining)
    {
        using var patience = new CancellationTokenSource();
        var waited = Task.Delay(settings.DrainFor, time, patience.Token);
        if (await Task.WhenAny(handling, waited) == waited)
            await draining.CancelAsync();
        await patience.CancelAsync();
        await handling;
    }

    private async Task DeliverAsync(QueueMessage message, CancellationToken draining)
    {
        await Task.Yield();
        using var done = new CancellationTokenSource();
        var receipt = new Receipt(message.PopReceipt);
        var renewing = RenewAsync(message, receipt, done.Token);
        try
        {
            var failure = await TryHandleAsync(message, draining);
            await done.CancelAsync();
            await renewing;
            if (failure is null)
                await queue.DeleteMessageAsync(message.MessageId, receipt.Value, CancellationToken.None);
            else if (failure is OperationCanceledException && draining.IsCancellationRequested)
                await GiveBackAsync(message, receipt);
            else if (message.DequeueCount >= settings.MaxDequeueCount)
                await PoisonAsync(message, receipt, failure);
            else
                await RetryLaterAsync(message, receipt, failure);
        }
        catch (Azure.RequestFailedException e)
        {
            // The message comes back by itself when its visibility ends: at least once, so nothing is lost.
            Log.CannotSettle(logger, name, e.Status);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task<Exception?> TryHandleAsync(QueueMessage message, CancellationToken draining)
    {
        try
        {
            await handle(message.Body.ToString(), message.DequeueCount, draining);
            return null;
        }
#pragma warning disable CA1031 // As the host does: whatever a stage throws means "try again", and in the end poison.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    private async Task PoisonAsync(QueueMessage message, Receipt receipt, Exception failure)
    {
        if (poison is null)
        {
            // A poison queue's own messages have nowhere to go: they stay and are tried again.
            await RetryLaterAsync(message, receipt, failure);
            return;
        }

        Log.Poison(logger, name, StrippedException.Describe(failure));
        await poison.SendMessageAsync(message.Body, visibilityTimeout: null, timeToLive: TimeSpan.FromSeconds(-1));
        await queue.DeleteMessageAsync(message.MessageId, receipt.Value);
    }

    /// <summary>The host stops: no fault of the message, so it is nobody's poison however often it was taken before.</summary>
    private async Task GiveBackAsync(QueueMessage message, Receipt receipt)
    {
        Log.GivenBack(logger, name);
        await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: TimeSpan.Zero);
    }

    private async Task RetryLaterAsync(QueueMessage message, Receipt receipt, Exception failure)
    {
        Log.Failed(logger, name, message.DequeueCount, StrippedException.Describe(failure));
        await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: settings.RetryDelay);
    }

    private async Task RenewAsync(QueueMessage message, Receipt receipt, CancellationToken done)
    {
        while (true)
        {
            await Task.Delay(settings.Visibility / 2, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
                return;
            receipt.Value = (await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: settings.Visibility, cancellationToken: CancellationToken.None)).Value.PopReceipt;
        }
    }

    private TimeSpan Longer(TimeSpan pause)
    {
        var longer = pause * (1.5 + Random.Shared.NextDouble());
        return longer < settings.MaxPollingInterval ? longer : settings.MaxPollingInterval;
    }

    /// <summary>Each renewal gives a new pop receipt; only the newest deletes the message.</summary>
    private sealed class Receipt(string value)
    {
        public string Value { get; set; } = value;
    }

    private static partial class Log
    {
        [LoggerMessage(900, LogLevel.Warning, "Queue {Queue}: delivery {Count} failed with {Failure}; it is tried again")]
        public static partial void Failed(ILogger logger, string queue, long count, string failure);

        [LoggerMessage(901, LogLevel.Error, "Queue {Queue}: a message failed too often with {Failure} and went to poison")]
        public static partial void Poison(ILogger logger, string queue, string failure);

        [LoggerMessage(902, LogLevel.Warning, "Queue {Queue} cannot be read: {Failure}")]
        public static partial void CannotReceive(ILogger logger, string queue, string failure);

        [LoggerMessage(903, LogLevel.Warning, "Queue {Queue}: a handled message could not be settled ({Status}); it is delivered again")]
        public static partial void CannotSettle(ILogger logger, string queue, int status);

        [LoggerMessage(904, LogLevel.Information, "Queue {Queue}: the host stops; a message in hand went back on the queue")]
        public static partial void GivenBack(ILogger logger, string queue);
    }
}

/// <summary>The queue trigger's settings, as in host.json.</summary>
public sealed record QueuePumpSettings
{
    public int BatchSize { get; init; } = 16;

    /// <summary>Fetch again when no more than this many are in hand.</summary>
    public int NewBatchThreshold { get; init; } = 16;

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Wait before a failed message is tried again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message in hand stays invisible; renewed at half.</summary>
    public TimeSpan Visibility { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long what is in hand may go on when the host stops; shorter than the host's own patience (30 s).</summary>
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan MinPollingInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(5);
}
