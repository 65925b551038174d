using System.Buffers.Binary;
using System.Text;

namespace Moderation.Media;

/// <summary>
/// Proves on a cleaned video that nothing is left (I18). Walks the output with its own reader and its own list of the only boxes that may hold anything;
/// <c>free</c> boxes must be all zeros and times must be zero.
/// </summary>
public static class VideoProof
{
    private const int MaxFreeRead = 1 << 16;

    private static readonly HashSet<string> Containers = ["moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "tapt"];

    private static readonly HashSet<string> Leaves =
    [
        "mvhd", "tkhd", "mdhd", "hdlr", "vmhd", "smhd", "dref", "stsd", "stts", "ctts", "cslg", "stss", "stsc", "stsz", "stz2", "stco", "co64", "sdtp", "sgpd", "sbgp",
        "elst", "clef", "prof", "enof",
    ];

    /// <summary>Names of everything in the file that playing does not need; empty is the proof.</summary>
    /// <param name="file">Readable and seekable.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(Stream file, CancellationToken cancel)
    {
        var left = new List<string>();
        await WalkAsync(file, 0, file.Length, "", left, cancel);
        return left;
    }

    private static async Task WalkAsync(Stream file, long start, long end, string parent, List<string> left, CancellationToken cancel)
    {
        var header = new byte[16];
        while (end - start >= 8 && left.Count < 100)
        {
            var read = (int)Math.Min(16, end - start);
            file.Position = start;
            await file.ReadExactlyAsync(header.AsMemory(0, read), cancel);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var body = start + 8;
            if (size == 1 && read == 16)
                (size, body) = (BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)), start + 16);
            else if (size == 0)
                size = header.AsSpan(0, 8).IndexOfAnyExcept((byte)0) < 0 ? 0 : end - start;
            if (size < 8 || size > end - start)
                break;
            var type = Encoding.Latin1.GetString(header, 4, 4);
            var next = start + size;
            if (type == "free")
            {
                if (!await ZerosAsync(file, body, next, cancel))
                    left.Add("free with content");
            }
            else if (Containers.Contains(type) && parent != "stsd")
            {
                await WalkAsync(file, body, next, type, left, cancel);
            }
            else if (!(parent.Length == 0 ? type is "ftyp" or "mdat" : Leaves.Contains(type)))
            {
                left.Add($"box {new string([.. type.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '?')])}");
            }
            else if (type is "mvhd" or "tkhd" or "mdhd" or "hdlr" or "dref")
            {
                await CheckHeaderAsync(file, type, body, next, left, cancel);
            }
            start = next;
        }
        if (!await ZerosAsync(file, start, end, cancel))
            left.Add("bytes outside boxes");
    }

    private static async Task CheckHeaderAsync(Stream file, string type, long start, long end, List<string> left, CancellationToken cancel)
    {
        var body = new byte[(int)Math.Min(end - start, 4096)];
        file.Position = start;
        await file.ReadExactlyAsync(body, cancel);
        var (from, to) = type switch
        {
            "hdlr" => (12, body.Length), // manufacturer and name
            "dref" => (20, body.Length), // first reference: its flags end at 20
            _ => (4, body[0] == 1 ? 20 : 12),
        };
        if (from < to && to <= body.Length && body.AsSpan(from, to - from).ContainsAnyExcept((byte)0) && !(type == "dref" && body[7] != 1))
            left.Add($"{type} with {(type is "hdlr" ? "a name" : type is "dref" ? "a place" : "a time")}");
    }

    private static async Task<bool> ZerosAsync(Stream file, long start, long end, CancellationToken cancel)
    {
        var buffer = new byte[(int)Math.Clamp(end - start, 0, MaxFreeRead)];
        file.Position = start;
        for (var at = start; at < end;)
        {
            var take = (int)Math.Min(buffer.Length, end - at);
            await file.ReadExactlyAsync(buffer.AsMemory(0, take), cancel);
            if (buffer.AsSpan(0, take).ContainsAnyExcept((byte)0))
                return false;
            at += take;
        }
        return true;
    }
}
