using System.Security.Cryptography;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>
/// Where a partition's chain stands. Kept in the state row and moved on in the same transaction as the state,
/// so that state and record change together or not at all.
/// </summary>
/// <param name="Length">Number of events so far.</param>
/// <param name="Hash">Hash of the last one.</param>
public readonly record struct AuditChain(int Length, string Hash)
{
    private const int SaltBytes = 16;

    public static AuditChain Empty => new(0, AuditEvent.NoHash);

    /// <summary>The rows that record one more event, and where the chain stands after it.</summary>
    /// <param name="payload">JSON of what the event was about; may be erased later.</param>
    public AuditChain Append(string partition, DateTimeOffset at, string actor, string action, string payload, ICollection<TableTransactionAction> batch)
    {
        var sequence = Length + 1;
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var payloadHash = AuditHash.OfPayload(salt, payload);
        var hash = AuditHash.Of(partition, sequence, at, actor, action, Hash, payloadHash);

        batch.Add(new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, AuditRows.EventKey(sequence))
        {
            ["At"] = at,
            ["Ticks"] = at.UtcTicks,
            ["Actor"] = actor,
            ["Action"] = action,
            ["PayloadHash"] = payloadHash,
            ["PreviousHash"] = Hash,
            ["Hash"] = hash,
        }));
        var payloadRow = new TableEntity(partition, AuditRows.PayloadKey(sequence)) { ["Salt"] = salt };
        Chunks.Write(payloadRow, "Payload", payload);
        batch.Add(new TableTransactionAction(TableTransactionActionType.Add, payloadRow));
        return new AuditChain(sequence, hash);
    }
}
