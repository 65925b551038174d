using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Moderation.Audit;
using Moderation.Storage;

namespace Moderation.Publishing;

/// <summary>
/// Table <c>channels</c>: how each channel is doing, so that every instance honours the same rate limit and pause. What
/// people do to a channel is chained in its partition.
/// </summary>
public sealed class ChannelStatuses(StorageClients clients, IOptions<PublishingSettings> settings, TimeProvider time)
{
    private const string RowKey = "status";
    private const int Rounds = 8;
    private readonly TableClient table = clients.Table(StorageNames.Tables.Channels);

    public async Task<ChannelStatus> ReadAsync(string channel, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(channel, RowKey, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : ChannelStatus.Fresh; // HasValue
    }

    /// <summary>Takes what an outcome says about its channel. Of a channel that goes well, only one publication a minute is written down.</summary>
    public Task RecordAsync(string channel, PublishOutcome outcome, CancellationToken cancellationToken) =>
        ChangeAsync(channel, status => status.After(outcome, time.GetUtcNow(), settings.Value), cancellationToken);

    /// <summary>Changes a status; when others keep changing it, the last try throws and the message is tried again.</summary>
    /// <param name="done">What a person did, recorded in the same transaction.</param>
    public async Task<ChannelStatus> ChangeAsync(
        string channel, Func<ChannelStatus, ChannelStatus> change, CancellationToken cancellationToken, ChannelEvent? done = null)
    {
        for (var round = 1; ; round++)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(channel, RowKey, cancellationToken: cancellationToken);
            var current = row.HasValue ? Read(row.Value!) : ChannelStatus.Fresh; // HasValue
            var next = change(current);
            if (next == current && done is null)
                return current;
            var entity = new TableEntity(channel, RowKey) { ["Status"] = Json.Write(next) };
            var chain = row.HasValue ? ChainColumns.Read(row.Value!) : AuditChain.Empty; // HasValue
            var batch = new List<TableTransactionAction>
            {
                row.HasValue
                    ? new(TableTransactionActionType.UpdateReplace, entity, row.Value!.ETag) // HasValue
                    : new(TableTransactionActionType.Add, entity),
            };
            if (done is not null)
                chain = chain.Append(channel, time.GetUtcNow(), done.Actor, done.Action, Json.Write(new { channel }), batch);
            ChainColumns.Write(entity, chain);
            try
            {
                await BatchWriter.SubmitAsync(table, batch, cancellationToken);
                return next;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412 && round < Rounds)
            {
                // Another instance was first: look again.
            }
        }
    }

    private static ChannelStatus Read(TableEntity row) => Json.Read<ChannelStatus>(row.GetString("Status"));
}
