using System.Xml;

namespace Moderation.Media.Metadata;

/// <summary>Reads rights and capture time from an XMP packet (ISO 16684-1). The XML is parsed without DTDs or anything outside it.</summary>
internal static class XmpBlock
{
    private const int MaxBytes = 1_000_000;
    private const int MaxDepth = 64;

    private static readonly HashSet<string> CopyrightNames = ["rights", "CopyrightOwnerName", "UsageTerms", "Copyright"];
    private static readonly HashSet<string> CreditNames = ["Credit", "Source", "ImageSupplierName", "LicensorName", "WebStatement"];
    private static readonly HashSet<string> ArtistNames = ["creator", "Artist", "ImageCreatorName", "Owner"];
    private static readonly HashSet<string> TimeNames = ["DateTimeOriginal", "DateCreated"];

    public static EmbeddedFacts Read(ReadOnlySpan<byte> packet)
    {
        var text = MarkText.Decode(packet[..Math.Min(packet.Length, MaxBytes)]).Trim('\0', ' ', '\r', '\n', '\t', '\uFEFF');
        string? artist = null, copyright = null, credit = null, taken = null;
        try
        {
            foreach (var (name, value) in Properties(text))
            {
                if (CopyrightNames.Contains(name))
                    copyright ??= MarkText.Tidy(value);
                else if (CreditNames.Contains(name))
                    credit ??= MarkText.Tidy(value);
                else if (ArtistNames.Contains(name))
                    artist ??= MarkText.Tidy(value);
                else if (TimeNames.Contains(name))
                    taken ??= value;
            }
        }
        catch (XmlException)
        {
            // Broken XML: what was read before the break stands.
        }
        return new EmbeddedFacts
        {
            Artist = artist,
            Copyright = copyright,
            Credit = credit,
            StockLibrary = StockLibraries.Find(text),
            TakenAt = MarkText.WallTime(taken),
        };
    }

    /// <summary>Simple properties as (local name, value): attributes and texts; of a list the name is that of the property that holds it.</summary>
    private static IEnumerable<(string Name, string Value)> Properties(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            ConformanceLevel = ConformanceLevel.Fragment,
        };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        var path = new Stack<string>();
        while (reader.Read() && reader.Depth <= MaxDepth)
        {
            while (path.Count > reader.Depth)
                path.Pop();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    path.Push(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                        yield return (reader.LocalName, reader.Value);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var owner = path.FirstOrDefault(static name => name is not ("li" or "Alt" or "Seq" or "Bag"));
                    if (owner is not null)
                        yield return (owner, reader.Value);
                    break;
                default:
                    break;
            }
        }
    }
}
