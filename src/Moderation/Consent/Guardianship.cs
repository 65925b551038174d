using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>Whether a parent or guardian has legal authority over a pupil (gezag, A08).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Authority>))]
public enum Authority
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
}

/// <summary>What the school knows about a guardian's authority over a pupil.</summary>
/// <param name="From">First day it holds; null since ever.</param>
/// <param name="Until">Last day it holds; null is still.</param>
public sealed record Guardianship(PersonId Pupil, PersonId Guardian, Authority Authority, DateOnly? From = null, DateOnly? Until = null)
{
    private bool CoversDay(DateOnly day) => (From is null || day >= From) && (Until is null || day <= Until);

    /// <summary>
    /// The authority of a guardian over a pupil on a day. Never heard of each other is unknown; known, but not for this day, is no;
    /// of contradictory rows the least authority counts.
    /// </summary>
    public static Authority On(DateOnly day, IReadOnlyList<Guardianship> guardianships, PersonId pupil, PersonId guardian)
    {
        var known = guardianships.Where(g => g.Pupil == pupil && g.Guardian == guardian).ToList();
        if (known.Count == 0)
            return Authority.Unknown;
        var rows = known.Where(g => g.CoversDay(day)).Select(g => g.Authority).ToList();
        if (rows.Count == 0 || rows.Contains(Authority.No))
            return Authority.No;
        return rows.TrueForAll(static a => a == Authority.Yes) ? Authority.Yes : Authority.Unknown;
    }
}
