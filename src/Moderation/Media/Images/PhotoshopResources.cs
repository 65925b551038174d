using System.Buffers.Binary;

namespace Moderation.Media.Images;

/// <summary>Finds the IPTC records (resource 0x0404) in a Photoshop image resource block (Adobe Photoshop File Formats, "Image Resource Blocks").</summary>
internal static class PhotoshopResources
{
    public static ReadOnlyMemory<byte>? FindIptc(ReadOnlyMemory<byte> block)
    {
        for (var left = 200; left > 0 && block.Length >= 12 && block.Span.StartsWith("8BIM"u8); left--)
        {
            var b = block.Span;
            var id = BinaryPrimitives.ReadUInt16BigEndian(b[4..]);
            var nameField = (b[6] + 2) & ~1; // length byte and name, padded to even
            var sizeAt = 6 + nameField;
            if (sizeAt + 4 > b.Length)
                return null;
            var size = BinaryPrimitives.ReadUInt32BigEndian(b[sizeAt..]);
            var dataAt = sizeAt + 4;
            if (size > b.Length - dataAt)
                return null;
            if (id == 0x0404)
                return block.Slice(dataAt, (int)size);
            var next = dataAt + (((int)size + 1) & ~1);
            if (next > block.Length)
                return null;
            block = block[next..];
        }
        return null;
    }
}
