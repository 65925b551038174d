using System.Buffers.Binary;

namespace Moderation.Media.Images;

/// <summary>Where one item's bytes stand.</summary>
internal sealed record ItemPlace(uint Item, bool InIdat, IReadOnlyList<(long Start, long Length)> Extents);

/// <summary>Reads an <c>iloc</c> box (ISO/IEC 14496-12 §8.11.3).</summary>
internal static class HeifItemLocations
{
    private const int MaxExtents = 4_000;

    /// <returns>Null when the box is malformed or larger than it needs to be.</returns>
    public static List<ItemPlace>? Read(ReadOnlySpan<byte> iloc, int maxItems)
    {
        if (iloc.Length < 8)
            return null;
        var version = iloc[0];
        int offsetSize = iloc[4] >> 4, lengthSize = iloc[4] & 15, baseSize = iloc[5] >> 4, indexSize = version is 1 or 2 ? iloc[5] & 15 : 0;
        if (version > 2 || !Fits(offsetSize) || !Fits(lengthSize) || !Fits(baseSize) || !Fits(indexSize))
            return null;
        var rest = iloc[6..];
        if (!Take(ref rest, version < 2 ? 2 : 4, out var count) || count > maxItems)
            return null;
        var places = new List<ItemPlace>((int)count);
        var total = 0;
        for (var i = 0L; i < count; i++)
        {
            long method = 0;
            if (!Take(ref rest, version < 2 ? 2 : 4, out var item) || (version > 0 && !Take(ref rest, 2, out method))
                || !Take(ref rest, 2, out _) || !Take(ref rest, baseSize, out var start) || !Take(ref rest, 2, out var extents))
                return null;
            if ((total += (int)extents) > MaxExtents)
                return null;
            var list = new List<(long, long)>((int)extents);
            for (var e = 0L; e < extents; e++)
            {
                if (!Take(ref rest, indexSize, out _) || !Take(ref rest, offsetSize, out var offset) || !Take(ref rest, lengthSize, out var length))
                    return null;
                if (offset > int.MaxValue || start > int.MaxValue || length > int.MaxValue)
                    return null;
                list.Add((start + offset, length));
            }
            if ((method & 15) <= 1) // method 2 refers to another item and has no place of its own
                places.Add(new ItemPlace((uint)item, (method & 15) == 1, list));
        }
        return places;
    }

    private static bool Fits(int size) => size is 0 or 4 or 8;

    private static bool Take(ref ReadOnlySpan<byte> b, int size, out long value)
    {
        value = 0;
        if (b.Length < size)
            return false;
        value = size switch
        {
            0 => 0,
            2 => BinaryPrimitives.ReadUInt16BigEndian(b),
            4 => BinaryPrimitives.ReadUInt32BigEndian(b),
            _ => (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(b), long.MaxValue),
        };
        b = b[size..];
        return true;
    }
}
