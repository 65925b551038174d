using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Moderation.Storage;

/// <summary>Reads a table partition by partition, in key order: what changes together is looked at together.</summary>
internal static class TablePartitions
{
    /// <summary>Holds one page and one partition in memory at a time.</summary>
    /// <param name="filter">OData filter; null reads the whole table.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TableEntity>> PartitionsAsync(
        this TableClient table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return rows;
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
            yield return rows;
    }
}
