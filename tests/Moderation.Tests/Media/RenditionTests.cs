using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Moderation.Media;
using Moderation.Publishing;
using NetVips;

namespace Moderation.Tests.Media;

public sealed class RenditionTests
{
    [Fact]
    public void A_picture_that_fits_is_passed_on_as_it_is()
    {
        var picture = Pictures.Jpeg(800, 600);
        Assert.Same(picture, Renditions.Make(picture, RenditionNeed.Safety).Bytes);
    }

    [Property(MaxTest = 60)]
    public Property Every_rendition_keeps_to_its_limits() => Prop.ForAll(
        Gen.Choose(1, 2048).ToArbitrary(), Gen.Choose(1, 2048).ToArbitrary(), Gen.Elements("safety", "instagram", "bluesky", "facebook", "youtube", "x", "linkedin", "snapchat").ToArbitrary(),
        (width, height, receiver) =>
        {
            var need = receiver == "safety" ? RenditionNeed.Safety : RenditionNeed.ForChannel(receiver)!; // all of these are known
            var made = Renditions.Make(Pictures.Jpeg(width, height), need);
            using var picture = Image.NewFromBuffer(made.Bytes);
            var ratio = (double)made.Width / made.Height;
            return (picture.Width, picture.Height) == (made.Width, made.Height)
                && made.Bytes.Length <= need.MaxBytes
                && Math.Max(made.Width, made.Height) <= need.MaxSide
                && Math.Min(made.Width, made.Height) >= need.MinSide
                && ratio >= need.MinRatio && ratio <= need.MaxRatio;
        });

    [Fact]
    public void Noise_is_shrunk_until_it_weighs_little_enough()
    {
        using var noise = Image.Gaussnoise(2048, 2048, mean: 128, sigma: 60).Cast(Enums.BandFormat.Uchar);
        var made = Renditions.Make(noise.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None), RenditionNeed.ForChannel("bluesky")!); // known
        Assert.True(made.Bytes.Length <= 1_000_000);
        Assert.True(made.Width > 500, "not shrunk further than needed");
    }

    [Fact]
    public void A_wide_banner_gets_white_edges_and_loses_nothing()
    {
        var made = Renditions.Make(Pictures.Jpeg(1400, 200), RenditionNeed.ForChannel("instagram")!); // known
        using var picture = Image.NewFromBuffer(made.Bytes);
        Assert.True(picture.Getpoint(700, 5) is [> 245, > 245, > 245]);
        Assert.True(picture.Getpoint(5, made.Height / 2)[0] < 60, "the left edge of the banner is still there");
    }

    [Theory]
    [InlineData(2048, 1536, 1080, 1920)]
    [InlineData(1080, 1920, 1080, 1920)]
    [InlineData(100, 100, 540, 960)]
    public void A_story_is_upright_and_whole(int width, int height, int toWidth, int toHeight)
    {
        var made = Renditions.Make(Pictures.Jpeg(width, height), RenditionNeed.ForChannel("snapchat")!); // known
        Assert.Equal((toWidth, toHeight, MediaType.Jpeg), (made.Width, made.Height, made.Type));
    }

    /// <summary>What a publisher asks for: JPEG, at most so many pixels, at most so many bytes.</summary>
    [Fact]
    public void Any_need_can_be_asked_for()
    {
        var made = Renditions.Make(SampleMedia.Bytes("robotica.png"), new RenditionNeed { JpegOnly = true, MaxSide = 600, MaxBytes = 30_000 });
        Assert.Equal(MediaType.Jpeg, made.Type);
        Assert.InRange(Math.Max(made.Width, made.Height), 1, 600);
        Assert.InRange(made.Bytes.Length, 1, 30_000);
    }

    [Fact]
    public void See_through_parts_become_white_where_only_jpeg_is_taken()
    {
        var made = Renditions.Make(SampleMedia.Bytes("robotica.png"), RenditionNeed.Safety);
        Assert.Equal(MediaType.Jpeg, made.Type);
        using var picture = Image.NewFromBuffer(made.Bytes);
        Assert.True(picture.Getpoint(5, 5) is [> 250, > 250, > 250]);
        Assert.Empty(MetadataProof.Check(made.Bytes));
    }

    [Fact]
    public void Every_channel_of_the_school_has_its_limits()
    {
        foreach (var channel in ChannelRegister.School.All)
            Assert.NotNull(RenditionNeed.ForChannel(channel.Code));
        Assert.Null(RenditionNeed.ForChannel("onbekend"));
    }
}
