using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>
/// The anchors, in container <c>audit</c>: one blob a night, named by its date, written once. In Azure the container is immutable, so
/// nobody can change them, not even with the rights of the app.
/// </summary>
public sealed class AuditAnchors(StorageClients clients)
{
    private const string Extension = ".jsonl";
    private const string RestorePrefix = "restore-";
    private const int Parallel = 16;

    private readonly BlobContainerClient container = clients.Container(StorageNames.Containers.Audit);

    /// <summary>Reads every anchor there is.</summary>
    /// <returns>What they say of the chains, the last of them, and what is wrong with the anchors themselves.</returns>
    public async Task<AnchorReading> ReadAsync(CancellationToken cancellationToken)
    {
        var blobs = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            container.GetBlobsAsync(cancellationToken: cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (blob, token) => blobs[blob.Name] = (await container.GetBlobClient(blob.Name).DownloadContentAsync(token)).Value.Content.ToArray());
        return Read(blobs);
    }

    /// <summary>Writes the anchor of a day. The one that is there stays: what changed since goes into the next.</summary>
    /// <returns>False when that day has its anchor already.</returns>
    public Task<bool> TryWriteAsync(AuditAnchor anchor, CancellationToken cancellationToken) =>
        TryWriteAsync(anchor.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Extension, anchor.ToBytes(), cancellationToken);

    /// <summary>
    /// Says for good that the tables were put back to an earlier moment: anchors taken between the two moments are about chains
    /// that were left behind, and are not held against the chains that are there now.
    /// </summary>
    public Task RecordRestoreAsync(AuditRestore restore, CancellationToken cancellationToken) =>
        TryWriteAsync(
            RestorePrefix + restore.At.UtcDateTime.ToString("yyyy-MM-ddTHHmmssfff", CultureInfo.InvariantCulture) + ".json",
            BinaryData.FromString(Json.Write(restore)).ToArray(),
            cancellationToken);

    /// <summary>Pure: what the blobs of the container say together.</summary>
    internal static AnchorReading Read(IReadOnlyDictionary<string, byte[]> blobs)
    {
        var faults = new List<string>();
        var restores = new List<AuditRestore>();
        foreach (var name in blobs.Keys.Where(n => n.StartsWith(RestorePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (AuditRestore.TryRead(blobs[name]) is { } restore)
                restores.Add(restore);
            else
                faults.Add($"{name} cannot be read");
        }

        var heads = new AnchoredHeads();
        (string? Name, string? Hash) last = (null, null);
        foreach (var name in blobs.Keys.Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (AuditAnchor.TryRead(blobs[name]) is not { } anchor)
            {
                faults.Add($"{name} cannot be read");
                continue;
            }

            if (anchor.Previous != last.Name || anchor.PreviousHash != last.Hash)
                faults.Add($"{name} does not follow the anchor before it");
            last = (name, AuditAnchor.HashOf(blobs[name]));
            if (restores.Exists(r => r.LeftBehind(anchor.At)))
                continue;
            foreach (var head in anchor.Heads)
                heads.Add(head.Chain, new AuditChain(head.Length, head.Hash));
        }

        return new AnchorReading(heads, last.Name, last.Hash, restores, faults);
    }

    private async Task<bool> TryWriteAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(
                new BinaryData(bytes), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = new ETag("*") } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // It is there already; an immutable container says so in its own words.
            return false;
        }
    }
}

/// <param name="LastName">Name of the latest anchor; null when there is none.</param>
/// <param name="Restores">Times that the tables were put back.</param>
/// <param name="Faults">Anchors that are missing, changed or unreadable.</param>
public sealed record AnchorReading(AnchoredHeads Heads, string? LastName, string? LastHash, IReadOnlyList<AuditRestore> Restores, IReadOnlyList<string> Faults);
