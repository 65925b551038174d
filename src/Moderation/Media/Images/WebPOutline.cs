using System.Buffers.Binary;
using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>Walks the RIFF chunks of a WebP (RFC 9649).</summary>
internal static class WebPOutline
{
    private const int MaxChunks = 50_000;

    public static ImageOutline? Read(ReadOnlyMemory<byte> file)
    {
        var b = file.Span;
        if (b.Length < 30)
            return null;
        var riff = BinaryPrimitives.ReadUInt32LittleEndian(b[4..]);
        if (riff > b.Length - 8)
            return null;
        var end = 8 + (int)riff;
        int width = 0, height = 0, frames = 0;
        var pixels = false;
        var metadata = new List<MetadataBlock>();
        var asides = new List<ReadOnlyMemory<byte>>();
        var at = 12;
        for (var chunks = 0; chunks < MaxChunks && at + 8 <= end; chunks++)
        {
            var type = b.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(b[(at + 4)..]);
            if (length > end - at - 8)
                return null;
            var body = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("VP8X"u8) && length >= 10)
            {
                (width, height) = (U24(body.Span[4..]) + 1, U24(body.Span[7..]) + 1);
            }
            else if (type.SequenceEqual("VP8 "u8) && length >= 10)
            {
                pixels = true;
                width = Math.Max(width, BinaryPrimitives.ReadUInt16LittleEndian(body.Span[6..]) & 0x3FFF);
                height = Math.Max(height, BinaryPrimitives.ReadUInt16LittleEndian(body.Span[8..]) & 0x3FFF);
            }
            else if (type.SequenceEqual("VP8L"u8) && length >= 5)
            {
                pixels = true;
                var packed = BinaryPrimitives.ReadUInt32LittleEndian(body.Span[1..]);
                width = Math.Max(width, (int)(packed & 0x3FFF) + 1);
                height = Math.Max(height, (int)((packed >> 14) & 0x3FFF) + 1);
            }
            else if (type.SequenceEqual("ANMF"u8))
            {
                pixels = true;
                frames++;
            }
            else if (type.SequenceEqual("EXIF"u8))
            {
                metadata.Add(new(MetadataKind.Exif, body.Span.StartsWith("Exif\0\0"u8) ? body[6..] : body));
                asides.Add(body);
            }
            else if (type.SequenceEqual("XMP "u8))
            {
                metadata.Add(new(MetadataKind.Xmp, body));
                asides.Add(body);
            }
            else if (!type.SequenceEqual("ALPH"u8) && !type.SequenceEqual("ANIM"u8))
            {
                asides.Add(body);
            }
            at += 8 + (int)((length + 1) & ~1u);
        }
        return !pixels || width == 0 || height == 0 ? null : new ImageOutline
        {
            Width = width, Height = height, Frames = Math.Max(frames, 1), WholeFrame = true, End = end, Metadata = metadata, Asides = asides,
        };
    }

    private static int U24(ReadOnlySpan<byte> b) => b[0] | b[1] << 8 | b[2] << 16;
}
