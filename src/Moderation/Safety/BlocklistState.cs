using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Safety;

/// <summary>
/// What the service's blocklist was last brought in step with: one row of table <c>settings</c>. The service refuses a text that
/// names a list it does not have, so a list is named only once it is known to be there.
/// </summary>
public sealed class BlocklistState(StorageClients clients, IBlocklistService service, TimeProvider time)
{
    private const string Partition = "blocklist";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private readonly TableClient table = clients.Table(StorageNames.Tables.Settings);
    private volatile bool there;
    private long lookedAt = long.MinValue;

    /// <summary>Whether texts may name the list. Asked for every post: read from storage until it is true, and at most once a minute.</summary>
    public async ValueTask<bool> InUseAsync(CancellationToken cancellationToken)
    {
        if (there || service.Name is null)
            return there;
        var now = time.GetUtcNow().UtcTicks;
        var last = Volatile.Read(ref lookedAt);
        if (last != long.MinValue && now - last < LookAgain.Ticks)
            return false;
        Volatile.Write(ref lookedAt, now);
        return there = await ReadAsync(cancellationToken) is not null;
    }

    /// <summary>The last time the list was brought in step; null when it never was.</summary>
    public async Task<BlocklistStep?> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, RowKey, cancellationToken: cancellationToken);
        return row.HasValue ? new(row.Value!.GetString("Digest") ?? "", row.Value.GetDateTimeOffset("At") ?? default) : null; // HasValue
    }

    public async Task WriteAsync(BlocklistStep step, CancellationToken cancellationToken)
    {
        await table.UpsertEntityAsync(new TableEntity(Partition, RowKey) { ["Digest"] = step.Digest, ["At"] = step.At }, TableUpdateMode.Replace, cancellationToken);
        there = true;
    }

    /// <summary>A list by another name starts anew.</summary>
    private string RowKey => service.Name ?? "";
}

/// <param name="Digest">Of the terms, lower-case hex; never the terms themselves.</param>
public sealed record BlocklistStep(string Digest, DateTimeOffset At);
