using System.Globalization;
using System.Text;

namespace Moderation.Media;

/// <summary>A file name as it is kept and shown: no folders, no control or direction marks, at most 120 UTF-16 code units.</summary>
public static class UploadName
{
    public const int MaxLength = 120;

    public static string Sanitise(string? name)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Format covers right-to-left overrides, which make "gpj.exe" read as "exe.jpg".
            var dropped = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value == 0xFFFD;
            if (!dropped)
                kept.Append(rune.Value is '<' or '>' or '"' or '|' or '?' or '*' or ':' ? "_" : rune.ToString());
        }
        var text = kept.ToString().Trim().TrimStart('.').Trim();
        if (text.Length == 0)
            return "bestand";
        if (text.Length <= MaxLength)
            return text;
        var extension = Path.GetExtension(text) is { Length: > 1 and <= 10 } e ? e : "";
        var cut = MaxLength - extension.Length;
        if (char.IsHighSurrogate(text[cut - 1]))
            cut--;
        return text[..cut].TrimEnd() + extension;
    }

    /// <summary>The sanitised name with the extension that fits the content: <c>foto.jpg</c> that holds a PNG becomes <c>foto.png</c>.</summary>
    public static string For(string? name, MediaType type)
    {
        var clean = Sanitise(name);
        var extension = Path.GetExtension(clean).ToLowerInvariant();
        var fits = extension == type.Extension() || (type, extension) switch
        {
            (MediaType.Jpeg, ".jpeg" or ".jpe" or ".jfif") => true,
            (MediaType.Heic, ".heif" or ".hif") => true,
            (MediaType.Mp4, ".m4v" or ".3gp") => true,
            (MediaType.Mov, ".qt") => true,
            _ => false,
        };
        if (fits)
            return clean;
        var known = extension is ".jpg" or ".jpeg" or ".jpe" or ".jfif" or ".png" or ".webp" or ".gif" or ".avif" or ".heic" or ".heif" or ".hif" or ".mp4" or ".m4v" or ".mov" or ".qt" or ".3gp";
        var stem = known ? clean[..^extension.Length] : clean;
        return Sanitise(stem + type.Extension());
    }
}
