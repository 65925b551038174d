using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Moderation.Media;

/// <summary>A cleaned file, opened. <paramref name="Content"/> is seekable, so that a player can jump.</summary>
public sealed record CleanedContent(Stream Content, string ContentType, long Bytes);

/// <summary>
/// Cleaned files, one blob for equal bytes, named by their SHA-256. Rows in partition <c>sha-…</c> of table <c>media</c> say which uploads share one:
/// written before the blob, so that a crash leaves a row too many, never a blob that is deleted under somebody.
/// </summary>
public sealed class CleanedFiles(BlobContainerClient media, TableClient table)
{
    /// <summary>A cleaned file by its SHA-256 in lower-case hex, or null. Who may see it is the caller's to decide.</summary>
    public async Task<CleanedContent?> OpenAsync(string sha256, CancellationToken cancel)
    {
        if (sha256 is not { Length: 64 } || !sha256.All(char.IsAsciiHexDigitLower))
            return null;
        try
        {
            var blob = media.GetBlobClient(sha256);
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value;
            var content = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: true), cancel);
            return new CleanedContent(content, properties.ContentType, properties.ContentLength);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A cleaned picture in the shape that a receiver takes: JPEG only, at most so many pixels and bytes, within a ratio.</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="NetVips.VipsException">The file is no picture.</exception>
    public async Task<Rendition?> RenderAsync(string sha256, RenditionNeed need, CancellationToken cancel)
    {
        if (await OpenAsync(sha256, cancel) is not { } cleaned)
            return null;
        await using var content = cleaned.Content;
        var bytes = new byte[(int)cleaned.Bytes]; // a cleaned picture is a few MB
        await content.ReadExactlyAsync(bytes, cancel);
        return Renditions.Make(bytes, need);
    }

    /// <summary>Stores a cleaned file for an upload; may be repeated.</summary>
    /// <param name="content">Seekable; read from its beginning.</param>
    internal async Task StoreAsync(string sha256, Stream content, MediaType type, MediaId upload, CancellationToken cancel)
    {
        await table.UpsertEntityAsync(new TableEntity(Partition(sha256), upload.ToString()), TableUpdateMode.Replace, cancel);
        var blob = media.GetBlobClient(sha256);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                content.Position = 0;
                await blob.UploadAsync(content, new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = new ETag("*") },
                    HttpHeaders = new BlobHttpHeaders { ContentType = type.ContentType() },
                    TransferOptions = new() { MaximumConcurrency = 1, InitialTransferSize = 4 * 1024 * 1024, MaximumTransferSize = 4 * 1024 * 1024 },
                }, cancel);
                return;
            }
            catch (RequestFailedException error) when (error.Status is 409 or 412)
            {
                // Already there. Touching it changes its ETag, so that a deletion that looked before our row was written fails.
            }
            try
            {
                await blob.SetMetadataAsync(new Dictionary<string, string> { ["shared"] = "1" }, cancellationToken: cancel);
                return;
            }
            catch (RequestFailedException error) when (error.Status == 404 && attempt < 3)
            {
                // Deleted between the two: store it again.
            }
        }
    }

    /// <summary>Takes an upload's hold off a cleaned file and deletes the file when nobody holds it any more; may be repeated.</summary>
    internal async Task ReleaseAsync(string sha256, MediaId upload, CancellationToken cancel)
    {
        var blob = media.GetBlobClient(sha256);
        try
        {
            var tag = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value.ETag;
            await DeleteRowAsync(sha256, upload, cancel);
            var partition = Partition(sha256);
            await foreach (var _ in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, maxPerPage: 1, cancellationToken: cancel))
                return;
            await blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = tag }, cancel);
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            // Somebody took hold of it meanwhile.
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            await DeleteRowAsync(sha256, upload, cancel);
        }
    }

    private async Task DeleteRowAsync(string sha256, MediaId upload, CancellationToken cancel)
    {
        try
        {
            // A row without content: there is no version of it to lose. The overload without an ETag deletes whichever stands.
            await table.DeleteEntityAsync(Partition(sha256), upload.ToString(), cancellationToken: cancel);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Gone already.
        }
    }

    private static string Partition(string sha256) => $"sha-{sha256}";
}
