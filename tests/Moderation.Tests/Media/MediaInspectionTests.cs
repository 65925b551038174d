using System.Text;
using Moderation.Media;

namespace Moderation.Tests.Media;

public sealed class MediaInspectionTests
{
    public static TheoryData<string, string, byte[]> Awkward => new()
    {
        { "leeg.jpg", "empty", [] },
        { "tekening.svg", "not_allowed.svg", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n<!-- logo --><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") },
        { "foto.jpg", "not_allowed.svg", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<svg width='1' height='1'/>")).ToArray() },
        { "brief.pdf", "not_allowed.pdf", Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n") },
        { "foto.jpg", "not_allowed.pdf", Encoding.Latin1.GetBytes("%PDF-1.4\n%âãÏÓ\n") },
        { "foto.png", "not_allowed.html", "  <!DOCTYPE html><html><body>hoi</body></html>"u8.ToArray() },
        { "foto.jpg", "not_allowed.html", "<?php system($_GET[0]); ?>"u8.ToArray() },
        { "script.jpg", "not_allowed.html", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
        { "notitie.jpg", "not_allowed.text", "Dit is gewoon een stukje tekst.\r\n"u8.ToArray() },
        { "verslag.docx", "not_allowed.archive", Pictures.Zip() },
        { "foto.jpg", "not_allowed.program", [.. "MZ"u8, .. new byte[200]] },
        { "scan.tif", "not_allowed.raw_photo", [.. "II*\0"u8, .. new byte[64]] },
        { "DSC_0001.NEF", "not_allowed.raw_photo", [.. "MM\0*"u8, .. new byte[64]] },
        { "plaatje.bmp", "not_allowed.other_image", [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, .. new byte[64]] },
        { "ontwerp.psd", "not_allowed.other_image", [.. "8BPS\0\u0001"u8, .. new byte[64]] },
        { "film.mkv", "not_allowed.other_video", [0x1A, 0x45, 0xDF, 0xA3, .. new byte[64]] },
        { "film.avi", "not_allowed.other_video", [.. "RIFF"u8, 1, 2, 3, 0, .. "AVI LIST"u8, .. new byte[32]] },
        { "lied.mp3", "not_allowed.sound", [.. "ID3\u0004"u8, .. new byte[64]] },
        { "opname.m4a", "not_allowed.sound", [0, 0, 0, 24, .. "ftypM4A \0\0\0\0M4A isom"u8, .. new byte[32]] },
        { "ruis.jpg", "not_allowed.unknown", [1, 2, 3, 200, 201, 0, 0, 9, 8, 7, 6, 5] },
        { "bijna.jpg", "truncated", [0xFF, 0xD8, 0xFF] },
        { "half.jpg", "truncated", Half(Pictures.Jpeg()) },
        { "zonder-einde.jpg", "truncated", Pictures.Jpeg()[..^2] },
        { "half.png", "truncated", Half(Pictures.Png()) },
        { "half.gif", "truncated", Half(Pictures.Gif()) },
        { "half.webp", "truncated", Half(Pictures.WebP()) },
        { "half.avif", "truncated", Half(Pictures.Avif()) },
        { "half.heic", "truncated", Half(SampleMedia.Bytes("telefoon.heic")) },
        { "bom.png", "bomb", Pictures.PngBomb(100_000, 100_000) },
        { "bom-smal.png", "bomb", Pictures.PngBomb(2, 2_000_000_000) },
        { "bom.jpg", "bomb", Pictures.Claiming(Pictures.Jpeg(), 65_000, 65_000) },
        { "bom-gif.gif", "bomb", Pictures.Gif(700, 8, 8) },
        { "bom-apng.png", "bomb", Pictures.WithChunk(Pictures.Png(), "acTL", [0, 0, 100, 0, 0, 0, 0, 0]) },
        { "bom-webp.webp", "bomb", Pictures.AnimatedWebP(700) },
        { "plaatje-met-zip.jpg", "polyglot", [.. Pictures.Jpeg(), .. Pictures.Zip()] },
        { "plaatje-met-zip.png", "polyglot", [.. Pictures.Png(), .. "vulling tussendoor"u8, .. Pictures.Zip()] },
        { "plaatje-met-pagina.gif", "polyglot", [.. Pictures.Gif(1), .. "\n<html><body onload=alert(1)>"u8] },
        { "plaatje-met-script.jpg", "polyglot", Pictures.WithSegment(Pictures.Jpeg(), 0xFE, "*/=1;</style><SCRIPT>fetch('//x')</script>"u8) },
        { "plaatje-met-php.png", "polyglot", Pictures.WithChunk(Pictures.Png(), "tEXt", "Comment\0<?php echo 1; ?>"u8) },
        { "plaatje-met-pdf.jpg", "polyglot", Pictures.WithSegment(Pictures.Jpeg(), 0xFE, "\n%PDF-1.5\n1 0 obj <<>> stream"u8) },
        { "plaatje-met-programma.webp", "polyglot", [.. Pictures.WebP(), 0x7F, .. "ELF"u8, .. new byte[100]] },
        { "plaatje-met-tekening.jpg", "polyglot", [.. Pictures.Jpeg(), .. "<svg onload=alert(1)></svg>"u8] },
    };

    [Theory]
    [MemberData(nameof(Awkward))]
    public void An_awkward_file_is_refused_for_what_it_is(string name, string code, byte[] file)
    {
        var refused = Assert.IsType<Inspection.Refused>(MediaInspection.Inspect(file, name, Pictures.Settings));
        Assert.Equal(code, refused.Refusal.Code);
        Assert.EndsWith(".", refused.Refusal.Words.Nl, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Refusal.Words.En, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], MediaType, string> Sound => new()
    {
        { "foto.jpg", Pictures.Jpeg(), MediaType.Jpeg, "foto.jpg" },
        { "foto.JPEG", Pictures.Jpeg(progressive: true), MediaType.Jpeg, "foto.JPEG" },
        { "foto.jpg", Pictures.Png(), MediaType.Png, "foto.png" },
        { "foto.png", Pictures.Png(interlaced: true), MediaType.Png, "foto.png" },
        { "foto.png", Pictures.WebP(), MediaType.WebP, "foto.webp" },
        { "foto.gif", Pictures.Gif(1), MediaType.Gif, "foto.gif" },
        { "foto", Pictures.Avif(), MediaType.Avif, "foto.avif" },
        { "IMG_2031.HEIC", SampleMedia.Bytes("telefoon.heic"), MediaType.Heic, "IMG_2031.HEIC" },
        { "foto.exe", Pictures.Jpeg(), MediaType.Jpeg, "foto.exe.jpg" },
        // What phones append is dropped by re-encoding, so it is no reason to refuse.
        { "bewegend.jpg", [.. Pictures.Jpeg(), 0, 0, 0, 24, .. "ftypmp42\0\0\0\0isommp42"u8, .. new byte[500]], MediaType.Jpeg, "bewegend.jpg" },
        { "hdr.jpg", [.. Pictures.Jpeg(), .. Pictures.Jpeg(100, 75)], MediaType.Jpeg, "hdr.jpg" },
        { "opgevuld.png", [.. Pictures.Png(), .. new byte[4096]], MediaType.Png, "opgevuld.png" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_file_is_accepted_by_content_and_named_after_it(string name, byte[] file, MediaType type, string fileName)
    {
        var accepted = Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(file, name, Pictures.Settings));
        Assert.Equal(type, accepted.Type);
        Assert.Equal(fileName, accepted.FileName);
        Assert.True(accepted is { Width: > 0, Height: > 0 });
        Assert.Null(accepted.Notice);
    }

    [Theory]
    [InlineData(".jpg", true)]
    [InlineData(".pdf", false)]
    public void A_name_that_promises_a_picture_is_contradicted_in_the_words(string extension, bool contradicted)
    {
        var refused = Assert.IsType<Inspection.Refused>(MediaInspection.Inspect("%PDF-1.4 "u8.ToArray(), "verslag" + extension, Pictures.Settings));
        Assert.Equal(contradicted, refused.Refusal.Words.Nl.Contains("De naam eindigt op .jpg", StringComparison.Ordinal));
        Assert.Contains("PDF", refused.Refusal.Words.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_over_the_size_limit_is_refused_with_the_limit()
    {
        var refused = Assert.IsType<Inspection.Refused>(MediaInspection.Inspect((byte[])[.. Pictures.Jpeg(), .. new byte[40_000_000]], "groot.jpg", Pictures.Settings));
        Assert.Equal("too_large", refused.Refusal.Code);
        Assert.Contains("40 MB", refused.Refusal.Words.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void An_animation_is_accepted_with_the_notice_that_only_its_first_frame_stays()
    {
        var accepted = Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(Pictures.Gif(5), "dans.gif", Pictures.Settings));
        Assert.Contains("eerste beeld", accepted.Notice!.Value.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_progressive_picture_must_fit_in_memory_whole()
    {
        var settings = new MediaSettings { MaxWholePixels = 1_000_000, MaxPixels = 4_000_000 };
        Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(Pictures.Jpeg(1600, 1200), "a.jpg", settings));
        Assert.IsType<Inspection.Refused>(MediaInspection.Inspect(Pictures.Jpeg(1600, 1200, progressive: true), "a.jpg", settings));
    }

    [Fact]
    public async Task Every_sample_is_accepted()
    {
        foreach (var name in SampleMedia.Names)
        {
            var accepted = Assert.IsType<Inspection.Acceptable>(await MediaInspection.InspectAsync(new MemoryStream(SampleMedia.Bytes(name)), name, Pictures.Settings, default));
            Assert.Equal(name, accepted.FileName);
        }
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];
}
