using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Moderation.Telemetry;

namespace Moderation.Media;

/// <summary>
/// Uploads and their rows. Originals stand in <paramref name="incoming"/> under the upload's id until they are cleaned;
/// cleaned files stand in <see cref="CleanedFiles"/>.
/// </summary>
/// <param name="incoming">Private container.</param>
/// <param name="media">Private container of cleaned files.</param>
/// <param name="table">Table <c>media</c>.</param>
public sealed class MediaStore(BlobContainerClient incoming, BlobContainerClient media, TableClient table, MediaSettings settings, TimeProvider time)
{
    /// <summary>A file that takes the process down with it is not tried for ever; one below the queue's own limit of 5.</summary>
    public const int MaxTries = 4;

    public CleanedFiles Cleaned { get; } = new(media, table);

    /// <summary>Uploads that no draft uses.</summary>
    public OpenUploads Open { get; } = new(table);

    /// <summary>Opens an upload.</summary>
    /// <param name="owner">User id.</param>
    /// <param name="fileName">As the author has it.</param>
    /// <param name="size">Bytes to come.</param>
    public async Task<UploadOutcome> BeginUploadAsync(string owner, string fileName, long size, CancellationToken cancel)
    {
        if (size <= 0)
            return new UploadOutcome.Refused(MediaRefusal.Empty);
        var picture = Path.GetExtension(fileName).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp" or ".gif" or ".avif" or ".heic" or ".heif";
        var limit = picture ? settings.MaxImageBytes : settings.MaxVideoBytes;
        if (size > limit)
            return new UploadOutcome.Refused(MediaRefusal.TooLarge(video: !picture, limit));
        using var step = Journey.Step("upload", journey: null);
        var now = time.GetUtcNow();
        var asset = new MediaAsset
        {
            Id = MediaId.New(),
            Owner = owner,
            FileName = UploadName.Sanitise(fileName),
            State = MediaState.Uploading,
            CreatedAt = now,
            ChangedAt = now,
            AnnouncedBytes = size,
            Trace = Journey.Next(journey: null),
        };
        await Open.AddAsync(asset.Id, now, cancel);
        await table.AddEntityAsync(MediaRow.Of(asset), cancel);
        return new UploadOutcome.Accepted(asset);
    }

    /// <summary>Puts one block; the same block may be put again.</summary>
    /// <param name="index">0, 1, 2, … in the order of the file.</param>
    /// <param name="content">At most <see cref="MediaSettings.MaxBlockBytes"/>.</param>
    public async Task<UploadOutcome> PutBlockAsync(MediaId id, string owner, int index, Stream content, CancellationToken cancel)
    {
        if (await FindOwnAsync(id, owner, cancel) is not { } asset)
            return new UploadOutcome.NotFound();
        if (asset.State != MediaState.Uploading)
            return new UploadOutcome.Closed(asset);
        var room = (int)Math.Min(MediaSettings.MaxBlockBytes, asset.AnnouncedBytes);
        var block = new byte[room + 1];
        var length = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel);
        if (length == 0)
            return new UploadOutcome.Refused(MediaRefusal.Incomplete);
        if (length > room || index is < 0 or >= 50_000)
            return new UploadOutcome.Refused(MediaRefusal.BlockTooLarge);

        var blob = incoming.GetBlockBlobClient(id.ToString());
        var name = BlockName(index);
        var others = (await BlocksAsync(blob, cancel)).Uncommitted.Where(b => b.Name != name).Sum(b => b.SizeLong);
        if (others + length > asset.AnnouncedBytes)
            return new UploadOutcome.Refused(MediaRefusal.BlockTooLarge);
        await blob.StageBlockAsync(name, new MemoryStream(block, 0, length, writable: false), cancellationToken: cancel);
        return new UploadOutcome.Accepted(asset);
    }

    /// <summary>
    /// Closes an upload: joins its blocks and moves it to <see cref="MediaState.Cleaning"/>. May be called again.
    /// On <see cref="UploadOutcome.Accepted"/> the caller sends the id to queue <c>media</c>, also when it did so before.
    /// </summary>
    public async Task<UploadOutcome> CompleteAsync(MediaId id, string owner, int blockCount, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is not var (asset, tag) || asset.Owner != owner)
            return new UploadOutcome.NotFound();
        if (asset.State != MediaState.Uploading)
            return new UploadOutcome.Accepted(asset);
        if (blockCount is < 1 or > 50_000)
            return new UploadOutcome.Refused(MediaRefusal.Incomplete);

        var blob = incoming.GetBlockBlobClient(id.ToString());
        var names = Enumerable.Range(0, blockCount).Select(BlockName).ToList();
        var (committed, uncommitted) = await BlocksAsync(blob, cancel);
        if (!committed.Select(b => b.Name).SequenceEqual(names))
        {
            var sizes = uncommitted.ToDictionary(b => b.Name, b => b.SizeLong);
            if (!names.TrueForAll(sizes.ContainsKey) || names.Sum(n => sizes[n]) != asset.AnnouncedBytes)
                return new UploadOutcome.Refused(MediaRefusal.Incomplete);
            await blob.CommitBlockListAsync(names, cancellationToken: cancel);
        }
        var closed = asset with { State = MediaState.Cleaning, ChangedAt = time.GetUtcNow() };
        if (await ReplaceAsync(closed, tag, cancel))
            return new UploadOutcome.Accepted(closed);
        return await FindAsync(id, cancel) is { } now ? new UploadOutcome.Accepted(now) : new UploadOutcome.NotFound();
    }

    public async Task<MediaAsset?> FindAsync(MediaId id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) is var (asset, _) ? asset : null;

    /// <summary>An upload of <paramref name="owner"/>; null also when it is somebody else's.</summary>
    public async Task<MediaAsset?> FindOwnAsync(MediaId id, string owner, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } asset && asset.Owner == owner ? asset : null;

    /// <summary>Counts one more try on an upload that is being cleaned, before its file is touched. Others are returned as they stand.</summary>
    internal async Task<MediaAsset?> StartCleaningAsync(MediaId id, CancellationToken cancel)
    {
        while (await LoadAsync(id, cancel) is var (asset, tag))
        {
            var started = asset with { Tries = asset.Tries + 1, ChangedAt = time.GetUtcNow() };
            if (asset.State != MediaState.Cleaning || await ReplaceAsync(started, tag, cancel))
                return asset.State == MediaState.Cleaning ? started : asset;
        }
        return null;
    }

    /// <summary>The original of an upload, seekable, or null when it is gone.</summary>
    internal async Task<Stream?> OpenOriginalAsync(MediaId id, CancellationToken cancel)
    {
        try
        {
            return await incoming.GetBlobClient(id.ToString()).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 4 * 1024 * 1024 }, cancel);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Commits what cleaning came to. Another worker's commit stands: the same file comes to the same.</summary>
    /// <returns>The upload as it stands now; null when it was deleted meanwhile.</returns>
    internal async Task<MediaAsset?> FinishAsync(MediaId id, Func<MediaAsset, MediaAsset> finish, CancellationToken cancel)
    {
        while (await LoadAsync(id, cancel) is var (asset, tag))
        {
            if (asset.State != MediaState.Cleaning)
                return asset;
            var finished = finish(asset) with { ChangedAt = time.GetUtcNow() };
            if (await ReplaceAsync(finished, tag, cancel))
                return finished;
        }
        return null;
    }

    internal async Task DeleteOriginalAsync(MediaId id, CancellationToken cancel) =>
        await incoming.GetBlobClient(id.ToString()).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancel);

    /// <summary>
    /// Says that a draft takes a file, before the draft that does is stored: from here on the sweep leaves it alone. May be called again.
    /// </summary>
    /// <returns>False when there is no such file to use any more.</returns>
    internal async Task<bool> UseAsync(MediaId id, CancellationToken cancel)
    {
        while (await LoadAsync(id, cancel) is var (asset, tag))
        {
            if (asset.State != MediaState.Ready)
                return false;
            if (asset.Used || await ReplaceAsync(asset with { Used = true }, tag, cancel))
            {
                await Open.RemoveAsync(id, cancel);
                return true;
            }
        }
        return false;
    }

    /// <summary>Deletes an upload that no draft uses, unless one takes it at this moment. May be called again.</summary>
    /// <returns>Whether it is gone.</returns>
    internal async Task<bool> DeleteUnusedAsync(MediaId id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is var (asset, tag))
        {
            // Refused first: a draft that is being handed in can no longer take it, and a film that is being cleaned stays deleted.
            if (asset.Used || !await ReplaceAsync(asset with { State = MediaState.Refused, Refusal = MediaRefusal.Abandoned }, tag, cancel))
                return false;
            await DeleteAsync(id, cancel);
            return true;
        }
        await DeleteBlobsAsync(id, cancel);
        await Open.RemoveAsync(id, cancel);
        return true;
    }

    /// <summary>Deletes an upload, its blocks, its original, and its cleaned file unless another upload has the same. May be called again.</summary>
    public async Task DeleteAsync(MediaId id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is not var (asset, tag))
            return;
        await DeleteBlobsAsync(id, cancel);
        if (asset.Cleaned is { } cleaned)
            await Cleaned.ReleaseAsync(cleaned.Sha256, id, cancel);
        try
        {
            await table.DeleteEntityAsync(id.ToString(), MediaRow.RowKey, tag, cancel);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Deleted by somebody else.
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            await DeleteAsync(id, cancel);
        }
        await Open.RemoveAsync(id, cancel);
    }

    private async Task DeleteBlobsAsync(MediaId id, CancellationToken cancel)
    {
        // Blocks that were never joined go when a blob takes their place.
        await incoming.GetBlobClient(id.ToString()).UploadAsync(BinaryData.Empty, overwrite: true, cancel);
        await DeleteOriginalAsync(id, cancel);
    }

    private async Task<(MediaAsset Asset, ETag Tag)?> LoadAsync(MediaId id, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), MediaRow.RowKey, cancellationToken: cancel);
        return row.HasValue ? MediaRow.Read(row.Value!) : null; // HasValue implies a value
    }

    private async Task<bool> ReplaceAsync(MediaAsset asset, ETag tag, CancellationToken cancel)
    {
        try
        {
            await table.UpdateEntityAsync(MediaRow.Of(asset), tag, TableUpdateMode.Replace, cancel);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    private static async Task<(IReadOnlyList<BlobBlock> Committed, IReadOnlyList<BlobBlock> Uncommitted)> BlocksAsync(BlockBlobClient blob, CancellationToken cancel)
    {
        try
        {
            var list = (await blob.GetBlockListAsync(BlockListTypes.All, cancellationToken: cancel)).Value;
            return ([.. list.CommittedBlocks], [.. list.UncommittedBlocks]);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return ([], []);
        }
    }

    /// <summary>Block ids of a blob must all be as long as each other.</summary>
    private static string BlockName(int index) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(index.ToString("D5", CultureInfo.InvariantCulture)));
}
