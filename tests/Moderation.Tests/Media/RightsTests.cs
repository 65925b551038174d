using System.Text;
using Moderation.Media;
using Moderation.Media.Metadata;

namespace Moderation.Tests.Media;

public sealed class RightsTests
{
    [Theory]
    [InlineData("shutterstock_1234567.jpg", "Shutterstock")]
    [InlineData("GettyImages-1182012.jpg", "Getty Images")]
    [InlineData("iStock-498291112.jpg", "iStock")]
    [InlineData("AdobeStock_221.jpeg", "Adobe Stock")]
    [InlineData("depositphotos_112-stock-photo-herfst.jpg", "Depositphotos")]
    [InlineData("pexels-iemand-12345.jpg", "gratis beeldbank")]
    [InlineData("© ANP / Jansma", "ANP")]
    [InlineData("anp-foto-2231.jpg", "ANP")]
    [InlineData("Foto: Hollandse Hoogte", "Hollandse Hoogte")]
    [InlineData("REUTERS/Een Fotograaf", "Reuters")]
    [InlineData("(AP Photo/Iemand)", "Associated Press")]
    [InlineData("FBMD01000ac0030000bd0d0000", "Facebook")]
    public void A_stock_library_is_recognised(string text, string library) => Assert.Equal(library, StockLibraries.Find(text));

    [Theory]
    [InlineData("IMG_2031.jpg")]
    [InlineData("M. Visser")]
    [InlineData("alamander.jpg")]
    [InlineData("stock-kamer.jpg")]
    [InlineData("lanpartij.jpg")]
    [InlineData("Anpassing van het rooster")]
    [InlineData("klas 3A epa-bouw")]
    [InlineData("getty")]
    [InlineData("mistock.png")]
    [InlineData("apart photo album")]
    [InlineData("")]
    [InlineData(null)]
    public void An_ordinary_name_is_no_stock_library(string? text) => Assert.Null(StockLibraries.Find(text));

    [Fact]
    public void Maker_and_time_are_read_from_a_camera_photo()
    {
        var found = Inspect("schoolgebouw.jpg");
        Assert.Equal("M. Visser", found.Rights.Artist);
        Assert.Null(found.Rights.StockLibrary);
        Assert.Equal(new DateTime(2026, 9, 14, 10, 12, 41), found.TakenAt);
        Assert.Equal(DateTimeKind.Unspecified, found.TakenAt!.Value.Kind);
    }

    [Fact]
    public void A_stock_photo_is_known_by_its_marks()
    {
        var found = Inspect("herfst.jpg");
        Assert.Equal(new RightsMarks("Nova Beeld", "© Nova Beeld", "Shutterstock", "Shutterstock"), found.Rights);
        Assert.Equal("Shutterstock; © Nova Beeld; Nova Beeld", found.Rights.Summary);
    }

    [Fact]
    public void A_phone_photo_tells_its_time() => Assert.Equal(new DateTime(2026, 3, 18, 11, 25, 44), Inspect("telefoon.heic").TakenAt);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("png, compressed")]
    [InlineData("webp")]
    [InlineData("gif")]
    public void Xmp_is_read_wherever_a_format_keeps_it(string kind)
    {
        const string Packet = """
            <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:DateTimeOriginal='2026-05-02T09:10:11+02:00'>
            <dc:creator><rdf:Seq><rdf:li>K. Kunstenaar</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>Alle rechten voorbehouden</rdf:li></rdf:Alt></dc:rights>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>
            """;
        var packet = Encoding.UTF8.GetBytes(Packet);
        byte[] file = kind switch
        {
            "jpeg" => Pictures.WithSegment(Pictures.Jpeg(), 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. packet]),
            "png" => Pictures.WithChunk(Pictures.Png(), "iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. packet]),
            "png, compressed" => Pictures.WithChunk(Pictures.Png(), "iTXt", [.. "XML:com.adobe.xmp\0\u0001\0\0\0"u8, .. Deflate(packet)]),
            "webp" => WebPWith(packet),
            _ => GifWith(packet),
        };
        var found = Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(file, "foto", Pictures.Settings));
        Assert.Equal("K. Kunstenaar", found.Rights.Artist);
        Assert.Equal("Alle rechten voorbehouden", found.Rights.Copyright);
        Assert.Equal(new DateTime(2026, 5, 2, 9, 10, 11), found.TakenAt);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><x:xmpmeta xmlns:x='a'>&b;</x:xmpmeta>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><creator>&a;</creator>")]
    [InlineData("<creator>")]
    [InlineData("<<<<<<")]
    public void Hostile_xmp_says_nothing_and_harms_nothing(string packet)
    {
        var file = Pictures.WithSegment(Pictures.Jpeg(), 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(packet)]);
        Assert.False(Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(file, "foto", Pictures.Settings)).Rights.Any);
    }

    [Fact]
    public void Deep_xmp_is_left_alone()
    {
        var packet = string.Concat(Enumerable.Repeat("<a>", 20_000));
        Assert.Equal(EmbeddedFacts.None, XmpBlock.Read(Encoding.UTF8.GetBytes(packet)));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("                      ")]
    [InlineData("Artist")]
    [InlineData("\0\0\0\0")]
    [InlineData("20260101")]
    public void What_a_camera_fills_in_by_itself_is_no_maker(string text) => Assert.Null(MarkText.Tidy(text));

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("1904:01:01 00:00:00")]
    [InlineData("2026:02:30 10:00:00")]
    [InlineData("gisteren om tien uur")]
    public void A_clock_that_was_never_set_gives_no_time(string text) => Assert.Null(MarkText.WallTime(text));

    [Theory]
    [InlineData(@"C:\Users\visser\foto.jpg", "foto.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("leuk\u202Egpj.exe", "leukgpj.exe")]
    [InlineData("  .htaccess", "htaccess")]
    [InlineData("\0\u0001", "bestand")]
    [InlineData(null, "bestand")]
    [InlineData("foto <van> \"Zoë\".jpg", "foto _van_ _Zoë_.jpg")]
    public void A_file_name_is_made_harmless(string? name, string clean) => Assert.Equal(clean, UploadName.Sanitise(name));

    [Fact]
    public void A_long_file_name_keeps_its_extension()
    {
        var clean = UploadName.Sanitise(new string('a', 300) + ".jpeg");
        Assert.Equal(UploadName.MaxLength, clean.Length);
        Assert.EndsWith("a.jpeg", clean, StringComparison.Ordinal);
    }

    private static Inspection.Acceptable Inspect(string sample) =>
        Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(SampleMedia.Bytes(sample), sample, Pictures.Settings));

    private static byte[] Deflate(byte[] bytes)
    {
        using var data = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(data, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            zlib.Write(bytes);
        return data.ToArray();
    }

    private static byte[] WebPWith(byte[] packet)
    {
        var file = Pictures.WebP();
        byte[] longer = [.. file, .. "XMP "u8, .. BitConverter.GetBytes(packet.Length), .. packet, .. new byte[packet.Length % 2]];
        BitConverter.GetBytes(longer.Length - 8).CopyTo(longer, 4);
        return longer;
    }

    private static byte[] GifWith(byte[] packet)
    {
        byte[] trailer = [1, .. Enumerable.Range(0, 256).Select(i => (byte)(255 - i)), 0];
        return [.. Pictures.Gif(1)[..^1], 0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. packet, .. trailer, 0x3B];
    }
}
