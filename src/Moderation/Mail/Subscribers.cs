using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Mail;

/// <summary>
/// Table <c>subscribers</c>: who gets which list, one partition a list. Of who unsubscribed only a hash stays, so that a
/// later import does not write to them again.
/// </summary>
public sealed class Subscribers(StorageClients clients, TimeProvider time)
{
    private const string Active = "active";
    private const string Gone = "unsubscribed";
    private readonly TableClient table = clients.Table(StorageNames.Tables.Subscribers);

    public static string KeyOf(string list, string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{list}|{email.Trim().ToLowerInvariant()}")).AsSpan(0, 16));

    /// <summary>Who gets this list now, in a fixed order.</summary>
    public async IAsyncEnumerable<Subscriber> ActiveAsync(string list, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list} and State eq {Active}"), cancellationToken: cancellationToken))
            yield return new Subscriber(row.RowKey, row.GetString("Email"), row.GetString("Name"));
    }

    public async Task<bool> AnyAsync(string list, CancellationToken cancellationToken)
    {
        await foreach (var _ in ActiveAsync(list, cancellationToken))
            return true;
        return false;
    }

    public async Task<(int Active, int Unsubscribed)> CountAsync(string list, CancellationToken cancellationToken)
    {
        var (active, gone) = (0, 0);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), select: ["State"], cancellationToken: cancellationToken))
        {
            if (row.GetString("State") == Active)
                active++;
            else
                gone++;
        }

        return (active, gone);
    }

    /// <summary>What an import would change, and changes when <paramref name="apply"/> is true. Repeating it changes nothing more.</summary>
    /// <param name="whole">The file is the whole list: who is not in it gets no more mail.</param>
    public async Task<SubscriberImport> ImportAsync(string list, IReadOnlyList<NewSubscriber> file, bool whole, bool apply, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), cancellationToken: cancellationToken))
            known[row.RowKey] = row;
        var wanted = file.DistinctBy(s => KeyOf(list, s.Email)).ToDictionary(s => KeyOf(list, s.Email), StringComparer.Ordinal);
        var added = wanted.Where(w => !known.ContainsKey(w.Key)).ToList();
        var removed = whole ? known.Values.Where(row => row.GetString("State") == Active && !wanted.ContainsKey(row.RowKey)).ToList() : [];
        if (apply)
        {
            var now = time.GetUtcNow();
            var adding = added.Select(a => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(list, a.Key)
            {
                ["Email"] = a.Value.Email,
                ["Name"] = a.Value.Name,
                ["State"] = Active,
                ["Since"] = now,
            }));
            foreach (var batch in adding.Chunk(BatchWriter.MaxOperations))
                await BatchWriter.SubmitAsync(table, batch, cancellationToken);
            // A row that the list drops is deleted: a later file may bring the address back.
            await BatchWriter.DeleteAllAsync(table, removed, cancellationToken);
        }

        return new SubscriberImport(
            added.Count,
            wanted.Count(w => known.TryGetValue(w.Key, out var row) && row.GetString("State") == Active),
            wanted.Count(w => known.TryGetValue(w.Key, out var row) && row.GetString("State") == Gone),
            removed.Count);
    }

    /// <summary>No more mail for this one, for ever; repeatable.</summary>
    public async Task UnsubscribeAsync(string list, string key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(list, key, cancellationToken: cancellationToken);
        // Also when the list dropped the row meanwhile: the wish stands, and the address is not needed for it.
        if (!row.HasValue || row.Value!.GetString("State") != Gone) // HasValue
            await table.UpsertEntityAsync(new TableEntity(list, key) { ["State"] = Gone, ["EndedAt"] = time.GetUtcNow() }, TableUpdateMode.Replace, cancellationToken);
    }
}

/// <summary>One line of a subscribers file.</summary>
public sealed record NewSubscriber(string Email, string? Name);

/// <summary>What an import changes. <paramref name="Unsubscribed"/> is who is in the file but asked for no more mail: they get none.</summary>
public sealed record SubscriberImport(int Added, int Known, int Unsubscribed, int Removed);
