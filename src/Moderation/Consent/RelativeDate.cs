using System.Globalization;
using System.Text.RegularExpressions;
using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>
/// Dates in the school's own files: a day (<c>2026-03-01</c> or <c>01-03-2026</c>), or a day relative to the one on which the file is loaded, so that samples never age.
/// </summary>
/// <remarks>
/// <c>-400d</c>, <c>-3w</c>, <c>-1m</c>, <c>+2y</c>, <c>0d</c>: days, weeks, months or years from the load day. A time may follow: <c>-1d 10:00</c>, <c>2026-03-01T10:00</c>, in Europe/Amsterdam.
/// Dates of birth may also be written as an age: <c>14y</c> turns 14 on the load day, <c>16y+30d</c> turned 16 thirty days before it, <c>16y-1d</c> turns 16 the day after.
/// </remarks>
internal static partial class RelativeDate
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "yyyyMMdd"];

    public static bool TryDay(string text, DateOnly loadDay, out DateOnly day)
    {
        var relative = Offset().Match(text);
        if (relative.Success)
            return TryMove(loadDay, relative, 1, out day);
        return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>A day, or a day with a time. <paramref name="wholeDay"/> tells which.</summary>
    public static bool TryMoment(string text, DateOnly loadDay, out DateTimeOffset moment, out bool wholeDay)
    {
        wholeDay = true;
        moment = default;
        var parts = TimeBreak().Split(text, 2);
        if (!TryDay(parts[0], loadDay, out var day))
            return false;
        moment = SchoolCalendar.StartOf(day);
        if (parts.Length == 1)
            return true;
        wholeDay = false;
        if (!TimeOnly.TryParseExact(parts[1], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || !PlannedTime.TryFromWall(day.ToDateTime(time), out var planned))
            return false;
        moment = planned!.Utc; // not null when TryFromWall says true
        return true;
    }

    public static bool TryBirthday(string text, DateOnly loadDay, out DateOnly born)
    {
        var age = Age().Match(text);
        if (!age.Success)
            return DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out born);
        born = default;
        var turned = loadDay;
        if (age.Groups[2].Success && !TryMove(loadDay, age, -1, out turned))
            return false;
        born = turned.AddYears(-int.Parse(age.Groups[1].Value, CultureInfo.InvariantCulture));
        return true;
    }

    private static bool TryMove(DateOnly from, Match match, int sign, out DateOnly day)
    {
        var amount = sign * int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        day = match.Groups["unit"].Value switch
        {
            "d" => from.AddDays(amount),
            "w" => from.AddDays(7 * amount),
            "m" => from.AddMonths(amount),
            _ => from.AddYears(amount),
        };
        return true;
    }

    // At most four digits of days keeps every result within the calendar.
    [GeneratedRegex(@"^(?<n>[+-]\d{1,4}|0)(?<unit>[dwm])$|^(?<n>[+-]\d{1,2}|0)(?<unit>y)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^(\d{1,3})y((?<n>[+-]\d{1,4})(?<unit>[dwm]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    [GeneratedRegex(@"(?<=[\ddwmy])[T ](?=\d{2}:)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeBreak();
}
