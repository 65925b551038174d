using Moderation.Audit;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

public sealed record DraftsModel(IReadOnlyList<DraftRow> Rows, int Page, bool More);

/// <param name="History">Oldest first.</param>
/// <param name="Notice">What just did not work, or null.</param>
public sealed record DraftModel(
    LoadedDraft Draft, ConsentTable Consent, ChannelRegister Channels, IReadOnlyList<AuditEvent> History, Words? Notice)
{
    /// <summary>What the checks found, strictest first. What is only kept for the record is for whoever decides.</summary>
    public IReadOnlyList<Finding> FindingsFor(bool reviewer) =>
        [.. (Draft.Screening?.Findings ?? []).Where(f => reviewer || f.Action != FindingAction.Record).OrderByDescending(f => f.Action)];

    /// <summary>All that blocks is what the post says, so management may lift it.</summary>
    public bool MayBeLifted =>
        Draft.Head.State == DraftState.Blocked
        && (Draft.Screening?.Findings ?? []).Where(f => f.Action == FindingAction.Block).All(f => f.Ground == FindingGround.Content);

    /// <summary>Something is under way that the reader waits for.</summary>
    public bool Moving =>
        Draft.Head.State is DraftState.Submitted or DraftState.Cleared or DraftState.Approved
        || Draft.Head.Channels.Any(c => c.State == ChannelState.Attempting);

    /// <summary>Name of who did a step, as far as the draft knows them.</summary>
    public Words NameOf(string actor)
    {
        if (actor.StartsWith("system:", StringComparison.Ordinal))
            return new("automatisch", "automatic");
        var known = new[] { Draft.Head.Submitter, Draft.Head.LastEditor }.Concat(Draft.Decisions.Select(d => d.By));
        var name = known.FirstOrDefault(a => a.Id == actor)?.Name;
        return name is null ? new("een collega", "a colleague") : new(name, name);
    }
}

/// <param name="Fields">As typed.</param>
/// <param name="Errors">By field.</param>
/// <param name="Uploads">The files of <paramref name="Fields"/> as they stand, in the same order; null for one that is not the reader's.</param>
/// <param name="Editing">The draft that is being changed, or null for a new one.</param>
public sealed record DraftFormModel(
    DraftFields Fields,
    ChannelRegister Channels,
    IReadOnlyList<FieldError> Errors,
    IReadOnlyList<MediaAsset?> Uploads,
    Words? Notice = null,
    DraftId? Editing = null)
{
    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field);
}
