namespace Moderation.Media.Video;

/// <summary>Reads a stream with some of its bytes replaced; nothing is copied or kept. Patches are sorted and do not overlap.</summary>
internal sealed class PatchedStream(Stream source, IReadOnlyList<Patch> patches) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position { get => source.Position; set => source.Position = value; }

    public override int Read(Span<byte> buffer)
    {
        var at = source.Position;
        var read = source.Read(buffer);
        Apply(at, buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var at = source.Position;
        var read = await source.ReadAsync(buffer, cancellationToken);
        Apply(at, buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Apply(long at, Span<byte> bytes)
    {
        for (var i = FirstThatEndsAfter(at); i < patches.Count && patches[i].Offset < at + bytes.Length; i++)
        {
            var patch = patches[i];
            var from = Math.Max(patch.Offset, at);
            var length = (int)(Math.Min(patch.End, at + bytes.Length) - from);
            var target = bytes.Slice((int)(from - at), length);
            if (patch.Bytes is { } replacement)
                replacement.AsSpan((int)(from - patch.Offset), length).CopyTo(target);
            else
                target.Clear();
        }
    }

    private int FirstThatEndsAfter(long position)
    {
        int low = 0, high = patches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (patches[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
