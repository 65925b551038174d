namespace Moderation.Media.Video;

/// <summary>Bytes of a file that are replaced by others of the same length. <paramref name="Bytes"/> null means zeros.</summary>
internal readonly record struct Patch(long Offset, long Length, byte[]? Bytes)
{
    public long End => Offset + Length;
}
