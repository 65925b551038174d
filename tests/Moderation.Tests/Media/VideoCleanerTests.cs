using System.Text;
using MetadataExtractor.Formats.QuickTime;
using Moderation.Media;
using Moderation.Media.Video;

namespace Moderation.Tests.Media;

public sealed class VideoCleanerTests
{
    public static TheoryData<string, byte[]> Good => new()
    {
        { "moov first", new Films().Build() },
        { "moov last", new Films { MovieLast = true }.Build() },
        { "QuickTime", new Films { Brand = "qt  ", MovieLast = true }.Build() },
        { "64-bit offsets and size", new Films { WideOffsets = true, WideMediaSize = true }.Build() },
        { "HEVC", new Films { PictureCodec = "hvc1" }.Build() },
        { "location at the end", new Films { ExtraAtEnd = Films.Places() }.Build() },
        { "unheard-of boxes", new Films { ExtraInMovie = Films.Box("zzzz", Encoding.ASCII.GetBytes(Films.Place)), ExtraAtEnd = Films.Box("SEFT", Encoding.ASCII.GetBytes(Films.Place)) }.Build() },
        { "something appended", new Films { ExtraAtEnd = [.. Pictures.Zip()] }.Build() },
        { "a few bytes appended", new Films { ExtraAtEnd = [9, 8, 7, 6, 5, 4] }.Build() },
        { "silent", new Films { Sound = false }.Build() },
        { "sample", SampleMedia.Bytes("sportdag.mp4") },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Nothing_but_picture_and_sound_is_left(string what, byte[] film)
    {
        Assert.NotEmpty(await VideoProof.CheckAsync(new MemoryStream(film), default));
        var cleaned = await Clean(film);
        Assert.Equal(film.Length, cleaned.Length);
        Assert.Empty(await VideoProof.CheckAsync(new MemoryStream(cleaned), default));
        foreach (var trace in new[] { "52.5168", "+52", "Zwolle", "Filmer", "GoPr", "Sport", "verborgen", "iemand", "GPS", "hier", "xmp", "2026", "Lavf", "Sportdag", "a.txt" })
            Assert.True(cleaned.AsSpan().IndexOf(Encoding.ASCII.GetBytes(trace)) < 0, $"{what}: {trace} is still there");
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Cleaning_a_cleaned_film_changes_nothing(string what, byte[] film)
    {
        var once = await Clean(film);
        var twice = await Clean(once);
        Assert.True(once.SequenceEqual(twice), what);
    }

    [Fact]
    public async Task Every_sample_of_picture_and_sound_is_still_where_the_tables_say()
    {
        var film = new Films().Build();
        var cleaned = await Clean(film);
        for (var i = 0; i < 6; i++)
        {
            var at = film.AsSpan().IndexOf(Films.PictureSample(i));
            Assert.Equal(Films.PictureSample(i), cleaned[at..(at + Films.PictureSample(i).Length)]);
            at = film.AsSpan().IndexOf(Films.SoundSample(i));
            Assert.Equal(Films.SoundSample(i), cleaned[at..(at + Films.SoundSample(i).Length)]);
            at = film.AsSpan().IndexOf(Films.LocationSample(i));
            Assert.All(cleaned[at..(at + Films.LocationSample(i).Length)], b => Assert.Equal(0, b));
        }
    }

    [Fact]
    public async Task An_independent_reader_finds_no_date_place_or_maker()
    {
        var cleaned = await Clean(SampleMedia.Bytes("sportdag.mp4"));
        var tags = QuickTimeMetadataReader.ReadMetadata(new MemoryStream(cleaned)).SelectMany(d => d.Tags).Select(t => $"{t.Name}={t.Description}").ToList();
        Assert.NotEmpty(tags);
        Assert.DoesNotContain(tags, t => t.Contains("2026", StringComparison.Ordinal) || t.Contains("GPS", StringComparison.OrdinalIgnoreCase) || t.Contains("Sport", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Size_length_sound_maker_and_time_are_read_before_cleaning()
    {
        var found = Assert.IsType<Inspection.Acceptable>(await MediaInspection.InspectAsync(new MemoryStream(new Films { Turned = true }.Build()), "film.mp4", Pictures.Settings, default));
        Assert.Equal((MediaType.Mp4, 480, 640, true), (found.Type, found.Width, found.Height, found.HasSound));
        Assert.Equal(TimeSpan.FromSeconds(6), found.Duration);
        Assert.Equal("F. Filmer", found.Rights.Artist);
        Assert.Equal("Alle rechten", found.Rights.Copyright);
        Assert.Equal(new DateTime(2026, 6, 10, 14, 31, 55), found.TakenAt);
    }

    [Fact]
    public async Task The_sample_film_says_when_it_was_made_in_school_time()
    {
        var found = Assert.IsType<Inspection.Acceptable>(await MediaInspection.InspectAsync(new MemoryStream(SampleMedia.Bytes("sportdag.mp4")), "sportdag.mp4", Pictures.Settings, default));
        Assert.Equal((640, 480, true, "T. Sport"), (found.Width, found.Height, found.HasSound, found.Rights.Artist));
        Assert.InRange(found.Duration!.Value.TotalSeconds, 3.9, 4.2); // a film has a duration
        Assert.Equal(new DateTime(2026, 6, 10, 14, 31, 55), found.TakenAt);
    }

    public static TheoryData<string, string, byte[]> Bad => new()
    {
        { "half", "truncated", new Films().Build()[..^100] },
        { "no moov", "truncated", new Films { MovieLast = true }.Build()[..600] },
        { "only ftyp", "truncated", Films.Box("ftyp", "isom"u8.ToArray(), Films.U32(0), "mp42"u8.ToArray()) },
        { "fragments", "fragmented", new Films { ExtraAtEnd = Films.Box("moof", new byte[8]) }.Build() },
        { "mvex", "fragmented", new Films { ExtraInMovie = Films.Box("mvex", new byte[8]) }.Build() },
        { "encrypted", "encrypted", new Films { PictureCodec = "encv" }.Build() },
        { "protected sound", "encrypted", new Films { SoundCodec = "drms" }.Build() },
        { "pssh", "encrypted", new Films { ExtraInMovie = Films.Box("pssh", new byte[28]) }.Build() },
        { "ProRes", "codec", new Films { PictureCodec = "apch" }.Build() },
        { "strange sound", "codec", new Films { SoundCodec = "samr" }.Build() },
        { "sound only", "no_picture", new Films { Picture = false }.Build() },
        { "other file", "refers_elsewhere", new Films { DataReference = Films.Full("url ", 0, Encoding.ASCII.GetBytes("file:///etc/passwd\0")) }.Build() },
        { "compressed moov", "complex", new Films { ExtraInMovie = Films.Box("cmov", new byte[8]) }.Build() },
        { "two moovs", "complex", new Films { ExtraAtEnd = Films.Box("moov", new byte[8]) }.Build() },
        { "box bomb", "complex", new Films { ExtraAtEnd = [.. Enumerable.Repeat(Films.Box("free"), 5000).SelectMany(b => b)] }.Build() },
        { "box bomb in moov", "damaged", new Films { ExtraInMovie = [.. Enumerable.Repeat(Films.Box("free"), 50_000).SelectMany(b => b)] }.Build() },
        { "nesting bomb", "damaged", new Films { ExtraInMovie = Films.Box("trak", Nested(3000)) }.Build() },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_film_that_cannot_be_cleaned_is_refused_for_what_it_is(string what, string code, byte[] film)
    {
        var refused = Assert.IsType<Inspection.Refused>(await MediaInspection.InspectAsync(new MemoryStream(film), "film.mp4", Pictures.Settings, default));
        Assert.True(code == refused.Refusal.Code, $"{what}: {refused.Refusal.Code}");
        Assert.IsType<VideoCleaning.Refused>(await VideoCleaner.CleanAsync(new MemoryStream(film), default));
    }

    [Fact]
    public async Task A_second_or_silent_alternative_track_is_not_published_unheard()
    {
        var twice = new Films { ExtraInMovie = TrackOf(new Films().Build(), "soun") }.Build();
        var tracks = TracksOf(await Clean(twice));
        Assert.Equal(2, tracks); // picture and first sound; the location track and the second sound are gone
    }

    [Fact]
    public async Task A_film_is_read_in_pieces_of_any_size()
    {
        var film = new Films().Build();
        var whole = await Clean(film);
        var cleaned = (VideoCleaning.Cleaned)await VideoCleaner.CleanAsync(new MemoryStream(film), default);
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var at = random.Next(film.Length);
            var buffer = new byte[random.Next(1, 900)];
            cleaned.Content.Position = at;
            var read = await cleaned.Content.ReadAsync(buffer);
            Assert.True(whole.AsSpan(at, read).SequenceEqual(buffer.AsSpan(0, read)));
        }
    }

    private static async Task<byte[]> Clean(byte[] film)
    {
        var cleaned = Assert.IsType<VideoCleaning.Cleaned>(await VideoCleaner.CleanAsync(new MemoryStream(film), default));
        using var copy = new MemoryStream();
        await cleaned.Content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Nested(int depth)
    {
        byte[] box = [];
        for (var i = 0; i < depth; i++)
            box = Films.Box("mdia", box);
        return box;
    }

    /// <summary>The bytes of the trak box with this handler.</summary>
    private static byte[] TrackOf(byte[] film, string handler)
    {
        var movie = BoxOf(film, 0, film.Length, "moov");
        for (var at = movie.Start + 8; at < movie.End;)
        {
            var size = (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at));
            var box = film.AsSpan(at, size);
            if (box[4..8].SequenceEqual("trak"u8) && box.IndexOf(Encoding.ASCII.GetBytes(handler)) > 0)
                return box.ToArray();
            at += size;
        }
        throw new InvalidOperationException("No such track.");
    }

    private static int TracksOf(byte[] film)
    {
        var movie = BoxOf(film, 0, film.Length, "moov");
        var tracks = 0;
        for (var at = movie.Start + 8; at < movie.End; at += (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at)))
            tracks += film.AsSpan(at + 4, 4).SequenceEqual("trak"u8) ? 1 : 0;
        return tracks;
    }

    private static (int Start, int End) BoxOf(byte[] film, int start, int end, string type)
    {
        while (start < end)
        {
            var size = (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(start));
            if (film.AsSpan(start + 4, 4).SequenceEqual(Encoding.ASCII.GetBytes(type)))
                return (start, start + size);
            start += size;
        }
        throw new InvalidOperationException("No such box.");
    }
}
