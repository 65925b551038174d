using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>Section <c>Channels:X</c>. The account and its tokens are stored when the channel is connected.</summary>
public sealed class XSettings : PublisherSettings
{
    public const string Section = "Channels:X";

    public override Uri BaseUrl { get; set; } = new("https://api.x.com");

    /// <summary>Longest post, as <see cref="XLength"/> counts; paying accounts may post longer, and no call tells so.</summary>
    [Range(1, 25_000)]
    public int MaxWeighted { get; set; } = 280;
}

/// <summary>
/// An account on X (apis.md §3). Pictures and films are uploaded and described first; then one call makes the post. No
/// idempotency key: an unknown outcome is looked up among the account's own posts. X also refuses the same text soon after, which proves nothing.
/// </summary>
public sealed class XPublisher(ChannelHttp http, XSettings settings, MediaStore media, TimeProvider time) : IChannelPublisher, IReplyChannel
{
    internal const int MaxPhotos = 4;
    private const int MaxAlt = 1_000;
    internal const long MaxFilmBytes = 512_000_000;
    private const int ChunkBytes = 4 * 1024 * 1024;
    private const int MostReplies = 300;

    internal static readonly (TimeSpan Shortest, TimeSpan Longest) FilmLasts = (TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(140));

    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancel =>
            {
                if (Objection(post) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                if (post.Media.Count == 0)
                    return Preparation.Ready.Nothing;
                if (earlier.Count > 0 && await ProgressAsync(earlier, cancel) is { } progress)
                    return progress;
                var uploads = new List<XUpload>();
                foreach (var file in post.Media)
                    uploads.Add(file.IsFilm() ? await FilmAsync(file, cancel) : await PhotoAsync(post, file, cancel));
                var ids = uploads.ConvertAll(u => u.Id!); // each upload was seen to have one
                return uploads.Find(u => u.ProcessingInfo is { State: not "succeeded" }) is { ProcessingInfo: { } working }
                    ? OfState(working, ids)
                    : new Preparation.Ready(ids);
            },
            cancellationToken);

    public Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken) =>
        HttpOutcomes.CommitAsync(
            cancel => SendAsync(
                HttpMethod.Post, "2/tweets", () => SnakeJson.Body(new { Text = post.Message, Media = prepared.Count == 0 ? null : new { MediaIds = prepared } }), cancel),
            async (response, cancel) => (await SnakeJson.ReadAsync<XData<XPost>>(response, cancel)).Data?.Id is { } id ? new PublishOutcome.Published(id, UrlOf(id)) : null,
            (response, cancel) => XErrors.ClassifyAsync(response, time.GetUtcNow(), cancel),
            time,
            cancellationToken);

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var account = await AccountAsync(cancellationToken);
        var from = PostMatching.From(attempt.At);
        var list = await CallAsync<XList>(
            HttpMethod.Get,
            string.Create(CultureInfo.InvariantCulture, $"2/users/{account}/tweets?max_results=100&exclude=retweets,replies&start_time={from.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}&tweet.fields=created_at,text,entities,attachments"),
            null,
            cancellationToken);
        var ours = from made in list.Data ?? []
                   where made.Id is not null && made.CreatedAt >= @from && (made.Attachments?.MediaKeys?.Count ?? 0) == post.Media.Count && PostMatching.SameText(post.Message, Expanded(made))
                   orderby made.CreatedAt
                   select new LivePost(made.Id!, UrlOf(made.Id!)); // filtered
        // The list may lag behind, so that absence proves nothing.
        return new Sighting([.. ours], AbsenceProves: false);
    }

    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancel => SendAsync(HttpMethod.Delete, $"2/tweets/{externalRef}", null, cancel),
            (response, cancel) => XErrors.RemovalAsync(response, d => d.Deleted, time.GetUtcNow(), cancel),
            cancellationToken);

    /// <summary>X finds replies of the last seven days only.</summary>
    public async Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>();
        string? next = null;
        do
        {
            var list = await CallAsync<XList>(
                HttpMethod.Get,
                $"2/tweets/search/recent?query=conversation_id:{externalRef}&tweet.fields=author_id,created_at,in_reply_to_user_id,referenced_tweets&expansions=author_id&user.fields=username,name&max_results=100"
                    + (next is null ? "" : $"&next_token={Uri.EscapeDataString(next)}"),
                null,
                cancellationToken);
            var names = (list.Includes?.Users ?? []).Where(u => u.Id is not null).DistinctBy(u => u.Id).ToDictionary(u => u.Id!, u => u.Username, StringComparer.Ordinal); // filtered
            replies.AddRange((list.Data ?? []).Where(p => p.Id is not null && p.Id != externalRef)
                .Select(p => new Reply(p.Id!, p.CreatedAt, p.AuthorId is { } author ? names.GetValueOrDefault(author) : null, WebUtility.HtmlDecode(p.Text ?? ""), Hidden: false))); // filtered
            next = list.Meta?.NextToken;
        }
        while (next is not null && replies.Count < MostReplies);
        return [.. replies.OrderBy(r => r.At)];
    }

    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancel => SendAsync(HttpMethod.Put, $"2/tweets/{replyId}/hidden", () => SnakeJson.Body(new { Hidden = true }), cancel),
            (response, cancel) => XErrors.RemovalAsync(response, d => d.Hidden, time.GetUtcNow(), cancel),
            cancellationToken);

    /// <summary>X lets nobody delete what others wrote.</summary>
    public Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken) => Task.FromResult<Removal>(new Removal.ByHand("not-supported"));

    /// <summary>Pixels of a film, lying or upright.</summary>
    internal static bool TakesShape(int width, int height)
    {
        var (longest, shortest) = (Math.Max(width, height), Math.Min(width, height));
        return shortest is >= 32 and <= 1024 && longest <= 1280 && longest <= 3 * shortest;
    }

    private string? Objection(OutgoingPost post) =>
        XLength.Of(post.Message) > XLength.Most(post.Message, settings.MaxWeighted) ? "too-long"
        : XLength.HasForbidden(post.Message) ? "forbidden-character"
        : PostFiles.Objection(post.Media, MaxPhotos) is { } files ? files
        : post.Media.Any(m => m.Alt?.Length > MaxAlt) ? "alt-too-long"
        : null;

    private async Task<XUpload> PhotoAsync(OutgoingPost post, OutgoingMedia file, CancellationToken cancellationToken)
    {
        var picture = await media.PictureAsync(file, post.Channel, cancellationToken);
        var upload = await UploadedAsync(
            "2/media/upload",
            () =>
            {
                var bytes = new ByteArrayContent(picture.Bytes);
                bytes.Headers.ContentType = new MediaTypeHeaderValue(picture.Type.ContentType());
                return new MultipartFormDataContent { { new StringContent("tweet_image"), "media_category" }, { bytes, "media", $"photo{picture.Type.Extension()}" } };
            },
            cancellationToken);
        if (!string.IsNullOrWhiteSpace(file.Alt))
        {
            await CallAsync<XData<JsonElement>>(
                HttpMethod.Post, "2/media/metadata", () => SnakeJson.Body(new { upload.Id, Metadata = new { AltText = new { Text = file.Alt } } }), cancellationToken);
        }

        return upload;
    }

    private async Task<XUpload> FilmAsync(OutgoingMedia file, CancellationToken cancellationToken)
    {
        var cleaned = await media.OpenAsync(file, cancellationToken);
        await using var content = cleaned.Content;
        if (cleaned.Bytes > MaxFilmBytes)
            throw new ChannelAnswerException(new PublishOutcome.Refused("too-large"));
        var begun = await UploadedAsync(
            "2/media/upload/initialize",
            () => SnakeJson.Body(new { MediaType = cleaned.ContentType, TotalBytes = cleaned.Bytes, MediaCategory = "tweet_video" }),
            cancellationToken);
        for (var (index, at) = (0, 0L); at < cleaned.Bytes; index++)
        {
            var chunk = new byte[Math.Min(ChunkBytes, cleaned.Bytes - at)];
            await content.ReadExactlyAsync(chunk, cancellationToken);
            at += chunk.Length;
            var segment = index.ToString(CultureInfo.InvariantCulture);
            using var response = await SendAsync(
                HttpMethod.Post,
                $"2/media/upload/{begun.Id}/append",
                () => new MultipartFormDataContent { { new StringContent(segment), "segment_index" }, { new ByteArrayContent(chunk), "media", "chunk" } },
                cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new ChannelAnswerException(await XErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancellationToken));
        }

        return await UploadedAsync($"2/media/upload/{begun.Id}/finalize", null, cancellationToken);
    }

    /// <summary>How far uploads of an earlier round are; null when one is not there any more and all must be done again.</summary>
    private async Task<Preparation?> ProgressAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            using var response = await SendAsync(HttpMethod.Get, $"2/media/upload?command=STATUS&media_id={id}", null, cancellationToken);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Gone)
                return null;
            if (!response.IsSuccessStatusCode)
                return new Preparation.Failed(await XErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancellationToken));
            if ((await SnakeJson.ReadAsync<XData<XUpload>>(response, cancellationToken)).Data?.ProcessingInfo is { State: not "succeeded" } working)
                return OfState(working, ids);
        }

        return new Preparation.Ready(ids);
    }

    private static Preparation OfState(XProcessing working, IReadOnlyList<string> ids) => working.State switch
    {
        "failed" => new Preparation.Failed(new PublishOutcome.Refused("processing-failed")),
        _ => new Preparation.Processing(ids, HttpOutcomes.Wait(TimeSpan.FromSeconds(working.CheckAfterSecs))),
    };

    private async Task<XUpload> UploadedAsync(string path, Func<HttpContent>? body, CancellationToken cancellationToken) =>
        (await CallAsync<XData<XUpload>>(HttpMethod.Post, path, body, cancellationToken)).Data is { Id: not null } upload ? upload : throw new JsonException("An upload without an id.");

    private async Task<string> AccountAsync(CancellationToken cancellationToken) =>
        (await http.TokenAsync(cancellationToken)).AccountId ?? throw new ChannelClosedException("not-connected", needsReconnect: true);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellationToken) =>
        http.SendAsync(
            _ => new HttpRequestMessage(method, new Uri($"{settings.BaseUrl.ToString().TrimEnd('/')}/{path}")) { Content = body?.Invoke() },
            cancellationToken);

    /// <exception cref="ChannelAnswerException">It was answered with an error.</exception>
    private async Task<T> CallAsync<T>(HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(method, path, body, cancellationToken);
        if (response.IsSuccessStatusCode)
            return await SnakeJson.ReadAsync<T>(response, cancellationToken);
        throw new ChannelAnswerException(await XErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancellationToken));
    }

    /// <summary>X shortens every link, and adds one for the media.</summary>
    private static string Expanded(XPost post)
    {
        var text = post.Text ?? "";
        foreach (var link in post.Entities?.Urls ?? [])
        {
            if (link.Url is { Length: > 0 } shortened)
                text = text.Replace(shortened, link.MediaKey is null ? link.ExpandedUrl ?? shortened : "", StringComparison.Ordinal);
        }

        return text;
    }

    private static string UrlOf(string id) => $"https://x.com/i/web/status/{id}";

    private sealed record XPost(string? Id, string? Text, string? AuthorId, XEntities? Entities, XAttachments? Attachments, DateTimeOffset CreatedAt = default);

    private sealed record XEntities(IReadOnlyList<XUrl>? Urls);

    private sealed record XUrl(string? Url, string? ExpandedUrl, string? MediaKey);

    private sealed record XAttachments(IReadOnlyList<string>? MediaKeys);

    private sealed record XList(IReadOnlyList<XPost>? Data, XIncludes? Includes, XMeta? Meta);

    private sealed record XIncludes(IReadOnlyList<XUser>? Users);

    private sealed record XUser(string? Id, string? Username);

    private sealed record XMeta(string? NextToken);

    private sealed record XUpload(string? Id, XProcessing? ProcessingInfo);

    private sealed record XProcessing(string? State, int CheckAfterSecs = 5);
}
