using System.Globalization;
using System.Text.Json;
using Azure;

namespace Moderation.Safety;

/// <summary>What a failed call means. Shared by the adapter and by tests, so that no status is read in two ways.</summary>
public static class SafetyFailure
{
    /// <summary>Longest wait that is believed; a service asking for more is asked again after this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <param name="status">HTTP status; 0 when there was no answer at all.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header: seconds or an HTTP date; anything else is ignored.</param>
    /// <param name="now">For a <c>Retry-After</c> date.</param>
    public static SafetyAnswer.NotAnalysed FromStatus(int status, string? retryAfter, DateTimeOffset now)
    {
        var reason = status switch
        {
            429 => NotAnalysedReason.Busy,
            408 => NotAnalysedReason.TimedOut,
            0 or >= 500 => NotAnalysedReason.Outage,
            >= 400 => NotAnalysedReason.Refused,
            _ => NotAnalysedReason.Unreadable,
        };
        return new(reason, ParseRetryAfter(retryAfter, now));
    }

    /// <summary>The answer a failure stands for, or null when it is a fault of our own that must surface.</summary>
    public static SafetyAnswer.NotAnalysed? FromException(Exception failure, DateTimeOffset now) => failure switch
    {
        RequestFailedException request => FromStatus(request.Status, RetryAfterOf(request), now),
        HttpRequestException http => FromStatus((int?)http.StatusCode ?? 0, null, now),
        AggregateException many => FromStatus(0, many.InnerExceptions.OfType<RequestFailedException>().Select(RetryAfterOf).LastOrDefault(), now),
        TimeoutException or OperationCanceledException => new(NotAnalysedReason.TimedOut),
        IOException => new(NotAnalysedReason.Outage),
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException => new(NotAnalysedReason.Unreadable),
        _ => null,
    };

    private static string? RetryAfterOf(RequestFailedException request) =>
        request.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var value) ? value : null;

    private static TimeSpan? ParseRetryAfter(string? header, DateTimeOffset now)
    {
        TimeSpan wait;
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            wait = TimeSpan.FromSeconds(seconds);
        else if (DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            wait = date - now;
        else
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }
}
