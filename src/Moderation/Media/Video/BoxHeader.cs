using System.Buffers.Binary;
using System.Text;

namespace Moderation.Media.Video;

/// <summary>One box of an ISO base media file (ISO/IEC 14496-12 §4.2) or atom of a QuickTime file.</summary>
/// <param name="Type">Four characters; <c>©</c> is Latin-1 A9.</param>
/// <param name="Start">Offset of the box in what holds it.</param>
/// <param name="Header">8, or 16 with a 64-bit size.</param>
/// <param name="Length">Header included.</param>
internal readonly record struct BoxHeader(string Type, long Start, int Header, long Length)
{
    public long BodyStart => Start + Header;

    public long End => Start + Length;

    /// <summary>Reads the header at the start of <paramref name="bytes"/>.</summary>
    /// <param name="room">Bytes left in what holds the box.</param>
    /// <returns>Null when it is no box or does not fit.</returns>
    public static BoxHeader? Read(ReadOnlySpan<byte> bytes, long start, long room)
    {
        if (bytes.Length < 8)
            return null;
        long length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var header = 8;
        if (length == 1)
        {
            if (bytes.Length < 16)
                return null;
            header = 16;
            length = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        }
        else if (length == 0)
        {
            length = room; // reaches to the end
        }
        return length < header || length > room ? null : new(Encoding.Latin1.GetString(bytes.Slice(4, 4)), start, header, length);
    }
}
