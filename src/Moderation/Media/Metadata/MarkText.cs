using System.Globalization;
using System.Text;

namespace Moderation.Media.Metadata;

/// <summary>Text from a stranger's metadata, made fit to keep.</summary>
internal static class MarkText
{
    private const int MaxLength = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>What cameras and programs fill in when nobody filled in anything.</summary>
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "unknown", "onbekend", "none", "geen", "n/a", "artist", "copyright", "author", "photographer", "your name", "default", "user", "owner", "null", "©", "(c)", "picasa", "admin", "camera", "(none)", "untitled",
    };

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>One tidy line of at most 200 UTF-16 code units, or null when it says nothing.</summary>
    public static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var c in text)
        {
            if (line.Length >= MaxLength)
                break;
            var category = char.GetUnicodeCategory(c);
            if (char.IsWhiteSpace(c) || c == '\0')
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))
            {
                line.Append(c);
            }
        }
        var tidy = line.ToString().Trim();
        return tidy.Any(char.IsLetter) && !Placeholders.Contains(tidy) ? tidy : null;
    }

    /// <summary>EXIF, XMP and QuickTime times as wall time; an offset is left out, because the rule asks what the clock showed. Null for a clock that was never set.</summary>
    public static DateTime? WallTime(string? text)
    {
        var trimmed = text?.Trim('\0', ' ');
        if (trimmed is null || trimmed.Length < 10 || trimmed.Length > 40)
            return null;
        // "2026:03:21 14:05:09", "2026-03-21T14:05:09.12+01:00", "2026-03-21", "2026-03-21T14:05"
        var date = trimmed[..10].Replace(':', '-');
        var time = trimmed.Length >= 19 ? trimmed[11..19] : trimmed.Length >= 16 ? trimmed[11..16] + ":00" : "00:00:00";
        return DateTime.TryParseExact($"{date} {time}", "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year >= 1990
            ? wall
            : null;
    }
}
