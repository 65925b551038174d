using System.Buffers.Binary;
using System.Text;

namespace Moderation.Media.Video;

/// <summary>
/// Cleans a <c>moov</c> in place: what a player needs stays, every other box becomes <c>free</c> with zeros inside, so no offset moves.
/// It is a list of what may stay, not of what must go: a metadata box nobody has heard of goes too.
/// </summary>
internal sealed class MovieCleaner(byte[] movie)
{
    private const int MaxBoxes = 20_000;

    private static readonly HashSet<string> TrackTables = ["stsd", "stts", "ctts", "cslg", "stss", "stsc", "stsz", "stz2", "stco", "co64", "sdtp", "sgpd", "sbgp"];

    private int boxes;

    /// <summary>The first picture track that is switched on, or null.</summary>
    public VideoTrack? Picture { get; private set; }

    /// <summary>The first sound track that is switched on, or null. Others are alternatives that no browser plays, so nobody can judge them.</summary>
    public VideoTrack? Sound { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <param name="start">Where the children of <c>moov</c> start in its bytes.</param>
    public MediaRefusal? Clean(int start)
    {
        var found = false;
        if (Children(start, movie.Length) is not { } children)
            return MediaRefusal.Damaged;
        if (children.Exists(b => b.Type is "pssh"))
            return MediaRefusal.Encrypted;
        if (children.Exists(b => b.Type is "mvex"))
            return MediaRefusal.Fragmented;
        if (children.Exists(b => b.Type is "cmov" or "rmra"))
            return children.Exists(b => b.Type is "rmra") ? MediaRefusal.RefersElsewhere : MediaRefusal.Complex;
        foreach (var box in children)
        {
            switch (box.Type)
            {
                case "mvhd" when !found:
                    found = true;
                    if (!CleanMovieHeader(box))
                        return MediaRefusal.Damaged;
                    break;
                case "trak":
                    if (CleanTrack(box) is { } refusal)
                        return refusal;
                    break;
                default:
                    Free(box);
                    break;
            }
        }
        return boxes > MaxBoxes ? MediaRefusal.Complex : found ? null : MediaRefusal.Damaged;
    }

    private bool CleanMovieHeader(BoxHeader box)
    {
        var body = Body(box);
        var wide = body.Length > 0 && body[0] == 1;
        if (body.Length < (wide ? 112 : 100))
            return false;
        body[4..(wide ? 20 : 12)].Clear(); // creation and modification time
        var scale = BinaryPrimitives.ReadUInt32BigEndian(body[(wide ? 20 : 12)..]);
        var duration = wide ? BinaryPrimitives.ReadUInt64BigEndian(body[24..]) : BinaryPrimitives.ReadUInt32BigEndian(body[16..]);
        body[(wide ? 84 : 72)..(wide ? 108 : 96)].Clear(); // QuickTime: preview, poster, selection and current time
        Duration = Seconds(duration, scale);
        return scale > 0;
    }

    private static TimeSpan Seconds(ulong duration, uint scale) =>
        scale == 0 || duration / scale > 100 * 3600 ? TimeSpan.Zero : TimeSpan.FromSeconds(duration / (double)scale);

    private MediaRefusal? CleanTrack(BoxHeader track)
    {
        if (Children(track) is not { } children)
            return MediaRefusal.Damaged;
        if (children.FindAll(b => b.Type is "tkhd") is not [var header] || children.FindAll(b => b.Type is "mdia") is not [var media] || Children(media) is not { } parts
            || parts.FindAll(b => b.Type is "hdlr") is not [var handler] || parts.FindAll(b => b.Type is "mdhd") is not [var mediaHeader] || parts.FindAll(b => b.Type is "minf") is not [var information])
            return MediaRefusal.Damaged;
        var kind = Body(handler) is { Length: >= 20 } h ? Encoding.Latin1.GetString(h.Slice(8, 4)) : "";
        var flags = Body(header);
        if (flags.Length < 84 || Body(mediaHeader).Length < 24)
            return MediaRefusal.Damaged;
        var on = (flags[3] & 1) != 0;
        var wanted = on && (kind == "vide" && Picture is null || kind == "soun" && Sound is null);
        if (!wanted)
        {
            // Subtitles, timed location (camera and action-cam tracks), time codes, alternatives: nobody sees or hears them before approval.
            Free(track);
            return null;
        }

        foreach (var box in children.Where(b => b.Type is not ("tkhd" or "mdia" or "edts" or "tapt")))
            Free(box);
        foreach (var edits in children.Where(b => b.Type is "edts" or "tapt"))
        {
            if (FreeAllBut(edits, "elst", "clef", "prof", "enof") is null)
                return MediaRefusal.Damaged;
        }
        foreach (var box in parts.Where(b => b.Type is not ("hdlr" or "mdhd" or "minf")))
            Free(box);
        Body(handler)[12..].Clear(); // component manufacturer and name ("GoPro AVC", "Core Media Video")
        ClearTimes(header);
        ClearTimes(mediaHeader);
        return CleanSamples(information, kind, Shown(Body(header)));
    }

    private MediaRefusal? CleanSamples(BoxHeader information, string kind, (int Width, int Height) shown)
    {
        if (FreeAllBut(information, "vmhd", "smhd", "dinf", "stbl", "hdlr") is not { } parts)
            return MediaRefusal.Damaged;
        foreach (var handler in parts.Where(b => b.Type == "hdlr" && b.Length - b.Header > 12))
            Body(handler)[12..].Clear();
        foreach (var data in parts.Where(b => b.Type == "dinf"))
        {
            if (FreeAllBut(data, "dref") is not { } references)
                return MediaRefusal.Damaged;
            foreach (var reference in references.Where(b => b.Type == "dref"))
            {
                if (!SelfContained(reference))
                    return MediaRefusal.RefersElsewhere;
            }
        }
        if (parts.FindAll(b => b.Type is "stbl") is not [var stbl] || FreeAllBut(stbl, [.. TrackTables]) is not { } tables)
            return MediaRefusal.Damaged;
        BoxHeader? One(params string[] types) => tables.FindAll(b => types.Contains(b.Type)) is [var only] ? only : null;
        if (One("stsd") is not { } descriptions || One("stsc") is not { } runs || One("stsz", "stz2") is not { } sizes || One("stco", "co64") is not { } offsets)
            return MediaRefusal.Damaged;
        var samples = new SampleDescriptions(movie);
        if (samples.Clean(descriptions, kind) is { } refusal)
            return refusal;
        if (BinaryPrimitives.ReadUInt32BigEndian(Body(sizes) is { Length: >= 12 } s ? s[8..12] : stackalloc byte[4]) == 0)
        {
            // A track without samples shows nothing: as if it were not there.
            return kind == "vide" ? MediaRefusal.NoPicture : null;
        }
        var track = new VideoTrack
        {
            Handler = kind,
            Width = shown.Width > 0 ? shown.Width : samples.Width,
            Height = shown.Height > 0 ? shown.Height : samples.Height,
            PcmFrameBytes = samples.PcmFrameBytes,
            SampleToChunk = RangeOf(runs),
            SampleSizes = RangeOf(sizes),
            CompactSizes = sizes.Type == "stz2",
            ChunkOffsets = RangeOf(offsets),
            WideOffsets = offsets.Type == "co64",
        };
        if (kind == "vide")
            Picture = track;
        else
            Sound = track;
        return track is { Handler: "vide", Width: <= 0 or > 16_384 } or { Handler: "vide", Height: <= 0 or > 16_384 } ? MediaRefusal.Damaged : null;
    }

    /// <summary>Size from the track header, its quarter turns applied; (0, 0) when the header has none.</summary>
    private static (int Width, int Height) Shown(ReadOnlySpan<byte> header)
    {
        var matrix = header[0] == 1 ? 52 : 40;
        if (header.Length < matrix + 44)
            return (0, 0);
        var width = (int)(BinaryPrimitives.ReadUInt32BigEndian(header[(matrix + 36)..]) >> 16);
        var height = (int)(BinaryPrimitives.ReadUInt32BigEndian(header[(matrix + 40)..]) >> 16);
        var turned = BinaryPrimitives.ReadInt32BigEndian(header[matrix..]) == 0 && BinaryPrimitives.ReadInt32BigEndian(header[(matrix + 4)..]) != 0;
        return turned ? (height, width) : (width, height);
    }

    /// <summary>All data references say that the samples stand in this very file; names of files in them are overwritten.</summary>
    private bool SelfContained(BoxHeader reference)
    {
        if (Body(reference).Length < 8 || Children((int)reference.BodyStart + 8, (int)reference.End) is not { Count: > 0 } entries)
            return false;
        foreach (var entry in entries)
        {
            var body = Body(entry);
            if (body.Length < 4 || (body[3] & 1) == 0)
                return false;
            body[4..].Clear();
        }
        return true;
    }

    private void ClearTimes(BoxHeader box)
    {
        var body = Body(box);
        body[4..(body[0] == 1 ? 20 : 12)].Clear();
    }

    /// <summary>Children of a box after the others have been freed, or null when they do not fit.</summary>
    private List<BoxHeader>? FreeAllBut(BoxHeader box, params ReadOnlySpan<string> stay)
    {
        if (Children(box) is not { } children)
            return null;
        var kept = new List<BoxHeader>();
        foreach (var child in children)
        {
            if (stay.Contains(child.Type))
                kept.Add(child);
            else
                Free(child);
        }
        return kept;
    }

    private List<BoxHeader>? Children(BoxHeader box) => Children((int)box.BodyStart, (int)box.End);

    private List<BoxHeader>? Children(int start, int end)
    {
        var children = new List<BoxHeader>();
        while (start < end)
        {
            if (end - start < 8)
            {
                movie.AsSpan(start, end - start).Clear(); // QuickTime ends some lists with four zero bytes
                break;
            }
            if (++boxes > MaxBoxes || BoxHeader.Read(movie.AsSpan(start, end - start), start, end - start) is not { } box)
                return null;
            children.Add(box);
            start = (int)box.End;
        }
        return children;
    }

    private void Free(BoxHeader box)
    {
        "free"u8.CopyTo(movie.AsSpan((int)box.Start + 4));
        Body(box).Clear();
    }

    private Span<byte> Body(BoxHeader box) => movie.AsSpan((int)box.BodyStart, (int)(box.Length - box.Header));

    private static Range RangeOf(BoxHeader box) => new((int)box.BodyStart, (int)box.End);
}
