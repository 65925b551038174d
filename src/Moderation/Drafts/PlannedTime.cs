namespace Moderation.Drafts;

/// <summary>
/// A moment in the school's own time: the wall time the author chose, its zone, and the instant it means.
/// A wall time that a clock change skips is refused; a doubled one means the first.
/// </summary>
public sealed record PlannedTime(DateTime Wall, string Zone, DateTimeOffset Utc)
{
    /// <summary>IANA name of the school's zone.</summary>
    public const string SchoolZoneName = "Europe/Amsterdam";

    public static TimeZoneInfo SchoolZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(SchoolZoneName);

    /// <summary>The instant of a wall time in Europe/Amsterdam, or false when that wall time does not exist.</summary>
    public static bool TryFromWall(DateTime wall, out PlannedTime? planned)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        planned = null;
        if (SchoolZone.IsInvalidTime(local))
            return false;
        // Of a doubled hour the first is the one with the larger offset (summer time).
        var offset = SchoolZone.IsAmbiguousTime(local)
            ? SchoolZone.GetAmbiguousTimeOffsets(local).Max()
            : SchoolZone.GetUtcOffset(local);
        planned = new PlannedTime(local, SchoolZoneName, new DateTimeOffset(local, offset).ToUniversalTime());
        return true;
    }

    /// <summary>What the school's clock shows at an instant.</summary>
    public static DateTime WallOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, SchoolZone).DateTime;

    /// <summary>The school's calendar day at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(WallOf(instant));
}
