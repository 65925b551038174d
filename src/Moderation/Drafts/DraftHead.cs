using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Drafts;

/// <summary>
/// The state row of a draft: all that a stage needs to decide what to do next. Replaced as a whole with its ETag in
/// the same transaction as the audit event that records the change.
/// </summary>
public sealed record DraftHead
{
    public required DraftId Id { get; init; }

    public required DraftState State { get; init; }

    /// <summary>Current version; 1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the current version's content: what an approval is bound to (I1, I7).</summary>
    public required string ContentHash { get; init; }

    public required Author Submitter { get; init; }

    /// <summary>Who wrote the current version; may not decide on it either (I5).</summary>
    public required Author LastEditor { get; init; }

    /// <summary>Through which door it came: <c>form</c>, <c>api</c> or <c>queue</c>.</summary>
    public required string Entrance { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the current version was handed in.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    public required IReadOnlyList<ChannelProgress> Channels { get; init; }

    public PlannedTime? Planned { get; init; }

    /// <summary>As in <see cref="DraftContent.WhereAllowed"/>.</summary>
    public bool WhereAllowed { get; init; }

    public Hold? Hold { get; init; }

    public Approval? Approval { get; init; }

    public Stuck? Stuck { get; init; }

    /// <summary>W3C trace parent of where its journey began; null when nobody was listening then.</summary>
    public string? Trace { get; init; }

    /// <summary>Bucket of table <c>open</c> that holds this draft's row.</summary>
    public required string OpenBucket { get; init; }

    /// <summary>A person must look: it is held, stuck, or nobody knows whether a channel took it.</summary>
    public bool AwaitsPerson => State.AwaitsReview() || Channels.Any(c => c.AskPerson);

    public ChannelProgress? Channel(string code) => Channels.FirstOrDefault(c => c.Code == code);

    public DraftHead With(ChannelProgress progress) =>
        this with { Channels = [.. Channels.Select(c => c.Code == progress.Code ? progress : c)] };

    /// <summary>Something of it is public, or may be: from then on it is corrected, not edited (R43).</summary>
    public bool HasLeft => Channels.Any(c => c.Begun || c.State is not (ChannelState.Waiting or ChannelState.Refused or ChannelState.Skipped));
}

/// <summary>Why a stage gave up, and where to go on from.</summary>
/// <param name="Stage">Queue whose message could not be handled.</param>
/// <param name="Was">State to return to on retry.</param>
/// <param name="Reason">Code of the cause: <c>poison</c>, <c>refused</c>.</param>
public sealed record Stuck(string Stage, DraftState Was, string Reason, DateTimeOffset At, string? Channel = null);
