using System.Buffers.Binary;

namespace Moderation.Media.Images;

/// <summary>
/// Finds a second file inside a picture. What phones append (a motion photo's film, a gain map, vendor data) is no reason to refuse:
/// re-encoding drops it. An archive, document, page or program is: somebody put it there.
/// </summary>
internal static class Smuggled
{
    public static bool In(ReadOnlyMemory<byte> file, ImageOutline outline)
    {
        var b = file.Span;
        var tail = b[Math.Min(outline.End, b.Length)..];
        var padding = tail.TrimStart("\0 \r\n\t"u8);
        if (!padding.IsEmpty && FileSignature.Recognise(padding[..Math.Min(padding.Length, FileSignature.HeadBytes)]).Smuggled)
            return true;
        // Readers of PDF look for its mark in the first 1,024 bytes.
        return b[..Math.Min(b.Length, 1024)].IndexOf("%PDF-"u8) >= 0
            || EndsAsZip(b)
            || HoldsScript(tail)
            || outline.Asides.Any(aside => HoldsScript(aside.Span));
    }

    /// <summary>A ZIP is found from its end: an end-of-central-directory record whose comment runs exactly to the end of the file (APPNOTE 4.3.16).</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> b)
    {
        var window = b[Math.Max(0, b.Length - 65_557)..];
        for (var at = window.LastIndexOf("PK\u0005\u0006"u8); at >= 0; at = window[..at].LastIndexOf("PK\u0005\u0006"u8))
        {
            var record = window[at..];
            if (record.Length < 22)
                continue;
            var directorySize = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            if (22 + comment <= record.Length && directorySize <= b.Length)
                return true;
        }
        return false;
    }

    /// <summary>Marks that a browser or PHP would run. Five characters and up: in compressed data they do not come up by chance.</summary>
    private static bool HoldsScript(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; ;)
        {
            var at = rest.IndexOf((byte)'<');
            if (at < 0)
                return false;
            rest = rest[at..];
            if (Starts(rest, "<script"u8) || Starts(rest, "<?php"u8) || Starts(rest, "<html"u8) || Starts(rest, "<iframe"u8) || Starts(rest, "<!doctype html"u8))
                return true;
            rest = rest[1..];
        }
    }

    private static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark) =>
        text.Length >= mark.Length && System.Text.Ascii.EqualsIgnoreCase(text[..mark.Length], mark);
}
