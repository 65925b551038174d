using Moderation.Media;

namespace Moderation.Tests.Media;

public sealed class MetadataProofTests
{
    private static readonly byte[] CleanJpeg = Cleaned(Pictures.Jpeg());
    private static readonly byte[] CleanPng = Cleaned(SampleMedia.Bytes("robotica.png"));

    public static TheoryData<string, byte[]> Leftovers => new()
    {
        { "EXIF", Pictures.WithSegment(CleanJpeg, 0xE1, [.. "Exif\0\0II*\0\u0008\0\0\0\0\0"u8]) },
        { "XMP", Pictures.WithSegment(CleanJpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x/>"u8]) },
        { "IPTC", Pictures.WithSegment(CleanJpeg, 0xED, [.. "Photoshop 3.0\0"u8]) },
        { "colour profile", Pictures.WithSegment(CleanJpeg, 0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. new byte[140]]) },
        { "comment", Pictures.WithSegment(CleanJpeg, 0xFE, [.. "hoi"u8]) },
        { "JFIF thumbnail", Pictures.WithSegment(CleanJpeg, 0xE0, [.. "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0001"u8, 1, 2, 3]) },
        { "unknown segment", Pictures.WithSegment(CleanJpeg, 0xEB, [1, 2, 3]) },
        { "trailer", [.. CleanJpeg, 0] },
        { "second picture", [.. CleanJpeg, .. CleanJpeg] },
        { "PNG text", Pictures.WithChunk(CleanPng, "tEXt", [.. "Author\0iemand"u8]) },
        { "PNG EXIF", Pictures.WithChunk(CleanPng, "eXIf", [.. "II*\0\u0008\0\0\0\0\0"u8]) },
        { "PNG time", Pictures.WithChunk(CleanPng, "tIME", [7, 0xEA, 3, 18, 11, 5, 9]) },
        { "PNG private chunk", Pictures.WithChunk(CleanPng, "geHm", [1]) },
        { "PNG trailer", [.. CleanPng, .. "PK"u8] },
        { "other format", Pictures.WebP() },
    };

    [Theory]
    [MemberData(nameof(Leftovers))]
    public void Whatever_is_left_in_a_file_is_found(string what, byte[] file)
    {
        Assert.True(MetadataProof.Check(file).Count > 0, what);
        Assert.Throws<MetadataLeftException>(() => MetadataProof.Demand(file));
    }

    [Fact]
    public void A_cleaned_file_passes()
    {
        Assert.Empty(MetadataProof.Check(CleanJpeg));
        Assert.Empty(MetadataProof.Check(CleanPng));
    }

    private static byte[] Cleaned(byte[] file)
    {
        using var cleaner = new ImageCleaner(Pictures.Settings);
        var found = (Inspection.Acceptable)MediaInspection.Inspect(file, "foto", Pictures.Settings);
        return ((ImageCleaning.Cleaned)cleaner.Clean(file, found.Type, default)).Image.Bytes;
    }
}
