using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Media.Metadata;
using Moderation.Publishing;

namespace Moderation.Tests.Publishing;

public sealed class ChannelLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly MediaFacts Photo = new(MediaKind.Photo, 1200, 900, 500_000);
    private static readonly MediaFacts Film = new(MediaKind.Film, 720, 1280, 5_000_000, TimeSpan.FromSeconds(30));

    // Text, title, number of photos, and the fields that are wrong.
    [Theory]
    // apis.md §3.4: a wave is 2, a euro 2, a family 2, an address 23, an accent in two pieces 1.
    [InlineData("x", 264, "Hello, world! 👋", 0, "")]
    [InlineData("x", 265, "Hello, world! 👋", 0, "text")]
    [InlineData("x", 277, "€5", 0, "")]
    [InlineData("x", 278, "€5", 0, "text")]
    [InlineData("x", 278, "👨‍👩‍👧‍👦", 0, "")]
    [InlineData("x", 279, "👨‍👩‍👧‍👦", 0, "text")]
    [InlineData("x", 256, " https://example.com/very/long/path", 0, "")]
    [InlineData("x", 257, " https://example.com/very/long/path", 0, "text")]
    [InlineData("x", 276, "cafe\u0301", 0, "")]
    [InlineData("x", 277, "cafe\u0301", 0, "text")]
    // Whether X sees a link in it is not certain: a margin of 5.
    [InlineData("x", 251, " school.nl", 0, "")]
    [InlineData("x", 252, " school.nl", 0, "text")]
    [InlineData("x", 10, "\uFEFF", 0, "text")]
    [InlineData("x", 10, "", 4, "")]
    [InlineData("x", 10, "", 5, "media")]
    [InlineData("linkedin", 3_000, "", 20, "")]
    [InlineData("linkedin", 3_001, "", 0, "text")]
    [InlineData("linkedin", 2_996, "()", 0, "")]
    [InlineData("linkedin", 2_997, "()", 0, "text")]
    [InlineData("linkedin", 10, "", 21, "media")]
    [InlineData("facebook", 63_206, "", 10, "")]
    [InlineData("facebook", 63_207, "", 11, "text media")]
    [InlineData("instagram", 2_200, "", 10, "")]
    [InlineData("instagram", 2_201, "", 11, "text media")]
    [InlineData("instagram", 10, "", 0, "media")]
    [InlineData("instagram", 10, " #a #b #c #d #e", 1, "")]
    [InlineData("instagram", 10, " #a #b #c #d #e #f", 1, "text")]
    [InlineData("instagram", 10, " @a @b @c @d @e @f @g @h @i @j @k @l @m @n @o @p @q @r @s @t", 1, "")]
    [InlineData("instagram", 10, " @a @b @c @d @e @f @g @h @i @j @k @l @m @n @o @p @q @r @s @t @u", 1, "text")]
    [InlineData("snapchat", 45, "", 1, "")]
    [InlineData("snapchat", 46, "", 1, "text")]
    [InlineData("snapchat", 10, "", 0, "media")]
    [InlineData("snapchat", 10, "", 2, "media")]
    [InlineData("youtube", 10, "", 0, "media")]
    [InlineData("youtube", 10, "", 1, "media")]
    [InlineData("website", 100_000, "", 20, "")]
    [InlineData("nieuwsbrief", 100_000, "", 20, "")]
    public void Text_and_pictures_are_counted_as_the_channel_counts_them(string channel, int letters, string then, int photos, string wrong) =>
        Assert.Equal(wrong, Fields(channel, "Open dag", new string('a', letters) + then, Enumerable.Repeat(Photo, photos)));

    [Theory]
    [InlineData("Open dag", 5_000, "", "")]
    [InlineData("Open dag", 5_001, "", "text")]
    [InlineData("Open dag", 4_998, "é", "")]
    [InlineData("Open dag", 4_999, "é", "text")]
    [InlineData("Open dag", 10, " <3", "text")]
    [InlineData("A > B", 10, "", "title")]
    [InlineData("100", 10, "", "")]
    [InlineData("101", 10, "", "title")]
    // Without a title the first line is the title, when it can be.
    [InlineData(null, 100, "\nEn meer.", "")]
    [InlineData(null, 101, "\nEn meer.", "title")]
    public void YouTube_counts_bytes_and_needs_a_title(string? title, int letters, string then, string wrong) =>
        Assert.Equal(wrong, Fields("youtube", int.TryParse(title, out var length) ? new string('t', length) : title, new string('a', letters) + then, [Film]));

    [Theory]
    [InlineData("x", 0.5, "")]
    [InlineData("x", 0.4, "media[0].id")]
    [InlineData("x", 140, "")]
    [InlineData("x", 140.5, "media[0].id")]
    [InlineData("linkedin", 3, "")]
    [InlineData("linkedin", 2.9, "media[0].id")]
    [InlineData("linkedin", 1_800, "")]
    [InlineData("linkedin", 1_801, "media[0].id")]
    [InlineData("instagram", 2.9, "media[0].id")]
    [InlineData("instagram", 900, "")]
    [InlineData("instagram", 901, "media[0].id")]
    [InlineData("snapchat", 5.9, "media[0].id")]
    [InlineData("snapchat", 6, "")]
    [InlineData("snapchat", 60, "")]
    [InlineData("snapchat", 60.1, "media[0].id")]
    [InlineData("facebook", 7_200, "")]
    [InlineData("youtube", 7_200, "")]
    [InlineData("website", 7_200, "")]
    [InlineData("nieuwsbrief", 30, "media")]
    [InlineData("email", 30, "media")]
    public void Film_is_as_long_as_the_channel_takes(string channel, double seconds, string wrong) =>
        Assert.Equal(wrong, Fields(channel, "Open dag", "Kom kijken.", [Film with { Duration = TimeSpan.FromSeconds(seconds) }]));

    [Theory]
    [InlineData("linkedin", 75_000, "")]
    [InlineData("linkedin", 74_999, "media[0].id")]
    [InlineData("linkedin", 500_000_000, "")]
    [InlineData("linkedin", 500_000_001, "media[0].id")]
    [InlineData("instagram", 300_000_000, "")]
    [InlineData("instagram", 300_000_001, "media[0].id")]
    [InlineData("x", 512_000_001, "media[0].id")]
    [InlineData("snapchat", 1_000_000_001, "media[0].id")]
    [InlineData("facebook", 2_000_000_000, "")]
    public void Film_is_as_large_as_the_channel_takes(string channel, long bytes, string wrong) =>
        Assert.Equal(wrong, Fields(channel, "Open dag", "Kom kijken.", [Film with { Bytes = bytes }]));

    [Theory]
    [InlineData("snapchat", 720, 1280, "")]
    [InlineData("snapchat", 540, 960, "")]
    [InlineData("snapchat", 538, 956, "media[0].id")]
    [InlineData("snapchat", 1280, 720, "media[0].id")]
    [InlineData("x", 1280, 720, "")]
    [InlineData("x", 1920, 1080, "media[0].id")]
    [InlineData("x", 1280, 426, "media[0].id")]
    [InlineData("x", 31, 31, "media[0].id")]
    [InlineData("youtube", 1920, 1080, "")]
    public void Film_has_the_shape_that_the_channel_takes(string channel, int width, int height, string wrong) =>
        Assert.Equal(wrong, Fields(channel, "Open dag", "Kom kijken.", [Film with { Width = width, Height = height }]));

    [Theory]
    [InlineData("facebook")]
    [InlineData("instagram")]
    [InlineData("x")]
    [InlineData("linkedin")]
    [InlineData("youtube")]
    [InlineData("snapchat")]
    public void Film_beside_a_photo_and_two_films_are_refused(string channel)
    {
        Assert.Equal("media", Fields(channel, "Open dag", "Kom kijken.", [Photo, Film]));
        Assert.Equal("media", Fields(channel, "Open dag", "Kom kijken.", [Film, Film]));
        Assert.Equal("", Fields(channel, "Open dag", "Kom kijken.", [Film]));
    }

    [Fact]
    public void What_is_not_known_of_the_files_is_not_held_against_them()
    {
        Assert.Equal("", Fields("snapchat", null, new string('a', 160), null));
        Assert.Equal("text", Fields("snapchat", null, new string('a', 161), null));
        Assert.Equal("", Fields("instagram", null, "Kom kijken.", [new(MediaKind.Film)]));
    }

    [Fact]
    public void Message_says_what_to_change_in_both_languages()
    {
        var error = Assert.Single(ChannelLimits.Check(Named("x"), null, new string('a', 281), []));
        Assert.Equal("Voor X is de tekst te lang: 281 tekens zoals X telt (een webadres 23, een emoji 2); 280 mag. Kort hem in of laat dit kanaal weg.", error.What.Nl);
        error = Assert.Single(ChannelLimits.Check(Named("x"), null, "Kijk.", [Film with { Duration = TimeSpan.FromSeconds(200) }]));
        Assert.Equal("A film for X lasts 0.5 seconds to 140 seconds; this one lasts 3.3 minutes. Cut it to size or leave this channel out.", error.What.En);
    }

    [Fact]
    public void Handing_in_is_refused_with_all_that_the_channels_do_not_take()
    {
        // The name under the text counts; the photo is counted for YouTube, which takes none.
        var submission = new Submission
        {
            Text = new string('a', 275), Byline = "M. Visser", Title = "Open dag", Channels = ["x", "website", "youtube"], Media = [new() { Id = "m", Alt = "" }],
        };
        Assert.Equal(["text", "media"], Errors(submission, Photo));
        Assert.Empty(Errors(submission with { Byline = null, Channels = ["x", "website"] }, Photo));
        // Not cleaned yet: what it is will be judged when it is handed in.
        Assert.Equal(["text"], Errors(submission, null));
    }

    private static IEnumerable<string> Errors(Submission submission, MediaFacts? facts) =>
        SubmissionRules.ToContent(
            submission, ChannelRegister.School, _ => null, _ => new ReadyMedia.Usable("0", "a.jpg", MediaKind.Photo, null, RightsMarks.None, facts), [], Now).Errors.Select(e => e.Field);

    private static string Fields(string channel, string? title, string text, IEnumerable<MediaFacts>? media) =>
        string.Join(' ', ChannelLimits.Check(Named(channel), title, text, media is null ? null : [.. media]).Select(e => e.Field));

    private static Channel Named(string code) => ChannelRegister.School.Find(code)!; // the school has it
}
