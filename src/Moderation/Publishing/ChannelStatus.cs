namespace Moderation.Publishing;

/// <summary>How a channel is doing, shared by every instance.</summary>
public sealed record ChannelStatus
{
    public static ChannelStatus Fresh { get; } = new();

    /// <summary>Nothing is sent before this moment: a rate limit, a pause after failures, or a closed account.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>Code of why, e.g. <c>http-429</c>, <c>failing</c>, <c>token</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Somebody must connect it again; it is still tried now and then, in case it heals.</summary>
    public bool NeedsReconnect { get; init; }

    /// <summary>Somebody switched it off by hand; only a person switches it on again.</summary>
    public bool SwitchedOff { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LastPublishedAt { get; init; }

    public DateTimeOffset? LastFailedAt { get; init; }

    /// <summary>The moment to look again, or null when it is open at <paramref name="now"/>.</summary>
    public DateTimeOffset? ClosedAt(DateTimeOffset now, PublishingSettings settings) =>
        SwitchedOff ? now + settings.LookAgainAfter : ClosedUntil > now ? ClosedUntil : null;

    /// <summary>Pure: the status after an outcome. A post's own fault says nothing about its channel.</summary>
    public ChannelStatus After(PublishOutcome outcome, DateTimeOffset now, PublishingSettings settings) => outcome switch
    {
        PublishOutcome.Published when Failures == 0 && ClosedUntil is null && !NeedsReconnect && now - LastPublishedAt < TimeSpan.FromMinutes(1) => this,
        PublishOutcome.Published => this with { ClosedUntil = null, Reason = null, NeedsReconnect = false, Failures = 0, LastPublishedAt = now },
        PublishOutcome.Refused => this with { Failures = 0 },
        PublishOutcome.Limited { Reason: "http-429" or "rate-limit" } limited => this with { ClosedUntil = now + limited.After, Reason = limited.Reason },
        PublishOutcome.Closed closed => this with
        {
            ClosedUntil = now + settings.LookAgainAfter,
            Reason = closed.Reason,
            NeedsReconnect = NeedsReconnect || closed.NeedsReconnect,
            Failures = Failures + 1,
            LastFailedAt = now,
        },
        // Unreachable or unknown: a few in a row and the channel rests, each time longer.
        _ => this with
        {
            Failures = Failures + 1,
            LastFailedAt = now,
            ClosedUntil = Failures + 1 < settings.PauseAfter ? ClosedUntil : now + RestAfter(Failures + 1 - settings.PauseAfter, settings),
            Reason = Failures + 1 < settings.PauseAfter ? Reason : "failing",
        },
    };

    private static TimeSpan RestAfter(int doublings, PublishingSettings settings) =>
        settings.PauseLasts * Math.Pow(2, doublings) is var rest && rest < settings.LongestPause ? rest : settings.LongestPause;
}
