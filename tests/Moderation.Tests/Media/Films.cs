using System.Buffers.Binary;
using System.Text;

namespace Moderation.Tests.Media;

/// <summary>Writes MP4 and MOV files box by box, so that each can have its own oddity. Their samples are made-up bytes: nothing here is decoded.</summary>
internal sealed class Films
{
    public const string Place = "+52.5168+006.0830/";

    public string Brand { get; init; } = "isom";

    public string PictureCodec { get; init; } = "avc1";

    public string SoundCodec { get; init; } = "mp4a";

    public bool MovieLast { get; init; }

    public bool WideOffsets { get; init; }

    public bool WideMediaSize { get; init; }

    public bool Sound { get; init; } = true;

    public bool Picture { get; init; } = true;

    /// <summary>Quarter turn, as a phone held upright writes it.</summary>
    public bool Turned { get; init; }

    public int Width { get; init; } = 640;

    public int Height { get; init; } = 480;

    public byte[] ExtraInMovie { get; init; } = [];

    public byte[] ExtraAtEnd { get; init; } = [];

    public byte[] DataReference { get; init; } = Full("url ", 1);

    /// <summary>Samples of the picture, the sound and a location track, and what hides between them.</summary>
    public static byte[] PictureSample(int i) => Enumerable.Repeat((byte)(0x40 + i), 50 + i).ToArray();

    public static byte[] SoundSample(int i) => Enumerable.Repeat((byte)(0x80 + i), 20).ToArray();

    public static byte[] LocationSample(int i) => Encoding.ASCII.GetBytes($"GPS5 N52.5168 E6.0830 #{i:D3}");

    public byte[] Build()
    {
        var first = Movie(0, 0);
        var ftyp = Box("ftyp", Encoding.ASCII.GetBytes(Brand), U32(512), Encoding.ASCII.GetBytes(Brand), "mp42"u8.ToArray());
        var header = WideMediaSize ? 16 : 8;
        var start = ftyp.Length + (MovieLast ? 0 : first.Length) + header;
        var (media, _) = Media(start);
        byte[] mdat = WideMediaSize ? [.. U32(1), .. "mdat"u8, .. U64(16 + media.Length), .. media] : Box("mdat", media);
        var movie = Movie(start, media.Length);
        return MovieLast ? [.. ftyp, .. mdat, .. movie, .. ExtraAtEnd] : [.. ftyp, .. movie, .. mdat, .. ExtraAtEnd];
    }

    private static (byte[] Media, Dictionary<string, long[]> Chunks) Media(long start)
    {
        using var media = new MemoryStream();
        var chunks = new Dictionary<string, long[]> { ["vide"] = new long[3], ["soun"] = new long[3], ["meta"] = new long[3] };
        for (var chunk = 0; chunk < 3; chunk++)
        {
            chunks["vide"][chunk] = start + media.Position;
            media.Write(PictureSample(chunk * 2));
            media.Write(PictureSample(chunk * 2 + 1));
            media.Write("verborgen tussen twee stukken"u8);
            chunks["soun"][chunk] = start + media.Position;
            media.Write(SoundSample(chunk * 2));
            media.Write(SoundSample(chunk * 2 + 1));
            chunks["meta"][chunk] = start + media.Position;
            media.Write(LocationSample(chunk * 2));
            media.Write(LocationSample(chunk * 2 + 1));
        }
        return (media.ToArray(), chunks);
    }

    private byte[] Movie(long start, int _)
    {
        var chunks = Media(start).Chunks;
        byte[] picture = Picture ? Track(1, "vide", chunks["vide"], [.. Enumerable.Range(0, 6).Select(i => PictureSample(i).Length)], PictureEntry()) : [];
        byte[] sound = Sound ? Track(2, "soun", chunks["soun"], [.. Enumerable.Range(0, 6).Select(i => SoundSample(i).Length)], SoundEntry()) : [];
        var location = Track(3, "meta", chunks["meta"], [.. Enumerable.Range(0, 6).Select(i => LocationSample(i).Length)], Box("gpmd", new byte[8]));
        return Box("moov", MovieHeader(), picture, sound, location, Places(), ExtraInMovie);
    }

    /// <summary>Location the way Android, Apple, 3GPP and Adobe write it, with maker and camera.</summary>
    public static byte[] Places() =>
    [
        .. Box("udta",
            Box("\u00a9xyz", Text16(Place)),
            Box("\u00a9ART", Text16("F. Filmer")),
            Box("loci", new byte[6], Encoding.ASCII.GetBytes("Zwolle\0"), new byte[13]),
            Box("GPS ", Encoding.ASCII.GetBytes(Place)),
            U32(0)),
        .. Box("meta",
            Box("hdlr", U32(0), U32(0), "mdta"u8.ToArray(), new byte[12]),
            Box("keys", U32(0), U32(2), Box("mdta", Encoding.ASCII.GetBytes("com.apple.quicktime.location.ISO6709")), Box("mdta", Encoding.ASCII.GetBytes("com.apple.quicktime.creationdate"))),
            Box("ilst",
                Item(1, Box("data", U32(1), U32(0), Encoding.ASCII.GetBytes(Place))),
                Item(2, Box("data", U32(1), U32(0), Encoding.ASCII.GetBytes("2026-06-10T14:31:55+0200"))))),
        .. Box("uuid", [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC],
            Encoding.ASCII.GetBytes("<x:xmpmeta xmlns:x='adobe:ns:meta/' xmlns:dc='d'><dc:rights>Alle rechten</dc:rights></x:xmpmeta>")),
    ];

    private static byte[] MovieHeader() =>
        Full("mvhd", 0, U32(3_800_000_000), U32(3_800_000_001), U32(1000), U32(6000), U32(0x10000), [1, 0], new byte[10], Matrix(false), new byte[24], U32(4));

    private byte[] Track(int id, string handler, long[] chunks, int[] sizes, byte[] entry) => Box("trak",
        Full("tkhd", 7, U32(3_800_000_000), U32(3_800_000_001), U32(id), U32(0), U32(6000), new byte[16], Matrix(Turned && handler == "vide"),
            U32(handler == "vide" ? Width << 16 : 0), U32(handler == "vide" ? Height << 16 : 0)),
        Box("udta", Box("name", "spoor van iemand"u8.ToArray())),
        Box("mdia",
            Full("mdhd", 0, U32(3_800_000_000), U32(3_800_000_001), U32(1000), U32(6000), [0x55, 0xC4, 0, 0]),
            Full("hdlr", 0, U32(0), Encoding.ASCII.GetBytes(handler), new byte[12], "GoPro AVC  \0"u8.ToArray()),
            Box("minf",
                handler == "vide" ? Full("vmhd", 1, new byte[8]) : Full("smhd", 0, new byte[4]),
                Box("dinf", Full("dref", 0, U32(1), DataReference)),
                Box("stbl",
                    Full("stsd", 0, U32(1), entry),
                    Full("stts", 0, U32(1), U32(sizes.Length), U32(1000)),
                    Full("stsc", 0, U32(1), U32(1), U32(2), U32(1)),
                    Full("stsz", 0, U32(0), U32(sizes.Length), [.. sizes.SelectMany(U32)]),
                    WideOffsets ? Full("co64", 0, U32(chunks.Length), [.. chunks.SelectMany(U64)]) : Full("stco", 0, U32(chunks.Length), [.. chunks.SelectMany(c => U32(c))])))));

    private byte[] PictureEntry() => Box(PictureCodec,
        [0, 0, 0, 0, 0, 0, 0, 1], new byte[4], "GoPr"u8.ToArray(), new byte[8], [(byte)(Width >> 8), (byte)Width, (byte)(Height >> 8), (byte)Height], U32(0x480000), U32(0x480000), U32(0), [0, 1],
        [17, .. "GoPro AVC encoder"u8], new byte[14], [0, 24, 0xFF, 0xFF],
        Box("avcC", [1, 0x64, 0, 0x1F, 0xFF, 0xE0, 0]), Box("GPSt", "hier"u8.ToArray()), Box("pasp", U32(1), U32(1)));

    private byte[] SoundEntry() => Box(SoundCodec,
        [0, 0, 0, 0, 0, 0, 0, 1], new byte[2], new byte[2], "appl"u8.ToArray(), [0, 2, 0, 16, 0, 0, 0, 0], U32(44100 << 16), Full("esds", 0, [3, 0, 0, 0]));

    private static byte[] Matrix(bool turned) => turned
        ? [.. U32(0), .. U32(0x10000), .. U32(0), .. U32(0xFFFF0000), .. U32(0), .. U32(0), .. U32(0), .. U32(0), .. U32(0x40000000)]
        : [.. U32(0x10000), .. U32(0), .. U32(0), .. U32(0), .. U32(0x10000), .. U32(0), .. U32(0), .. U32(0), .. U32(0x40000000)];

    public static byte[] Box(string type, params byte[][] parts)
    {
        var length = 8 + parts.Sum(p => p.Length);
        return [.. U32(length), .. Encoding.Latin1.GetBytes(type), .. parts.SelectMany(p => p)];
    }

    public static byte[] Full(string type, int flags, params byte[][] parts) => Box(type, [U32(flags), .. parts]);

    public static byte[] U32(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    private static byte[] U32(int value) => U32((long)value);

    private static byte[] U64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Item(int index, byte[] data) => [.. U32(8 + data.Length), .. U32(index), .. data];

    private static byte[] Text16(string text) => [(byte)(text.Length >> 8), (byte)text.Length, 0x15, 0xC7, .. Encoding.ASCII.GetBytes(text)];
}
