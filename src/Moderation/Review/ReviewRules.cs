using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Review;

/// <summary>Pure: who may decide what (<c>domain.md</c> §3.3, I5, I7, I8).</summary>
public static class ReviewRules
{
    /// <returns>What stands in the way, in one sentence; null when the decision may be taken.</returns>
    public static Words? Objection(User by, LoadedDraft loaded, DecisionOutcome outcome, string contentHash, string? motivation)
    {
        var head = loaded.Head;
        if (!by.MayReview)
            return new("U bent geen beoordelaar.", "You are not an approver.");
        if (by.Id == head.Submitter.Id || by.Id == head.LastEditor.Id)
            return new("U kunt niet over uw eigen bericht beslissen; vraag een collega.", "You cannot decide on your own post; ask a colleague.");
        if (contentHash != head.ContentHash)
            return new("Het bericht is intussen gewijzigd. Bekijk de nieuwe versie.", "The post has changed meanwhile. Look at the new version.");
        if (head.State is not (DraftState.Held or DraftState.Escalated or DraftState.Blocked))
            return new("Over dit bericht is al beslist.", "This post has already been decided on.");
        if (outcome != DecisionOutcome.Approved && string.IsNullOrWhiteSpace(motivation))
            return new("Geef aan waarom, zodat de inzender verder kan.", "Say why, so that the author can go on.");

        var management = by.Is(Role.Management);
        if (outcome is DecisionOutcome.Approved or DecisionOutcome.Rejected && head.Hold?.ForManagement == true && !management)
            return new("Hierover beslist de schoolleiding.", "Management decides on this.");
        if (outcome == DecisionOutcome.Escalated && head.State != DraftState.Held)
            return new("Dit bericht ligt al bij de schoolleiding.", "Management has this post already.");
        if (outcome != DecisionOutcome.Approved)
            return null;

        var blocks = PartialPublication.Remaining(head, loaded.Screening?.Findings ?? []).Where(f => f.Action == FindingAction.Block).ToList();
        if (loaded.Screening is null)
            return new("Dit bericht is nog niet gecontroleerd.", "This post has not been checked yet.");
        if (blocks.Exists(f => f.Ground == FindingGround.Consent))
            return new("Zonder toestemming kan dit bericht niet uit. Laat de toestemming vastleggen of pas het bericht aan.", "Without consent this post cannot go out. Have the consent recorded or change the post.");
        if (blocks.Exists(f => f.Ground != FindingGround.Content))
            return new("De inzender moet dit bericht eerst aanpassen.", "The author has to change this post first.");
        if (blocks.Count > 0 && !management)
            return new("Alleen de schoolleiding kan dit blok opheffen.", "Only management can lift this block.");
        if (blocks.Count > 0 && string.IsNullOrWhiteSpace(motivation))
            return new("Motiveer waarom dit bericht toch uit mag.", "Say why this post may go out all the same.");
        return null;
    }

    public static DraftHead After(LoadedDraft loaded, Decision decision, ReviewSettings settings)
    {
        var head = loaded.Head;
        return decision.Outcome switch
        {
            DecisionOutcome.Approved => head with
            {
                State = Screening.ScreeningDecision.WhenFree(head, decision.At, DraftState.Approved),
                Hold = null,
                Approval = new Approval(
                    decision.By,
                    decision.At,
                    head.ContentHash,
                    [.. head.Channels.Select(c => c.Code)],
                    [.. (loaded.Screening?.Findings ?? []).Where(f => f.Action is not (FindingAction.Record or FindingAction.Warn)).Select(FindingKeys.Of)],
                    Lifted: head.State == DraftState.Blocked),
            },
            DecisionOutcome.Rejected => head with { State = DraftState.Rejected, Hold = null },
            DecisionOutcome.Returned => head with { State = DraftState.Returned, Hold = null },
            // Escalated, and whatever else there may come to be, goes to management.
            _ => head with
            {
                State = DraftState.Escalated,
                Hold = new Hold(head.Hold?.Rules ?? [], ForManagement: true, decision.At, decision.At + settings.HoldLasts),
            },
        };
    }
}
