using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Media;
using Moderation.Storage;

namespace Moderation.Publishing.Channels;

/// <summary>Pictures and films on LinkedIn (apis.md §4.4, §4.5): uploaded first, used when LinkedIn has worked through them.</summary>
internal sealed class LinkedInUploads(HttpClient bare, ChannelHttp http, LinkedInCalls calls, LinkedInSettings settings, TimeProvider time)
{
    public const string FilmUrn = "urn:li:video:";

    /// <returns>The picture's urn.</returns>
    public async Task<string> PictureAsync(Rendition picture, CancellationToken cancellationToken)
    {
        var begun = await calls.CallAsync<Begun>(
            HttpMethod.Post, "/images?action=initializeUpload", token => new { initializeUploadRequest = new { owner = LinkedInCalls.Author(token) } }, cancellationToken);
        if (begun.Value is not { Image: { } urn, UploadUrl: { } address })
            throw new JsonException("LinkedIn gave no address for an upload.");
        using var response = await http.SendAsync(
            _ => new HttpRequestMessage(HttpMethod.Put, Own(address)) { Content = Typed(new ByteArrayContent(picture.Bytes), picture.Type.ContentType()) },
            cancellationToken);
        await HttpOutcomes.DemandAsync(response, classify: null, time, cancellationToken);
        return urn;
    }

    /// <returns>The film's urn.</returns>
    public async Task<string> FilmAsync(CleanedContent film, CancellationToken cancellationToken)
    {
        var begun = await calls.CallAsync<Begun>(
            HttpMethod.Post,
            "/videos?action=initializeUpload",
            token => new { initializeUploadRequest = new { owner = LinkedInCalls.Author(token), fileSizeBytes = film.Bytes, uploadCaptions = false, uploadThumbnail = false } },
            cancellationToken);
        if (begun.Value is not { Video: { } urn, UploadInstructions: { Count: > 0 } instructions } value)
            throw new JsonException("LinkedIn gave no addresses for an upload.");
        var parts = new List<string>();
        foreach (var part in instructions)
            parts.Add(await PartAsync(film, part, cancellationToken));
        using var response = await calls.SendAsync(
            HttpMethod.Post,
            "/videos?action=finalizeUpload",
            _ => new { finalizeUploadRequest = new { video = urn, uploadToken = value.UploadToken ?? "", uploadedPartIds = parts } },
            cancellationToken);
        await calls.DemandAsync(response, cancellationToken);
        return urn;
    }

    /// <summary>Ready when all uploads are available; null when one of them is gone.</summary>
    public async Task<Preparation?> StatusAsync(IReadOnlyList<string> uploads, CancellationToken cancellationToken)
    {
        foreach (var urn in uploads)
        {
            var kind = urn.StartsWith(FilmUrn, StringComparison.Ordinal) ? "videos" : "images";
            using var response = await calls.SendAsync(HttpMethod.Get, $"/{kind}/{Uri.EscapeDataString(urn)}", null, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            await calls.DemandAsync(response, cancellationToken);
            switch ((await response.Content.ReadFromJsonAsync<Asset>(Json.Options, cancellationToken))?.Status)
            {
                case "AVAILABLE":
                    break;
                case "PROCESSING_FAILED":
                    return new Preparation.Failed(new PublishOutcome.Refused("media-processing-failed"));
                default:
                    return new Preparation.Processing(uploads, settings.LookAgain);
            }
        }

        return new Preparation.Ready(uploads);
    }

    /// <summary>The address of a part carries its own right to upload; the token does not go there.</summary>
    private async Task<string> PartAsync(CleanedContent film, Instruction part, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Own(part.UploadUrl ?? throw new JsonException("A part has no address.")))
        {
            Content = Typed(new FileRange(film.Content, part.FirstByte, part.LastByte - part.FirstByte + 1), "application/octet-stream"),
        };
        using var response = await bare.SendAsync(request, cancellationToken);
        await HttpOutcomes.DemandAsync(response, classify: null, time, cancellationToken);
        return response.Headers.NonValidated.TryGetValues("ETag", out var tag) && tag.ToString().Trim('"') is { Length: > 0 } id
            ? id
            : throw new JsonException("A part has no ETag.");
    }

    private static HttpContent Typed(HttpContent content, string type)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    /// <summary>LinkedIn names the address; nobody else gets a school's files or token.</summary>
    private Uri Own(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host == settings.BaseUrl.Host || (uri.Scheme == Uri.UriSchemeHttps && uri.Host.EndsWith(".linkedin.com", StringComparison.OrdinalIgnoreCase)))
            ? uri
            : throw new JsonException("LinkedIn gave an address elsewhere.");

    private sealed record Begun(Upload? Value);

    private sealed record Upload(string? UploadUrl, string? Image, string? Video, string? UploadToken, IReadOnlyList<Instruction>? UploadInstructions);

    private sealed record Instruction(string? UploadUrl, long FirstByte, long LastByte);

    private sealed record Asset(string? Status);
}
