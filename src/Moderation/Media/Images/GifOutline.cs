using System.Buffers.Binary;
using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>Walks the blocks of a GIF (GIF89a specification) up to the trailer, counting frames.</summary>
internal static class GifOutline
{
    private const int MaxBlocks = 1_000_000;

    public static ImageOutline? Read(ReadOnlyMemory<byte> file)
    {
        var b = file.Span;
        if (b.Length < 14)
            return null;
        int width = BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), height = BinaryPrimitives.ReadUInt16LittleEndian(b[8..]);
        var at = 13 + ColourTable(b[10]);
        var frames = 0;
        var metadata = new List<MetadataBlock>();
        var asides = new List<ReadOnlyMemory<byte>>();
        for (var blocks = 0; blocks < MaxBlocks && at < b.Length; blocks++)
        {
            switch (b[at])
            {
                case 0x3B:
                    return frames == 0 || width == 0 || height == 0 ? null : new ImageOutline
                    {
                        Width = width, Height = height, Frames = frames, WholeFrame = true, End = at + 1, Metadata = metadata, Asides = asides,
                    };
                case 0x2C:
                    if (at + 10 > b.Length)
                        return null;
                    // A frame may reach outside the canvas; count what a decoder could be made to allocate.
                    width = Math.Max(width, BinaryPrimitives.ReadUInt16LittleEndian(b[(at + 1)..]) + BinaryPrimitives.ReadUInt16LittleEndian(b[(at + 5)..]));
                    height = Math.Max(height, BinaryPrimitives.ReadUInt16LittleEndian(b[(at + 3)..]) + BinaryPrimitives.ReadUInt16LittleEndian(b[(at + 7)..]));
                    frames++;
                    var data = at + 10 + ColourTable(b[at + 9]) + 1; // colour table, then the LZW code size
                    if (!SkipSubBlocks(b, data, out at))
                        return null;
                    break;
                case 0x21:
                    if (at + 2 > b.Length)
                        return null;
                    var label = b[at + 1];
                    var start = at + 2;
                    if (!SkipSubBlocks(b, start, out at))
                        return null;
                    var body = file[start..at];
                    if (label is 0xFE or 0xFF && asides.Count < 1_000)
                        asides.Add(body);
                    if (label == 0xFE && metadata.Count < 32)
                        metadata.Add(new(MetadataKind.Comment, body));
                    // XMP stands unchunked in an application extension (XMP part 3 §1.1.2); a magic trailer of 257 bytes ends it.
                    else if (label == 0xFF && body.Length > 12 + 258 && body.Span[1..].StartsWith("XMP DataXMP"u8))
                        metadata.Add(new(MetadataKind.Xmp, body[12..^258]));
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static int ColourTable(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    private static bool SkipSubBlocks(ReadOnlySpan<byte> b, int at, out int next)
    {
        next = at;
        while (next < b.Length)
        {
            var size = b[next];
            next += 1 + size;
            if (size == 0)
                return true;
        }
        return false;
    }
}
