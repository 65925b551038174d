using System.Text.Json;

namespace Moderation.Publishing.Channels;

/// <summary>What an error of the Graph API means (apis.md §1.5, §2.4): its code counts, its HTTP status hardly.</summary>
internal static class MetaErrors
{
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromMinutes(5);

    /// <summary>Null when the answer holds no error.</summary>
    /// <exception cref="JsonException">It is not Meta that speaks.</exception>
    public static async Task<MetaError?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        (await SnakeJson.ReadAsync<MetaAnswer>(response, cancellationToken)).Error;

    public static async Task<bool> IsTokenRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(response, cancellationToken) is { Code: 102 or 190 };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Of a commit call; null leaves it to the HTTP status.</summary>
    public static async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ReadAsync(response, cancellationToken) is { } error ? Classify(error, response, now) : null;

    /// <summary>Of an upload or a read: what is not certain may simply be tried again.</summary>
    public static async Task<PublishOutcome> ClassifyInvisibleAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await ClassifyAsync(response, now, cancellationToken) switch
            {
                PublishOutcome.Unknown unknown => new PublishOutcome.Limited(unknown.Reason, HttpOutcomes.RetryAfter(response, now)),
                { } outcome => outcome,
                null => HttpOutcomes.OfInvisible(response, now),
            };
        }
        catch (JsonException)
        {
            return new PublishOutcome.Limited($"http-{(int)response.StatusCode}", HttpOutcomes.RetryAfter(response, now));
        }
    }

    private static PublishOutcome Classify(MetaError error, HttpResponseMessage response, DateTimeOffset now) => error switch
    {
        { Code: 102 or 190 } => new PublishOutcome.Closed("token", NeedsReconnect: true),
        { Code: 4 or 17 or 32 or 341 or 613 or 80001 or 80002 or 80006 } => new PublishOutcome.Limited("rate-limit", WaitOf(response, now)),
        // Posting too fast.
        { Code: 1390008 } or { ErrorSubcode: 1390008 } => new PublishOutcome.Limited("rate-limit", TimeSpan.FromHours(1)),
        // Instagram's daily number: a rolling day, so room may come at any hour.
        { ErrorSubcode: 2207042 } => new PublishOutcome.Limited("rate-limit", TimeSpan.FromHours(1)),
        { Code: 368 } or { ErrorSubcode: 2207050 or 2207051 or 1404078 or 1404112 or 4854002 } => new PublishOutcome.Closed("account-restricted", NeedsReconnect: false),
        { Code: 3 } => new PublishOutcome.Closed("app-not-allowed", NeedsReconnect: false),
        { Code: 10 or (>= 200 and <= 299) } => new PublishOutcome.Closed("permission", NeedsReconnect: true),
        // Most often our own earlier attempt, whose answer was lost.
        { Code: 506 } or { ErrorSubcode: 1366051 } => new PublishOutcome.Unknown("duplicate"),
        // The container was not ready, had run out, or its file could not be fetched: nothing was published, and a new one may do.
        { ErrorSubcode: 2207003 or 2207006 or 2207008 or 2207020 or 2207027 or 2207032 or 2207052 or 2207053 or 2207077 or 2207082 } =>
            new PublishOutcome.Limited($"meta-{error.ErrorSubcode}", UnsaidWait),
        { Code: 1 or 2 } or { IsTransient: true } or { ErrorSubcode: 1363047 or 1609010 } => new PublishOutcome.Unknown($"meta-{error.Code}"),
        _ when (int)response.StatusCode >= 500 => new PublishOutcome.Unknown($"http-{(int)response.StatusCode}"),
        { ErrorSubcode: 0 } => new PublishOutcome.Refused($"meta-{error.Code}"),
        _ => new PublishOutcome.Refused($"meta-{error.Code}-{error.ErrorSubcode}"),
    };

    /// <summary><c>X-Business-Use-Case-Usage</c> tells in minutes when there is room again.</summary>
    private static TimeSpan WaitOf(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is not null)
            return HttpOutcomes.RetryAfter(response, now);
        if (!response.Headers.TryGetValues("X-Business-Use-Case-Usage", out var values))
            return UnsaidWait;
        try
        {
            var usage = JsonSerializer.Deserialize<Dictionary<string, MetaUsage[]>>(string.Concat(values), SnakeJson.Options);
            var minutes = usage?.Values.SelectMany(u => u).Select(u => u.EstimatedTimeToRegainAccess).DefaultIfEmpty().Max() ?? 0;
            return minutes > 0 ? HttpOutcomes.Wait(TimeSpan.FromMinutes(minutes)) : UnsaidWait;
        }
        catch (JsonException)
        {
            return UnsaidWait;
        }
    }
}

internal sealed record MetaAnswer(MetaError? Error);

internal sealed record MetaError(int Code, int ErrorSubcode = 0, bool IsTransient = false);

internal sealed record MetaUsage(double EstimatedTimeToRegainAccess = 0);
