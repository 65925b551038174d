using System.Buffers.Binary;

namespace Moderation.Media.Metadata;

/// <summary>
/// Reads the few EXIF tags the rules ask for (Exif 3.0 §4.6). Bounded: two directories of at most 256 entries, no offset followed twice.
/// </summary>
internal static class ExifBlock
{
    private const ushort TagDateTime = 0x0132, TagArtist = 0x013B, TagCopyright = 0x8298, TagExifDirectory = 0x8769;
    private const ushort TagDateTimeOriginal = 0x9003, TagDateTimeDigitized = 0x9004, TagImageDescription = 0x010E;
    private const ushort TagWindowsAuthor = 0x9C9D;

    public static EmbeddedFacts Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return EmbeddedFacts.None;
        var little = tiff[0] == 'I';
        if (!(tiff[..2].SequenceEqual("II"u8) || tiff[..2].SequenceEqual("MM"u8)) || U16(tiff, 2, little) != 42)
            return EmbeddedFacts.None;

        var found = new Dictionary<ushort, string>();
        var exifDirectory = ReadDirectory(tiff, U32(tiff, 4, little), little, found);
        if (exifDirectory is { } offset)
            ReadDirectory(tiff, offset, little, found);

        return new EmbeddedFacts
        {
            Artist = MarkText.Tidy(found.GetValueOrDefault(TagArtist)) ?? MarkText.Tidy(found.GetValueOrDefault(TagWindowsAuthor)),
            Copyright = MarkText.Tidy(found.GetValueOrDefault(TagCopyright)),
            StockLibrary = StockLibraries.Find(found.GetValueOrDefault(TagImageDescription)),
            TakenAt = MarkText.WallTime(found.GetValueOrDefault(TagDateTimeOriginal)) ?? MarkText.WallTime(found.GetValueOrDefault(TagDateTimeDigitized)),
            ChangedAt = MarkText.WallTime(found.GetValueOrDefault(TagDateTime)),
        };
    }

    /// <summary>Collects wanted text tags; returns where the Exif directory stands.</summary>
    private static uint? ReadDirectory(ReadOnlySpan<byte> tiff, uint start, bool little, Dictionary<ushort, string> found)
    {
        if (start > tiff.Length - 2)
            return null;
        uint? exif = null;
        var count = Math.Min((int)U16(tiff, (int)start, little), 256);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)start + 2 + i * 12;
            if (entry > tiff.Length - 12)
                break;
            var tag = U16(tiff, entry, little);
            var type = U16(tiff, entry + 2, little);
            var length = U32(tiff, entry + 4, little);
            if (tag == TagExifDirectory && type is 4 or 13)
                exif = U32(tiff, entry + 8, little);
            else if (tag is TagDateTime or TagArtist or TagCopyright or TagDateTimeOriginal or TagDateTimeDigitized or TagImageDescription or TagWindowsAuthor
                     && type is 1 or 2 or 7 or 129 && length is > 0 and <= 4096)
            {
                var at = length <= 4 ? (uint)entry + 8 : U32(tiff, entry + 8, little);
                if (at <= tiff.Length - length)
                {
                    var bytes = tiff.Slice((int)at, (int)length);
                    found.TryAdd(tag, tag == TagWindowsAuthor ? System.Text.Encoding.Unicode.GetString(bytes) : MarkText.Decode(bytes));
                }
            }
        }
        return exif;
    }

    private static ushort U16(ReadOnlySpan<byte> b, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(b[at..]) : BinaryPrimitives.ReadUInt16BigEndian(b[at..]);

    private static uint U32(ReadOnlySpan<byte> b, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(b[at..]) : BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
}
