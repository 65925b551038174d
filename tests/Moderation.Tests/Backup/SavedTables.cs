using System.Text;
using Azure.Data.Tables;
using Moderation.Backup;
using Moderation.Storage;

namespace Moderation.Tests.Backup;

/// <summary>The tables seen from outside, for tests that lose them.</summary>
internal static class SavedTables
{
    /// <summary>Every row of every table as a line, in key order.</summary>
    public static async Task<Dictionary<string, List<string>>> DumpAsync(StorageClients clients)
    {
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in StorageNames.Tables.All)
        {
            all[name] = [];
            await foreach (var row in clients.Table(name).QueryAsync<TableEntity>())
                all[name].Add(Line(row));
        }

        return all;
    }

    /// <summary>What somebody with too many rights and a wrong command does.</summary>
    public static async Task LoseAsync(StorageClients clients)
    {
        foreach (var name in StorageNames.Tables.All)
        {
            await foreach (var rows in clients.Table(name).PartitionsAsync(filter: null, CancellationToken.None))
                await BatchWriter.DeleteAllAsync(clients.Table(name), rows, CancellationToken.None);
        }
    }

    /// <summary>Brings backups and anchors over to another account, as a copy command does.</summary>
    public static async Task CopyBlobsAsync(StorageClients from, StorageClients to)
    {
        foreach (var container in (string[])[StorageNames.Containers.Backup, StorageNames.Containers.Audit])
        {
            await foreach (var blob in from.Container(container).GetBlobsAsync())
            {
                var content = (await from.Container(container).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
                await to.Container(container).GetBlobClient(blob.Name).UploadAsync(content);
            }
        }
    }

    public static string Line(TableEntity row)
    {
        using var stream = new MemoryStream();
        BackupRows.Write(stream, row);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n');
    }
}
