using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Screening;

/// <summary>Pure: from findings to the next state. Any block blocks, any hold or missing declaration holds, an unknown action holds.</summary>
public static class ScreeningDecision
{
    /// <summary>Only management may release these: doubt goes to the line manager (R30), policy and finance to management (R42).</summary>
    private static readonly string[] ForManagement = ["R30", "R42"];

    public static DraftHead Decide(DraftHead head, IReadOnlyList<Finding> findings, DateTimeOffset now, ReviewSettings settings)
    {
        head = PartialPublication.LeaveOut(head, findings);
        findings = PartialPublication.Remaining(head, findings);
        if (findings.Any(f => f.Action == FindingAction.Block))
            return head with { State = DraftState.Blocked, Hold = null };

        var holding = findings.Where(f => f.Action is not (FindingAction.Record or FindingAction.Warn)).ToList();
        if (holding.Count > 0)
            return head with { State = DraftState.Held, Hold = HoldFor(holding, now, settings) };

        return head with { State = WhenFree(head, now, DraftState.Cleared), Hold = null };
    }

    public static Hold HoldFor(IReadOnlyList<Finding> holding, DateTimeOffset now, ReviewSettings settings) => new(
        [.. holding.Select(f => f.Rule).Distinct(StringComparer.Ordinal)],
        holding.Any(f => ForManagement.Contains(f.Rule)),
        now,
        now + settings.HoldLasts);

    /// <summary>A draft that may go out waits for its moment when that is still to come.</summary>
    public static DraftState WhenFree(DraftHead head, DateTimeOffset now, DraftState otherwise) =>
        head.Planned is { } planned && planned.Utc > now ? DraftState.Scheduled : otherwise;
}
