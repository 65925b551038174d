using Azure;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Storage;

namespace Moderation.Publishing;

/// <summary>
/// Stop everything: any approver can set it, only management lifts it, and the publish gate reads it last.
/// Its history is chained in its own partition of table <c>settings</c>.
/// </summary>
public sealed class StopSwitch(StorageClients clients, TimeProvider time)
{
    internal const string Partition = "stop";
    private const string StateKey = "state";
    private const int Rounds = 5;
    private readonly TableClient table = clients.Table(StorageNames.Tables.Settings);

    public async Task<StopState> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, StateKey, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : StopState.Off; // HasValue
    }

    /// <returns>What stands in the way, or null when it is done.</returns>
    public Task<Words?> SetAsync(User by, string? reason, CancellationToken cancellationToken) =>
        by.MayReview
            ? ChangeAsync(by, on: true, reason, cancellationToken)
            : Task.FromResult<Words?>(new("Alleen een beoordelaar of de schoolleiding kan alles stilzetten.", "Only an approver or management can stop everything."));

    /// <returns>What stands in the way, or null when it is done.</returns>
    public Task<Words?> LiftAsync(User by, string? reason, CancellationToken cancellationToken) =>
        by.Is(Role.Management)
            ? ChangeAsync(by, on: false, reason, cancellationToken)
            : Task.FromResult<Words?>(new("Alleen de schoolleiding kan de stop opheffen.", "Only management can lift the stop."));

    /// <summary>Pure: the rows of the switch as a backup holds them, none at all included, set to stop. The state row comes last.</summary>
    internal static IReadOnlyList<TableEntity> Stopped(IReadOnlyList<TableEntity> rows, string actor, string name, string reason, DateTimeOffset at)
    {
        var before = rows.FirstOrDefault(r => r.RowKey == StateKey);
        var batch = new List<TableTransactionAction>();
        var state = new TableEntity(Partition, StateKey) { ["On"] = true, ["By"] = name, ["Since"] = at, ["Reason"] = reason };
        var chain = before is null ? AuditChain.Empty : ChainColumns.Read(before);
        ChainColumns.Write(state, chain.Append(Partition, at, actor, "stopped", Json.Write(new { reason }), batch));
        return [.. rows.Where(r => r.RowKey != StateKey), .. batch.Select(a => (TableEntity)a.Entity), state];
    }

    private async Task<Words?> ChangeAsync(User by, bool on, string? reason, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, StateKey, cancellationToken: cancellationToken);
            var current = row.HasValue ? row.Value : null;
            if (current is not null && Read(current).On == on)
                return null;

            var batch = new List<TableTransactionAction>();
            var state = new TableEntity(Partition, StateKey) { ["On"] = on, ["By"] = by.Name, ["Since"] = time.GetUtcNow(), ["Reason"] = reason ?? "" };
            batch.Add(current is null
                ? new TableTransactionAction(TableTransactionActionType.Add, state)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, current.ETag));
            var chain = current is null ? AuditChain.Empty : ChainColumns.Read(current);
            ChainColumns.Write(state, chain.Append(Partition, time.GetUtcNow(), by.Id, on ? "stopped" : "lifted", Json.Write(new { reason }), batch));
            try
            {
                await BatchWriter.SubmitAsync(table, batch, cancellationToken);
                return null;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else switched at the same moment: look again.
            }
        }

        return new("De schakelaar wordt door iemand anders bediend. Probeer het nog eens.", "Somebody else is using the switch. Try again.");
    }

    private static StopState Read(TableEntity row) =>
        new(row.GetBoolean("On") ?? true, row.GetString("By") ?? "", row.GetDateTimeOffset("Since") ?? default, row.GetString("Reason"));
}

/// <param name="On">Nothing goes out while it is on. A row that cannot be read counts as on.</param>
public sealed record StopState(bool On, string By, DateTimeOffset Since, string? Reason)
{
    public static StopState Off { get; } = new(false, "", default, null);
}
