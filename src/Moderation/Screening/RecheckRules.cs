using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Screening;

/// <summary>Pure: what changed consent means for a post that is under way.</summary>
public static class RecheckRules
{
    /// <summary>Consent findings that stop this post now and did not before: on a channel that is still to come, and not accepted by an approver unless they block.</summary>
    public static IReadOnlyList<Finding> New(LoadedDraft draft, IReadOnlyList<Finding> consent)
    {
        var waiting = draft.Head.Channels.Where(c => c.State == ChannelState.Waiting).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var known = draft.Head.State.MayPublish()
            ? draft.Head.Approval?.Accepted ?? []
            : (draft.Screening?.Findings ?? []).Select(FindingKeys.Of);
        var accepted = known.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. consent.Where(f => f.Channels.Count == 0 || f.Channels.Any(waiting.Contains))
                .Where(f => f.Action == FindingAction.Block || (f.Action is not (FindingAction.Record or FindingAction.Warn) && !accepted.Contains(FindingKeys.Of(f)))),
        ];
    }

    /// <summary>Where the post goes: blocked, or to a person. What it was held for before, it stays held for.</summary>
    public static DraftHead After(LoadedDraft draft, IReadOnlyList<Finding> findings, DateTimeOffset now, ReviewSettings settings)
    {
        var left = PartialPublication.LeaveOut(draft.Head, findings);
        if (PartialPublication.Remaining(left, findings).Count == 0)
            return ChannelOutcomes.Settle(left, now);
        var next = ScreeningDecision.Decide(draft.Head with { Approval = null }, findings, now, settings);
        return next is { State: DraftState.Held, Hold: { } hold } && draft.Head is { Hold: { } before, State: DraftState.Held or DraftState.Escalated }
            ? next with { State = draft.Head.State, Hold = before with { Rules = [.. before.Rules.Union(hold.Rules, StringComparer.Ordinal)] } }
            : next;
    }
}
