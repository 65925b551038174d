using System.Buffers.Binary;
using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>Walks the segments of a JPEG (ITU-T T.81 annex B) up to the first end-of-image marker.</summary>
internal static class JpegOutline
{
    private const int MaxSegments = 2_000;

    /// <summary>Null when the file stops before the picture does, or is no JPEG inside.</summary>
    public static ImageOutline? Read(ReadOnlyMemory<byte> file)
    {
        var b = file.Span;
        int width = 0, height = 0, scans = 0;
        var progressive = false;
        var metadata = new List<MetadataBlock>();
        var asides = new List<ReadOnlyMemory<byte>>();
        var at = 2;
        for (var segments = 0; segments < MaxSegments; segments++)
        {
            // A marker may be preceded by any number of FF fill bytes.
            while (at + 1 < b.Length && b[at] == 0xFF && b[at + 1] == 0xFF)
                at++;
            if (at + 1 >= b.Length || b[at] != 0xFF)
                return null;
            var marker = b[at + 1];
            at += 2;
            if (marker == 0xD9)
            {
                return width == 0 || scans == 0 ? null : new ImageOutline
                {
                    Width = width, Height = height, WholeFrame = progressive, Scans = scans, End = at, Metadata = metadata, Asides = asides,
                };
            }
            if (marker is 0x01 or >= 0xD0 and <= 0xD8)
                continue;
            if (at + 2 > b.Length)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(b[at..]);
            if (length < 2 || at + length > b.Length)
                return null;
            var body = file.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    if (width != 0 || body.Length < 6)
                        return null;
                    height = BinaryPrimitives.ReadUInt16BigEndian(body.Span[1..]);
                    width = BinaryPrimitives.ReadUInt16BigEndian(body.Span[3..]);
                    progressive = marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
                    if (width == 0 || height == 0)
                        return null;
                    break;
                case 0xDA:
                    scans++;
                    at = EndOfScan(b, at);
                    break;
                case 0xFE:
                    metadata.Add(new(MetadataKind.Comment, body));
                    asides.Add(body);
                    break;
                case >= 0xE0 and <= 0xEF:
                    AddMetadata(marker, body, metadata);
                    asides.Add(body);
                    break;
                default:
                    break;
            }
        }
        return null;
    }

    /// <summary>Position of the first marker after entropy-coded data: FF not followed by a stuffed 00 or a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> b, int at)
    {
        while (at < b.Length)
        {
            var next = b[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= b.Length)
                return b.Length;
            at += next;
            if (b[at + 1] is 0x00 or >= 0xD0 and <= 0xD7)
                at += 2;
            else
                return at;
        }
        return at;
    }

    private static void AddMetadata(byte marker, ReadOnlyMemory<byte> body, List<MetadataBlock> metadata)
    {
        var xmp = "http://ns.adobe.com/xap/1.0/\0"u8;
        var b = body.Span;
        if (marker == 0xE1 && b.StartsWith("Exif\0\0"u8))
            metadata.Add(new(MetadataKind.Exif, body[6..]));
        else if (marker == 0xE1 && b.StartsWith(xmp))
            metadata.Add(new(MetadataKind.Xmp, body[xmp.Length..]));
        else if (marker == 0xED && b.StartsWith("Photoshop 3.0\0"u8) && PhotoshopResources.FindIptc(body[14..]) is { } iptc)
            metadata.Add(new(MetadataKind.Iptc, iptc));
    }
}
