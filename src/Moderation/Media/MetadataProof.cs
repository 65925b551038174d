using System.Buffers.Binary;
using System.Text;
using MetadataExtractor;

namespace Moderation.Media;

/// <summary>
/// Proves on the bytes of a cleaned picture that nothing is left (I18). Two readers that share no code: a list of the only parts that may stand in the file,
/// and an independent metadata library that must find nothing.
/// </summary>
public static class MetadataProof
{
    private static readonly HashSet<string> HarmlessDirectories = ["JPEG", "JFIF", "Huffman", "File Type", "PNG-IHDR", "PNG-pHYs", "PNG-PLTE", "PNG-tRNS"];

    /// <summary>Names of everything in the file that decoding does not need; empty is the proof.</summary>
    public static IReadOnlyList<string> Check(byte[] file)
    {
        var left = new List<string>();
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            CheckJpeg(file, left);
        else if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            CheckPng(file, left);
        else
            left.Add("unknown format");

        try
        {
            foreach (var directory in ImageMetadataReader.ReadMetadata(new MemoryStream(file, writable: false)))
            {
                if (!HarmlessDirectories.Contains(directory.Name))
                    left.Add(directory.Name);
            }
        }
        catch (ImageProcessingException)
        {
            left.Add("unreadable");
        }
        return left;
    }

    /// <exception cref="MetadataLeftException">Something is left.</exception>
    public static void Demand(byte[] file)
    {
        if (Check(file) is { Count: > 0 } left)
            throw new MetadataLeftException(left);
    }

    /// <summary>Allowed: SOI, a JFIF header without thumbnail, tables (DQT, DHT, DRI), frame header, scans, EOI. Nothing between and nothing after.</summary>
    private static void CheckJpeg(ReadOnlySpan<byte> b, List<string> left)
    {
        var at = 2;
        while (at + 4 <= b.Length)
        {
            if (b[at] != 0xFF)
            {
                left.Add("bytes between segments");
                return;
            }
            var marker = b[at + 1];
            if (marker == 0xD9)
                break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
            var jfif = marker == 0xE0 && length == 16 && b[(at + 4)..].StartsWith("JFIF\0"u8) && b[at + 16] == 0 && b[at + 17] == 0;
            if (!jfif && marker is not (0xDB or 0xC0 or 0xC2 or 0xC4 or 0xDA or 0xDD))
                left.Add($"segment {marker:X2}");
            at += 2 + length;
            if (marker != 0xDA)
                continue;
            while (at + 1 < b.Length && (b[at] != 0xFF || b[at + 1] is 0x00 or >= 0xD0 and <= 0xD7))
                at++;
        }
        if (at + 2 != b.Length || b[at] != 0xFF || b[at + 1] != 0xD9)
            left.Add("bytes after the picture");
    }

    /// <summary>Allowed: IHDR, PLTE, tRNS, IDAT, IEND, and a pixel density.</summary>
    private static void CheckPng(ReadOnlySpan<byte> b, List<string> left)
    {
        var at = 8;
        while (at + 12 <= b.Length)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
            if (length < 0 || length > b.Length - at - 12)
                break;
            var type = Encoding.Latin1.GetString(b.Slice(at + 4, 4));
            if (type is not ("IHDR" or "PLTE" or "tRNS" or "IDAT" or "IEND") && !(type == "pHYs" && length == 9))
                left.Add($"chunk {type}");
            at += 12 + length;
            if (type == "IEND")
                break;
        }
        if (at != b.Length)
            left.Add("bytes after the picture");
    }
}
