using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>What an upload session answers when it is asked.</summary>
internal abstract record SessionState
{
    private SessionState()
    {
    }

    /// <param name="Next">First byte that YouTube does not have.</param>
    public sealed record Open(long Next) : SessionState;

    /// <summary>The film is complete, and so it exists.</summary>
    public sealed record Finished(string Id, YouTubeStatus? Status) : SessionState;

    /// <summary>YouTube does not know it any more, which tells nothing about the film.</summary>
    public sealed record Gone : SessionState;
}

/// <summary>A resumable upload (apis.md §5.2): a film exists from the moment that its last byte arrives.</summary>
internal sealed class YouTubeSession(YouTubeCalls calls, YouTubeSettings settings)
{
    /// <summary>Every part but the last is a multiple of this, in bytes.</summary>
    public const int Unit = 256 * 1024;

    /// <returns>The session's address.</returns>
    public async Task<Uri> BeginAsync(object description, CleanedContent film, CancellationToken cancellationToken)
    {
        var notify = settings.NotifySubscribers ? "true" : "false";
        using var response = await calls.SendAsync(
            () =>
            {
                var message = new HttpRequestMessage(HttpMethod.Post, calls.Upload($"/videos?uploadType=resumable&part=snippet,status&notifySubscribers={notify}")) { Content = YouTubeCalls.Body(description) };
                message.Headers.Add("X-Upload-Content-Length", $"{film.Bytes}");
                message.Headers.Add("X-Upload-Content-Type", film.ContentType);
                return message;
            },
            cancellationToken);
        await calls.DemandAsync(response, cancellationToken);
        return response.Headers.Location is { IsAbsoluteUri: true } address ? Own(address) : throw new JsonException("YouTube gave no session.");
    }

    /// <summary>Sends everything before the last bytes, from where YouTube has it.</summary>
    /// <returns>False when the session is gone.</returns>
    public async Task<bool> FillAsync(Uri session, CleanedContent film, CancellationToken cancellationToken)
    {
        for (var state = await AskAsync(session, film.Bytes, cancellationToken); ;)
        {
            if (state is not SessionState.Open open)
                return state is SessionState.Finished; // the commit call will hear the same
            var last = LastFrom(film.Bytes);
            if (open.Next >= last)
                return true;
            var length = Math.Min(settings.ChunkBytes / Unit * Unit, last - open.Next);
            using var response = await PutAsync(session, film, open.Next, length, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return false;
            if (response.StatusCode != HttpStatusCode.PermanentRedirect)
                await calls.DemandAsync(response, cancellationToken);
            state = await StateAsync(response, cancellationToken);
            if (state is SessionState.Open { Next: var next } && next <= open.Next)
                throw new ChannelAnswerException(new PublishOutcome.Limited("upload-stuck", TimeSpan.FromMinutes(1)));
        }
    }

    /// <summary>Sends the last bytes: the commit call.</summary>
    public Task<HttpResponseMessage> FinishAsync(Uri session, CleanedContent film, CancellationToken cancellationToken) =>
        PutAsync(session, film, LastFrom(film.Bytes), film.Bytes - LastFrom(film.Bytes), cancellationToken);

    /// <summary>What an answer to the last bytes other than success means.</summary>
    public async Task<PublishOutcome?> ClassifyCommitAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        // It waits for more bytes, so there is no film yet.
        HttpStatusCode.PermanentRedirect => new PublishOutcome.Limited("upload-incomplete", TimeSpan.FromMinutes(1)),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new PublishOutcome.Unknown("session-gone"),
        _ => await calls.ClassifyAsync(response, cancellationToken),
    };

    /// <param name="size">Of the film, in bytes.</param>
    /// <exception cref="ChannelAnswerException">It cannot be asked now.</exception>
    public async Task<SessionState> AskAsync(Uri session, long size, CancellationToken cancellationToken)
    {
        using var response = await calls.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, Own(session)) { Content = new ByteArrayContent([]) { Headers = { ContentRange = new ContentRangeHeaderValue(size) } } },
            cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.PermanentRedirect or HttpStatusCode.NotFound or HttpStatusCode.Gone))
            await calls.DemandAsync(response, cancellationToken);
        return await StateAsync(response, cancellationToken);
    }

    private static long LastFrom(long size) => (size - 1) / Unit * Unit;

    private static async Task<SessionState> StateAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.PermanentRedirect => new SessionState.Open(NextOf(response)),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new SessionState.Gone(),
        _ => await YouTubeCalls.ReadAsync<YouTubeVideo>(response, cancellationToken) is { Id: { Length: > 0 } id } video
            ? new SessionState.Finished(id, video.Status)
            : throw new JsonException("YouTube gave no id."),
    };

    /// <summary><c>Range: bytes=0-524287</c>; without it YouTube has nothing yet.</summary>
    private static long NextOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Range", out var range)
        && RangeHeaderValue.TryParse(range.ToString(), out var read) && read.Ranges.SingleOrDefault() is { From: 0, To: { } to }
            ? to + 1
            : 0;

    private Task<HttpResponseMessage> PutAsync(Uri session, CleanedContent film, long from, long length, CancellationToken cancellationToken) =>
        calls.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, Own(session))
            {
                Content = new FileRange(film.Content, from, length)
                {
                    Headers = { ContentType = new MediaTypeHeaderValue(film.ContentType), ContentRange = new ContentRangeHeaderValue(from, from + length - 1, film.Bytes) },
                },
            },
            cancellationToken);

    /// <summary>YouTube names the address; nobody else gets a school's film or token.</summary>
    private Uri Own(Uri address) =>
        address.Host == settings.BaseUrl.Host || (address.Scheme == Uri.UriSchemeHttps && address.Host.EndsWith(".googleapis.com", StringComparison.OrdinalIgnoreCase))
            ? address
            : throw new JsonException("YouTube gave an address elsewhere.");
}
