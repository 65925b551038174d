using Moderation.Storage;

namespace Moderation.Publishing.Tokens;

/// <summary>
/// The channels' tokens: renewed ahead of their end, the new one stored before it is used, and by one instance at a time.
/// Some channels kill the old refresh token with each renewal, so two renewals at once would lose both.
/// </summary>
public sealed class ChannelTokens(ISecretStore secrets, IEnumerable<ITokenRenewal> renewals, Leases leases, TimeProvider time)
{
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
    public Task<ChannelToken?> RenewAsync(string channel, ChannelToken dead, CancellationToken cancellationToken) =>
        leases.OnceAsync(
            "renewal",
            channel,
            async c => await ReadAsync(channel, c) is var current && current?.Access != dead.Access ? new Looked<ChannelToken?>(current)
                : renewals.ContainsKey(channel) ? null : new Looked<ChannelToken?>(null),
            async c =>
            {
                var current = await ReadAsync(channel, c) ?? dead;
                var renewed = await renewals[channel].RenewAsync(current, c);
                if (renewed is not null)
                    await StoreAsync(channel, renewed, c);
                return renewed;
            },
            cancellationToken);

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
}
