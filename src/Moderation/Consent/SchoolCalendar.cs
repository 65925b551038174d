using Moderation.Drafts;

namespace Moderation.Consent;

/// <summary>Calendar days in Europe/Amsterdam: birthdays and school years (<c>domain.md</c> §3.5, last line).</summary>
public static class SchoolCalendar
{
    /// <summary>The first instant of a day at school. Midnight always exists in Europe/Amsterdam: clocks change at 02:00 and 03:00.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, PlannedTime.SchoolZone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day somebody turns <paramref name="years"/>. Born on 29 February, in a year without one: 1 March, the day after the 28th has passed.</summary>
    public static DateOnly Birthday(DateOnly born, int years)
    {
        var day = born.AddYears(years);
        return day.Day == born.Day ? day : day.AddDays(1);
    }

    /// <summary>True from the first minute of the sixteenth birthday on.</summary>
    public static bool IsSixteen(DateOnly born, DateOnly day) => day >= Birthday(born, 16);

    /// <summary>The year in which the school year of a day began: 1 August up to and including 31 July.</summary>
    public static int SchoolYearOf(DateOnly day) => day.Month >= 8 ? day.Year : day.Year - 1;
}
