using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Mail;

/// <summary>
/// Table <c>mailings</c>: for every mailing and recipient whether the message was handed over. Written before the message
/// goes and after it went, so that a crash leaves at most the one in between in doubt, and nobody is written to twice.
/// </summary>
public sealed class Mailings(StorageClients clients, TimeProvider time)
{
    private readonly TableClient table = clients.Table(StorageNames.Tables.Mailings);

    public async Task<IReadOnlyDictionary<string, Delivery>> ReadAsync(string mailing, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {mailing}"), cancellationToken: cancellationToken))
            rows[row.RowKey] = Read(row);
        return rows;
    }

    /// <summary>Says that a message is about to go; null when somebody else said so first.</summary>
    /// <param name="earlier">What stands there, of <see cref="ReadAsync"/>; null when nothing does.</param>
    public async Task<Delivery?> BeginAsync(string mailing, string subscriber, Delivery? earlier, CancellationToken cancellationToken)
    {
        var ticket = Guid.NewGuid().ToString("N");
        var begun = new Delivery(DeliveryState.Sending, (earlier?.Tries ?? 0) + 1, null, default);
        var row = Write(mailing, subscriber, begun, ticket);
        try
        {
            var answer = earlier is null
                ? await table.AddEntityAsync(row, cancellationToken)
                : await table.UpdateEntityAsync(row, earlier.Tag, TableUpdateMode.Replace, cancellationToken);
            return begun with { Tag = answer.Headers.ETag ?? default };
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Our own call may have come twice, its first answer lost.
            var there = await table.GetEntityIfExistsAsync<TableEntity>(mailing, subscriber, cancellationToken: cancellationToken);
            return there.HasValue && there.Value!.GetString("Ticket") == ticket ? Read(there.Value) : null; // HasValue
        }
    }

    /// <summary>Says what became of a message.</summary>
    public async Task<Delivery> SettleAsync(string mailing, string subscriber, Delivery begun, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        var settled = begun with { State = state, Reason = reason };
        var answer = await table.UpsertEntityAsync(Write(mailing, subscriber, settled, ""), TableUpdateMode.Replace, cancellationToken);
        return settled with { Tag = answer.Headers.ETag ?? default };
    }

    private TableEntity Write(string mailing, string subscriber, Delivery delivery, string ticket) => new(mailing, subscriber)
    {
        ["State"] = delivery.State.ToString(),
        ["Tries"] = delivery.Tries,
        ["Reason"] = delivery.Reason,
        ["At"] = time.GetUtcNow(),
        ["Ticket"] = ticket,
    };

    private static Delivery Read(TableEntity row) => new(
        Enum.TryParse<DeliveryState>(row.GetString("State"), out var state) ? state : DeliveryState.Unknown,
        row.GetInt32("Tries") ?? 0,
        row.GetString("Reason"),
        row.ETag);
}

/// <param name="Tries">How often it was tried.</param>
/// <param name="Reason">Code, e.g. <c>smtp-550</c>.</param>
public sealed record Delivery(DeliveryState State, int Tries, string? Reason, ETag Tag);

[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>About to go, or it went and the process died: nobody knows.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>The server said: later.</summary>
    Later,

    /// <summary>The server surely does not take it.</summary>
    Failed,

    /// <summary>Nobody knows; never sent again without a person.</summary>
    Unknown,
}
