using Microsoft.AspNetCore.Http;
using Moderation.Media;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation.Web;

/// <summary>Takes files in, from the API block by block and from a form whole, and sends them to be cleaned.</summary>
internal sealed class Uploads(MediaStore store, QueueSender queue, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public Task<UploadOutcome> BeginAsync(User by, string name, long size, CancellationToken cancellationToken) =>
        store.BeginUploadAsync(by.Id, name, size, cancellationToken);

    public Task<UploadOutcome> PutBlockAsync(User by, MediaId id, int index, Stream block, CancellationToken cancellationToken) =>
        store.PutBlockAsync(id, by.Id, index, block, cancellationToken);

    /// <summary>Joins the blocks and has the file cleaned. May be called again: the message is sent again.</summary>
    public async Task<UploadOutcome> CompleteAsync(User by, MediaId id, int blocks, CancellationToken cancellationToken)
    {
        var outcome = await store.CompleteAsync(id, by.Id, blocks, cancellationToken);
        if (outcome is UploadOutcome.Accepted { Asset: { State: MediaState.Cleaning } asset })
            await queue.CleanAsync(id.ToString(), Journey.Next(asset.Trace), cancellationToken);
        return outcome;
    }

    /// <summary>An upload of this person's own.</summary>
    public async Task<MediaAsset?> FindAsync(User by, string id, CancellationToken cancellationToken) =>
        MediaId.TryParse(id, out var known) ? await store.FindOwnAsync(known, by.Id, cancellationToken) : null;

    /// <summary>
    /// One file of a form. Its size is known only when it has been read, and an upload announces its size, so it passes
    /// through a temporary file that disappears with its handle.
    /// </summary>
    public async Task<UploadOutcome> TakeAsync(User by, string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await content.CopyToAsync(file, cancellationToken);
        var begun = await BeginAsync(by, name, file.Length, cancellationToken);
        if (begun is not UploadOutcome.Accepted { Asset: var asset })
            return begun;

        file.Position = 0;
        var blocks = (int)((file.Length + MediaSettings.MaxBlockBytes - 1) / MediaSettings.MaxBlockBytes);
        for (var i = 0; i < blocks; i++)
        {
            var length = Math.Min(MediaSettings.MaxBlockBytes, file.Length - file.Position);
            var block = new byte[length];
            await file.ReadExactlyAsync(block, cancellationToken);
            if (await PutBlockAsync(by, asset.Id, i, new MemoryStream(block, writable: false), cancellationToken) is not UploadOutcome.Accepted and var refused)
                return refused;
        }

        return await CompleteAsync(by, asset.Id, blocks, cancellationToken);
    }

    /// <summary>Waits a little for files that are still being cleaned: most are done within a second or two.</summary>
    public async Task<IReadOnlyList<MediaAsset?>> SettleAsync(User by, IReadOnlyList<string> ids, TimeSpan most, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + most;
        while (true)
        {
            var assets = await Task.WhenAll(ids.Select(id => FindAsync(by, id, cancellationToken)));
            if (!assets.Any(a => a?.State == MediaState.Cleaning) || time.GetUtcNow() >= until)
                return assets;
            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
