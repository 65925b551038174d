using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Audit;
using Moderation.Backup;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Publishing.Connecting;
using Moderation.Safety;
using Moderation.Screening;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation;

/// <summary>
/// The map of the system: every queue with the stage that handles it and every timer, the same for both hosts. A host
/// only delivers messages to <see cref="HandleAsync"/> and rings <see cref="RunTimerAsync"/>.
/// </summary>
public sealed partial class Pipeline(IServiceProvider services, ILogger<Pipeline> logger)
{
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
            await s.GetRequiredService<NightlyRuns>().ReportAsync(c);
        }),
        [AuditTimer] = (AuditSchedule, (s, c) => s.GetRequiredService<AuditRound>().RunAsync(c)),
        [BackupTimer] = (BackupSchedule, (s, c) => s.GetRequiredService<BackupRun>().RunAsync(c)),
        [ChannelsTimer] = (ChannelsSchedule, (s, c) => s.GetRequiredService<ChannelWatch>().RunAsync(c)),
        [VitalsTimer] = (VitalsSchedule, (s, c) => s.GetRequiredService<Vitals>().ReportAsync(c)),
        [TidyTimer] = (TidySchedule, (s, c) => s.GetRequiredService<MediaSweep>().RunAsync(c)),
        [BlocklistTimer] = (BlocklistSchedule, (s, c) => s.GetRequiredService<BlocklistSync>().RunAsync(c)),
    };

    public const string SweepTimer = "sweep";

    /// <summary>Every minute: a scheduled post goes out within a minute of its moment.</summary>
    public const string SweepSchedule = "0 * * * * *";

    public const string AuditTimer = "audit";

    /// <summary>Every night at 1:00 UTC, before the backup: what is copied has been verified.</summary>
    public const string AuditSchedule = "0 0 1 * * *";

    public const string BackupTimer = "backup";

    /// <summary>Every night from 2:00 UTC, each hour until 5:00: a backup that was broken off goes on, one that is whole is left alone.</summary>
    public const string BackupSchedule = "0 0 2-5 * * *";

    public const string ChannelsTimer = "channels";

    /// <summary>Every morning: renews connections, and tells the administrator about those that end soon.</summary>
    public const string ChannelsSchedule = "0 30 5 * * *";

    public const string VitalsTimer = "vitals";

    /// <summary>Every five minutes, between two sweeps: three times in the quarter of an hour that an alert looks at.</summary>
    public const string VitalsSchedule = "30 */5 * * * *";

    public const string TidyTimer = "tidy";

    /// <summary>Every ten minutes: uploads whose message was lost, and files that nobody uses.</summary>
    public const string TidySchedule = "20 */10 * * * *";

    public const string BlocklistTimer = "blocklist";

    /// <summary>Every five minutes: mostly one row is read, and a new rulebook's terms are at the service soon after a deployment.</summary>
    public const string BlocklistSchedule = "40 */5 * * * *";

    /// <summary>Queues that have a stage, each with a poison queue of its own.</summary>
    public static IReadOnlyCollection<string> Queues => Stages.Keys;

    /// <summary>Timers with their NCRONTAB schedules.</summary>
    public static IReadOnlyDictionary<string, string> Schedules => Timers.ToDictionary(t => t.Key, t => t.Value.Schedule, StringComparer.Ordinal);

    /// <summary>Handles one delivery. Throws to have it delivered again.</summary>
    /// <exception cref="StrippedException">It failed; the host may log this as it is.</exception>
    /// <param name="queue">Queue name without prefix; with <c>-poison</c> for what five deliveries could not handle.</param>
    public async Task HandleAsync(string queue, string message, long dequeueCount, CancellationToken cancellationToken)
    {
        var (draft, trace) = Peek(queue, message);
        using var step = Journey.Step(queue, trace, ActivityKind.Consumer);
        step?.SetTag("moderation.draft", draft);
        using var scope = logger.BeginScope(new Dictionary<string, object?> { ["Draft"] = draft, ["DequeueCount"] = dequeueCount });
        await RunAsync(step, () => queue.EndsWith(StorageNames.Queues.PoisonSuffix, StringComparison.Ordinal)
            ? services.GetRequiredService<PoisonStage>().HandleAsync(queue[..^StorageNames.Queues.PoisonSuffix.Length], message, cancellationToken)
            : Stages[queue](services, message, cancellationToken));
    }

    /// <exception cref="StrippedException">It failed; the host may log this as it is.</exception>
    public async Task RunTimerAsync(string timer, CancellationToken cancellationToken)
    {
        using var step = Journey.Step(timer, journey: null);
        await RunAsync(step, () => Timers[timer].Run(services, cancellationToken));
    }

    /// <summary>Both hosts, and what they report to, write down what a handler throws: it leaves without the messages of others.</summary>
    private static async Task RunAsync(Activity? step, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            step.Ended(StrippedException.Describe(e), well: false);
            throw StrippedException.Of(e);
        }
    }

    private static StageMessage Parse(string message) => Json.Read<StageMessage>(message);

    private static (string? Draft, string? Trace) Peek(string queue, string message)
    {
        if (queue.StartsWith(StorageNames.Queues.Drafts, StringComparison.Ordinal))
            return (null, null);
        try
        {
            var parsed = Parse(message);
            // Whoever wrote the message: only an id is an id.
            return (DraftId.TryParse(parsed.Draft, out var draft) ? draft.ToString() : null, parsed.Trace);
        }
        catch (System.Text.Json.JsonException)
        {
            return (null, null);
        }
    }

    private static InvalidDataException Incomplete() => new("The message lacks an id that its stage needs.");
}
