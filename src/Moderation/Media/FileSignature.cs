using System.Buffers.Binary;
using System.Text;

namespace Moderation.Media;

/// <summary>What a file is by its first bytes: an allowed type, or something with a name and a remedy.</summary>
/// <param name="Type">Set when the type may be uploaded; its structure is still to be checked.</param>
/// <param name="Code">Short code of anything else, e.g. <c>pdf</c>; <c>unknown</c> when nothing is recognised.</param>
internal sealed record FileSignature(MediaType? Type, string Code, Words Name, Words Remedy)
{
    /// <summary>Bytes that <see cref="Recognise"/> likes to see; fewer will do.</summary>
    public const int HeadBytes = 4096;

    private static readonly Words AsPicture = new("Sla het op als JPEG of PNG en upload dat.", "Save it as JPEG or PNG and upload that.");
    private static readonly Words AsVideo = new("Exporteer het als MP4 (H.264) en upload dat.", "Export it as MP4 (H.264) and upload that.");
    private static readonly Words TextInPost = new("Zet de tekst in het bericht zelf.", "Put the text in the post itself.");
    private static readonly Words TakeOut = new("Haal de foto's of films eruit en upload die los.", "Take the photos or films out of it and upload those.");
    private static readonly Words PictureOrVideo = new(
        "Upload een foto (JPEG, PNG, WebP, GIF, AVIF of HEIC) of een film (MP4 of MOV).",
        "Upload a photo (JPEG, PNG, WebP, GIF, AVIF or HEIC) or a film (MP4 or MOV).");

    private static readonly FileSignature Pdf = new(null, "pdf", new("een PDF", "a PDF"), new(
        "Maak een afbeelding (JPEG of PNG) van de pagina die u wilt laten zien en upload die.", "Turn the page you want to show into a picture (JPEG or PNG) and upload that."));
    private static readonly FileSignature Svg = new(null, "svg", new("een SVG-tekening, en daar kunnen scripts in zitten", "an SVG drawing, which can hold scripts"), new(
        "Exporteer de tekening als PNG en upload die.", "Export the drawing as PNG and upload that."));
    private static readonly FileSignature Html = new(null, "html", new("een webpagina of script", "a web page or script"), PictureOrVideo);
    private static readonly FileSignature Text = new(null, "text", new("een tekstbestand", "a text file"), TextInPost);
    private static readonly FileSignature Zip = new(null, "archive", new("een ingepakt bestand of kantoordocument", "an archive or office document"), TakeOut);
    private static readonly FileSignature Program = new(null, "program", new("een programma", "a program"), PictureOrVideo);
    private static readonly FileSignature Raw = new(null, "raw_photo", new("een TIFF of ruwe camerafoto", "a TIFF or raw camera photo"), AsPicture);
    private static readonly FileSignature OtherImage = new(null, "other_image", new("een soort afbeelding die de kanalen niet kennen", "a kind of picture that the channels do not know"), AsPicture);
    private static readonly FileSignature OtherVideo = new(null, "other_video", new("een soort video die de kanalen niet kennen", "a kind of video that the channels do not know"), AsVideo);
    private static readonly FileSignature Sound = new(null, "sound", new("een geluidsopname zonder beeld", "a sound recording without a picture"), new(
        "Maak er een video (MP4) van en upload die.", "Turn it into a video (MP4) and upload that."));
    private static readonly FileSignature Unknown = new(null, "unknown", new("geen foto of film die we herkennen", "no photo or film that we recognise"), PictureOrVideo);

    private static readonly (byte[] Magic, FileSignature What)[] Magics =
    [
        ([0xFF, 0xD8, 0xFF], Allowed(MediaType.Jpeg)),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], Allowed(MediaType.Png)),
        ("GIF87a"u8.ToArray(), Allowed(MediaType.Gif)),
        ("GIF89a"u8.ToArray(), Allowed(MediaType.Gif)),
        ("%PDF-"u8.ToArray(), Pdf),
        ("PK\u0003\u0004"u8.ToArray(), Zip), ("PK\u0005\u0006"u8.ToArray(), Zip), ("Rar!\u001a\u0007"u8.ToArray(), Zip),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], Zip), ([0x1F, 0x8B, 0x08], Zip), ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], Zip),
        ([0x28, 0xB5, 0x2F, 0xFD], Zip), ("BZh"u8.ToArray(), Zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Zip),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], Program), ([0xCA, 0xFE, 0xBA, 0xBE], Program), ([0xCF, 0xFA, 0xED, 0xFE], Program), ("\0asm"u8.ToArray(), Program),
        ([(byte)'I', (byte)'I', 42, 0], Raw), ([(byte)'M', (byte)'M', 0, 42], Raw), ([(byte)'I', (byte)'I', 43, 0], Raw), ("FUJIFILMCCD-RAW"u8.ToArray(), Raw), ("IIRO"u8.ToArray(), Raw), ("IIU\0"u8.ToArray(), Raw),
        ("8BPS"u8.ToArray(), OtherImage), ([0, 0, 1, 0], OtherImage), ([0xFF, 0x0A], OtherImage), ([0, 0, 0, 12, (byte)'j', (byte)'P'], OtherImage), ([0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L'], OtherImage),
        ("gimp xcf"u8.ToArray(), OtherImage), ("qoif"u8.ToArray(), OtherImage), ("%!PS"u8.ToArray(), OtherImage),
        ([0x1A, 0x45, 0xDF, 0xA3], OtherVideo), ("FLV\u0001"u8.ToArray(), OtherVideo), ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], OtherVideo), ([0, 0, 1, 0xBA], OtherVideo), ([0, 0, 1, 0xB3], OtherVideo),
        ("ID3"u8.ToArray(), Sound), ("OggS"u8.ToArray(), Sound), ("fLaC"u8.ToArray(), Sound), ("#!AMR"u8.ToArray(), Sound), ("MThd"u8.ToArray(), Sound), ([0xFF, 0xFB], Sound), ([0xFF, 0xF3], Sound), ([0xFF, 0xF1], Sound), ([0xFF, 0xF9], Sound),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<?php", "<!doctype"];

    /// <summary>True for a kind of file that has no business inside a picture: archive, document, page, script, program.</summary>
    public bool Smuggled => Code is "pdf" or "svg" or "html" or "archive" or "program";

    public MediaRefusal Refusal(string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var claimed = extension is ".jpg" or ".jpeg" or ".jpe" or ".png" or ".webp" or ".gif" or ".avif" or ".heic" or ".heif" or ".mp4" or ".mov" or ".m4v" ? extension : null;
        return MediaRefusal.NotAllowed(Code, Name, Remedy, claimed);
    }

    /// <param name="head">The first bytes of the file, best <see cref="HeadBytes"/>.</param>
    public static FileSignature Recognise(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return OfBrands(head);
        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
        {
            return head[8..12].SequenceEqual("WEBP"u8) ? Allowed(MediaType.WebP)
                : head[8..12].SequenceEqual("WAVE"u8) ? Sound
                : OtherVideo;
        }
        if (head.Length >= 8 && (head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8) || head[4..8].SequenceEqual("wide"u8)))
            return OtherVideo; // QuickTime from before ftyp existed
        foreach (var (magic, what) in Magics)
        {
            if (head.StartsWith(magic))
                return what;
        }
        if (head.Length >= 64 && head.StartsWith("MZ"u8))
            return Program;
        if (head.Length >= 26 && head.StartsWith("BM"u8) && BinaryPrimitives.ReadInt32LittleEndian(head[6..]) == 0)
            return OtherImage;
        return OfText(head);
    }

    private static FileSignature Allowed(MediaType type) => new(type, "", default, default);

    /// <summary>ISO base media: still pictures and films share one container; the brands tell (ISO/IEC 14496-12 §4.3, 23008-12 §10).</summary>
    private static FileSignature OfBrands(ReadOnlySpan<byte> head)
    {
        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var brands = new List<string> { Encoding.Latin1.GetString(head[8..12]) };
        for (var at = 16; at + 4 <= size; at += 4)
            brands.Add(Encoding.Latin1.GetString(head.Slice(at, 4)));
        return brands[0] switch
        {
            "avif" or "avis" => Allowed(MediaType.Avif),
            "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" => Allowed(MediaType.Heic),
            "mif1" or "mif2" or "msf1" or "miaf" or "1pic" =>
                brands.Any(b => b is "avif" or "avis") ? Allowed(MediaType.Avif)
                : brands.Any(b => b is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx") ? Allowed(MediaType.Heic)
                : OtherImage,
            "crx " => Raw,
            "jxl " or "jp2 " or "jpx " => OtherImage,
            "M4A " or "M4B " or "M4P " or "F4A " or "F4B " => Sound,
            "qt  " => Allowed(MediaType.Mov),
            _ => Allowed(MediaType.Mp4),
        };
    }

    private static FileSignature OfText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return Unknown;
        var text = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(head[3..]),
            _ => Encoding.Latin1.GetString(head),
        };
        var start = text.TrimStart();
        if (start.Length == 0)
            return Unknown;
        if (start[0] == '<' && start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            return Svg;
        if (HtmlStarts.Any(h => start.StartsWith(h, StringComparison.OrdinalIgnoreCase)) || text.StartsWith("#!", StringComparison.Ordinal)
            || start.Contains("<script", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<?php", StringComparison.OrdinalIgnoreCase))
            return Html;
        // A PDF may begin after up to 1,024 bytes of something else (ISO 32000 annex H).
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return Pdf;
        return text.All(static c => c is '\r' or '\n' or '\t' || c is >= ' ' and not '\u007f' and not (>= '\u0080' and < '\u00a0')) ? Text : Unknown;
    }
}
