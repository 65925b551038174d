using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Moderation.Publishing.Tokens;
using Moderation.Storage;

namespace Moderation.Publishing.Channels;

/// <summary>Calls to LinkedIn's versioned API (apis.md §4.1), and what its errors mean (§4.6).</summary>
internal sealed class LinkedInCalls(ChannelHttp http, LinkedInSettings settings, TimeProvider time)
{
    /// <summary>A daily quota ends at midnight UTC and a burst sooner; LinkedIn tells neither.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The page that posts.</summary>
    public static string Author(ChannelToken token) =>
        token.AccountId is not { Length: > 0 } id ? throw new ChannelClosedException("not-connected", needsReconnect: true)
        : id.StartsWith("urn:", StringComparison.Ordinal) ? id : $"urn:li:organization:{id}";

    public async Task<string> AuthorAsync(CancellationToken cancellationToken) => Author(await http.TokenAsync(cancellationToken));

    /// <param name="method">Value of <c>X-RestLi-Method</c>, for calls whose verb does not tell.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod verb, string path, Func<ChannelToken, object>? body, CancellationToken cancellationToken, string? method = null) =>
        http.SendAsync(
            token =>
            {
                var message = new HttpRequestMessage(verb, new Uri($"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/rest{path}"));
                message.Headers.Add("LinkedIn-Version", settings.Version);
                message.Headers.Add("X-Restli-Protocol-Version", "2.0.0");
                if (method is not null)
                    message.Headers.Add("X-RestLi-Method", method);
                if (body is not null)
                    message.Content = new StringContent(Json.Write(body(token)), Encoding.UTF8, "application/json");
                return message;
            },
            cancellationToken);

    /// <summary>A call that makes nothing public.</summary>
    /// <exception cref="ChannelAnswerException">It was answered with an error.</exception>
    public async Task<T> CallAsync<T>(HttpMethod verb, string path, Func<ChannelToken, object>? body, CancellationToken cancellationToken, string? method = null)
        where T : class
    {
        using var response = await SendAsync(verb, path, body, cancellationToken, method);
        await DemandAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(Json.Options, cancellationToken) ?? throw new JsonException("LinkedIn answered nothing.");
    }

    public Task DemandAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        HttpOutcomes.DemandAsync(response, ClassifyAsync, time, cancellationToken);

    public Task<Removal> RemoveAsync(string path, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancellation => SendAsync(HttpMethod.Delete, path, null, cancellation, "DELETE"),
            (response, cancellation) => HttpOutcomes.OfRemovalAsync(response, ClassifyAsync, time, cancellation),
            cancellationToken);

    public async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new PublishOutcome.Limited("http-429", WaitOf(response, time.GetUtcNow()));
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
            return null;
        var error = await response.Content.ReadFromJsonAsync<Error>(Json.Options, cancellationToken);
        var codes = (error?.ErrorDetails?.InputErrors ?? []).Select(e => e.Code).Append(error?.Code).OfType<string>().ToList();
        if (codes.Contains("DUPLICATE_POST") || error?.Message?.Contains("duplicate of urn:li:", StringComparison.OrdinalIgnoreCase) == true)
            return new PublishOutcome.Unknown("duplicate"); // most often our own earlier attempt, whose answer was lost
        if (response.StatusCode == HttpStatusCode.UpgradeRequired || codes.Any(c => c.Contains("VERSION", StringComparison.Ordinal)))
            return new PublishOutcome.Closed("api-version", NeedsReconnect: false);
        if (codes.Contains("MEDIA_ASSET_WAITING_UPLOAD"))
            return new PublishOutcome.Limited("processing", settings.LookAgain);
        if (codes.Contains("MEDIA_ASSET_PROCESSING_FAILED"))
            return new PublishOutcome.Refused("media-processing-failed");
        // The person who connected the page has lost the role, or the app the product: about the account, not about the post.
        return response.StatusCode == HttpStatusCode.Forbidden ? new PublishOutcome.Closed("forbidden", NeedsReconnect: true) : null;
    }

    private static TimeSpan WaitOf(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is not null)
            return HttpOutcomes.RetryAfter(response, now);
        var midnight = now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
        return HttpOutcomes.Wait(midnight < LongestWait ? midnight : LongestWait);
    }

    private sealed record Error(string? Message, string? Code, ErrorDetails? ErrorDetails);

    private sealed record ErrorDetails(IReadOnlyList<InputError>? InputErrors);

    private sealed record InputError(string? Code);
}
