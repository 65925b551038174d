using System.Net;

namespace Moderation.Publishing.Channels;

/// <summary>What an HTTP commit call proves (apis.md §0.6, 3): surely created, surely not, or unknown.</summary>
public static class HttpOutcomes
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Sends a commit call once and reads what it proves.</summary>
    /// <param name="created">Reads the new post from a 2xx answer; null or an exception means that nobody knows.</param>
    public static async Task<PublishOutcome> SendAsync(
        HttpClient http,
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome.Published?>> created,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return (PublishOutcome?)await created(response, cancellationToken) ?? new PublishOutcome.Unknown("unreadable-answer");
            return OfStatus(response, time.GetUtcNow());
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            // The connection never came about, so nothing of the call was sent.
            return new PublishOutcome.Limited("unreachable", DefaultWait);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            return new PublishOutcome.Unknown("cut-off");
        }
    }

    private static PublishOutcome OfStatus(HttpResponseMessage response, DateTimeOffset now) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new PublishOutcome.Limited("http-429", RetryAfter(response, now)),
        // The server gave up waiting for the request, or may have acted on it.
        HttpStatusCode.RequestTimeout => new PublishOutcome.Unknown("http-408"),
        >= HttpStatusCode.InternalServerError => new PublishOutcome.Unknown($"http-{(int)response.StatusCode}"),
        >= HttpStatusCode.BadRequest => new PublishOutcome.Refused($"http-{(int)response.StatusCode}"),
        _ => new PublishOutcome.Unknown($"http-{(int)response.StatusCode}"),
    };

    /// <summary><c>Retry-After</c> in seconds or as a date, at most an hour.</summary>
    public static TimeSpan RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => DefaultWait,
        };
        return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestWait ? LongestWait : wait;
    }
}
