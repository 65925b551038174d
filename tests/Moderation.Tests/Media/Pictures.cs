using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Moderation.Media;
using Moderation.Media.Images;
using NetVips;

namespace Moderation.Tests.Media;

/// <summary>Makes pictures for tests: whole ones, and ones with something wrong.</summary>
internal static class Pictures
{
    public static MediaSettings Settings { get; } = new();

    public static byte[] Jpeg(int width = 400, int height = 300, bool progressive = false)
    {
        using var image = Plain(width, height);
        return image.JpegsaveBuffer(q: 80, interlace: progressive);
    }

    public static byte[] Png(int width = 400, int height = 300, bool interlaced = false)
    {
        using var image = Plain(width, height);
        return image.PngsaveBuffer(interlace: interlaced);
    }

    public static byte[] WebP(int width = 400, int height = 300)
    {
        using var image = Plain(width, height);
        return image.WebpsaveBuffer(q: 70);
    }

    /// <summary>The outline of an animation without anything to see.</summary>
    public static byte[] AnimatedWebP(int frames)
    {
        byte[] chunks =
        [
            .. "WEBPVP8X"u8, 10, 0, 0, 0, 2, 0, 0, 0, 7, 0, 0, 7, 0, 0,
            .. Enumerable.Repeat((byte[])[.. "ANMF"u8, 16, 0, 0, 0, .. new byte[16]], frames).SelectMany(frame => frame),
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length), .. chunks];
    }

    public static byte[] Avif(int width = 400, int height = 300)
    {
        using var image = Plain(width, height);
        return image.HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 0);
    }

    /// <summary>An animation: its frames are red, green, blue, red, …</summary>
    public static byte[] Gif(int frames = 3, int width = 60, int height = 40)
    {
        _ = Decoders.VipsReady;
        var colours = new double[][] { [220, 20, 20], [20, 220, 20], [20, 20, 220] };
        var pages = Enumerable.Range(0, frames).Select(i => (Image.Black(width, height, bands: 3) + colours[i % 3]).Cast(Enums.BandFormat.Uchar)).ToArray();
        using var film = Image.Arrayjoin(pages, across: 1).Copy(interpretation: Enums.Interpretation.Srgb);
        using var animated = film.Mutate(m =>
        {
            m.Set(GValue.GIntType, "page-height", height);
            m.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(100, frames).ToArray());
        });
        return frames == 1 ? film.GifsaveBuffer() : animated.GifsaveBuffer();
    }

    /// <summary>A slope of colours with a darker left half, so that turning and mirroring show.</summary>
    public static Image Plain(int width, int height)
    {
        _ = Decoders.VipsReady;
        using var xyz = Image.Xyz(width, height);
        using var red = xyz[0] * (255.0 / width);
        using var green = xyz[1] * (255.0 / height);
        using var blue = red * 0 + 90;
        using var joined = red.Bandjoin(green, blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        using var copy = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return copy.CopyMemory();
    }

    /// <summary>Puts a segment behind the start of a JPEG.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, params ReadOnlySpan<byte> body)
    {
        byte[] length = [(byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)];
        return [.. jpeg[..2], 0xFF, marker, .. length, .. body, .. jpeg[2..]];
    }

    /// <summary>Puts a chunk behind the header of a PNG.</summary>
    public static byte[] WithChunk(byte[] png, string type, params ReadOnlySpan<byte> body) => [.. png[..33], .. Chunk(type, body), .. png[33..]];

    public static byte[] Chunk(string type, params ReadOnlySpan<byte> body)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. body];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(typed));
        return [.. length, .. typed, .. sum];
    }

    /// <summary>A few hundred bytes that claim to be a picture of any size: one long run of zeros, compressed.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        using var data = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(data, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(new byte[1_000_000]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND")];
    }

    /// <summary>A JPEG whose frame header claims another size.</summary>
    public static byte[] Claiming(byte[] jpeg, int width, int height)
    {
        var copy = jpeg.ToArray();
        var at = copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 7), (ushort)width);
        return copy;
    }

    public static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("a.txt").Open())
            entry.Write("hallo"u8);
        return file.ToArray();
    }
}
