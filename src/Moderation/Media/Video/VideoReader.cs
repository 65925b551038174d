using System.Text;
using Moderation.Media.Metadata;

namespace Moderation.Media.Video;

/// <summary>
/// Reads an MP4 or MOV from a seekable stream: top-level boxes, then <c>moov</c> in memory. Works out which bytes belong to the one picture track
/// and the one sound track that a player plays; every other byte is to be overwritten.
/// </summary>
internal static class VideoReader
{
    private const int MaxTopBoxes = 1_000;

    /// <summary>An hour of film has a <c>moov</c> of some 4 MB.</summary>
    private const int MaxMovieBytes = 32_000_000;

    private const int MaxMetadataBytes = 1_000_000;

    public static async Task<VideoReading> ReadAsync(Stream file, CancellationToken cancel)
    {
        var boxes = new List<BoxHeader>();
        var header = new byte[16];
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancel);
            if (BoxHeader.Read(header.AsSpan(0, read), at, file.Length - at) is not { } box)
            {
                if (boxes.Exists(b => b.Type == "moov") && boxes.Exists(b => b.Type == "mdat") && !LooksLikeBox(header.AsSpan(0, read)))
                    break; // something was appended to a whole film: overwritten with zeros below
                return new VideoReading.Refused(MediaRefusal.Truncated);
            }
            if (boxes.Count == MaxTopBoxes)
                return new VideoReading.Refused(MediaRefusal.Complex);
            boxes.Add(box);
            at = box.End;
        }
        if (boxes.Exists(b => b.Type is "moof" or "sidx" or "styp"))
            return new VideoReading.Refused(MediaRefusal.Fragmented);
        var movies = boxes.Where(b => b.Type == "moov").ToList();
        if (movies.Count == 0)
            return new VideoReading.Refused(MediaRefusal.Truncated); // phones write moov last: a cut film has none
        if (movies.Count > 1 || movies[0].Length > MaxMovieBytes || boxes[0].Type != "ftyp" || boxes.Count(b => b.Type == "ftyp") > 1 || boxes[0].Length is < 16 or > 512)
            return new VideoReading.Refused(MediaRefusal.Complex);

        var brand = new byte[4];
        file.Position = boxes[0].BodyStart;
        await file.ReadExactlyAsync(brand, cancel);
        var movie = new byte[(int)movies[0].Length];
        file.Position = movies[0].Start;
        await file.ReadExactlyAsync(movie, cancel);

        var facts = MovieFacts.Read(movie.AsMemory(movies[0].Header));
        foreach (var aside in boxes.Where(b => b.Type is "uuid" or "meta" or "udta").Take(8))
            facts = await WithAsideAsync(file, aside, facts, cancel);

        var cleaner = new MovieCleaner(movie);
        if (cleaner.Clean(movies[0].Header) is { } refusal)
            return new VideoReading.Refused(refusal);
        if (cleaner.Picture is not { } picture)
            return new VideoReading.Refused(MediaRefusal.NoPicture);

        var media = boxes.Where(b => b.Type == "mdat").Select(b => (Start: b.BodyStart, b.End)).ToList();
        var kept = new List<(long Start, long End)>();
        foreach (var track in new[] { picture, cleaner.Sound }.OfType<VideoTrack>())
        {
            if (ChunkRanges.Of(track, movie, media) is not { } ranges)
                return new VideoReading.Refused(MediaRefusal.Truncated);
            kept.AddRange(ranges);
        }
        return new VideoReading.Read(new VideoOutline
        {
            Type = brand.AsSpan().SequenceEqual("qt  "u8) ? MediaType.Mov : MediaType.Mp4,
            Width = picture.Width,
            Height = picture.Height,
            Duration = cleaner.Duration,
            HasSound = cleaner.Sound is not null,
            Facts = facts,
            Patches = Patches(boxes, movie, kept, file.Length),
        });
    }

    private static List<Patch> Patches(List<BoxHeader> boxes, byte[] movie, List<(long Start, long End)> kept, long length)
    {
        var merged = ChunkRanges.Merge(kept);
        var patches = new List<Patch>();
        foreach (var box in boxes)
        {
            switch (box.Type)
            {
                case "ftyp":
                    break;
                case "moov":
                    patches.Add(new(box.Start, box.Length, movie));
                    break;
                case "mdat":
                    var at = box.BodyStart;
                    foreach (var (start, end) in merged)
                    {
                        if (end <= at || start >= box.End)
                            continue;
                        if (start > at)
                            patches.Add(new(at, start - at, null));
                        at = end;
                    }
                    if (at < box.End)
                        patches.Add(new(at, box.End - at, null));
                    break;
                default:
                    patches.Add(new(box.Start + 4, 4, "free"u8.ToArray()));
                    if (box.Length > box.Header)
                        patches.Add(new(box.BodyStart, box.Length - box.Header, null));
                    break;
            }
        }
        var last = boxes[^1].End;
        if (last < length)
            patches.Add(new(last, length - last, null));
        return patches;
    }

    private static async Task<EmbeddedFacts> WithAsideAsync(Stream file, BoxHeader box, EmbeddedFacts facts, CancellationToken cancel)
    {
        var bytes = new byte[(int)Math.Min(box.Length - box.Header, MaxMetadataBytes)];
        file.Position = box.BodyStart;
        await file.ReadExactlyAsync(bytes, cancel);
        if (box.Type == "uuid" && bytes.Length > 16 && bytes.AsSpan(0, 16).SequenceEqual(MovieFacts.XmpUuid))
            return facts.Or(XmpBlock.Read(bytes.AsSpan(16)));
        return facts.Or(new EmbeddedFacts { StockLibrary = StockLibraries.Find(Encoding.Latin1.GetString(bytes)) });
    }

    private static bool LooksLikeBox(ReadOnlySpan<byte> header) =>
        header.Length >= 8 && header[4..8] is var type && (type.SequenceEqual("mdat"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("moof"u8));
}
