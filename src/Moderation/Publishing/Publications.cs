using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Moderation.Drafts;
using Moderation.Storage;

namespace Moderation.Publishing;

/// <summary>
/// Which draft each live post belongs to, in table <c>publications</c>: one partition a channel, one row a post. A draft
/// that looks for its own post after a crash never takes that of another draft with the same text.
/// </summary>
public sealed class Publications(StorageClients clients)
{
    private readonly TableClient table = clients.Table(StorageNames.Tables.Publications);

    /// <returns>False when the post is another draft's.</returns>
    public async Task<bool> ClaimAsync(string channel, string externalRef, DraftId draft, CancellationToken cancellationToken)
    {
        var row = new TableEntity(channel, KeyOf(externalRef)) { ["Draft"] = draft.ToString() };
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            var there = await table.GetEntityIfExistsAsync<TableEntity>(channel, row.RowKey, cancellationToken: cancellationToken);
            return there.HasValue && there.Value!.GetString("Draft") == draft.ToString(); // HasValue
        }
    }

    /// <summary>Channel ids may hold any character; a row key may not.</summary>
    private static string KeyOf(string externalRef) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(externalRef)));
}
