using System.Buffers.Binary;

namespace Moderation.Media.Video;

/// <summary>
/// Checks and cleans an <c>stsd</c>: which codec, and that nothing but what its decoder needs stays (ISO/IEC 14496-12 §8.5.2, 14496-15; QuickTime File Format "Sample Description Atoms").
/// </summary>
internal sealed class SampleDescriptions(byte[] movie)
{
    /// <summary>Picture codecs a browser plays, so that a person can judge the film.</summary>
    private static readonly HashSet<string> PictureCodecs = ["avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09"];

    private static readonly HashSet<string> SoundCodecs = ["mp4a", "Opus", "fLaC", "alac", "ac-3", "ec-3", ".mp3", "sowt", "twos", "lpcm", "in24", "ipcm"];

    private static readonly HashSet<string> DecoderBoxes =
    [
        "avcC", "hvcC", "av1C", "vpcC", "esds", "dOps", "dfLa", "alac", "dac3", "dec3", "pcmC", "colr", "pasp", "clap", "fiel", "btrt", "mdcv", "clli", "chan", "chnl",
        "frma", "enda", "mp4a", "wave", "dvcC", "dvvC", "gama", "amve", "srat",
    ];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int PcmFrameBytes { get; private set; }

    public MediaRefusal? Clean(BoxHeader descriptions, string kind)
    {
        var start = (int)descriptions.BodyStart + 8;
        var end = (int)descriptions.End;
        if (start > end || movie[start - 8] > 1)
            return MediaRefusal.Damaged;
        var entries = 0;
        while (end - start >= 16)
        {
            if (entries++ == 16 || BoxHeader.Read(movie.AsSpan(start, end - start), start, end - start) is not { } entry)
                return MediaRefusal.Damaged;
            if (entry.Type is "encv" or "enca" or "encu" or "drmi" or "drms" or "resv")
                return MediaRefusal.Encrypted;
            if (!(kind == "vide" ? PictureCodecs : SoundCodecs).Contains(entry.Type))
                return MediaRefusal.Codec;
            if (!(kind == "vide" ? CleanPicture(entry) : CleanSound(entry, stsdVersion: movie[(int)descriptions.BodyStart])))
                return MediaRefusal.Damaged;
            start = (int)entry.End;
        }
        movie.AsSpan(start, end - start).Clear();
        return entries > 0 ? null : MediaRefusal.Damaged;
    }

    private bool CleanPicture(BoxHeader entry)
    {
        var body = movie.AsSpan((int)entry.BodyStart, (int)(entry.Length - entry.Header));
        if (body.Length < 78)
            return false;
        body[8..24].Clear(); // version, vendor, qualities
        Width = Math.Max(Width, BinaryPrimitives.ReadUInt16BigEndian(body[24..]));
        Height = Math.Max(Height, BinaryPrimitives.ReadUInt16BigEndian(body[26..]));
        body[42..74].Clear(); // compressor name
        return CleanBoxes((int)entry.BodyStart + 78, (int)entry.End, depth: 0);
    }

    private bool CleanSound(BoxHeader entry, int stsdVersion)
    {
        var body = movie.AsSpan((int)entry.BodyStart, (int)(entry.Length - entry.Header));
        if (body.Length < 28)
            return false;
        var version = BinaryPrimitives.ReadUInt16BigEndian(body[8..]);
        body[10..16].Clear(); // revision and vendor
        int channels = BinaryPrimitives.ReadUInt16BigEndian(body[16..]), bits = BinaryPrimitives.ReadUInt16BigEndian(body[18..]);
        if (entry.Type is "sowt" or "twos" or "lpcm" or "in24" or "ipcm")
            PcmFrameBytes = Math.Clamp(channels * ((entry.Type == "in24" ? 24 : bits) + 7) / 8, 1, 1024);
        var fixedPart = version switch
        {
            0 => 28,
            1 when stsdVersion == 0 => 44, // QuickTime sound description version 1
            1 => 28,
            2 => 64,
            _ => -1,
        };
        if (version == 2 && PcmFrameBytes > 0 && body.Length >= 64)
            PcmFrameBytes = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(body[56..]), 1, 1024);
        return fixedPart > 0 && fixedPart <= body.Length && CleanBoxes((int)entry.BodyStart + fixedPart, (int)entry.End, depth: 0);
    }

    private bool CleanBoxes(int start, int end, int depth)
    {
        for (var count = 0; end - start >= 8; count++)
        {
            if (count == 64 || BoxHeader.Read(movie.AsSpan(start, end - start), start, end - start) is not { } box)
                return false;
            if (box.Type == "sinf")
                return false;
            var isTerminator = box is { Length: 8, Type: "\0\0\0\0" };
            if (box.Type == "wave" && depth == 0)
            {
                if (!CleanBoxes((int)box.BodyStart, (int)box.End, depth + 1))
                    return false;
            }
            else if (!isTerminator && !DecoderBoxes.Contains(box.Type))
            {
                "free"u8.CopyTo(movie.AsSpan((int)box.Start + 4));
                movie.AsSpan((int)box.BodyStart, (int)(box.Length - box.Header)).Clear();
            }
            start = (int)box.End;
        }
        movie.AsSpan(start, end - start).Clear();
        return true;
    }
}
