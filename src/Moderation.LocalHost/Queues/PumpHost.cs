using Cronos;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation.LocalHost.Queues;

/// <summary>Delivers every queue, poison queues included, and rings every timer, as the Functions host does.</summary>
public sealed partial class PumpHost(
    Pipeline pipeline, StorageClients clients, QueuePumpSettings settings, TimeProvider time, ILoggerFactory loggers, ILogger<PumpHost> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        .. Pipeline.Queues.Select(name => Pump(name, clients.Queue(name + StorageNames.Queues.PoisonSuffix), stoppingToken)),
        .. Pipeline.Queues.Select(name => Pump(name + StorageNames.Queues.PoisonSuffix, poison: null, stoppingToken)),
        .. Pipeline.Schedules.Select(timer => RingAsync(timer.Key, timer.Value, stoppingToken)),
    ]);

    private Task Pump(string name, Azure.Storage.Queues.QueueClient? poison, CancellationToken stopping) =>
        new QueuePump(
            name,
            clients.Queue(name),
            poison,
            (message, count, cancellation) => pipeline.HandleAsync(name, message, count, cancellation),
            settings,
            time,
            loggers.CreateLogger<QueuePump>()).RunAsync(stopping);

    private async Task RingAsync(string timer, string schedule, CancellationToken stopping)
    {
        var cron = CronExpression.Parse(schedule, CronFormat.IncludeSeconds);
        while (!stopping.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var next = cron.GetNextOccurrence(now.UtcDateTime) ?? now.UtcDateTime.AddDays(1);
            await Task.Delay(next - now.UtcDateTime, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            try
            {
                await pipeline.RunTimerAsync(timer, stopping);
            }
#pragma warning disable CA1031 // As the host does: a timer that fails is logged and rings again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.TimerFailed(logger, timer, StrippedException.Describe(e));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(910, LogLevel.Error, "Timer {Timer} failed with {Failure}; it rings again")]
        public static partial void TimerFailed(ILogger logger, string timer, string failure);
    }
}
