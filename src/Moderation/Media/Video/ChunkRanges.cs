using System.Buffers.Binary;

namespace Moderation.Media.Video;

/// <summary>Which bytes of a file a track's samples stand in (ISO/IEC 14496-12 §8.7).</summary>
internal static class ChunkRanges
{
    /// <returns>File offsets, or null when the tables contradict each other or point outside the media data.</returns>
    public static List<(long Start, long End)>? Of(VideoTrack track, ReadOnlySpan<byte> movie, IReadOnlyList<(long Start, long End)> media)
    {
        var runs = movie[track.SampleToChunk];
        var sizes = movie[track.SampleSizes];
        var offsets = movie[track.ChunkOffsets];
        var offsetBytes = track.WideOffsets ? 8 : 4;
        if (runs.Length < 8 || sizes.Length < 12 || offsets.Length < 8)
            return null;
        long runCount = U32(runs, 4), sampleCount = U32(sizes, 8), chunkCount = U32(offsets, 4);
        if (runCount * 12 > runs.Length - 8 || chunkCount * offsetBytes > offsets.Length - 8)
            return null;
        long constant = track.CompactSizes ? 0 : U32(sizes, 4);
        var field = track.CompactSizes ? sizes[7] : 32;
        if (field is not (4 or 8 or 16 or 32) || (constant == 0 && sampleCount * field > (sizes.Length - 12) * 8L))
            return null;
        if (track.PcmFrameBytes > 0 && constant > 0)
            constant = Math.Max(constant, track.PcmFrameBytes);

        var ranges = new List<(long, long)>((int)Math.Min(chunkCount, 1_000_000));
        long sample = 0;
        var run = 0;
        for (long chunk = 1; chunk <= chunkCount && sample < sampleCount; chunk++)
        {
            while (run + 1 < runCount && U32(runs, 8 + (run + 1) * 12) <= chunk)
                run++;
            if (runCount == 0 || U32(runs, 8 + run * 12) > chunk)
                return null;
            var inChunk = Math.Min(U32(runs, 8 + run * 12 + 4), sampleCount - sample);
            long bytes = 0;
            if (constant > 0)
            {
                bytes = constant * inChunk;
            }
            else
            {
                for (var i = sample; i < sample + inChunk; i++)
                    bytes += SizeOf(sizes, (int)i, field);
            }
            sample += inChunk;
            var at = 8 + (int)(chunk - 1) * offsetBytes;
            var start = track.WideOffsets ? (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(offsets[at..]), long.MaxValue / 2) : U32(offsets, at);
            if (bytes == 0)
                continue;
            var home = Home(media, start);
            // Uncompressed sound may be counted generously; a picture that reaches past its data is a cut film.
            var end = track.PcmFrameBytes > 0 ? Math.Min(start + bytes, home.End) : start + bytes;
            if (end > home.End || end <= start)
                return null;
            ranges.Add((start, end));
        }
        return sample == sampleCount && ranges.Count > 0 ? ranges : null;
    }

    public static List<(long Start, long End)> Merge(List<(long Start, long End)> ranges)
    {
        ranges.Sort();
        var merged = new List<(long Start, long End)>(ranges.Count);
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, range.End));
            else
                merged.Add(range);
        }
        return merged;
    }

    private static (long Start, long End) Home(IReadOnlyList<(long Start, long End)> media, long position)
    {
        foreach (var part in media)
        {
            if (position >= part.Start && position < part.End)
                return part;
        }
        return (0, 0);
    }

    private static long SizeOf(ReadOnlySpan<byte> sizes, int sample, int field) => field switch
    {
        32 => U32(sizes, 12 + sample * 4),
        16 => BinaryPrimitives.ReadUInt16BigEndian(sizes[(12 + sample * 2)..]),
        8 => sizes[12 + sample],
        _ => sample % 2 == 0 ? sizes[12 + sample / 2] >> 4 : sizes[12 + sample / 2] & 15,
    };

    private static long U32(ReadOnlySpan<byte> b, int at) => BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
}
