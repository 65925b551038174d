namespace Moderation.Publishing.Tokens;

/// <summary>What lets us publish on a channel. Lives in the secret store and nowhere else; never logged.</summary>
public sealed record ChannelToken
{
    /// <summary>Access token, or the application password.</summary>
    public required string Access { get; init; }

    /// <summary>Refresh token, when the channel has one.</summary>
    public string? Refresh { get; init; }

    /// <summary>When <see cref="Access"/> ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When nothing but a person can renew it any more; null when unknown or never.</summary>
    public DateTimeOffset? ReconnectBy { get; init; }

    /// <summary>When it was obtained or last renewed.</summary>
    public DateTimeOffset ObtainedAt { get; init; }

    /// <summary>The channel's id of the account: page, organisation, user.</summary>
    public string? AccountId { get; init; }

    /// <summary>Name of the account, for the channels page.</summary>
    public string? AccountName { get; init; }

    /// <summary>The secret is not for logs, nor for whatever prints a record.</summary>
    public override string ToString() => $"{nameof(ChannelToken)} of {AccountId}";
}
