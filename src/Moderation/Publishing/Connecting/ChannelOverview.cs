using Moderation.Publishing.Channels;

namespace Moderation.Publishing.Connecting;

public enum ConnectionWay
{
    /// <summary>Nothing to connect: its publisher needs no account, or there is none.</summary>
    None,
    OAuth,
    Password,
}

/// <summary>One channel as the channels page shows it. Holds no secret.</summary>
public sealed record ChannelOverview(
    Channel Channel, PublishingPlace Place, ChannelStatus Status, ConnectedAccount? Account, ConnectionWay Way, Words? PasswordHint);

/// <param name="EndsAt">When a person must connect it again; null when it renews itself or never ends.</param>
/// <param name="WarnDays">Days before that from which the page warns.</param>
public sealed record ConnectedAccount(string? Name, DateTimeOffset Since, DateTimeOffset? EndsAt, int WarnDays)
{
    public bool EndsSoon(DateTimeOffset now) => EndsAt is { } end && end - now < TimeSpan.FromDays(WarnDays);
}
