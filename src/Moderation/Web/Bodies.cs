using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Moderation.Web;

/// <summary>
/// Reads no more of a request than it may be. The server's own limit is set aside and the bytes are
/// counted here, because not every server that runs this counts them.
/// </summary>
internal static class Bodies
{
    /// <summary>JSON, and the written part of a form.</summary>
    public const int MaxJson = 1024 * 1024;

    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(10);

    /// <exception cref="BadHttpRequestException">413: the body is larger than <paramref name="most"/> bytes.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        await using var limited = Limit(request, most);
        using var buffer = new MemoryStream();
        await limited.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    /// <summary>The body, cut off with 413 when it grows beyond <paramref name="most"/> bytes.</summary>
    public static Stream Limit(HttpRequest request, long most)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null; // counted here
        return request.ContentLength > most ? throw TooLarge() : new LimitedStream(request.Body, most);
    }

    /// <summary>
    /// Reads on for a while and throws away: a browser that is cut off while it sends shows a broken connection instead of
    /// the answer that says what to do.
    /// </summary>
    public static async Task DrainAsync(HttpRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(DrainFor);
        var scrap = new byte[64 * 1024];
        try
        {
            for (var read = 1; read > 0;)
                read = await request.Body.ReadAsync(scrap, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Too long, or the line is gone: then it is cut off after all.
        }
    }

    private static BadHttpRequestException TooLarge() => new("The request is too large.", StatusCodes.Status413PayloadTooLarge);

    private sealed class LimitedStream(Stream inner, long left) : Stream
    {
        private long left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            left -= read;
            return left < 0 ? throw TooLarge() : read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
