using System.Text.Json.Serialization;

namespace Moderation.Drafts;

/// <summary>Where a draft is on its way (<c>design.md</c>, <c>domain.md</c> §3.2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftState>))]
public enum DraftState
{
    /// <summary>Written, not handed in (concept).</summary>
    [JsonStringEnumMemberName("draft")] Draft,

    /// <summary>Handed in, waiting for the checks (ingediend).</summary>
    [JsonStringEnumMemberName("submitted")] Submitted,

    /// <summary>Cannot go out as it is (geblokkeerd).</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>Waits for an approver (ter beoordeling).</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>Nothing found; goes out by itself (vrijgegeven).</summary>
    [JsonStringEnumMemberName("cleared")] Cleared,

    /// <summary>An approver let it through (goedgekeurd).</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Sent back to the author to change (terug naar inzender).</summary>
    [JsonStringEnumMemberName("returned")] Returned,

    /// <summary>Waits for management (doorgezet).</summary>
    [JsonStringEnumMemberName("escalated")] Escalated,

    /// <summary>Cleared or approved, waiting for its moment (gepland).</summary>
    [JsonStringEnumMemberName("scheduled")] Scheduled,

    [JsonStringEnumMemberName("published")] Published,

    /// <summary>A stage gave up; a person sees why and can retry (vastgelopen).</summary>
    [JsonStringEnumMemberName("stuck")] Stuck,

    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}

public static class DraftStates
{
    /// <summary>Nothing happens to it any more unless a person acts.</summary>
    public static bool IsFinal(this DraftState state) =>
        state is DraftState.Published or DraftState.Rejected or DraftState.Withdrawn;

    /// <summary>May go out when its moment is there.</summary>
    public static bool MayPublish(this DraftState state) =>
        state is DraftState.Cleared or DraftState.Approved or DraftState.Scheduled;

    /// <summary>Stands in the approvers' list.</summary>
    public static bool AwaitsReview(this DraftState state) =>
        state is DraftState.Held or DraftState.Escalated or DraftState.Stuck;

    /// <summary>The author may change it: nothing of it is public and nobody has closed it.</summary>
    public static bool MayEdit(this DraftState state) =>
        state is not (DraftState.Published or DraftState.Rejected or DraftState.Withdrawn);

    public static Words Name(this DraftState state) => state switch
    {
        DraftState.Draft => new("Concept", "Draft"),
        DraftState.Submitted => new("Ingediend", "Submitted"),
        DraftState.Blocked => new("Geblokkeerd", "Blocked"),
        DraftState.Held => new("Ter beoordeling", "Held"),
        DraftState.Cleared => new("Vrijgegeven", "Cleared"),
        DraftState.Approved => new("Goedgekeurd", "Approved"),
        DraftState.Rejected => new("Afgewezen", "Rejected"),
        DraftState.Returned => new("Terug naar inzender", "Returned"),
        DraftState.Escalated => new("Doorgezet naar schoolleiding", "Escalated"),
        DraftState.Scheduled => new("Gepland", "Scheduled"),
        DraftState.Published => new("Gepubliceerd", "Published"),
        DraftState.Stuck => new("Vastgelopen", "Stuck"),
        DraftState.Withdrawn => new("Ingetrokken", "Withdrawn"),
        _ => new("Onbekend", "Unknown"),
    };
}
