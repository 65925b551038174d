using System.Buffers.Binary;
using Moderation.Media.Metadata;

namespace Moderation.Media.Images;

/// <summary>
/// Reads the item structure of HEIC and AVIF (ISO/IEC 23008-12, 14496-12 §8.11): sizes of all images in it, where its data stands, and its metadata items.
/// </summary>
internal static class HeifOutline
{
    private const int MaxBoxes = 4_000;
    private const int MaxItems = 4_000;

    public static ImageOutline? Read(ReadOnlyMemory<byte> file)
    {
        ReadOnlyMemory<byte>? meta = null;
        var end = 0;
        foreach (var box in Boxes(file))
        {
            if (box.Cut)
            {
                // A last box that runs past the end is a cut file; anything that is no box at all follows the picture.
                if (box.Known)
                    return null;
                break;
            }
            end = box.Start + box.Length;
            if (box.Type == "meta" && meta is null)
                meta = file.Slice(box.Start + box.Header, box.Length - box.Header);
        }
        return meta is { Length: > 4 } found ? OfMeta(file, found[4..], end) : null;
    }

    private static ImageOutline? OfMeta(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> meta, int end)
    {
        var types = new Dictionary<uint, string>();
        List<ItemPlace> places = [];
        var idat = ReadOnlyMemory<byte>.Empty;
        int width = 0, height = 0;
        foreach (var box in Boxes(meta))
        {
            if (box.Cut)
                return null;
            var body = meta.Slice(box.Start + box.Header, box.Length - box.Header);
            switch (box.Type)
            {
                case "iinf":
                    ReadItemTypes(body, types);
                    break;
                case "iloc":
                    if (HeifItemLocations.Read(body.Span, MaxItems) is not { } read)
                        return null;
                    places = read;
                    break;
                case "idat":
                    idat = body;
                    break;
                case "iprp":
                    foreach (var (w, h) in Sizes(body))
                    {
                        // Tiles, thumbnails and depth maps have sizes too: the largest is the picture.
                        if ((long)w * h > (long)width * height)
                            (width, height) = (w, h);
                    }
                    break;
                default:
                    break;
            }
        }
        if (width <= 0 || height <= 0 || places.Count == 0)
            return null;

        var metadata = new List<MetadataBlock>();
        foreach (var place in places)
        {
            foreach (var (from, length) in place.Extents)
            {
                if (from + length > (place.InIdat ? idat.Length : file.Length))
                    return null;
            }
            var type = types.GetValueOrDefault(place.Item);
            if (type is not ("Exif" or "mime" or "grid") || place.Extents.Count != 1)
                continue;
            var (start, size) = place.Extents[0];
            var payload = (place.InIdat ? idat : file).Slice((int)start, (int)Math.Min(size, 4_000_000));
            if (type == "grid" && GridSize(payload.Span) is var (gridWidth, gridHeight) && (long)gridWidth * gridHeight > (long)width * height)
                (width, height) = (gridWidth, gridHeight);
            else if (type == "Exif" && payload.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(payload.Span) is var skip && skip < payload.Length - 4)
                metadata.Add(new(MetadataKind.Exif, payload[(4 + (int)skip)..]));
            else if (type == "mime")
                metadata.Add(new(MetadataKind.Xmp, payload));
        }
        return new ImageOutline { Width = width, Height = height, WholeFrame = true, End = end, Metadata = metadata };
    }

    private static void ReadItemTypes(ReadOnlyMemory<byte> iinf, Dictionary<uint, string> types)
    {
        if (iinf.Length < 6)
            return;
        var entries = iinf[(iinf.Span[0] == 0 ? 6 : 8)..];
        foreach (var box in Boxes(entries))
        {
            if (box.Cut || types.Count >= MaxItems)
                return;
            var b = entries.Span.Slice(box.Start + box.Header, box.Length - box.Header);
            if (box.Type != "infe" || b.Length < 12 || b[0] < 2)
                continue;
            var wide = b[0] >= 3;
            if (wide && b.Length < 14)
                continue;
            var id = wide ? BinaryPrimitives.ReadUInt32BigEndian(b[4..]) : BinaryPrimitives.ReadUInt16BigEndian(b[4..]);
            types[id] = System.Text.Encoding.Latin1.GetString(b.Slice(wide ? 10 : 8, 4));
        }
    }

    /// <summary>Width and height of every <c>ispe</c> property.</summary>
    private static IEnumerable<(int Width, int Height)> Sizes(ReadOnlyMemory<byte> iprp)
    {
        foreach (var container in Boxes(iprp).Where(b => b is { Type: "ipco", Cut: false }))
        {
            var ipco = iprp.Slice(container.Start + container.Header, container.Length - container.Header);
            foreach (var box in Boxes(ipco))
            {
                if (box is not { Type: "ispe", Cut: false } || box.Length - box.Header < 12)
                    continue;
                var body = ipco.Span[(box.Start + box.Header)..];
                var w = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
                var h = BinaryPrimitives.ReadUInt32BigEndian(body[8..]);
                yield return ((int)Math.Min(w, int.MaxValue), (int)Math.Min(h, int.MaxValue));
            }
        }
    }

    /// <summary>Output size of a grid item (23008-12 §6.6.2.3.2).</summary>
    private static (int Width, int Height) GridSize(ReadOnlySpan<byte> grid)
    {
        if (grid.Length < 8)
            return (0, 0);
        if ((grid[1] & 1) == 0)
            return (BinaryPrimitives.ReadUInt16BigEndian(grid[4..]), BinaryPrimitives.ReadUInt16BigEndian(grid[6..]));
        return grid.Length < 12 ? (0, 0) : (
            (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(grid[4..]), int.MaxValue),
            (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(grid[8..]), int.MaxValue));
    }

    /// <param name="Cut">The box runs past the end of what holds it, or is no box.</param>
    /// <param name="Known">Its type is one that stands at the top of such files.</param>
    private readonly record struct HeifBox(string Type, int Start, int Header, int Length, bool Cut, bool Known);

    private static IEnumerable<HeifBox> Boxes(ReadOnlyMemory<byte> data)
    {
        var at = 0;
        for (var count = 0; count < MaxBoxes && at < data.Length; count++)
        {
            var b = data.Span[at..];
            if (b.Length < 8)
            {
                yield return new("", at, 0, b.Length, true, false);
                yield break;
            }
            var type = System.Text.Encoding.Latin1.GetString(b.Slice(4, 4));
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(b);
            var header = 8;
            if (size == 1 && b.Length >= 16)
                (size, header) = (BinaryPrimitives.ReadUInt64BigEndian(b[8..]), 16);
            else if (size == 0)
                size = (ulong)b.Length;
            if (size < (ulong)header || size > (ulong)b.Length)
            {
                yield return new(type, at, header, b.Length, true, type is "ftyp" or "meta" or "mdat" or "moov" or "free" or "uuid" or "mpvd");
                yield break;
            }
            yield return new(type, at, header, (int)size, false, true);
            at += (int)size;
        }
    }
}
