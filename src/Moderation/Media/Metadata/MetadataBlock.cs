namespace Moderation.Media.Metadata;

internal enum MetadataKind
{
    /// <summary>A TIFF structure, without the <c>Exif\0\0</c> before it.</summary>
    Exif,

    /// <summary>An XMP packet: RDF/XML in UTF-8.</summary>
    Xmp,

    /// <summary>IPTC-IIM records.</summary>
    Iptc,

    /// <summary>A comment; text in Latin-1 or UTF-8.</summary>
    Comment,
}

/// <summary>A piece of metadata as it stands in a file.</summary>
internal readonly record struct MetadataBlock(MetadataKind Kind, ReadOnlyMemory<byte> Bytes);
