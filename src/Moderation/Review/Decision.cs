using System.Text.Json.Serialization;

namespace Moderation.Review;

[JsonConverter(typeof(JsonStringEnumConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    [JsonStringEnumMemberName("approved")] Approved,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("escalated")] Escalated,
}

/// <summary>What a person decided on a held or blocked draft (Besluit). Append-only (I9).</summary>
/// <param name="ContentHash">The content it was about.</param>
/// <param name="Motivation">Why; always given for anything but a plain approval.</param>
public sealed record Decision(
    Author By, DecisionOutcome Outcome, string? Motivation, DateTimeOffset At, int Version, string ContentHash, string RulebookVersion);
