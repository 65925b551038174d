using System.Security.Cryptography;

namespace Moderation.Media;

/// <summary>
/// The <c>media</c> queue stage: load, inspect, clean, store, commit, delete the original. May be run again at any point:
/// equal input gives equal bytes, bytes are stored under their own hash, and a committed upload only loses its original once more.
/// </summary>
public sealed class MediaStage(MediaStore store, ImageCleaner cleaner, MediaSettings settings)
{
    /// <summary>Five deliveries could not handle it: the author is told that this file cannot be used.</summary>
    public async Task GiveUpAsync(MediaId id, CancellationToken cancel)
    {
        if (await store.FinishAsync(id, Refused(MediaRefusal.Unprocessable).Apply, cancel) is not null)
            await store.DeleteOriginalAsync(id, cancel);
    }

    /// <returns>The upload as it stands afterwards; null when it does not exist any more.</returns>
    public async Task<MediaAsset?> HandleAsync(MediaId id, CancellationToken cancel)
    {
        if (await store.StartCleaningAsync(id, cancel) is not { } asset || asset.State == MediaState.Uploading)
            return null;
        if (asset.State == MediaState.Cleaning)
        {
            var verdict = asset.Tries > MediaStore.MaxTries ? Refused(MediaRefusal.Unprocessable) : await JudgeAsync(asset, cancel);
            var finished = await store.FinishAsync(id, verdict.Apply, cancel);
            if (finished?.Cleaned is null && verdict.Sha256 is { } orphan)
                await store.Cleaned.ReleaseAsync(orphan, id, cancel);
            if (finished is null)
                return null;
            asset = finished;
        }
        await store.DeleteOriginalAsync(id, cancel);
        return asset;
    }

    private async Task<Verdict> JudgeAsync(MediaAsset asset, CancellationToken cancel)
    {
        await using var original = await store.OpenOriginalAsync(asset.Id, cancel);
        if (original is null)
            return Refused(MediaRefusal.Missing);
        return await MediaInspection.IsVideoAsync(original, cancel)
            ? await CleanVideoAsync(asset, original, cancel)
            : await CleanImageAsync(asset, original, cancel);
    }

    private async Task<Verdict> CleanImageAsync(MediaAsset asset, Stream original, CancellationToken cancel)
    {
        Inspection.Acceptable found;
        CleanedImage image;
        using (await cleaner.TurnAsync(cancel))
        {
            if (original.Length > settings.MaxImageBytes)
                return Refused(MediaRefusal.TooLarge(video: false, settings.MaxImageBytes));
            var bytes = new byte[(int)original.Length];
            original.Position = 0;
            await original.ReadExactlyAsync(bytes, cancel);
            switch (MediaInspection.Inspect(bytes, asset.FileName, settings))
            {
                case Inspection.Acceptable acceptable:
                    found = acceptable;
                    break;
                case Inspection.Refused(var refusal):
                    return Refused(refusal);
                default:
                    return Refused(MediaRefusal.Unprocessable);
            }
            switch (cleaner.Clean(bytes, found.Type, cancel))
            {
                case ImageCleaning.Cleaned(var cleaned):
                    image = cleaned;
                    break;
                case ImageCleaning.Refused(var refusal):
                    return Refused(refusal);
                default:
                    return Refused(MediaRefusal.Unprocessable);
            }
        }
        await store.Cleaned.StoreAsync(image.Sha256, new MemoryStream(image.Bytes, writable: false), image.Type, asset.Id, cancel);
        return Ready(found, new CleanedMedia { Sha256 = image.Sha256, Type = image.Type, Width = image.Width, Height = image.Height, Bytes = image.Bytes.Length });
    }

    private async Task<Verdict> CleanVideoAsync(MediaAsset asset, Stream original, CancellationToken cancel)
    {
        Inspection.Acceptable found;
        switch (await MediaInspection.InspectAsync(original, asset.FileName, settings, cancel))
        {
            case Inspection.Acceptable acceptable:
                found = acceptable;
                break;
            case Inspection.Refused(var refusal):
                return Refused(refusal);
            default:
                return Refused(MediaRefusal.Unprocessable);
        }
        switch (await VideoCleaner.CleanAsync(original, cancel))
        {
            case VideoCleaning.Cleaned video:
                // Read twice, once for its name and once to store it: a film does not fit in memory, and the worker's disk is small.
                video.Content.Position = 0;
                var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(video.Content, cancel));
                await store.Cleaned.StoreAsync(sha256, video.Content, video.Type, asset.Id, cancel);
                return Ready(found, new CleanedMedia
                {
                    Sha256 = sha256, Type = video.Type, Width = video.Width, Height = video.Height, Bytes = video.Content.Length, Duration = video.Duration, HasSound = video.HasSound,
                });
            case VideoCleaning.Refused(var refusal):
                return Refused(refusal);
            default:
                return Refused(MediaRefusal.Unprocessable);
        }
    }

    private static Verdict Refused(MediaRefusal refusal) =>
        new(null, asset => asset with { State = MediaState.Refused, Refusal = refusal });

    private static Verdict Ready(Inspection.Acceptable found, CleanedMedia cleaned) =>
        new(cleaned.Sha256, asset => asset with
        {
            State = MediaState.Ready,
            FileName = UploadName.For(found.FileName, cleaned.Type),
            Cleaned = cleaned with { Rights = found.Rights, TakenAt = found.TakenAt, Notice = found.Notice },
        });

    /// <param name="Sha256">Of a file that was stored for it, or null.</param>
    private sealed record Verdict(string? Sha256, Func<MediaAsset, MediaAsset> Apply);
}
