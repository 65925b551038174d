using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Publishing.Connecting;

/// <summary>Connections under way: what must come back from the channel, bound to who began it, usable once and for ten minutes.</summary>
public sealed class PendingConnections(StorageClients clients, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly TableClient table = clients.Table(StorageNames.Tables.Leases);

    public async Task<Pending> BeginAsync(string channel, User by, CancellationToken cancellationToken)
    {
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));
        await table.AddEntityAsync(
            new TableEntity(Partition(channel), RowOf(state)) { ["By"] = by.Id, ["Verifier"] = verifier, ["Until"] = time.GetUtcNow() + Lasts }, cancellationToken);
        return new Pending(state, verifier, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }

    /// <returns>The verifier; null when nothing like it is under way for this person.</returns>
    public async Task<string?> TakeAsync(string channel, string state, User by, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(channel), RowOf(state), cancellationToken: cancellationToken);
        if (!row.HasValue)
            return null;
        var pending = row.Value!; // HasValue
        try
        {
            await table.DeleteEntityAsync(pending.PartitionKey, pending.RowKey, pending.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return null; // used by another request at this very moment
        }

        return pending.GetString("By") == by.Id && pending.GetDateTimeOffset("Until") > time.GetUtcNow() ? pending.GetString("Verifier") : null;
    }

    private static string Partition(string channel) => $"connect-{channel}";

    private static string RowOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}

/// <param name="State">Comes back from the channel.</param>
/// <param name="Verifier">Opens the challenge (RFC 7636).</param>
/// <param name="Challenge">Base64url of the verifier's SHA-256.</param>
public sealed record Pending(string State, string Verifier, string Challenge);
