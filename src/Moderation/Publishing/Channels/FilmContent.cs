using System.Net;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>A cleaned film as the body of a call. Opened anew each time it is sent, so that a call can be repeated with a fresh token.</summary>
internal sealed class FilmContent(MediaStore media, OutgoingMedia file, long bytes) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var cleaned = await media.OpenAsync(file, cancellationToken);
        await using var content = cleaned.Content;
        await content.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
