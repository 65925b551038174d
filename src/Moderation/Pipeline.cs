using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Screening;
using Moderation.Storage;

namespace Moderation;

/// <summary>
/// The map of the system: every queue with the stage that handles it and every timer, the same for both hosts. A host
/// only delivers messages to <see cref="HandleAsync"/> and rings <see cref="RunTimerAsync"/>.
/// </summary>
public sealed partial class Pipeline(IServiceProvider services, ILogger<Pipeline> logger)
{
    public static ActivitySource Activities { get; } = new("Moderation");

    private static readonly Dictionary<string, Func<IServiceProvider, string, CancellationToken, Task>> Stages = new(StringComparer.Ordinal)
    {
        [StorageNames.Queues.Drafts] = (s, message, c) => s.GetRequiredService<Intake>().HandleAsync(message, c),
        [StorageNames.Queues.Media] = (s, message, c) => s.GetRequiredService<MediaStage>().HandleAsync(MediaId.TryParse(Parse(message).Media, out var id) ? id : throw Incomplete(), c),
        [StorageNames.Queues.Screening] = (s, message, c) => s.GetRequiredService<ScreeningStage>().HandleAsync(DraftId.Parse(Parse(message).Draft), c),
        [StorageNames.Queues.Publishing] = (s, message, c) =>
        {
            var parsed = Parse(message);
            return s.GetRequiredService<PublishingStage>().HandleAsync(DraftId.Parse(parsed.Draft), parsed.Channel ?? throw Incomplete(), c);
        },
        [StorageNames.Queues.Register] = (s, message, c) => s.GetRequiredService<RegisterStage>().HandleAsync(Parse(message).Import, c),
    };

    private static readonly Dictionary<string, (string Schedule, Func<IServiceProvider, CancellationToken, Task> Run)> Timers = new(StringComparer.Ordinal)
    {
        [SweepTimer] = (SweepSchedule, async (s, c) =>
        {
            await s.GetRequiredService<RegisterStage>().SweepAsync(c);
            await s.GetRequiredService<Sweep>().RunAsync(c);
        }),
    };

    public const string SweepTimer = "sweep";

    /// <summary>Every minute: a scheduled post goes out within a minute of its moment.</summary>
    public const string SweepSchedule = "0 * * * * *";

    /// <summary>Queues that have a stage, each with a poison queue of its own.</summary>
    public static IReadOnlyCollection<string> Queues => Stages.Keys;

    /// <summary>Timers with their NCRONTAB schedules.</summary>
    public static IReadOnlyDictionary<string, string> Schedules => Timers.ToDictionary(t => t.Key, t => t.Value.Schedule, StringComparer.Ordinal);

    /// <summary>Handles one delivery. Throws to have it delivered again.</summary>
    /// <param name="queue">Queue name without prefix; with <c>-poison</c> for what five deliveries could not handle.</param>
    public async Task HandleAsync(string queue, string message, long dequeueCount, CancellationToken cancellationToken)
    {
        var (draft, trace) = Peek(queue, message);
        using var activity = Activities.StartActivity(queue, ActivityKind.Consumer, trace);
        activity?.SetTag("moderation.draft", draft);
        using var scope = logger.BeginScope(new Dictionary<string, object?> { ["Draft"] = draft, ["DequeueCount"] = dequeueCount });
        if (queue.EndsWith(StorageNames.Queues.PoisonSuffix, StringComparison.Ordinal))
            await services.GetRequiredService<PoisonStage>().HandleAsync(queue[..^StorageNames.Queues.PoisonSuffix.Length], message, cancellationToken);
        else
            await Stages[queue](services, message, cancellationToken);
    }

    public async Task RunTimerAsync(string timer, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(timer);
        await Timers[timer].Run(services, cancellationToken);
    }

    private static StageMessage Parse(string message) => Json.Read<StageMessage>(message);

    private static (string? Draft, string? Trace) Peek(string queue, string message)
    {
        if (queue.StartsWith(StorageNames.Queues.Drafts, StringComparison.Ordinal))
            return (null, null);
        try
        {
            var parsed = Parse(message);
            return (parsed.Draft, parsed.Trace);
        }
        catch (System.Text.Json.JsonException)
        {
            return (null, null);
        }
    }

    private static InvalidDataException Incomplete() => new("The message lacks an id that its stage needs.");
}
