using System.Collections.Concurrent;
using System.Diagnostics;

namespace Moderation.Benchmarks.Flow;

/// <summary>Listens to the pipeline's activities: when each stage began and ended with a draft. Costs no storage request.</summary>
internal sealed class StageClock : IDisposable
{
    /// <summary>Names of the two activity sources.</summary>
    public const string Intake = "Moderation.Benchmarks";
    public const string Pipeline = "Moderation";

    private static readonly ActivitySource Source = new(Intake);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StageTimes>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset From, DateTimeOffset To)> screened = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    public StageClock()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is Intake or Pipeline,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Marks what follows in this flow as the intake of a post, as a request to the pages is.</summary>
    public static Activity? StartIntake() => Source.StartActivity("intake");

    /// <summary>Completes when the publishing stage is done with a draft of one channel.</summary>
    public async Task<StageTimes> PublishedAsync(string draft, TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            return await Waiting(draft).Task.WaitAsync(within, cancellationToken);
        }
        finally
        {
            waiting.TryRemove(draft, out _);
            screened.TryRemove(draft, out _);
        }
    }

    public void Dispose() => listener.Dispose();

    private void Stopped(Activity activity)
    {
        if (activity.GetTagItem("moderation.draft") is not string draft)
            return;
        DateTimeOffset from = activity.StartTimeUtc;
        var to = from + activity.Duration;
        if (activity.OperationName == Storage.StorageNames.Queues.Screening)
            screened[draft] = (from, to);
        else if (activity.OperationName == Storage.StorageNames.Queues.Publishing && screened.TryGetValue(draft, out var screening))
            Waiting(draft).TrySetResult(new StageTimes(screening.From, screening.To, from, to));
    }

    private TaskCompletionSource<StageTimes> Waiting(string draft) =>
        waiting.GetOrAdd(draft, static _ => new TaskCompletionSource<StageTimes>(TaskCreationOptions.RunContinuationsAsynchronously));
}

internal sealed record StageTimes(DateTimeOffset ScreeningFrom, DateTimeOffset ScreeningTo, DateTimeOffset PublishingFrom, DateTimeOffset PublishingTo);
