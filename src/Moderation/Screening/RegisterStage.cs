using Microsoft.Extensions.Logging;
using Moderation.Consent.Import;
using Moderation.Storage;

namespace Moderation.Screening;

/// <summary>Everything that follows from a change of the consent register: imports are applied or undone, then posts under way are looked at again.</summary>
public sealed partial class RegisterStage(ImportStore imports, ConsentRecheck recheck, QueueSender queue, TimeProvider time, ILogger<RegisterStage> logger)
{
    /// <summary>An import that has not moved for so long has lost its message.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);

    /// <param name="import">An import to go on with, or null when answers changed one by one.</param>
    public async Task HandleAsync(string? import, CancellationToken cancellationToken)
    {
        if (import is not null)
        {
            await imports.RunAsync(import, report: null, cancellationToken);
            Log.Imported(logger, import);
        }

        await recheck.RunAsync(cancellationToken);
    }

    /// <summary>Heals what a crash between storing and sending left: a register that posts were not looked at with, an import without a message.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await recheck.RunAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var log in await imports.ImportsAsync(cancellationToken))
        {
            if (log is not { Busy: true, Stuck: false })
                continue;
            var moved = (await imports.ProgressAsync(log.Id, cancellationToken))?.At ?? default;
            var begun = log.RevertedAt ?? log.AppliedAt ?? log.PlannedAt;
            if (now - (moved > begun ? moved : begun) > Lost)
                await queue.ImportAsync(log.Id, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(450, LogLevel.Information, "Import {Import} is done")]
        public static partial void Imported(ILogger logger, string import);
    }
}
