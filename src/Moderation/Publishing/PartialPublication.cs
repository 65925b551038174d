using Moderation.Drafts;
using Moderation.Protocol;

namespace Moderation.Publishing;

/// <summary>
/// Pure: a post whose author chose to go where it may leaves out the channels on which consent is missing, instead of
/// waiting whole. Only consent does this; whatever else is found concerns the post itself.
/// </summary>
public static class PartialPublication
{
    /// <summary>The draft without the channels that consent keeps it off; unchanged when the author did not choose so, or when no channel would be left.</summary>
    public static DraftHead LeaveOut(DraftHead head, IReadOnlyList<Finding> findings)
    {
        if (!head.WhereAllowed)
            return head;
        var off = findings
            .Where(f => f is { Action: FindingAction.Block, Ground: FindingGround.Consent, Channels.Count: > 0 })
            .SelectMany(f => f.Channels)
            .ToHashSet(StringComparer.Ordinal);
        var next = head with
        {
            Channels = [.. head.Channels.Select(c => c is { State: ChannelState.Waiting, Begun: false } && off.Contains(c.Code)
                ? c with { State = ChannelState.Skipped, Reason = "consent", NotBefore = null, Prepared = [] }
                : c)],
        };
        return next.Channels.All(c => c.State == ChannelState.Skipped) ? head : next;
    }

    /// <summary>Findings that concern a channel the draft still goes to.</summary>
    public static IReadOnlyList<Finding> Remaining(DraftHead head, IReadOnlyList<Finding> findings) =>
        [.. findings.Where(f => f.Channels.Count == 0 || f.Channels.Any(code => head.Channel(code)?.State != ChannelState.Skipped))];
}
