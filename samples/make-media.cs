// Draws the sample school's photos and its one film: dotnet run samples/make-media.cs
//
// Everything is made up: drawn scenes, figures without faces, a camera and makers that do not exist. The metadata inside is real in form:
// GPS position, camera, maker, time and an embedded thumbnail, so that cleaning has something to take out.
// The film needs ffmpeg and the phone photo heif-enc (Debian: apt-get install ffmpeg libheif-examples); without them those two are left as they are.
#:package Magick.NET-Q8-x64
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ImageMagick;

var folder = Path.Combine(Path.GetDirectoryName(Here())!, "media"); // the compiler gives a full path
Directory.CreateDirectory(folder);

var building = Scene.Sky("#8ec5ee", "#e3f2fb") + Scene.Ground(850, "#7fae62") + Scene.School();
Photo("schoolgebouw.jpg", building, new("M. Visser", "2026:09:14 10:12:41"));
Photo("boomplantdag.jpg", Scene.Sky("#a9d3f0", "#f2f7ee") + Scene.Ground(720, "#8a6b45") + Scene.Ground(760, "#739a4e") + Scene.Planting(), new("M. Visser", "2026:03:18 11:05:09"));
Photo("sportveld.jpg", Scene.Sky("#79b6e6", "#d8ecf8") + Scene.SportsField() + Scene.Ball(800, 980), new("T. Sport", "2026:06:10 14:31:55"));
Photo("scheikundelokaal.jpg", Scene.Laboratory(), new("J. Molecuul", "2026:10:06 13:20:00"));
Photo("toneel.jpg", Scene.Stage(), new("A. Coulisse", "2026:02:12 20:44:12"));
Photo("berlijn.jpg", Scene.Sky("#f2b27a", "#fbe6c8") + Scene.Ground(900, "#6d7479") + Scene.Berlin(), new("M. Visser", "2026:04:19 20:03:27", Latitude: 52.5163, Longitude: 13.3777));
Photo("groepsfoto.jpg", Scene.Sky("#9fd0ef", "#eef7fb") + Scene.Ground(800, "#85b46a") + Scene.Group(14, 820, 41), new("M. Visser", "2026:09:02 12:15:30"));
Photo("bibliotheek.jpg", Scene.Library(), new("B. Boek", "2026:01:21 09:40:00"));
Photo("muzieklokaal.jpg", Scene.Music(), new("A. Coulisse", "2026:11:04 15:10:45"));
Photo("gala.jpg", Scene.Gala(), new("T. Sport", "2026:06:26 21:48:03"));
Photo("open-dag.jpg", building + Scene.Balloons(), new("M. Visser", "2026:01:31 10:55:18"));
Photo("fietsenstalling.jpg", Scene.Sky("#b9c6cf", "#eceff1") + Scene.Ground(780, "#9a9a94") + Scene.Bicycles(), new("T. Sport", "2026:10:21 08:17:36"));
Photo("diploma-uitreiking.jpg", Scene.Sky("#5f9fd6", "#cfe6f6") + Scene.Ground(900, "#7fae62") + Scene.Caps() + Scene.Group(9, 900, 7), new("M. Visser", "2026:07:07 19:32:10"));
// A phone held upright: stored on its side, with orientation 6 to say so.
Photo("schoolplein-staand.jpg", Scene.Sky("#8ec5ee", "#e3f2fb") + Scene.Ground(850, "#b7b0a3") + Scene.School() + Scene.Group(5, 930, 3), new("T. Sport", "2026:09:16 12:40:21", Orientation: 6));
// Saved from a stock library: the marks are in IPTC and XMP, and the name says nothing.
Photo("herfst.jpg", Scene.Sky("#f4d9a8", "#fdf3df") + Scene.Ground(780, "#a5762f") + Scene.Autumn(),
    new("Nova Beeld", "2025:10:11 16:20:00", Latitude: 48.85, Longitude: 2.35, Stock: "Shutterstock"));
Drawing("robotica.png", Scene.Robot());
Phone("telefoon.heic", Scene.Sky("#9fd0ef", "#eef7fb") + Scene.Ground(820, "#85b46a") + Scene.Planting(), new("", "2026:03:18 11:25:44"));
Film("sportdag.mp4", Scene.Sky("#79b6e6", "#d8ecf8") + Scene.SportsField());

foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
    Console.WriteLine($"{Path.GetFileName(file),-26}{new FileInfo(file).Length,9:N0}");

void Photo(string name, string scene, Marks marks)
{
    using var picture = Scene.Render(scene, 1600, 1200);
    if (marks.Orientation == 6)
    {
        picture.Crop(new MagickGeometry(350, 0, 900, 1200));
        picture.ResetPage();
        picture.Rotate(-90);
    }
    picture.Quality = 80;
    var jpeg = picture.ToByteArray(MagickFormat.Jpeg);
    picture.Resize(160, 160);
    picture.Quality = 60;
    var thumbnail = picture.ToByteArray(MagickFormat.Jpeg);
    File.WriteAllBytes(Path.Combine(folder, name), Metadata.Into(jpeg, marks, thumbnail));
}

void Drawing(string name, string scene)
{
    using var picture = Scene.Render(scene, 900, 900);
    picture.SetAttribute("Author", "J. Molecuul");
    picture.SetAttribute("Comment", "Robotica, lokaal 214");
    File.WriteAllBytes(Path.Combine(folder, name), picture.ToByteArray(MagickFormat.Png));
}

void Phone(string name, string scene, Marks marks)
{
    var jpeg = Path.Combine(Path.GetTempPath(), "moderation-phone.jpg");
    using var picture = Scene.Render(scene, 1600, 1200);
    picture.Quality = 95;
    var plain = picture.ToByteArray(MagickFormat.Jpeg);
    File.WriteAllBytes(jpeg, Metadata.Into(plain, marks, plain[..0]));
    Run("heif-enc", "-q", "45", jpeg, "-o", Path.Combine(folder, name));
    File.Delete(jpeg);
}

// Four seconds, 640 x 480: the field with a ball that crosses it, and a soft tone; H.264 and AAC, with location, maker and camera in its atoms.
void Film(string name, string scene)
{
    var still = Path.Combine(Path.GetTempPath(), "moderation-field.png");
    using var picture = Scene.Render(scene, 640, 480);
    File.WriteAllBytes(still, picture.ToByteArray(MagickFormat.Png));
    using var round = Scene.Render(Scene.Ball(600, 600), 1200, 1200);
    round.Crop(new MagickGeometry(572, 572, 56, 56));
    round.ResetPage();
    round.Resize(28, 28);
    var ball = Path.Combine(Path.GetTempPath(), "moderation-ball.png");
    File.WriteAllBytes(ball, round.ToByteArray(MagickFormat.Png));
    Run("ffmpeg", "-loglevel", "error", "-y", "-loop", "1", "-i", still, "-f", "lavfi", "-i", "sine=frequency=330:sample_rate=44100",
        "-loop", "1", "-i", ball,
        "-filter_complex", "[0:v][2:v]overlay=x='40+t*140':y='360-abs(sin(t*4))*140':shortest=0[v]", "-map", "[v]", "-map", "1:a", "-t", "4", "-r", "25",
        "-c:v", "libx264", "-preset", "veryslow", "-crf", "30", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "48k", "-ac", "1",
        "-metadata", "location=+52.5168+006.0830+004.000/", "-metadata", "artist=T. Sport", "-metadata", "creation_time=2026-06-10T12:31:55Z",
        "-metadata", "make=Zwolle Optiek", "-metadata", "comment=Sportdag onderbouw", "-movflags", "+faststart", Path.Combine(folder, name));
    File.Delete(still);
    File.Delete(ball);
}

static void Run(string program, params string[] arguments)
{
    try
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!; // Start throws rather than return null for a program
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }
    catch (System.ComponentModel.Win32Exception)
    {
        Console.WriteLine($"{program} is not installed; its file is left as it is.");
    }
}

static string Here([CallerFilePath] string path = "") => path;

/// <summary>What a camera writes into a photo.</summary>
internal sealed record Marks(string Artist, string TakenAt, int Orientation = 1, double Latitude = 52.5168, double Longitude = 6.0830, string? Stock = null);

/// <summary>Writes EXIF (with GPS and a thumbnail), and for a stock photo IPTC and XMP, into a JPEG.</summary>
internal static class Metadata
{
    public static byte[] Into(byte[] jpeg, Marks marks, byte[] thumbnail)
    {
        using var file = new MemoryStream();
        file.Write(jpeg.AsSpan(0, 2));
        Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Exif(marks, thumbnail)]);
        if (marks.Stock is { } stock)
        {
            Segment(file, 0xED, Iptc((80, marks.Artist), (110, stock), (116, $"© {marks.Artist} / {stock}"), (55, "20251011")));
            Segment(file, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes($"""
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="{stock}">
                <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© {marks.Artist}</rdf:li></rdf:Alt></dc:rights>
                </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
                """)]);
        }
        Segment(file, 0xFE, Encoding.UTF8.GetBytes("Carolus Clusius College, Zwolle"));
        file.Write(jpeg.AsSpan(2));
        return file.ToArray();
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body)
    {
        file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        file.Write(body);
    }

    private static byte[] Iptc(params (byte Set, string Text)[] fields)
    {
        using var records = new MemoryStream();
        records.Write([0x1C, 1, 90, 0, 3, 0x1B, 0x25, 0x47]); // UTF-8
        foreach (var (set, text) in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            records.Write([0x1C, 2, set, (byte)(bytes.Length >> 8), (byte)bytes.Length]);
            records.Write(bytes);
        }
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, (int)records.Length);
        return [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, .. size, .. records.ToArray(), .. new byte[records.Length % 2]];
    }

    private static byte[] Exif(Marks marks, byte[] thumbnail)
    {
        var main = new List<(ushort Tag, ushort Type, byte[] Value)>
        {
            (0x010F, 2, Ascii("Zwolle Optiek")), (0x0110, 2, Ascii("ZO-7 Schoolcamera")), (0x0112, 3, Short(marks.Orientation)), (0x0131, 2, Ascii("ZO-7 1.4")), (0x0132, 2, Ascii(marks.TakenAt)),
        };
        if (marks.Artist.Length > 0)
            main.Add((0x013B, 2, Ascii(marks.Artist)));
        main.Add((0x8769, 4, Long(0)));
        main.Add((0x8825, 4, Long(0)));
        List<(ushort, ushort, byte[])> exif = [(0x9003, 2, Ascii(marks.TakenAt)), (0x9011, 2, Ascii("+01:00")), (0xA431, 2, Ascii("ZO7-0042-1187")), (0xA434, 2, Ascii("Optiek 24-70"))];
        List<(ushort, ushort, byte[])> gps =
        [
            (0x0001, 2, Ascii("N")), (0x0002, 5, Degrees(marks.Latitude)), (0x0003, 2, Ascii("E")), (0x0004, 5, Degrees(marks.Longitude)), (0x001D, 2, Ascii(marks.TakenAt[..10])),
        ];
        var exifAt = 8 + SizeOf(main);
        var gpsAt = exifAt + SizeOf(exif);
        var smallAt = gpsAt + SizeOf(gps);
        main[^2] = (0x8769, 4, Long(exifAt));
        main[^1] = (0x8825, 4, Long(gpsAt));
        List<(ushort, ushort, byte[])> small = [(0x0103, 3, Short(6)), (0x0201, 4, Long(0)), (0x0202, 4, Long(thumbnail.Length))];
        small[1] = (0x0201, 4, Long(smallAt + SizeOf(small)));
        return
        [
            .. "MM\0*"u8, 0, 0, 0, 8, .. Directory(main, 8, thumbnail.Length > 0 ? smallAt : 0), .. Directory(exif, exifAt, 0), .. Directory(gps, gpsAt, 0),
            .. thumbnail.Length > 0 ? Directory(small, smallAt, 0) : [], .. thumbnail,
        ];
    }

    private static int SizeOf(List<(ushort, ushort, byte[] Value)> entries) =>
        6 + entries.Sum(e => 12 + (e.Value.Length > 4 ? e.Value.Length + e.Value.Length % 2 : 0));

    private static byte[] Directory(List<(ushort Tag, ushort Type, byte[] Value)> entries, int at, int next)
    {
        using var head = new MemoryStream();
        using var data = new MemoryStream();
        var dataAt = at + 6 + entries.Count * 12;
        head.Write(Short(entries.Count));
        foreach (var (tag, type, value) in entries)
        {
            head.Write([.. Short(tag), .. Short(type), .. Long(value.Length / type switch { 3 => 2, 4 => 4, 5 => 8, _ => 1 })]);
            if (value.Length <= 4)
            {
                head.Write([.. value, .. new byte[4 - value.Length]]);
                continue;
            }
            head.Write(Long(dataAt + (int)data.Length));
            data.Write([.. value, .. new byte[value.Length % 2]]);
        }
        head.Write(Long(next));
        return [.. head.ToArray(), .. data.ToArray()];
    }

    private static byte[] Ascii(string text) => [.. Encoding.ASCII.GetBytes(text), 0];

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Long(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Degrees(double value)
    {
        var whole = (int)value;
        var minutes = (int)((value - whole) * 60);
        var seconds = (int)(((value - whole) * 60 - minutes) * 6000);
        return [.. Long(whole), .. Long(1), .. Long(minutes), .. Long(1), .. Long(seconds), .. Long(100)];
    }
}

/// <summary>Scenes as SVG on a field of 1600 by 1200.</summary>
internal static class Scene
{
    private static readonly string[] Clothes = ["#c0392b", "#2471a3", "#1e8449", "#b7950b", "#76448a", "#ca6f1e", "#34495e", "#148f77", "#a93226", "#5d6d7e"];
    private static readonly string[] Skins = ["#f1c9a5", "#c98e62", "#8d5a3b", "#e3b18a", "#5e3a26"];
    private static int gradients;

    public static MagickImage Render(string scene, uint width, uint height)
    {
        var square = width == height;
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {(square ? 1200 : 1600)} 1200">{scene}</svg>""";
        return new MagickImage(Encoding.UTF8.GetBytes(svg), new MagickReadSettings { Format = MagickFormat.Svg, BackgroundColor = MagickColors.Transparent, Width = width, Height = height });
    }

    public static string Sky(string top, string bottom)
    {
        var id = $"g{gradients++}";
        return $"""<defs><linearGradient id="{id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/></linearGradient></defs><rect width="1600" height="1200" fill="url(#{id})"/>"""
            + Cloud(260, 170, 1) + Cloud(1180, 240, 1.3);
    }

    public static string Ground(int y, string colour) => $"""<path d="M0 {y} Q 420 {y - 26} 800 {y} T 1600 {y - 8} V 1200 H 0 Z" fill="{colour}"/>""";

    public static string School()
    {
        var s = new StringBuilder();
        s.Append("""<rect x="250" y="440" width="1100" height="430" fill="#b5654a"/><rect x="230" y="410" width="1140" height="42" fill="#7d4434"/><path d="M620 410 L800 270 L980 410 Z" fill="#a55a41"/><circle cx="800" cy="352" r="34" fill="#f6f1e4"/><path d="M800 352 V326 M800 352 L818 362" stroke="#333" stroke-width="5"/>""");
        for (var row = 0; row < 2; row++)
            for (var column = 0; column < 8; column++)
                if (column is < 3 or > 4 || row == 0)
                    s.Append(Invariant($"""<rect x="{300 + column * 130}" y="{490 + row * 180}" width="88" height="120" fill="#dcecf5" stroke="#fff" stroke-width="8"/><path d="M{344 + column * 130} {490 + row * 180} v120" stroke="#fff" stroke-width="5"/>"""));
        s.Append("""<rect x="706" y="676" width="188" height="194" fill="#4b3328"/><path d="M800 676 v194" stroke="#2c1e18" stroke-width="5"/><rect x="660" y="866" width="280" height="18" fill="#9b9b95"/><path d="M700 884 L560 1200 H1040 L900 884 Z" fill="#c9c3b6"/>""");
        return s + Tree(120, 860, 1.2, "#4f8a3c") + Tree(1490, 870, 1.35, "#5a9645");
    }

    public static string Planting()
    {
        var s = new StringBuilder(Tree(200, 760, 1.5, "#4f8a3c") + Tree(1420, 750, 1.7, "#5b9148"));
        for (var i = 0; i < 4; i++)
        {
            var x = 430 + i * 230;
            s.Append(Invariant($"""<ellipse cx="{x}" cy="{960 + i % 2 * 40}" rx="80" ry="24" fill="#5e4630"/>""")).Append(Tree(x, 965 + i % 2 * 40, 0.55, "#79b05c"));
            s.Append(Figure(x + 95, 985 + i % 2 * 40, 0.9, i)).Append(Invariant($"""<path d="M{x + 60} {880 + i % 2 * 40} L{x + 40} {985 + i % 2 * 40}" stroke="#8a6a3d" stroke-width="9"/><path d="M{x + 28} {975 + i % 2 * 40} h28 l-8 40 h-14 Z" fill="#6d7479"/>"""));
        }
        return s.ToString();
    }

    public static string SportsField()
    {
        var s = new StringBuilder("""<rect y="560" width="1600" height="640" fill="#5f9e49"/>""");
        for (var i = 0; i < 8; i += 2)
            s.Append(Invariant($"""<path d="M{i * 200} 1200 L{480 + i * 80} 560 h80 L{i * 200 + 200} 1200 Z" fill="#68a851"/>"""));
        s.Append("""<path d="M60 1120 L420 620 H1180 L1540 1120 Z M800 620 V1120" fill="none" stroke="#f4f7f2" stroke-width="8"/><ellipse cx="800" cy="830" rx="150" ry="70" fill="none" stroke="#f4f7f2" stroke-width="8"/><path d="M660 610 V470 H940 V610" fill="none" stroke="#fff" stroke-width="12"/><path d="M660 500 H940 M660 540 H940 M660 575 H940 M710 470 V610 M760 470 V610 M810 470 V610 M860 470 V610 M910 470 V610" stroke="#ffffff" stroke-width="2"/>""");
        return s + Figure(420, 900, 0.9, 1) + Figure(640, 1010, 1.05, 4) + Figure(1000, 860, 0.8, 1) + Figure(1190, 1020, 1.05, 4);
    }

    public static string Ball(int x, int y) => Invariant($"""<circle cx="{x}" cy="{y}" r="24" fill="#fff" stroke="#333" stroke-width="4"/><path d="M{x} {y - 10} l10 8 -4 12 h-12 l-4 -12 Z" fill="#333"/>""");

    public static string Laboratory()
    {
        var s = new StringBuilder("""<rect width="1600" height="1200" fill="#e8edf0"/><rect y="780" width="1600" height="420" fill="#c7b299"/><rect x="120" y="120" width="900" height="360" fill="#2f5d50" stroke="#a47d4c" stroke-width="16"/><path d="M220 220 h320 M220 280 h420 M220 340 h250 M720 240 l60 -50 60 50 v70 l-60 50 -60 -50 Z" stroke="#dfe9e4" stroke-width="8" fill="none"/><rect x="1120" y="120" width="360" height="360" fill="#d3e9f6" stroke="#fff" stroke-width="18"/><path d="M1300 120 v360 M1120 300 h360" stroke="#fff" stroke-width="12"/><rect x="60" y="760" width="1480" height="46" fill="#8b6f52"/>""");
        string[] liquids = ["#e74c3c", "#3498db", "#27ae60", "#f1c40f", "#9b59b6"];
        for (var i = 0; i < 5; i++)
        {
            var x = 220 + i * 260;
            s.Append(Invariant($"""<path d="M{x - 18} 560 v70 l-70 110 q-8 20 14 20 h148 q22 0 14 -20 l-70 -110 v-70 Z" fill="#fafdff" stroke="#7f8c8d" stroke-width="6"/><path d="M{x - 62} 700 l-22 38 q-8 20 12 20 h144 q20 0 12 -20 l-22 -38 Z" fill="{liquids[i]}"/><circle cx="{x}" cy="520" r="10" fill="{liquids[i]}" opacity="0.5"/><circle cx="{x + 16}" cy="480" r="7" fill="{liquids[i]}" opacity="0.4"/>"""));
        }
        return s + Figure(500, 1160, 1.6, 6) + Figure(1130, 1170, 1.6, 2);
    }

    public static string Stage()
    {
        var s = new StringBuilder("""<rect width="1600" height="1200" fill="#241a2b"/><path d="M500 0 L260 900 H760 Z" fill="#f7e6a8" opacity="0.28"/><path d="M1100 0 L860 900 H1360 Z" fill="#f7e6a8" opacity="0.28"/><path d="M0 900 H1600 V1060 H0 Z" fill="#8a5a34"/><path d="M0 1060 H1600 V1200 H0 Z" fill="#1a1320"/>""");
        s.Append(Figure(510, 930, 1.5, 0)).Append(Figure(780, 900, 1.4, 3)).Append(Figure(1110, 930, 1.5, 7));
        for (var i = 0; i < 5; i++)
            s.Append(Invariant($"""<path d="M{i * 62} 0 q40 420 -10 930 h66 q40 -480 6 -930 Z M{1600 - i * 62} 0 q-40 420 10 930 h-66 q-40 -480 -6 -930 Z" fill="{(i % 2 == 0 ? "#8e1f2f" : "#a52a3a")}"/>"""));
        s.Append("""<path d="M0 0 H1600 V90 Q1500 170 1400 90 Q1300 170 1200 90 Q1100 170 1000 90 Q900 170 800 90 Q700 170 600 90 Q500 170 400 90 Q300 170 200 90 Q100 170 0 90 Z" fill="#7a1727"/>""");
        for (var i = 0; i < 13; i++)
            s.Append(Invariant($"""<circle cx="{60 + i * 124}" cy="{1150 + i % 2 * 26}" r="52" fill="#0e0a12"/>"""));
        return s.ToString();
    }

    public static string Berlin() => """
        <rect x="1180" y="420" width="18" height="480" fill="#8b8f96"/><circle cx="1189" cy="400" r="52" fill="#b6bac0"/><rect x="1184" y="180" width="10" height="180" fill="#c0392b"/>
        <rect x="1280" y="640" width="180" height="260" fill="#8f7f73"/><rect x="1460" y="700" width="140" height="200" fill="#a08f80"/>
        <rect x="260" y="520" width="700" height="70" fill="#cbb48a"/><rect x="240" y="490" width="740" height="36" fill="#bda47a"/><rect x="480" y="430" width="260" height="62" fill="#c9b285"/>
        <path d="M530 430 q20 -60 60 -50 q10 -40 40 -20 q50 -10 70 70 Z" fill="#4f7d6a"/>
        """ + string.Concat(Enumerable.Range(0, 6).Select(i => Invariant($"""<rect x="{280 + i * 128}" y="590" width="46" height="310" fill="#d8c39b"/><rect x="{270 + i * 128}" y="880" width="66" height="22" fill="#b89f74"/>"""))) + Group(8, 1010, 5);

    public static string Library()
    {
        var s = new StringBuilder("""<rect width="1600" height="1200" fill="#ede3d2"/><rect y="1010" width="1600" height="190" fill="#9c7a55"/>""");
        for (var shelf = 0; shelf < 4; shelf++)
        {
            s.Append(Invariant($"""<rect x="80" y="{90 + shelf * 235}" width="1440" height="20" fill="#6e4a2b"/><rect x="80" y="{305 + shelf * 235}" width="1440" height="20" fill="#6e4a2b"/>"""));
            for (int x = 100, i = shelf; x < 1480; i++)
            {
                var width = 22 + i * 7 % 26;
                var height = 130 + i * 37 % 60;
                s.Append(Invariant($"""<rect x="{x}" y="{305 + shelf * 235 - height}" width="{width}" height="{height}" fill="{Clothes[(i * 3 + shelf) % Clothes.Length]}" opacity="0.9"/>"""));
                x += width + 4;
            }
        }
        return s + Figure(620, 1150, 1.5, 5) + Figure(980, 1160, 1.5, 8);
    }

    public static string Music() => """
        <rect width="1600" height="1200" fill="#f3e9da"/><rect y="860" width="1600" height="340" fill="#b98f63"/>
        <path d="M160 860 V520 Q160 460 240 460 H700 Q760 460 760 540 V860 Z" fill="#22201f"/><rect x="140" y="700" width="640" height="70" fill="#3a3634"/><rect x="170" y="712" width="580" height="46" fill="#fbfaf6"/>
        """ + string.Concat(Enumerable.Range(0, 20).Select(i => Invariant($"""<path d="M{170 + i * 29} 712 v46" stroke="#777" stroke-width="2"/><rect x="{188 + i * 29}" y="712" width="13" height="{(i % 7 is 2 or 6 ? 0 : 28)}" fill="#111"/>""")))
        + """
        <ellipse cx="1130" cy="760" rx="120" ry="150" fill="#b5652b"/><ellipse cx="1130" cy="600" rx="88" ry="100" fill="#b5652b"/><circle cx="1130" cy="690" r="42" fill="#3b2416"/><rect x="1112" y="230" width="36" height="380" fill="#5b3a20"/><rect x="1100" y="180" width="60" height="70" fill="#3b2416"/><path d="M1120 240 V830 M1130 240 V830 M1140 240 V830" stroke="#eee" stroke-width="2"/>
        <path d="M300 190 v130 M300 190 h110 v120" stroke="#8e44ad" stroke-width="14" fill="none"/><ellipse cx="276" cy="326" rx="32" ry="22" fill="#8e44ad"/><ellipse cx="386" cy="316" rx="32" ry="22" fill="#8e44ad"/>
        <path d="M640 250 v110" stroke="#2471a3" stroke-width="14"/><ellipse cx="616" cy="366" rx="32" ry="22" fill="#2471a3"/>
        """ + Figure(1400, 1130, 1.6, 2);

    public static string Gala()
    {
        var s = new StringBuilder("""<rect width="1600" height="1200" fill="#141a3a"/><path d="M0 880 H1600 V1200 H0 Z" fill="#20264d"/>""");
        for (var i = 0; i < 26; i++)
            s.Append(Invariant($"""<circle cx="{30 + i * 62}" cy="{150 + Math.Sin(i * 0.48) * 60:0}" r="13" fill="{(i % 3 == 0 ? "#ffd76a" : i % 3 == 1 ? "#ff8c94" : "#9be7ff")}"/>"""));
        for (var i = 0; i < 5; i++)
            s.Append(Invariant($"""<path d="M{200 + i * 300} 0 L{80 + i * 300} 900 H{320 + i * 300} Z" fill="{(i % 2 == 0 ? "#ff5fa2" : "#5fd0ff")}" opacity="0.13"/>"""));
        s.Append("""<circle cx="800" cy="330" r="92" fill="#cfd6e6"/><path d="M708 330 H892 M722 280 H878 M722 380 H878 M800 238 V422 M756 250 Q726 330 756 410 M844 250 Q874 330 844 410" stroke="#8d97ad" stroke-width="5" fill="none"/><path d="M800 0 V238" stroke="#8d97ad" stroke-width="6"/>""");
        return s + Group(11, 1020, 17);
    }

    public static string Balloons() => string.Concat(Enumerable.Range(0, 12).Select(i => Invariant($"""<path d="M{90 + i * 128} {330 + i % 3 * 60} q14 120 -6 240" stroke="#666" stroke-width="3" fill="none"/><ellipse cx="{90 + i * 128}" cy="{260 + i % 3 * 60}" rx="48" ry="62" fill="{Clothes[i % Clothes.Length]}" opacity="0.92"/>""")))
        + """<rect x="420" y="560" width="760" height="96" fill="#f7f4ea"/><text x="800" y="632" font-size="72" font-family="sans-serif" text-anchor="middle" fill="#7d4434">OPEN DAG</text>""" + Group(7, 1090, 23);

    public static string Bicycles()
    {
        var s = new StringBuilder("""<path d="M40 520 L160 400 H1440 L1560 520 Z" fill="#60717c"/><rect x="90" y="520" width="24" height="360" fill="#4a565e"/><rect x="1486" y="520" width="24" height="360" fill="#4a565e"/><rect x="788" y="520" width="24" height="300" fill="#4a565e"/>""");
        for (var i = 0; i < 6; i++)
        {
            var x = 190 + i * 240;
            s.Append(Invariant($"""<g fill="none" stroke="#2b2b2b" stroke-width="8"><circle cx="{x}" cy="900" r="72"/><circle cx="{x + 170}" cy="900" r="72"/></g><path d="M{x} 900 L{x + 60} 790 H{x + 140} L{x + 80} 900 Z M{x + 60} 790 L{x + 80} 900 M{x + 140} 790 L{x + 170} 900 M{x + 52} 760 h-34 M{x + 140} 790 v-46 h36" fill="none" stroke="{Clothes[i % Clothes.Length]}" stroke-width="12"/>"""));
        }
        return s.ToString();
    }

    public static string Caps() => string.Concat(Enumerable.Range(0, 9).Select(i => Invariant($"""<g transform="translate({170 + i * 155} {300 + i * 97 % 260}) rotate({i * 41 % 70 - 35})"><path d="M-70 0 L0 -32 L70 0 L0 32 Z" fill="#1d2733"/><path d="M-36 14 V44 Q0 66 36 44 V14 L0 32 Z" fill="#2c3a4a"/><path d="M0 0 L54 20 V60" stroke="#e1b12c" stroke-width="6" fill="none"/></g>""")));

    public static string Autumn() => string.Concat(Enumerable.Range(0, 6).Select(i => Tree(150 + i * 262, 800 + i % 2 * 60, 1.6, (string[])["#c8641b", "#d98e1f", "#a8431d"] is var c ? c[i % 3] : "")))
        + string.Concat(Enumerable.Range(0, 60).Select(i => Invariant($"""<ellipse cx="{i * 137 % 1600}" cy="{860 + i * 71 % 320}" rx="16" ry="9" fill="{(i % 2 == 0 ? "#c8641b" : "#e0a030")}" transform="rotate({i * 29 % 180} {i * 137 % 1600} {860 + i * 71 % 320})"/>""")));

    public static string Robot() => """
        <rect x="420" y="180" width="360" height="270" rx="40" fill="#5d7fa3"/><circle cx="525" cy="305" r="46" fill="#fff"/><circle cx="675" cy="305" r="46" fill="#fff"/><circle cx="525" cy="305" r="18" fill="#22303e"/><circle cx="675" cy="305" r="18" fill="#22303e"/><rect x="520" y="385" width="160" height="20" rx="10" fill="#22303e"/>
        <path d="M600 180 V110" stroke="#5d7fa3" stroke-width="14"/><circle cx="600" cy="96" r="24" fill="#e67e22"/><rect x="380" y="480" width="440" height="380" rx="36" fill="#7fa3c7"/><circle cx="600" cy="640" r="72" fill="#f4f6f8"/><path d="M600 596 v88 M556 640 h88" stroke="#e67e22" stroke-width="16"/>
        <rect x="270" y="500" width="80" height="280" rx="36" fill="#5d7fa3"/><rect x="850" y="500" width="80" height="280" rx="36" fill="#5d7fa3"/><rect x="440" y="880" width="120" height="180" rx="26" fill="#5d7fa3"/><rect x="640" y="880" width="120" height="180" rx="26" fill="#5d7fa3"/>
        """;

    /// <summary>A row of figures, seeded so that every run draws the same.</summary>
    public static string Group(int count, int y, int seed) => string.Concat(Enumerable.Range(0, count).Select(i =>
        Figure(1600 / (count + 1) * (i + 1) + (i * seed % 40) - 20, y + i * seed * 7 % 60, 1 + i * seed % 5 * 0.06, i + seed)));

    /// <summary>A figure without a face, standing on (x, y).</summary>
    private static string Figure(int x, int y, double scale, int look) => Invariant($"""
        <g transform="translate({x} {y}) scale({scale:0.##})"><rect x="-30" y="-96" width="24" height="96" fill="#2e3b4b"/><rect x="6" y="-96" width="24" height="96" fill="#2e3b4b"/><path d="M-44 -90 V-200 Q-44 -232 0 -232 Q44 -232 44 -200 V-90 Z" fill="{Clothes[look % Clothes.Length]}"/><rect x="-62" y="-216" width="20" height="104" rx="10" fill="{Clothes[look % Clothes.Length]}"/><rect x="42" y="-216" width="20" height="104" rx="10" fill="{Clothes[look % Clothes.Length]}"/><circle cx="0" cy="-268" r="36" fill="{Skins[look % Skins.Length]}"/><path d="M-38 -268 Q-38 -312 0 -312 Q38 -312 38 -268 Q20 -290 0 -290 Q-20 -290 -38 -268 Z" fill="{(look % 3 == 0 ? "#2b1d14" : look % 3 == 1 ? "#6b4423" : "#1a1a1a")}"/></g>
        """);

    private static string Tree(int x, int y, double scale, string colour) => Invariant($"""
        <g transform="translate({x} {y}) scale({scale:0.##})"><rect x="-14" y="-130" width="28" height="130" fill="#6b4a2e"/><circle cx="0" cy="-210" r="92" fill="{colour}"/><circle cx="-58" cy="-170" r="62" fill="{colour}"/><circle cx="58" cy="-170" r="62" fill="{colour}"/><circle cx="-20" cy="-236" r="40" fill="#ffffff" opacity="0.10"/></g>
        """);

    private static string Cloud(int x, int y, double scale) => Invariant($"""
        <g transform="translate({x} {y}) scale({scale:0.##})" fill="#ffffff" opacity="0.85"><ellipse cx="0" cy="0" rx="110" ry="34"/><circle cx="-40" cy="-20" r="40"/><circle cx="30" cy="-30" r="50"/></g>
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
