namespace Moderation.Review;

/// <summary>A draft that waits for a person (Ter beoordeling). Never ends by itself in a publication (I6).</summary>
/// <param name="Rules">Rule ids that hold it.</param>
/// <param name="ForManagement">Only management may decide (R30, R42, escalated).</param>
/// <param name="DueAt">When it is overdue: then it is escalated, never approved.</param>
public sealed record Hold(IReadOnlyList<string> Rules, bool ForManagement, DateTimeOffset Since, DateTimeOffset DueAt);

/// <summary>An approver's yes: for one content and one set of channels (I7).</summary>
/// <param name="Accepted">Keys of the findings it accepted; a consent finding that is not among them at the moment of publishing stops the post.</param>
public sealed record Approval(
    Author By, DateTimeOffset At, string ContentHash, IReadOnlyList<string> Channels, IReadOnlyList<string> Accepted, bool Lifted = false);
