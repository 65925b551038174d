using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.Storage;

namespace Moderation.Publishing.Channels;

/// <summary>Calls to the YouTube Data API, and what its errors mean (apis.md §5.4): the reason counts, not the status.</summary>
internal sealed partial class YouTubeCalls(ChannelHttp http, YouTubeSettings settings, TimeProvider time)
{
    /// <summary>YouTube's days begin in California.</summary>
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <summary>An id, or the id in the address of a film.</summary>
    public static string? IdOf(string reference) =>
        FilmId().Match(reference) is { Success: true } id ? id.Groups["id"].Value : null;

    public static HttpContent Body(object value) => new StringContent(Json.Write(value), Encoding.UTF8, "application/json");

    public static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync<T>(Json.Options, cancellationToken);

    public Uri Upload(string path) => new($"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/upload/youtube/v3{path}");

    public Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) => http.SendAsync(_ => request(), cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpMethod verb, string path, CancellationToken cancellationToken) =>
        SendAsync(() => new HttpRequestMessage(verb, new Uri($"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/youtube/v3{path}")), cancellationToken);

    /// <summary>A call that makes nothing public.</summary>
    /// <exception cref="ChannelAnswerException">It was answered with an error.</exception>
    public async Task<T> CallAsync<T>(HttpMethod verb, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(verb, path, cancellationToken);
        await DemandAsync(response, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken) ?? throw new JsonException("YouTube answered nothing.");
    }

    public Task DemandAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        HttpOutcomes.DemandAsync(response, ClassifyAsync, time, cancellationToken);

    public Task<Removal> RemoveAsync(HttpMethod verb, string path, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancellation => SendAsync(verb, path, cancellation),
            (response, cancellation) => HttpOutcomes.OfRemovalAsync(response, ClassifyAsync, time, cancellation),
            cancellationToken);

    public async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
            return null;
        return await ReasonAsync(response, cancellationToken) switch
        {
            "quotaExceeded" or "dailyLimitExceeded" or "uploadLimitExceeded" => new PublishOutcome.Limited("rate-limit", UntilMidnight(time.GetUtcNow())),
            "rateLimitExceeded" or "userRateLimitExceeded" => new PublishOutcome.Limited("rate-limit", HttpOutcomes.RetryAfter(response, time.GetUtcNow())),
            "youtubeSignupRequired" or "forbidden" or "insufficientPermissions" => new PublishOutcome.Closed("forbidden", NeedsReconnect: true),
            "invalidTitle" => new PublishOutcome.Refused("title"),
            "invalidDescription" => new PublishOutcome.Refused("description"),
            // Without a reason of its own a 429 is the number of uploads a day.
            null when response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is null =>
                new PublishOutcome.Limited("rate-limit", UntilMidnight(time.GetUtcNow())),
            _ => null,
        };
    }

    public static async Task<string?> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        (await ReadAsync<YouTubeAnswer>(response, cancellationToken))?.Error?.Errors is [{ Reason: var reason }, ..] ? reason : null;

    private static TimeSpan UntilMidnight(DateTimeOffset now)
    {
        var midnight = TimeZoneInfo.ConvertTime(now, Pacific).Date.AddDays(1);
        return HttpOutcomes.Wait(new DateTimeOffset(midnight, Pacific.GetUtcOffset(midnight)) - now);
    }

    [GeneratedRegex(@"(?:^|[?&]v=|youtu\.be/|/shorts/|/live/)(?<id>[A-Za-z0-9_-]{11})(?=$|[?&#/])")]
    private static partial Regex FilmId();
}

internal sealed record YouTubeAnswer(YouTubeError? Error);

internal sealed record YouTubeError(IReadOnlyList<YouTubeReason>? Errors);

internal sealed record YouTubeReason(string? Reason);

internal sealed record YouTubeVideo(string? Id, YouTubeStatus? Status);

internal sealed record YouTubeStatus(string? PrivacyStatus);

internal sealed record YouTubeList<T>(IReadOnlyList<T>? Items, string? NextPageToken);

internal sealed record YouTubeChannel(YouTubeChannelDetails? ContentDetails);

internal sealed record YouTubeChannelDetails(YouTubePlaylists? RelatedPlaylists);

internal sealed record YouTubePlaylists(string? Uploads);

internal sealed record YouTubePlaylistItem(YouTubeItemSnippet? Snippet, YouTubeItemDetails? ContentDetails, YouTubeStatus? Status);

internal sealed record YouTubeItemSnippet(string? Title, string? Description, DateTimeOffset PublishedAt);

internal sealed record YouTubeItemDetails(string? VideoId);
