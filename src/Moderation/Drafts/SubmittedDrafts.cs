using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>Index of who handed in what, newest first (table <c>submitted</c>): the page "my drafts". Rebuildable from <c>drafts</c>.</summary>
public sealed class SubmittedDrafts(StorageClients clients)
{
    private readonly TableClient table = clients.Table(StorageNames.Tables.Submitted);

    /// <summary>Written before the draft itself; repeating it is harmless.</summary>
    public Task AddAsync(string submitter, DraftId id, DateTimeOffset at, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(
            new TableEntity(submitter, (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture) + "-" + id) { ["Draft"] = id.ToString() },
            TableUpdateMode.Replace,
            cancellationToken);

    /// <summary>Newest first; a crash may leave ids without a draft and the same id twice.</summary>
    public async IAsyncEnumerable<DraftId> OfAsync(string submitter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<DraftId>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {submitter}"), cancellationToken: cancellationToken))
        {
            if (DraftId.TryParse(row.GetString("Draft"), out var id) && seen.Add(id))
                yield return id;
        }
    }
}
