using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>
/// One answer of one giver about one person, for the purposes and kinds it names (<c>domain.md</c> §3.1).
/// Append-only: it is never changed, only followed by a later one (I9).
/// </summary>
public sealed record ConsentRecord
{
    public required PersonId Person { get; init; }

    /// <summary>Purpose codes it speaks about, e.g. <c>website</c>. Never a wildcard: a new purpose starts without any yes (A05).</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    public required IReadOnlyList<MediaKind> Kinds { get; init; }

    public required ConsentValue Value { get; init; }

    /// <summary>Who answered; the person's own id for an answer of their own.</summary>
    public required PersonId GivenBy { get; init; }

    public required ConsentCapacity Capacity { get; init; }

    /// <summary>When the giver answered. When only the day is known: its first instant, with <see cref="WholeDay"/>.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Only the calendar day of <see cref="GivenAt"/> is known. A no of that day then wins over every yes of that day.</summary>
    public bool WholeDay { get; init; }

    /// <summary>First day a yes counts (Europe/Amsterdam), when later than the day it was given. A no counts at once, whatever stands here.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day a yes counts (Europe/Amsterdam), that day included. A no does not expire.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Version of the text the giver said yes to (A09); a yes without one does not count.</summary>
    public string? TextVersion { get; init; }

    /// <summary>The proof; a yes without one does not count (A07).</summary>
    public ConsentEvidence? Evidence { get; init; }

    /// <summary>User id, or the import that recorded it.</summary>
    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Id of the record that no longer counts, for <see cref="ConsentValue.Voided"/> only.</summary>
    public string? Voids { get; init; }

    /// <summary>True for everything that is not plainly something else: an unknown value is a no.</summary>
    public bool SaysNo => Value is not (ConsentValue.Granted or ConsentValue.EndedByImport or ConsentValue.Informed or ConsentValue.Voided);

    /// <summary>The school's calendar day on which it was given.</summary>
    public DateOnly GivenOn => PlannedTime.DayOf(GivenAt);

    /// <summary>
    /// Its place among the answers of the same giver. A yes of which only the day is known stands at the start of that day, anything else at its end,
    /// so that of answers whose order nobody knows the no wins.
    /// </summary>
    public DateTimeOffset Order => WholeDay && Value != ConsentValue.Granted ? SchoolCalendar.StartOf(GivenOn.AddDays(1)).AddTicks(-1) : GivenAt;

    public bool Covers(string purpose, MediaKind kind) => Purposes.Contains(purpose, StringComparer.Ordinal) && Kinds.Contains(kind);

    /// <summary>
    /// 32 hex digits over what was answered, not over who recorded it when: the same answer recorded twice is one record.
    /// Purposes and kinds count as sets.
    /// </summary>
    public string Id
    {
        get
        {
            string?[] parts =
            [
                "consent/1", Person.ToString(),
                string.Join(' ', Purposes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                string.Join(' ', Kinds.Distinct().Order()),
                Value.ToString(), GivenBy.ToString(), Capacity.ToString(),
                GivenAt.UtcTicks.ToString(CultureInfo.InvariantCulture), WholeDay ? "day" : "instant",
                ValidFrom?.ToString("O", CultureInfo.InvariantCulture), ValidUntil?.ToString("O", CultureInfo.InvariantCulture),
                TextVersion, Evidence?.Source.ToString(), Evidence?.Reference, Voids,
            ];
            // Length before each part: no two different records can read as the same text.
            var text = string.Concat(parts.Select(p => p is null ? "-;" : $"{p.Length}:{p};"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
        }
    }
}
