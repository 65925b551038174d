using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Web.Api;

/// <summary>Answer to handing in: where the draft is from now on.</summary>
/// <param name="ContentHash">Names this version: goes into <c>If-Match</c> and into a decision.</param>
public sealed record DraftReceipt(DraftId Id, DraftState State, int Version, string ContentHash)
{
    public static DraftReceipt Of(DraftHead head) => new(head.Id, head.State, head.Version, head.ContentHash);
}

/// <summary>One draft in a list.</summary>
public sealed record DraftSummary
{
    public required DraftId Id { get; init; }

    public required DraftState State { get; init; }

    public required int Version { get; init; }

    public required string ContentHash { get; init; }

    public required Author Submitter { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Only management may decide on it.</summary>
    public bool ForManagement { get; init; }

    /// <summary>When the decision is overdue.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public required IReadOnlyList<ChannelView> Channels { get; init; }

    public static DraftSummary Of(DraftHead head) => new()
    {
        Id = head.Id,
        State = head.State,
        Version = head.Version,
        ContentHash = head.ContentHash,
        Submitter = head.Submitter,
        SubmittedAt = head.SubmittedAt,
        PlannedAt = head.Planned?.Utc,
        ForManagement = head.Hold?.ForManagement == true,
        DueAt = head.Hold?.DueAt,
        Channels = [.. head.Channels.Select(ChannelView.Of)],
    };
}

public sealed record DraftPageView(IReadOnlyList<DraftSummary> Drafts, int Page, bool More);

/// <summary>One draft whole.</summary>
public sealed record DraftView
{
    public required DraftId Id { get; init; }

    public required DraftState State { get; init; }

    public required int Version { get; init; }

    public required string ContentHash { get; init; }

    public required Author Submitter { get; init; }

    public required Author LastEditor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DraftContent Content { get; init; }

    /// <summary>Null before the checks have run.</summary>
    public IReadOnlyList<FindingView>? Findings { get; init; }

    public string? RulebookVersion { get; init; }

    public required IReadOnlyList<ChannelView> Channels { get; init; }

    public required IReadOnlyList<DecisionView> Decisions { get; init; }

    public static DraftView Of(LoadedDraft draft) => new()
    {
        Id = draft.Head.Id,
        State = draft.Head.State,
        Version = draft.Head.Version,
        ContentHash = draft.Head.ContentHash,
        Submitter = draft.Head.Submitter,
        LastEditor = draft.Head.LastEditor,
        CreatedAt = draft.Head.CreatedAt,
        SubmittedAt = draft.Head.SubmittedAt,
        Content = draft.Content,
        Findings = draft.Screening is { } screening ? [.. screening.Findings.Select(FindingView.Of)] : null,
        RulebookVersion = draft.Screening?.RulebookVersion,
        Channels = [.. draft.Head.Channels.Select(ChannelView.Of)],
        Decisions = [.. draft.Decisions.Select(d => new DecisionView(d.By.Name, d.Outcome, d.Motivation, d.At, d.Version))],
    };
}

/// <summary>
/// What was found, as anybody may read it. Leaves out the person and the score: a finding that names its person and one
/// that does not would tell who is protected (I8).
/// </summary>
public sealed record FindingView
{
    public required string Rule { get; init; }

    public required FindingAction Action { get; init; }

    public required FindingGround Ground { get; init; }

    public required string Field { get; init; }

    public int? Start { get; init; }

    public int? End { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required Words What { get; init; }

    public required Words Fix { get; init; }

    public static FindingView Of(Finding finding) => new()
    {
        Rule = finding.Rule,
        Action = finding.Action,
        Ground = finding.Ground,
        Field = finding.Field,
        Start = finding.Start,
        End = finding.End,
        Channels = finding.Channels,
        What = finding.What,
        Fix = finding.Fix,
    };
}

public sealed record ChannelView(string Channel, ChannelState State, string? Url, DateTimeOffset? PublishedAt, bool AskPerson, string? Reason)
{
    public static ChannelView Of(ChannelProgress progress) =>
        new(progress.Code, progress.State, progress.Url, progress.PublishedAt, progress.AskPerson, progress.Reason);
}

public sealed record DecisionView(string By, DecisionOutcome Outcome, string? Motivation, DateTimeOffset At, int Version);
