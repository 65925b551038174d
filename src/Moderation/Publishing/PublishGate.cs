using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Review;
using Moderation.Screening;

namespace Moderation.Publishing;

/// <summary>Pure: what to do with one channel of a draft, now.</summary>
public abstract record GateStep
{
    private GateStep()
    {
    }

    /// <summary>Nothing to do: it is out, it is finished, or it waits for a person.</summary>
    public sealed record Nothing : GateStep;

    /// <summary>Not before <paramref name="At"/>; the sweep sends it again.</summary>
    public sealed record Wait(DateTimeOffset At) : GateStep;

    /// <summary>An attempt's outcome is not known: ask the channel.</summary>
    public sealed record Ask : GateStep;

    /// <summary>It may go out, if consent and the stop switch agree.</summary>
    public sealed record Attempt : GateStep;
}

public static class PublishGate
{
    public static GateStep Next(DraftHead head, string channel, DateTimeOffset now) => head.Channel(channel) switch
    {
        { State: ChannelState.Attempting, Deadline: { } deadline } => now < deadline ? new GateStep.Wait(deadline) : new GateStep.Ask(),
        { State: ChannelState.Unknown, AskPerson: false, NotBefore: var at } => at > now ? new GateStep.Wait(at.Value) : new GateStep.Ask(),
        { State: ChannelState.Waiting } when !head.State.MayPublish() => new GateStep.Nothing(),
        { State: ChannelState.Waiting } when head.Planned is { } planned && planned.Utc > now => new GateStep.Wait(planned.Utc),
        { State: ChannelState.Waiting, NotBefore: { } at } when at > now => new GateStep.Wait(at),
        { State: ChannelState.Waiting } => new GateStep.Attempt(),
        _ => new GateStep.Nothing(),
    };

    /// <summary>Channels that have something to do now: an attempt, or a question about one.</summary>
    public static IEnumerable<string> Ready(DraftHead head, DateTimeOffset now) =>
        head.Channels.Where(c => Next(head, c.Code, now) is GateStep.Attempt or GateStep.Ask).Select(c => c.Code);

    /// <summary>
    /// The last look before the commit call: what holds this post back now, or nothing when it may go.
    /// Only what came up since the approval counts; what an approver accepted stays accepted, except a block.
    /// </summary>
    /// <param name="consent">Findings of the consent check at this moment.</param>
    public static IReadOnlyList<Finding> HoldsBack(
        DraftHead head, string channel, IReadOnlyList<Finding> consent, bool stopped, DateTimeOffset now, PublishingSettings settings)
    {
        var findings = consent
            .Where(f => f.Channels.Count == 0 || f.Channels.Contains(channel))
            .Where(f => f.Action == FindingAction.Block
                || (f.Action is not (FindingAction.Record or FindingAction.Warn) && head.Approval?.Accepted.Contains(FindingKeys.Of(f)) != true))
            .ToList();
        if (IsUnapproved(head))
            findings.Add(Unapproved);
        if (head.Channel(channel) is not { Begun: true } && IsLate(head, now, settings))
            findings.Add(TooLate);
        if (stopped)
            findings.Add(Stopped);
        return findings;
    }

    public static DraftHead HoldBack(DraftHead head, IReadOnlyList<Finding> findings, DateTimeOffset now, ReviewSettings settings)
    {
        var left = PartialPublication.LeaveOut(head, findings);
        return PartialPublication.Remaining(left, findings).Count == 0
            ? ChannelOutcomes.Settle(left, now)
            : ScreeningDecision.Decide(head with { Approval = null }, findings, now, settings);
    }

    /// <summary>An approval is for one content and one set of channels; anything else is none (I7).</summary>
    private static bool IsUnapproved(DraftHead head) =>
        head.Approval is { } approval
        && (approval.ContentHash != head.ContentHash || !head.Channels.All(c => approval.Channels.Contains(c.Code)));

    /// <summary>An approval after the planned moment means "now".</summary>
    private static bool IsLate(DraftHead head, DateTimeOffset now, PublishingSettings settings)
    {
        if (head.Planned is not { } planned)
            return false;
        var from = head.Approval is { } approval && approval.At > planned.Utc ? approval.At : planned.Utc;
        return now > from + settings.LateAfter;
    }

    private static readonly Finding Stopped = new()
    {
        Rule = "P01",
        Action = FindingAction.Hold,
        Ground = FindingGround.Process,
        Field = "channels",
        What = new("Alle publicaties staan stil; dit bericht werd intussen verzendklaar.", "Everything is stopped; this post fell due meanwhile."),
        Fix = new("Keur het opnieuw goed als de schoolleiding de stop heeft opgeheven.", "Approve it again when management has lifted the stop."),
    };

    private static readonly Finding TooLate = new()
    {
        Rule = "P02",
        Action = FindingAction.Hold,
        Ground = FindingGround.Process,
        Field = "planned",
        What = new("Het geplande moment is te lang voorbij.", "The planned moment passed too long ago."),
        Fix = new("Kijk of het bericht nog klopt en keur het dan goed.", "See whether the post still holds, then approve it."),
    };

    private static readonly Finding Unapproved = new()
    {
        Rule = "R23",
        Action = FindingAction.Hold,
        Ground = FindingGround.Process,
        Field = "text",
        What = new("De goedkeuring hoort niet bij deze versie of deze kanalen.", "The approval is not for this version or these channels."),
        Fix = new("Laat een beoordelaar deze versie bekijken.", "Have an approver look at this version."),
    };
}
