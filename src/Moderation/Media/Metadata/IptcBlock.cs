using System.Buffers.Binary;

namespace Moderation.Media.Metadata;

/// <summary>Reads IPTC-IIM record 2 (IIM 4.2 chapter 6): by-line, credit, source, copyright notice, special instructions, date and time created.</summary>
internal static class IptcBlock
{
    /// <param name="records">IIM records, each <c>1C</c>, record, data set, length (2 bytes), data.</param>
    public static EmbeddedFacts Read(ReadOnlySpan<byte> records)
    {
        string? byline = null, credit = null, source = null, copyright = null, date = null, time = null, stock = null;
        for (var left = 256; left > 0 && records.Length >= 5 && records[0] == 0x1C; left--)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(records[3..]);
            if (length > 0x7FFF || length > records.Length - 5) // extended lengths carry previews, never these texts
                break;
            if (records[1] == 2)
            {
                var text = MarkText.Decode(records.Slice(5, length));
                switch (records[2])
                {
                    case 80: byline ??= MarkText.Tidy(text); break;
                    case 110: credit ??= MarkText.Tidy(text); break;
                    case 115: source ??= MarkText.Tidy(text); break;
                    case 116: copyright ??= MarkText.Tidy(text); break;
                    case 55: date ??= text; break;
                    case 60: time ??= text; break;
                    default: break;
                }
                if (records[2] is 5 or 40 or 80 or 85 or 103 or 105 or 110 or 115 or 116 or 120)
                    stock ??= StockLibraries.Find(text);
            }
            records = records[(5 + length)..];
        }
        return new EmbeddedFacts
        {
            Artist = byline,
            Copyright = copyright,
            Credit = credit ?? source,
            StockLibrary = stock,
            TakenAt = Created(date, time),
        };
    }

    /// <summary>CCYYMMDD and HHMMSS±HHMM.</summary>
    private static DateTime? Created(string? date, string? time) =>
        date is not { Length: 8 } ? null
        : time is { Length: >= 6 } ? MarkText.WallTime($"{date[..4]}-{date[4..6]}-{date[6..]} {time[..2]}:{time[2..4]}:{time[4..6]}")
        : MarkText.WallTime($"{date[..4]}-{date[4..6]}-{date[6..]}");
}
