using System.Buffers.Binary;
using System.Text;
using Moderation.Drafts;
using Moderation.Media.Metadata;

namespace Moderation.Media.Video;

/// <summary>Reads rights and capture time from a <c>moov</c> before it is cleaned: QuickTime user data, QuickTime metadata keys, iTunes items, 3GPP boxes, XMP.</summary>
internal static class MovieFacts
{
    private const int MaxBoxes = 2_000;

    /// <summary>Extended type of an XMP box (XMP part 3 §1.2.7.1).</summary>
    public static ReadOnlySpan<byte> XmpUuid => [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC];

    private static readonly DateTimeOffset MacEpoch = new(1904, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EmbeddedFacts Read(ReadOnlyMemory<byte> movie)
    {
        var facts = EmbeddedFacts.None;
        DateTime? created = null;
        foreach (var (box, body) in Boxes(movie))
        {
            switch (box.Type)
            {
                case "mvhd":
                    created = Created(body.Span);
                    break;
                case "udta":
                    facts = facts.Or(UserData(body));
                    break;
                case "meta":
                    facts = facts.Or(Metadata(body));
                    break;
                case "uuid" when body.Length > 16 && body.Span[..16].SequenceEqual(XmpUuid):
                    facts = facts.Or(XmpBlock.Read(body.Span[16..]));
                    break;
                default:
                    break;
            }
        }
        return facts.TakenAt is null ? facts with { TakenAt = created } : facts;
    }

    private static EmbeddedFacts UserData(ReadOnlyMemory<byte> udta)
    {
        var facts = EmbeddedFacts.None;
        foreach (var (box, body) in Boxes(udta))
        {
            var b = body.Span;
            if (box.Type == "meta")
                facts = facts.Or(Metadata(body));
            else if (box.Type == "XMP_")
                facts = facts.Or(XmpBlock.Read(b));
            else if (box.Type.StartsWith('\u00a9') && b.Length > 4 && BinaryPrimitives.ReadUInt16BigEndian(b) is var length && length <= b.Length - 4)
                facts = facts.Or(Named(box.Type, MarkText.Decode(b.Slice(4, length))));
            else if (box.Type is "cprt" or "auth" or "perf" && b.Length > 6) // 3GPP TS 26.244 §8.2: version, language, text
                facts = facts.Or(Named(box.Type, b[6] == 0xFE && b.Length > 8 ? Encoding.BigEndianUnicode.GetString(b[8..]) : MarkText.Decode(b[6..])));
        }
        return facts;
    }

    /// <summary>Items by key name (QuickTime) or by code (iTunes).</summary>
    private static EmbeddedFacts Metadata(ReadOnlyMemory<byte> meta)
    {
        // ISO's meta starts with version and flags, QuickTime's does not.
        if (meta.Length >= 8 && meta.Span[4..8].SequenceEqual("hdlr"u8) is false)
            meta = meta[4..];
        var keys = new List<string>();
        var facts = EmbeddedFacts.None;
        foreach (var (box, body) in Boxes(meta))
        {
            if (box.Type == "keys" && body.Length > 8)
                keys.AddRange(Boxes(body[8..]).Select(key => MarkText.Decode(key.Body.Span)));
            if (box.Type != "ilst")
                continue;
            foreach (var (item, content) in Boxes(body))
            {
                var index = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(item.Type)), int.MaxValue);
                var name = index >= 1 && index <= keys.Count ? keys[index - 1] : item.Type;
                foreach (var (data, value) in Boxes(content))
                {
                    if (data.Type == "data" && value.Length > 8)
                        facts = facts.Or(Named(name, MarkText.Decode(value.Span[8..])));
                }
            }
        }
        return facts;
    }

    private static EmbeddedFacts Named(string name, string value)
    {
        var stock = StockLibraries.Find(MarkText.Tidy(value));
        return name switch
        {
            "\u00a9cpy" or "cprt" or "com.apple.quicktime.copyright" => new() { Copyright = MarkText.Tidy(value), StockLibrary = stock },
            "\u00a9ART" or "\u00a9aut" or "\u00a9dir" or "\u00a9prd" or "auth" or "com.apple.quicktime.author" or "com.apple.quicktime.artist" or "com.apple.quicktime.director" or "com.apple.quicktime.producer" =>
                new() { Artist = MarkText.Tidy(value), StockLibrary = stock },
            "\u00a9src" or "\u00a9pub" or "com.apple.quicktime.publisher" => new() { Credit = MarkText.Tidy(value), StockLibrary = stock },
            "com.apple.quicktime.creationdate" or "\u00a9day" => new() { TakenAt = MarkText.WallTime(value), StockLibrary = stock },
            _ => new() { StockLibrary = stock },
        };
    }

    /// <summary>Creation time counts seconds of UTC since 1904; shown as the school's wall time.</summary>
    private static DateTime? Created(ReadOnlySpan<byte> mvhd)
    {
        if (mvhd.Length < 12)
            return null;
        var seconds = mvhd[0] == 1 ? BinaryPrimitives.ReadUInt64BigEndian(mvhd[4..]) : BinaryPrimitives.ReadUInt32BigEndian(mvhd[4..]);
        if (seconds is 0 or > 10_000_000_000)
            return null;
        var wall = PlannedTime.WallOf(MacEpoch.AddSeconds(seconds));
        return wall.Year >= 1990 ? wall : null;
    }

    private static IEnumerable<(BoxHeader Box, ReadOnlyMemory<byte> Body)> Boxes(ReadOnlyMemory<byte> parent)
    {
        var at = 0;
        for (var count = 0; count < MaxBoxes && parent.Length - at >= 8; count++)
        {
            if (BoxHeader.Read(parent.Span[at..], at, parent.Length - at) is not { } box)
                yield break;
            yield return (box, parent.Slice((int)box.BodyStart, (int)(box.Length - box.Header)));
            at = (int)box.End;
        }
    }
}
