using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moderation.Storage;

namespace Moderation.Backup;

/// <summary>
/// The backups, in container <c>backup</c>: a folder each, with parts <c>table/00000.jsonl.gz</c>, and <c>manifest.json</c> when it is whole.
/// Every blob is written once; deleting old ones is a life-cycle rule of the account, not the app.
/// </summary>
public sealed class BackupStore(StorageClients clients)
{
    private const string Manifest = "manifest.json";
    private const string Begin = "begun.json";

    private readonly BlobContainerClient container = clients.Container(StorageNames.Containers.Backup);

    /// <summary>Whole backups, the latest first.</summary>
    public async Task<IReadOnlyList<BackupName>> AllAsync(CancellationToken cancellationToken)
    {
        var names = new List<BackupName>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.Split('/') is [var folder, Manifest] && BackupName.TryParse(folder, out var name))
                names.Add(name);
        }

        return [.. names.OrderByDescending(n => n.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Null when there is no such backup or it was broken off.</summary>
    public Task<BackupManifest?> FindAsync(BackupName name, CancellationToken cancellationToken) =>
        ReadAsync<BackupManifest>($"{name}/{Manifest}", cancellationToken);

    /// <summary>The moment a backup was begun: now, or when it was begun before.</summary>
    internal async Task<DateTimeOffset> BeginAsync(BackupName name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blob = $"{name}/{Begin}";
        if (await ReadAsync<Begun>(blob, cancellationToken) is { } before)
            return before.At;
        await WriteAsync(blob, BinaryData.FromString(Json.Write(new Begun(now))), cancellationToken);
        return now;
    }

    internal Task CompleteAsync(BackupName name, BackupManifest manifest, CancellationToken cancellationToken) =>
        WriteAsync($"{name}/{Manifest}", BinaryData.FromString(Json.Write(manifest)), cancellationToken);

    /// <summary>Stores the next part of a table.</summary>
    /// <exception cref="RequestFailedException">409 or 412: somebody else makes the same backup.</exception>
    internal async Task<BackupPart> AddPartAsync(BackupName name, string table, int number, int rows, BinaryData content, CancellationToken cancellationToken)
    {
        var blob = PartName(name, table, number);
        await WriteAsync(blob, content, cancellationToken);
        return new BackupPart(blob, rows, content.ToMemory().Length, HashOf(content));
    }

    /// <summary>Parts of a table that an earlier try left, with the last row of the last of them.</summary>
    internal async Task<(IReadOnlyList<BackupPart> Parts, TableEntity? Last)> PartsAsync(BackupName name, string table, CancellationToken cancellationToken)
    {
        var parts = new List<BackupPart>();
        TableEntity? last = null;
        while (await DownloadAsync(PartName(name, table, parts.Count), cancellationToken) is { } content)
        {
            var rows = 0;
            foreach (var row in Rows(content))
            {
                rows++;
                last = row;
            }

            parts.Add(new BackupPart(PartName(name, table, parts.Count), rows, content.ToMemory().Length, HashOf(content)));
        }

        return (parts, last);
    }

    /// <summary>The first part that is missing or is not what the manifest says; null when the backup is whole.</summary>
    internal async Task<string?> DamageAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        foreach (var part in manifest.Tables.SelectMany(t => t.Parts))
        {
            if (await DownloadAsync(part.Blob, cancellationToken) is not { } content || HashOf(content) != part.Sha256)
                return part.Blob;
        }

        return null;
    }

    /// <summary>The rows of a table, partition by partition.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<TableEntity>> PartitionsAsync(BackupTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in table.Parts)
        {
            var content = await DownloadAsync(part.Blob, cancellationToken) ?? throw new InvalidDataException($"{part.Blob} has gone.");
            var rows = new List<TableEntity>();
            foreach (var row in Rows(content))
            {
                if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
                {
                    yield return rows;
                    rows = [];
                }

                rows.Add(row);
            }

            if (rows.Count > 0)
                yield return rows;
        }
    }

    private static IEnumerable<TableEntity> Rows(BinaryData content)
    {
        using var reader = new StreamReader(new GZipStream(content.ToStream(), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return BackupRows.Read(line);
    }

    private async Task<T?> ReadAsync<T>(string blob, CancellationToken cancellationToken)
        where T : class => await DownloadAsync(blob, cancellationToken) is { } content ? Json.Read<T>(content.ToString()) : null;

    private async Task<BinaryData?> DownloadAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(blob).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private Task WriteAsync(string blob, BinaryData content, CancellationToken cancellationToken) =>
        container.GetBlobClient(blob).UploadAsync(
            content, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = new ETag("*") } }, cancellationToken);

    private static string PartName(BackupName name, string table, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}/{table}/{number:D5}.jsonl.gz");

    private static string HashOf(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));

    private sealed record Begun(DateTimeOffset At);
}
