using Azure;
using Azure.Data.Tables;

namespace Moderation.Storage;

/// <summary>Work that one instance does at a time. A lease that is not returned runs out by itself.</summary>
public sealed class Leases(StorageClients clients, TimeProvider time)
{
    private const int Looks = 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private readonly TableClient table = clients.Table(StorageNames.Tables.Leases);

    /// <summary>Does the work while holding the lease, or waits for whoever holds it and looks again.</summary>
    /// <exception cref="HttpRequestException">Whoever holds it does not finish; as good as a service that is away for a while.</exception>
    /// <param name="look">The result, when somebody else has done the work meanwhile; null when it is still to be done.</param>
    public async Task<T> OnceAsync<T>(
        string kind, string name, Func<CancellationToken, Task<Looked<T>?>> look, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            if (await look(cancellationToken) is { } done)
                return done.Value;
            if (await TakeAsync(kind, name, cancellationToken) is not { } lease)
            {
                if (looks == Looks)
                    throw new HttpRequestException(HttpRequestError.ConnectionError, "Another instance is at it and does not finish.");
                await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
                continue;
            }

            try
            {
                // Whoever held the lease before may have done it.
                return await look(cancellationToken) is { } already ? already.Value : await work(cancellationToken);
            }
            finally
            {
                await ReturnAsync(kind, name, lease);
            }
        }
    }

    private async Task<ETag?> TakeAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var mine = new TableEntity(kind, name) { ["Until"] = now + Lasts };
        var row = await table.GetEntityIfExistsAsync<TableEntity>(kind, name, cancellationToken: cancellationToken);
        try
        {
            if (!row.HasValue)
                return (await table.AddEntityAsync(mine, cancellationToken)).Headers.ETag;
            if (row.Value!.GetDateTimeOffset("Until") > now) // HasValue
                return null;
            return (await table.UpdateEntityAsync(mine, row.Value.ETag, TableUpdateMode.Replace, cancellationToken)).Headers.ETag;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task ReturnAsync(string kind, string name, ETag lease)
    {
        try
        {
            // Also when the caller was cancelled: the next one should not wait for the lease to run out.
            await table.DeleteEntityAsync(kind, name, lease, CancellationToken.None);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // It ran out and somebody else took it.
        }
    }
}

/// <summary>What was found when looking; wrapped, because the value may itself be null.</summary>
public sealed record Looked<T>(T Value);
