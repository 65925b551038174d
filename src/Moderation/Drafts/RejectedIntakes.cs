using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>Messages on queue <c>drafts</c> that could not become a draft: kept whole, with what is wrong, where a person sees them.</summary>
public sealed class RejectedIntakes(StorageClients clients, TimeProvider time)
{
    private const string Partition = "rejected";
    private readonly TableClient table = clients.Table(StorageNames.Tables.Intakes);

    /// <summary>The same message gives the same row: a redelivery adds nothing.</summary>
    public async Task AddAsync(string message, IReadOnlyList<FieldError> errors, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)).AsSpan(0, 16));
        var row = new TableEntity(Partition, key) { ["At"] = time.GetUtcNow() };
        Chunks.Write(row, "Message", message);
        Chunks.Write(row, "Errors", Json.Write(errors));
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async IAsyncEnumerable<RejectedIntake> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
        {
            yield return new RejectedIntake(
                row.RowKey,
                row.GetDateTimeOffset("At") ?? default,
                Chunks.Read(row, "Message") ?? "",
                Json.Read<List<FieldError>>(Chunks.Read(row, "Errors") ?? "[]"));
        }
    }

    /// <summary>Somebody has dealt with it.</summary>
    public Task DismissAsync(string id, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Partition, id, cancellationToken: cancellationToken);
}

/// <param name="Message">The message as it came in; shown to administrators only.</param>
public sealed record RejectedIntake(string Id, DateTimeOffset At, string Message, IReadOnlyList<FieldError> Errors);
