using System.Globalization;

namespace Moderation.Consent.Import;

/// <summary>Days as exports write them: <c>dd-mm-jjjj</c>, <c>jjjj-mm-dd</c>, with slashes or dots, with a time that is dropped, or Excel's day number.</summary>
internal static class ImportDate
{
    private static readonly string[] Formats = ["d-M-yyyy", "yyyy-M-d", "d/M/yyyy", "d.M.yyyy", "yyyyMMdd", "yyyy/M/d"];

    public static bool TryRead(string cell, out DateOnly day)
    {
        var text = cell.Trim();
        var time = text.IndexOfAny([' ', 'T']);
        if (time > 0 && text.AsSpan(time + 1).IndexOf(':') > 0)
            text = text[..time];
        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        // Excel counts days from 30 December 1899; 1960 to 2100 is what people and answers can have.
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 21_915 and < 73_051)
        {
            day = new DateOnly(1899, 12, 30).AddDays(number);
            return true;
        }

        return false;
    }
}
