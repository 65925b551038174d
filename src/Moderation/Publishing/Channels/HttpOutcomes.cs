using System.Net;

namespace Moderation.Publishing.Channels;

/// <summary>What an HTTP call proves (apis.md §0.6, 3): surely created, surely not, or unknown.</summary>
public static class HttpOutcomes
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>Makes a commit call once and reads what it proves.</summary>
    /// <param name="send">Sends the call, once; see <see cref="ChannelHttp.SendAsync"/>.</param>
    /// <param name="created">Reads the new post, or an error that comes with a 2xx answer; null or an exception means that nobody knows.</param>
    /// <param name="classify">Reads the channel's own error answers; null leaves it to the status code.</param>
    public static async Task<PublishOutcome> CommitAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome?>> created,
        Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome?>>? classify,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await send(cancellationToken);
        }
        catch (ChannelAnswerException e)
        {
            return e.Outcome;
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            // The connection never came about, so nothing of the call was sent.
            return new PublishOutcome.Limited("unreachable", DefaultWait);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new PublishOutcome.Unknown("cut-off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PublishOutcome.Unknown("timeout"); // the client's own, see PublisherSettings.CallTimeout
        }

        // From here on the call has been made: whatever goes wrong with reading its answer, no failure proves that it had no effect.
        using (answer)
        {
            try
            {
                if (answer.IsSuccessStatusCode)
                    return await created(answer, cancellationToken) ?? new PublishOutcome.Unknown("unreadable-answer");
                return await ClassifyAsync(answer, classify, cancellationToken) ?? OfStatus(answer, time.GetUtcNow());
            }
            catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException or InvalidDataException or ChannelAnswerException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                return new PublishOutcome.Unknown("cut-off");
            }
        }
    }

    /// <summary>Makes calls that are invisible to readers: whatever goes wrong, nothing was made public.</summary>
    /// <exception cref="OperationCanceledException">Time is up; the message is tried again.</exception>
    public static async Task<Preparation> PrepareAsync(Func<CancellationToken, Task<Preparation>> prepare, CancellationToken cancellationToken)
    {
        try
        {
            return await prepare(cancellationToken);
        }
        catch (ChannelAnswerException e)
        {
            return new Preparation.Failed(e.Outcome);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Preparation.Failed(new PublishOutcome.Limited("unreachable", DefaultWait));
        }
    }

    /// <summary>Lets a successful answer to an upload or a read pass.</summary>
    /// <param name="classify">Reads the channel's own error answers; null leaves it to the status code.</param>
    /// <exception cref="ChannelAnswerException">It did not succeed; nothing was made public.</exception>
    public static async Task DemandAsync(
        HttpResponseMessage response, Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome?>>? classify, TimeProvider time, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        throw new ChannelAnswerException(await ClassifyAsync(response, classify, cancellationToken) switch
        {
            null => OfInvisible(response, time.GetUtcNow()),
            PublishOutcome.Unknown unknown => new PublishOutcome.Limited(unknown.Reason, RetryAfter(response, time.GetUtcNow())),
            var outcome => outcome,
        });
    }

    /// <summary>What an answer to taking away means; the channel's own rate limits mean later.</summary>
    public static async Task<Removal> OfRemovalAsync(
        HttpResponseMessage response, Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome?>> classify, TimeProvider time, CancellationToken cancellationToken) =>
        !response.IsSuccessStatusCode && await ClassifyAsync(response, classify, cancellationToken) is PublishOutcome.Limited limited
            ? new Removal.Later(limited.Reason, limited.After)
            : OfRemoval(response, time.GetUtcNow());

    /// <summary>Asks a channel to take something away. Without its answer nobody knows, and taking away may be repeated.</summary>
    /// <param name="send">Sends the call.</param>
    /// <param name="read">Reads what the answer means.</param>
    public static async Task<Removal> RemoveAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        Func<HttpResponseMessage, CancellationToken, Task<Removal>> read,
        CancellationToken cancellationToken)
    {
        try
        {
            using var response = await send(cancellationToken);
            return await read(response, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            // What must go cannot wait until somebody has connected the channel again.
            return new Removal.ByHand(e.Outcome is PublishOutcome.Closed closed ? closed.Reason : "closed");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Text.Json.JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Removal.Later("unreachable", DefaultWait);
        }
    }

    /// <summary>The outcome of an answer whose body says nothing more.</summary>
    public static PublishOutcome OfStatus(HttpResponseMessage response, DateTimeOffset now) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new PublishOutcome.Limited("http-429", RetryAfter(response, now)),
        // The server gave up waiting for the request, or may have acted on it.
        HttpStatusCode.RequestTimeout => new PublishOutcome.Unknown("http-408"),
        HttpStatusCode.Unauthorized => new PublishOutcome.Closed("token", NeedsReconnect: true),
        >= HttpStatusCode.InternalServerError => new PublishOutcome.Unknown($"http-{(int)response.StatusCode}"),
        >= HttpStatusCode.BadRequest => new PublishOutcome.Refused($"http-{(int)response.StatusCode}"),
        _ => new PublishOutcome.Unknown($"http-{(int)response.StatusCode}"),
    };

    /// <summary>An answer to an upload or a read that did not succeed: where <see cref="OfStatus"/> knows nothing for sure, it may simply be tried again.</summary>
    public static PublishOutcome OfInvisible(HttpResponseMessage response, DateTimeOffset now) => OfStatus(response, now) switch
    {
        PublishOutcome.Unknown unknown => new PublishOutcome.Limited(unknown.Reason, RetryAfter(response, now)),
        var outcome => outcome,
    };

    public static Removal OfRemoval(HttpResponseMessage response, DateTimeOffset now) => response switch
    {
        { IsSuccessStatusCode: true } => new Removal.Done(),
        { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.Gone } => new Removal.AlreadyGone(),
        { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } =>
            new Removal.Later($"http-{(int)response.StatusCode}", RetryAfter(response, now)),
        _ => new Removal.ByHand($"http-{(int)response.StatusCode}"),
    };

    /// <summary><c>Retry-After</c> in seconds or as a date; a minute without one, at most a day.</summary>
    public static TimeSpan RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Wait(delta),
        { Date: { } date } => Wait(date - now),
        _ => DefaultWait,
    };

    /// <summary>A wait that a channel asks for, kept between a second and a day.</summary>
    public static TimeSpan Wait(TimeSpan asked) =>
        asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked > LongestWait ? LongestWait : asked;

    private static async Task<PublishOutcome?> ClassifyAsync(
        HttpResponseMessage response, Func<HttpResponseMessage, CancellationToken, Task<PublishOutcome?>>? classify, CancellationToken cancellationToken)
    {
        if (classify is null)
            return null;
        try
        {
            return await classify(response, cancellationToken);
        }
        catch (System.Text.Json.JsonException)
        {
            // HTML for JSON: a proxy or an outage speaks, not the channel. An error page proves nothing either way;
            // only "too many requests" means the same from whoever says it.
            return response.StatusCode == HttpStatusCode.TooManyRequests ? null : new PublishOutcome.Unknown($"http-{(int)response.StatusCode}");
        }
    }
}
