using System.Net;

namespace Moderation.Publishing.Channels;

/// <summary>A part of a seekable stream as the body of a call. Leaves the stream open, so that the call can be built again.</summary>
/// <param name="from">First byte.</param>
/// <param name="length">How many.</param>
internal sealed class FileRange(Stream file, long from, long length) : HttpContent
{
    private readonly long length = length;

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        file.Position = from;
        var buffer = new byte[81_920];
        for (var left = length; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            if (read == 0)
                throw new IOException("The file is shorter than it was.");
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            left -= read;
        }
    }
}
