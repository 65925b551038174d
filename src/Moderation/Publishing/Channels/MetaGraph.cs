using System.Globalization;
using System.Text.Json;

namespace Moderation.Publishing.Channels;

/// <summary>Calls to Meta's Graph API: the token in a header, never in the address; errors read by their code.</summary>
internal sealed class MetaGraph(ChannelHttp http, MetaSettings settings, TimeProvider time)
{
    /// <summary>Id of the connected page or Instagram account.</summary>
    public async Task<string> AccountAsync(CancellationToken cancellationToken) =>
        (await http.TokenAsync(cancellationToken)).AccountId ?? throw new ChannelClosedException("not-connected", needsReconnect: true);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellationToken) =>
        http.SendAsync(
            _ => new HttpRequestMessage(method, new Uri($"{settings.BaseUrl.ToString().TrimEnd('/')}/{settings.GraphVersion}/{path}")) { Content = body?.Invoke() },
            cancellationToken,
            MetaErrors.IsTokenRefusedAsync);

    /// <summary>A call that makes nothing public.</summary>
    /// <exception cref="ChannelAnswerException">It was answered with an error.</exception>
    public async Task<T> CallAsync<T>(HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(method, path, body, cancellationToken);
        if (response.IsSuccessStatusCode)
            return await SnakeJson.ReadAsync<T>(response, cancellationToken);
        throw new ChannelAnswerException(await MetaErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancellationToken));
    }

    /// <summary>The commit call.</summary>
    public Task<PublishOutcome> CommitAsync<T>(string path, object body, Func<T, Task<PublishOutcome.Published?>> created, CancellationToken cancellationToken)
        where T : class =>
        HttpOutcomes.CommitAsync(
            cancel => SendAsync(HttpMethod.Post, path, () => SnakeJson.Body(body), cancel),
            async (response, cancel) => await created(await SnakeJson.ReadAsync<T>(response, cancel)),
            (response, cancel) => MetaErrors.ClassifyAsync(response, time.GetUtcNow(), cancel),
            time,
            cancellationToken);

    /// <summary>Deletes an object, or changes it as <paramref name="body"/> says.</summary>
    public Task<Removal> RemoveAsync(HttpMethod method, string id, object? body, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancel => SendAsync(method, id, body is null ? null : () => SnakeJson.Body(body), cancel),
            async (response, cancel) =>
            {
                if (response.IsSuccessStatusCode)
                    return (await SnakeJson.ReadAsync<MetaSuccess>(response, cancel)).Success ? new Removal.Done() : new Removal.ByHand("not-done");
                if (response.StatusCode == System.Net.HttpStatusCode.NotFound || await IsMissingAsync(response, cancel))
                    return await IsGoneAsync(id, cancel) ? new Removal.AlreadyGone() : new Removal.ByHand("not-allowed");
                return await MetaErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancel) switch
                {
                    PublishOutcome.Limited limited => new Removal.Later(limited.Reason, limited.After),
                    PublishOutcome.Closed closed => new Removal.ByHand(closed.Reason),
                    PublishOutcome.Refused refused => new Removal.ByHand(refused.Reason),
                    _ => new Removal.ByHand("unknown"),
                };
            },
            cancellationToken);

    /// <summary>Meta writes <c>2026-08-07T12:34:56+0000</c>, without a colon in the offset.</summary>
    public static DateTimeOffset Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : throw new JsonException("Expected a moment.");

    /// <summary>"No such object, no permission for it, or this cannot be done with it": one error for three things.</summary>
    private static async Task<bool> IsMissingAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await MetaErrors.ReadAsync(response, cancellationToken) is { Code: 100, ErrorSubcode: 33 };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What cannot be read either is gone; what can be read was only not deleted.</summary>
    private async Task<bool> IsGoneAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"{id}?fields=id", null, cancellationToken);
        return response.StatusCode == System.Net.HttpStatusCode.NotFound || (!response.IsSuccessStatusCode && await IsMissingAsync(response, cancellationToken));
    }
}

internal sealed record MetaId(string? Id);

internal sealed record MetaSuccess(bool Success = false);

internal sealed record MetaList<T>(IReadOnlyList<T>? Data, MetaPaging? Paging);

internal sealed record MetaPaging(MetaCursors? Cursors, string? Next);

internal sealed record MetaCursors(string? After);
