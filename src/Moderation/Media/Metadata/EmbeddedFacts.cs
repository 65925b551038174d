namespace Moderation.Media.Metadata;

/// <summary>What metadata says that the rules ask for. Location is never read: it is only ever thrown away (I18).</summary>
internal sealed record EmbeddedFacts
{
    public static EmbeddedFacts None { get; } = new();

    public string? Artist { get; init; }

    public string? Copyright { get; init; }

    public string? Credit { get; init; }

    public string? StockLibrary { get; init; }

    /// <summary>Wall time.</summary>
    public DateTime? TakenAt { get; init; }

    /// <summary>Wall time of the last change; stands in when nothing says when it was taken.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>These facts, with those of <paramref name="other"/> where these are silent.</summary>
    public EmbeddedFacts Or(EmbeddedFacts other) => new()
    {
        Artist = Artist ?? other.Artist,
        Copyright = Copyright ?? other.Copyright,
        Credit = Credit ?? other.Credit,
        StockLibrary = StockLibrary ?? other.StockLibrary,
        TakenAt = TakenAt ?? other.TakenAt,
        ChangedAt = ChangedAt ?? other.ChangedAt,
    };

    public RightsMarks Rights(string fileName)
    {
        var stock = StockLibrary
            ?? StockLibraries.Find(Copyright) ?? StockLibraries.Find(Credit) ?? StockLibraries.Find(Artist)
            ?? StockLibraries.Find(fileName);
        return new RightsMarks(Artist, Copyright, Credit, stock);
    }

    /// <summary>EXIF is asked first, then XMP, then IPTC, then comments; each fills what the ones before left open.</summary>
    public static EmbeddedFacts Of(IEnumerable<MetadataBlock> blocks)
    {
        var all = None;
        foreach (var block in blocks.OrderBy(b => b.Kind).Take(32))
        {
            var found = block.Kind switch
            {
                MetadataKind.Exif => ExifBlock.Read(block.Bytes.Span),
                MetadataKind.Xmp => XmpBlock.Read(block.Bytes.Span),
                MetadataKind.Iptc => IptcBlock.Read(block.Bytes.Span),
                _ => new EmbeddedFacts { StockLibrary = StockLibraries.Find(MarkText.Tidy(MarkText.Decode(block.Bytes.Span[..Math.Min(block.Bytes.Length, 4096)]))) },
            };
            all = all.Or(found);
        }
        return all;
    }
}
