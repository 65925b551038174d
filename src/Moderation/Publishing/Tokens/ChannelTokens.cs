using Azure;
using Azure.Data.Tables;
using Moderation.Storage;

namespace Moderation.Publishing.Tokens;

/// <summary>
/// The channels' tokens: renewed ahead of their end, the new one stored before it is used, and by one instance at a time.
/// Some channels kill the old refresh token with each renewal, so two renewals at once would lose both.
/// </summary>
public sealed class ChannelTokens(ISecretStore secrets, IEnumerable<ITokenRenewal> renewals, StorageClients clients, TimeProvider time)
{
    private const string Leases = "renewal";
    private static readonly TimeSpan LeaseLasts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private readonly TableClient table = clients.Table(StorageNames.Tables.Leases);
    private readonly Dictionary<string, ITokenRenewal> renewals = renewals.ToDictionary(r => r.Channel, StringComparer.Ordinal);

    public static string SecretOf(string channel) => $"channel-{channel}";

    /// <summary>The token to use now, renewed when its end is near; null when the channel is not connected.</summary>
    public async Task<ChannelToken?> FindAsync(string channel, CancellationToken cancellationToken)
    {
        var token = await ReadAsync(channel, cancellationToken);
        if (token is null || !IsDue(channel, token))
            return token;
        try
        {
            return await RenewAsync(channel, token, cancellationToken) ?? token;
        }
        catch (HttpRequestException) when (token.ExpiresAt > time.GetUtcNow())
        {
            // It still works; the next call tries again.
            return token;
        }
    }

    /// <summary>A token other than <paramref name="dead"/>, renewed here or by another instance; null when only a person can help.</summary>
    public async Task<ChannelToken?> RenewAsync(string channel, ChannelToken dead, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var current = await ReadAsync(channel, cancellationToken);
            if (current is null || current.Access != dead.Access)
                return current;
            if (!renewals.TryGetValue(channel, out var renewal))
                return null;
            if (await TakeLeaseAsync(channel, cancellationToken) is not { } lease)
            {
                await Task.Delay(LookAgain, time, cancellationToken);
                continue;
            }

            try
            {
                // Whoever held the lease before may have renewed it.
                current = await ReadAsync(channel, cancellationToken);
                if (current is null || current.Access != dead.Access)
                    return current;
                var renewed = await renewal.RenewAsync(current, cancellationToken);
                if (renewed is not null)
                    await StoreAsync(channel, renewed, cancellationToken);
                return renewed;
            }
            finally
            {
                await ReturnLeaseAsync(channel, lease);
            }
        }
    }

    /// <summary>Replaces the token; only after the new one was seen to work.</summary>
    public Task StoreAsync(string channel, ChannelToken token, CancellationToken cancellationToken) =>
        secrets.WriteAsync(SecretOf(channel), Json.Write(token), cancellationToken);

    public Task ForgetAsync(string channel, CancellationToken cancellationToken) => secrets.DeleteAsync(SecretOf(channel), cancellationToken);

    /// <summary>Whether the token is renewed without a person.</summary>
    public bool CanRenew(string channel, ChannelToken token) => token.Refresh is not null && renewals.ContainsKey(channel);

    /// <summary>The token as it is stored, without renewing it.</summary>
    public async Task<ChannelToken?> ReadAsync(string channel, CancellationToken cancellationToken) =>
        await secrets.ReadAsync(SecretOf(channel), cancellationToken) is { } json ? Json.Read<ChannelToken>(json) : null;

    private bool IsDue(string channel, ChannelToken token) =>
        token.ExpiresAt is { } end && renewals.TryGetValue(channel, out var renewal) && end - renewal.Ahead <= time.GetUtcNow();

    private async Task<ETag?> TakeLeaseAsync(string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var mine = new TableEntity(Leases, channel) { ["Until"] = now + LeaseLasts };
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Leases, channel, cancellationToken: cancellationToken);
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

    private async Task ReturnLeaseAsync(string channel, ETag lease)
    {
        try
        {
            // Also when the caller was cancelled: the next one should not wait for the lease to run out.
            await table.DeleteEntityAsync(Leases, channel, lease, CancellationToken.None);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // It ran out and somebody else took it.
        }
    }
}
