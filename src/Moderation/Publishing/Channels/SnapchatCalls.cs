using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>Calls to Snap's Public Profile API: encrypted uploads (apis.md §6.2), and errors that may come with a 200 (§6.4).</summary>
internal sealed class SnapchatCalls(ChannelHttp http, SnapchatSettings settings, TimeProvider time)
{
    /// <summary>Of a file, before it is encrypted.</summary>
    public const long MaxFileBytes = 1_000_000_000;

    private const int MaxParts = 35;

    /// <param name="path">Under the profile, e.g. <c>spotlights</c>.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod verb, string path, Func<HttpContent>? body, CancellationToken cancellationToken) =>
        http.SendAsync(token => new HttpRequestMessage(verb, new Uri(settings.BaseUrl, $"/v1/public_profiles/{ProfileOf(token)}/{path}")) { Content = body?.Invoke() }, cancellationToken);

    /// <summary>Encrypts a file with a key of its own, which Snap gets and nobody keeps, and uploads it in parts.</summary>
    /// <param name="file">From its beginning.</param>
    /// <returns>The id of the media; it lives a day.</returns>
    public async Task<string> UploadAsync(string type, string name, Stream file, CancellationToken cancellationToken)
    {
        using var aes = Aes.Create();
        aes.KeySize = 256;
        aes.GenerateKey();
        aes.GenerateIV();
        var begun = await CallAsync(
            cancellation => SendAsync(HttpMethod.Post, "media", () => SnakeJson.Body(new { type, name, key = Convert.ToBase64String(aes.Key), iv = Convert.ToBase64String(aes.IV) }), cancellation),
            cancellationToken);
        if (begun is not { MediaId: { Length: > 0 } id, AddPath: { } add, FinalizePath: { } finish })
            throw new JsonException("Snap gave no place for an upload.");

        await using var encrypted = new CryptoStream(file, aes.CreateEncryptor(), CryptoStreamMode.Read, leaveOpen: true);
        var part = new byte[(int)Math.Min(settings.PartBytes, file.Length + aes.BlockSize)];
        for (var number = 1; await encrypted.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var length; number++)
        {
            if (number > MaxParts)
                throw new ChannelAnswerException(new PublishOutcome.Refused("file-too-big"));
            await PostFormAsync(add, () => Form("ADD", number, part.AsMemory(0, length), name), cancellationToken);
        }

        await PostFormAsync(finish, () => Form("FINALIZE"), cancellationToken);
        return id;
    }

    public Task<Removal> RemoveAsync(string path, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancellation => SendAsync(HttpMethod.Delete, path, null, cancellation),
            async (response, cancellation) =>
                response.IsSuccessStatusCode && await ErrorAsync(response, cancellation) is not null
                    ? new Removal.ByHand("snapchat-error")
                    : await HttpOutcomes.OfRemovalAsync(response, ClassifyAsync, time, cancellation),
            cancellationToken);

    /// <summary>Of an answer without success. Some have no body, only headers.</summary>
    public async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        >= HttpStatusCode.InternalServerError => null,
        HttpStatusCode.Forbidden => new PublishOutcome.Closed("forbidden", NeedsReconnect: false), // not on Snap's list
        _ => await IsEmptyAsync(response, cancellationToken) ? null : await ErrorAsync(response, cancellationToken),
    };

    /// <summary>What an error body says, whatever status it came with; null when it says nothing or is no error.</summary>
    public async Task<PublishOutcome?> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (await IsEmptyAsync(response, cancellationToken))
            return null;
        return await SnakeJson.ReadAsync<SnapchatAnswer>(response, cancellationToken) switch
        {
            { RequestStatus: not "ERROR" } => null,
            // An earlier attempt is under way, whose end nobody knows.
            { ErrorCode: "MEDIA_POSTING_ALREADY_IN_PROGRESS" } => new PublishOutcome.Unknown("in-progress"),
            { ErrorCode: "MEDIA_EXPIRED" } => new PublishOutcome.Limited("media-expired", TimeSpan.FromSeconds(1)),
            _ when response.StatusCode == HttpStatusCode.TooManyRequests => null,
            _ => new PublishOutcome.Refused("snapchat-error"),
        };
    }

    private static async Task<bool> IsEmptyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length == 0;

    private async Task PostFormAsync(string path, Func<HttpContent> form, CancellationToken cancellationToken)
    {
        // Snap names the path; it stays on Snap's own server.
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
            throw new JsonException("Snap gave an address elsewhere.");
        await CallAsync(cancellation => http.SendAsync(_ => new HttpRequestMessage(HttpMethod.Post, new Uri(settings.BaseUrl, path)) { Content = form() }, cancellation), cancellationToken);
    }

    private async Task<SnapchatAnswer> CallAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var response = await send(cancellationToken);
        await HttpOutcomes.DemandAsync(response, ClassifyAsync, time, cancellationToken);
        return await ErrorAsync(response, cancellationToken) switch
        {
            null => await SnakeJson.ReadAsync<SnapchatAnswer>(response, cancellationToken),
            PublishOutcome.Unknown unknown => throw new ChannelAnswerException(new PublishOutcome.Limited(unknown.Reason, TimeSpan.FromMinutes(1))),
            var outcome => throw new ChannelAnswerException(outcome),
        };
    }

    private static MultipartFormDataContent Form(string action, int? part = null, ReadOnlyMemory<byte> bytes = default, string? name = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(action), "\"action\"" } };
        if (part is { } number)
        {
            form.Add(new StringContent(number.ToString(CultureInfo.InvariantCulture)), "\"part_number\"");
            form.Add(new ReadOnlyMemoryContent(bytes), "\"file\"", $"\"{name}\"");
        }

        return form;
    }

    private static string ProfileOf(ChannelToken token) =>
        token.AccountId is { Length: > 0 } id ? Uri.EscapeDataString(id) : throw new ChannelClosedException("not-connected", needsReconnect: true);
}

internal sealed record SnapchatAnswer(
    string? RequestStatus, string? ErrorCode, string? MediaId, string? AddPath, string? FinalizePath, string? SpotlightId, IReadOnlyList<JsonElement>? SavedStories);
