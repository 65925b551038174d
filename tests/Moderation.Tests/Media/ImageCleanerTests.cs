using Moderation.Media;
using NetVips;

namespace Moderation.Tests.Media;

public sealed class ImageCleanerTests : IDisposable
{
    private readonly ImageCleaner cleaner = new(Pictures.Settings);

    public void Dispose() => cleaner.Dispose();

    [Fact]
    public void Every_sample_picture_comes_out_without_anything_but_its_pixels()
    {
        foreach (var name in SampleMedia.Names.Where(n => !n.EndsWith(".mp4", StringComparison.Ordinal)))
        {
            var original = SampleMedia.Bytes(name);
            Assert.NotEmpty(MetadataProof.Check(original));
            var cleaned = Clean(original);
            Assert.Empty(MetadataProof.Check(cleaned.Bytes));
            foreach (var trace in new[] { "Exif", "Zwolle", "Optiek", "Visser", "Shutterstock", "2026", "xap/1.0", "8BIM", "Comment" })
                Assert.True(cleaned.Bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(trace)) < 0, $"{name} still says {trace}");
        }
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    [InlineData("avif")]
    public void Every_kind_is_re_encoded_as_jpeg_and_still_shows_the_same(string kind)
    {
        var file = kind switch
        {
            "jpeg" => Pictures.Jpeg(),
            "progressive" => Pictures.Jpeg(progressive: true),
            "png" => Pictures.Png(),
            "webp" => Pictures.WebP(),
            "avif" => Pictures.Avif(),
            _ => GifOf(Pictures.Png()),
        };
        var cleaned = Clean(file);
        Assert.Equal((MediaType.Jpeg, 400, 300), (cleaned.Type, cleaned.Width, cleaned.Height));
        using var shown = Image.NewFromBuffer(cleaned.Bytes);
        using var wanted = Pictures.Plain(400, 300);
        Assert.InRange(((wanted - shown).Abs()).Avg(), 0, 6);
    }

    [Fact]
    public void A_phone_photo_in_heic_is_read()
    {
        var cleaned = Clean(SampleMedia.Bytes("telefoon.heic"));
        Assert.Equal((MediaType.Jpeg, 1600, 1200), (cleaned.Type, cleaned.Width, cleaned.Height));
        using var picture = Image.NewFromBuffer(cleaned.Bytes);
        var sky = picture.Getpoint(800, 20);
        Assert.True(sky[2] > sky[0] + 20, "the sky is blue");
    }

    [Theory]
    [InlineData(1, 300, 200, 0, 0)]
    [InlineData(2, 300, 200, 299, 0)]
    [InlineData(3, 300, 200, 299, 199)]
    [InlineData(4, 300, 200, 0, 199)]
    [InlineData(5, 200, 300, 0, 0)]
    [InlineData(6, 200, 300, 199, 0)]
    [InlineData(7, 200, 300, 199, 299)]
    [InlineData(8, 200, 300, 0, 299)]
    public void Orientation_is_applied_to_the_pixels(int orientation, int width, int height, int darkX, int darkY)
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001"u8, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        var cleaned = Clean(Pictures.WithSegment(Pictures.Jpeg(300, 200), 0xE1, exif));
        Assert.Equal((width, height), (cleaned.Width, cleaned.Height));
        using var picture = Image.NewFromBuffer(cleaned.Bytes);
        var corner = picture.Getpoint(darkX, darkY); // stored top left: no red, no green
        Assert.True(corner[0] < 25 && corner[1] < 25, $"corner is {corner[0]}, {corner[1]}");
    }

    [Theory]
    [InlineData(4000, 3000, 2048, 1536)]
    [InlineData(1000, 5000, 410, 2048)]
    [InlineData(2048, 2048, 2048, 2048)]
    [InlineData(40, 30, 40, 30)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(9000, 2, 2048, 1)]
    public void A_picture_fits_in_2048_pixels_and_is_never_enlarged(int width, int height, int toWidth, int toHeight)
    {
        var cleaned = Clean(Pictures.Jpeg(width, height));
        Assert.Equal((toWidth, toHeight), (cleaned.Width, cleaned.Height));
    }

    [Fact]
    public void What_an_eraser_made_invisible_is_not_in_the_file()
    {
        // Left half see-through over a red that an editor left there; right half visible green.
        using var red = (Image.Black(100, 100, bands: 3) + new double[] { 250, 10, 10 }).Cast(Enums.BandFormat.Uchar);
        using var green = (Image.Black(100, 100, bands: 3) + new double[] { 10, 200, 10 }).Cast(Enums.BandFormat.Uchar);
        using var alpha = Image.Black(100, 100).Join(Image.Black(100, 100) + 255, Enums.Direction.Horizontal).Cast(Enums.BandFormat.Uchar);
        using var picture = red.Join(green, Enums.Direction.Horizontal).Bandjoin(alpha).Copy(interpretation: Enums.Interpretation.Srgb);
        var cleaned = Clean(picture.PngsaveBuffer());
        Assert.Equal(MediaType.Png, cleaned.Type);
        using var shown = Image.NewFromBuffer(cleaned.Bytes);
        Assert.Equal([0, 0, 0, 0], shown.Getpoint(50, 50));
        Assert.Equal([10, 200, 10, 255], shown.Getpoint(150, 50));
    }

    [Fact]
    public void Alpha_that_hides_nothing_makes_a_jpeg()
    {
        using var picture = Pictures.Plain(100, 80).Bandjoin(255).Copy(interpretation: Enums.Interpretation.Srgb);
        Assert.Equal(MediaType.Jpeg, Clean(picture.PngsaveBuffer()).Type);
    }

    [Fact]
    public void Of_an_animation_the_first_frame_stays()
    {
        var cleaned = Clean(Pictures.Gif(3));
        Assert.Equal((60, 40), (cleaned.Width, cleaned.Height));
        using var picture = Image.NewFromBuffer(cleaned.Bytes);
        Assert.True(picture.Getpoint(30, 20) is [> 200, < 60, < 60]);
    }

    [Fact]
    public void Grey_sixteen_bit_and_print_colours_all_become_screen_colours()
    {
        using var plain = Pictures.Plain(120, 90);
        using var grey = plain.Colourspace(Enums.Interpretation.Bw);
        using var deep = plain.Colourspace(Enums.Interpretation.Rgb16);
        using var print = plain.IccExport(outputProfile: "cmyk", intent: Enums.Intent.Relative);
        foreach (var file in new[] { grey.JpegsaveBuffer(), deep.PngsaveBuffer(), print.JpegsaveBuffer(), print.JpegsaveBuffer(keep: Enums.ForeignKeep.None) })
        {
            var cleaned = Clean(file);
            using var shown = Image.NewFromBuffer(cleaned.Bytes);
            Assert.Equal((Enums.Interpretation.Srgb, 3), (shown.Interpretation, shown.Bands));
            Assert.InRange(shown.Getpoint(5, 5)[0], 0, 110);
        }
    }

    [Fact]
    public void Wide_colours_are_converted_before_their_profile_is_dropped()
    {
        using var plain = Pictures.Plain(64, 64);
        using var wide = plain.IccTransform("p3", inputProfile: "srgb");
        Assert.True(wide.Contains("icc-profile-data"));
        var cleaned = Clean(wide.PngsaveBuffer());
        using var shown = Image.NewFromBuffer(cleaned.Bytes);
        Assert.InRange((plain - shown).Abs().Avg(), 0, 4);
    }

    [Fact]
    public void The_same_file_always_comes_out_the_same() =>
        Assert.Equal(Clean(SampleMedia.Bytes("herfst.jpg")).Sha256, Clean(SampleMedia.Bytes("herfst.jpg")).Sha256);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("jpeg, bits flipped")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void Damaged_pixels_are_refused_not_guessed(string kind)
    {
        // The structure stays whole, so that inspection lets it through; the pixels do not.
        var (file, type) = kind switch
        {
            "png" => (Pictures.Png(), MediaType.Png),
            "webp" => (Pictures.WebP(), MediaType.WebP),
            "avif" => (Pictures.Avif(), MediaType.Avif),
            _ => (Pictures.Jpeg(800, 600), MediaType.Jpeg),
        };
        var middle = file.Length / 2;
        byte[] broken = kind switch
        {
            "jpeg" => [.. file[..middle], 0xFF, 0xD9],
            "jpeg, bits flipped" => [.. file[..middle], 0xFF, 0x13, .. file[(middle + 2)..]],
            "png" => [.. file[..^40], 1, 2, 3, .. file[^37..]],
            "webp" => [.. file[..60], .. Enumerable.Repeat((byte)0xFF, 40), .. file[100..]],
            _ => [.. file[..(middle)], .. Enumerable.Repeat((byte)0xFF, file.Length - middle)],
        };
        var refused = Assert.IsType<ImageCleaning.Refused>(cleaner.Clean(broken, type, default));
        Assert.Equal("damaged", refused.Refusal.Code);
    }

    [Fact]
    public void A_sloppy_camera_is_forgiven()
    {
        var jpeg = Pictures.Jpeg(800, 600);
        Clean([.. jpeg[..^2], 0x00, 0x13, 0x37, .. jpeg[^2..]]); // stray bytes before the end marker
    }

    [Fact]
    public async Task Pictures_wait_for_their_turn()
    {
        var first = await cleaner.TurnAsync(default);
        var second = cleaner.TurnAsync(default);
        Assert.False(second.IsCompleted);
        first.Dispose();
        first.Dispose();
        using (await second)
            Assert.False(cleaner.TurnAsync(default).IsCompleted);
    }

    [Fact]
    public void A_picture_that_takes_too_long_is_given_up()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => cleaner.Clean(Pictures.Jpeg(3000, 2000), MediaType.Jpeg, cancelled.Token));
    }

    private CleanedImage Clean(byte[] file)
    {
        var accepted = Assert.IsType<Inspection.Acceptable>(MediaInspection.Inspect(file, "foto.jpg", Pictures.Settings));
        return Assert.IsType<ImageCleaning.Cleaned>(cleaner.Clean(file, accepted.Type, default)).Image;
    }

    private static byte[] GifOf(byte[] png)
    {
        using var image = Image.NewFromBuffer(png);
        return image.GifsaveBuffer();
    }
}
