using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Moderation.Publishing.Channels;

/// <summary>What an error of X means (apis.md §3.6, §3.7). Two shapes are in use; both are read.</summary>
internal static class XErrors
{
    /// <summary>Of a commit call; null leaves it to the HTTP status.</summary>
    /// <exception cref="JsonException">It is not X that speaks.</exception>
    public static async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
            return null;
        var problem = await SnakeJson.ReadAsync<XProblem>(response, cancellationToken);
        var code = problem.Errors?.Select(e => e.Code).FirstOrDefault(c => c != 0) ?? 0;
        return response.StatusCode switch
        {
            // The balance or the cap of what was bought is reached: only somebody who pays can help.
            HttpStatusCode.PaymentRequired => new PublishOutcome.Closed("credits", NeedsReconnect: false),
            _ when problem.Is("usage-capped") || problem.Says("credits") => new PublishOutcome.Closed("credits", NeedsReconnect: false),
            _ when problem.Is("client-forbidden") => new PublishOutcome.Closed("app-not-allowed", NeedsReconnect: false),
            HttpStatusCode.TooManyRequests => new PublishOutcome.Limited("rate-limit", WaitOf(response, now)),
            _ when code == 88 => new PublishOutcome.Limited("rate-limit", WaitOf(response, now)),
            // Most often our own earlier attempt, whose answer was lost.
            HttpStatusCode.Forbidden when code == 187 || problem.Says("duplicate content") => new PublishOutcome.Unknown("duplicate"),
            HttpStatusCode.Forbidden when code is 64 or 326 || problem.Says("suspended") || problem.Says("locked") => new PublishOutcome.Closed("account-restricted", NeedsReconnect: false),
            _ => null,
        };
    }

    /// <summary>Of an upload or a read: what is not certain may simply be tried again.</summary>
    public static async Task<PublishOutcome> ClassifyInvisibleAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await ClassifyAsync(response, now, cancellationToken) is { } outcome and not PublishOutcome.Unknown ? outcome : HttpOutcomes.OfInvisible(response, now);
        }
        catch (JsonException)
        {
            return new PublishOutcome.Limited($"http-{(int)response.StatusCode}", HttpOutcomes.RetryAfter(response, now));
        }
    }

    public static async Task<Removal> RemovalAsync(HttpResponseMessage response, Func<XDone, bool> done, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return (await SnakeJson.ReadAsync<XData<XDone>>(response, cancellationToken)).Data is { } data && done(data) ? new Removal.Done() : new Removal.ByHand("not-done");
        return response.StatusCode is HttpStatusCode.TooManyRequests ? new Removal.Later("rate-limit", WaitOf(response, now)) : HttpOutcomes.OfRemoval(response, now);
    }

    /// <summary>The moment when there is room again: of the day's limit when that one is used up, else of the quarter's.</summary>
    private static TimeSpan WaitOf(HttpResponseMessage response, DateTimeOffset now)
    {
        foreach (var limit in new[] { "x-app-limit-24hour", "x-user-limit-24hour" })
        {
            if (Number(response, limit + "-remaining") == 0 && Number(response, limit + "-reset") is { } day)
                return Until(day, now);
        }

        return Number(response, "x-rate-limit-reset") is { } reset ? Until(reset, now) : HttpOutcomes.RetryAfter(response, now);
    }

    private static TimeSpan Until(long unixSeconds, DateTimeOffset now) =>
        HttpOutcomes.Wait(unixSeconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds) - now : TimeSpan.FromMinutes(15));

    private static long? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

internal sealed record XData<T>(T? Data);

internal sealed record XDone(bool Deleted = false, bool Hidden = false);

internal sealed record XProblem(string? Type, string? Title, string? Detail, IReadOnlyList<XProblemPart>? Errors)
{
    public bool Is(string type) => Type?.EndsWith('/' + type, StringComparison.Ordinal) == true;

    public bool Says(string words) =>
        Contains(Detail, words) || Contains(Title, words) || Errors?.Any(e => Contains(e.Message, words)) == true;

    private static bool Contains(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}

internal sealed record XProblemPart(string? Message, int Code = 0);
