using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Moderation.Consent.Import;

/// <summary>
/// Dry runs that wait for a decision: what would be written, never the file and no column that is not mapped. Thrown away when the import is applied or dropped;
/// one that nobody decides on goes with everything else that stays behind in <c>incoming</c>.
/// </summary>
internal sealed class PlanFiles(BlobContainerClient container)
{
    public async Task SaveAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var packed = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
            await JsonSerializer.SerializeAsync(packed, plan, RegisterRows.Format, cancellationToken);
        buffer.Position = 0;
        await Blob(plan.Id).UploadAsync(buffer, overwrite: true, cancellationToken);
    }

    /// <returns>Null when it was applied, dropped or left too long.</returns>
    public async Task<ImportPlan?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var stored = await Blob(id).OpenReadAsync(cancellationToken: cancellationToken);
            await using var plain = new GZipStream(stored, CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<ImportPlan>(plain, RegisterRows.Format, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        await Blob(id).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(string id) => container.GetBlobClient($"import-{id}.json.gz");
}
