using Microsoft.Extensions.Logging;
using Moderation.Storage;

namespace Moderation.Media;

/// <summary>
/// Looks after uploads that no draft uses: sends on what waits to be cleaned though its message was lost, and deletes what was
/// abandoned half-way or never used. What a draft uses is not looked at here.
/// </summary>
public sealed partial class MediaSweep(MediaStore store, QueueSender queue, MediaSettings settings, TimeProvider time, ILogger<MediaSweep> logger)
{
    /// <returns>How many uploads were sent on, and how many were deleted.</returns>
    public async Task<(int SentOn, int Deleted)> RunAsync(CancellationToken cancel)
    {
        var (sentOn, deleted) = (0, 0);
        await foreach (var (id, begun) in store.Open.ListAsync(cancel))
        {
            var asset = await store.FindAsync(id, cancel);
            switch (StepFor(asset, begun, time.GetUtcNow(), settings))
            {
                case UploadStep.Clean:
                    await queue.CleanAsync(id.ToString(), asset?.Trace, cancel);
                    sentOn++;
                    break;
                case UploadStep.Delete when await store.DeleteUnusedAsync(id, cancel):
                    deleted++;
                    break;
                case UploadStep.Forget:
                    await store.Open.RemoveAsync(id, cancel);
                    break;
                default:
                    break;
            }
        }

        if (sentOn + deleted > 0)
            Log.Tidied(logger, sentOn, deleted);
        return (sentOn, deleted);
    }

    /// <summary>Pure: what an upload wants.</summary>
    /// <param name="asset">Null when there is only the index row: a crash between the two, or after the upload was deleted.</param>
    /// <param name="begun">When the upload was begun.</param>
    internal static UploadStep StepFor(MediaAsset? asset, DateTimeOffset begun, DateTimeOffset now, MediaSettings settings) => asset switch
    {
        { Used: true } => UploadStep.Forget,
        null or { State: MediaState.Uploading } => now - begun >= settings.AbandonedAfter ? UploadStep.Delete : UploadStep.Nothing,
        { State: MediaState.Cleaning } => now - asset.ChangedAt >= settings.CleanAgainAfter ? UploadStep.Clean : UploadStep.Nothing,
        _ => now - asset.ChangedAt >= settings.UnusedAfter ? UploadStep.Delete : UploadStep.Nothing,
    };

    private static partial class Log
    {
        [LoggerMessage(640, LogLevel.Information, "Uploads: {SentOn} sent on to be cleaned, {Deleted} abandoned or unused ones deleted")]
        public static partial void Tidied(ILogger logger, int sentOn, int deleted);
    }
}
