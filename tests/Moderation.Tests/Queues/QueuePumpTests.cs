using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moderation.LocalHost.Queues;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Queues;

/// <summary>How the local host stops: it takes no more, lets what is in hand finish, and leaves the rest as if it had not been taken.</summary>
public sealed class QueuePumpTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider time = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Message_in_hand_is_finished_when_the_host_stops_and_no_other_is_taken()
    {
        var (queue, poison) = await QueuesAsync();
        await queue.SendMessageAsync("first", None);
        using var stop = new CancellationTokenSource();
        var handled = new List<string>();
        var pump = Pump(queue, poison, async (message, cancellation) =>
        {
            begun.TrySetResult();
            await finish.Task.WaitAsync(cancellation);
            handled.Add(message);
        }).RunAsync(stop.Token);
        await begun.Task;

        await stop.CancelAsync();
        await queue.SendMessageAsync("second", None);
        Assert.False(pump.IsCompleted);
        finish.SetResult();
        await pump;

        Assert.Equal(["first"], handled);
        Assert.Equal(["second"], (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), None)).Value.Select(m => m.Body.ToString()));
    }

    [Fact]
    public async Task Message_that_does_not_finish_in_time_goes_back_at_once_and_is_nobodys_poison()
    {
        var (queue, poison) = await QueuesAsync();
        await queue.SendMessageAsync("slow", None);
        using var stop = new CancellationTokenSource();
        var pump = Pump(
            queue,
            poison,
            async (_, cancellation) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            new QueuePumpSettings { MaxDequeueCount = 1 }).RunAsync(stop.Token); // one more failure would make it poison
        await begun.Task;

        await stop.CancelAsync();
        while (!pump.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5, None);
        }

        await pump;
        Assert.Equal("slow", Assert.Single((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), None)).Value).Body.ToString());
        Assert.Equal(0, (await poison.GetPropertiesAsync(None)).Value.ApproximateMessagesCount);
    }

    private async Task<(QueueClient Queue, QueueClient Poison)> QueuesAsync()
    {
        var storage = await azurite.NewStorageAsync();
        return (storage.Queue(StorageNames.Queues.Screening), storage.Queue(StorageNames.Queues.Screening + StorageNames.Queues.PoisonSuffix));
    }

    private QueuePump Pump(QueueClient queue, QueueClient poison, Func<string, CancellationToken, Task> handle, QueuePumpSettings? settings = null) =>
        new(StorageNames.Queues.Screening, queue, poison, (message, _, cancellation) => handle(message, cancellation), settings ?? new QueuePumpSettings(), time, NullLogger.Instance);
}
