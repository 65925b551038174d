using Azure;
using Moderation.Audit;
using Moderation.Review;
using Moderation.Safety;
using Moderation.Screening;

namespace Moderation.Drafts;

/// <summary>A draft as it was read: its state with the ETag that a change must match, and its rows.</summary>
public sealed record LoadedDraft
{
    public required DraftHead Head { get; init; }

    public required DraftContent Content { get; init; }

    /// <summary>What the checks found in the current version; null before they ran.</summary>
    public ScreeningRecord? Screening { get; init; }

    /// <summary>What content safety has answered about this draft, in this version or the one before; null when it was not asked.</summary>
    public SafetyRecord? Answers { get; init; }

    /// <summary>All decisions, oldest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    internal ETag ETag { get; init; }

    internal AuditChain Chain { get; init; }
}

/// <summary>One state change, as it is committed.</summary>
/// <param name="Next">The state row after it.</param>
/// <param name="Actor">User id, or <c>system:stage</c>.</param>
/// <param name="Action">Word of the domain for the audit trail.</param>
/// <param name="Payload">What the trail keeps, erasable: ids and codes, no text.</param>
public sealed record DraftChange(DraftHead Next, string Actor, string Action, object Payload)
{
    /// <summary>The new version's content, when the change makes one.</summary>
    public DraftContent? Content { get; init; }

    public ScreeningRecord? Screening { get; init; }

    public Decision? Decision { get; init; }
}
