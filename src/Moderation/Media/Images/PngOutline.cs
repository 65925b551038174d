using System.Buffers.Binary;
using System.IO.Compression;
using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>Walks the chunks of a PNG (W3C PNG, third edition, §5) up to IEND.</summary>
internal static class PngOutline
{
    private const int MaxChunks = 100_000;
    private const int MaxTextBytes = 1_000_000;

    public static ImageOutline? Read(ReadOnlyMemory<byte> file)
    {
        var b = file.Span;
        int width = 0, height = 0, frames = 1;
        bool interlaced = false, pixels = false;
        var metadata = new List<MetadataBlock>();
        var asides = new List<ReadOnlyMemory<byte>>();
        var at = 8;
        for (var chunks = 0; chunks < MaxChunks; chunks++)
        {
            if (at + 12 > b.Length)
                return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
            if (length > b.Length - at - 12)
                return null;
            var type = b.Slice(at + 4, 4);
            var body = file.Slice(at + 8, (int)length);
            at += 12 + (int)length;
            if (chunks == 0)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != 13)
                    return null;
                var w = BinaryPrimitives.ReadUInt32BigEndian(body.Span);
                var h = BinaryPrimitives.ReadUInt32BigEndian(body.Span[4..]);
                if (w is 0 or > int.MaxValue || h is 0 or > int.MaxValue)
                    return null;
                (width, height, interlaced) = ((int)w, (int)h, body.Span[12] != 0);
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                pixels = true;
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return !pixels ? null : new ImageOutline
                {
                    Width = width, Height = height, Frames = frames, WholeFrame = interlaced, End = at, Metadata = metadata, Asides = asides,
                };
            }
            else if (!type.SequenceEqual("PLTE"u8) && !type.SequenceEqual("fdAT"u8) && !type.SequenceEqual("tRNS"u8))
            {
                asides.Add(body);
                if (type.SequenceEqual("acTL"u8) && length >= 4)
                    frames = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(body.Span), 1, int.MaxValue);
                else if (metadata.Count < 64)
                    AddMetadata(type, body, metadata);
            }
        }
        return null;
    }

    private static void AddMetadata(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> body, List<MetadataBlock> metadata)
    {
        if (type.SequenceEqual("eXIf"u8))
        {
            metadata.Add(new(MetadataKind.Exif, body));
        }
        else if (type.SequenceEqual("tEXt"u8))
        {
            metadata.Add(new(MetadataKind.Comment, body));
        }
        else if (type.SequenceEqual("iTXt"u8) && body.Span.StartsWith("XML:com.adobe.xmp\0"u8) && body.Length > 20)
        {
            var compressed = body.Span[18] == 1;
            var rest = body[20..]; // flag, method, then language and translated keyword, each ended by a zero
            for (var i = 0; i < 2; i++)
            {
                var zero = rest.Span.IndexOf((byte)0);
                if (zero < 0)
                    return;
                rest = rest[(zero + 1)..];
            }
            metadata.Add(new(MetadataKind.Xmp, compressed ? Inflate(rest) : rest));
        }
    }

    /// <summary>At most 1 MB of what a compressed text holds: a small chunk can swell a thousandfold.</summary>
    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        var text = new byte[MaxTextBytes];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
            var read = zlib.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return text.AsMemory(0, read);
        }
        catch (InvalidDataException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
