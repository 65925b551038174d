using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Http.Headers;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>Section <c>Channels:Facebook</c>. The page and its token are stored when the channel is connected.</summary>
public sealed class FacebookSettings : MetaSettings
{
    public const string Section = "Channels:Facebook";

    /// <summary>Longest text in UTF-16 code units.</summary>
    [Range(1, 63_206)]
    public int MaxText { get; set; } = 63_206;
}

/// <summary>
/// A Facebook page (apis.md §1). Photos are staged unpublished and a film is uploaded in a session; then one call, to
/// <c>/feed</c> or to finish the session, makes it public. No idempotency key: an unknown outcome is looked up among the page's own posts.
/// </summary>
public sealed class FacebookPublisher(ChannelHttp http, FacebookSettings settings, MediaStore media, TimeProvider time) : IChannelPublisher, IReplyChannel
{
    internal const int MaxPhotos = 10;
    private const int MostReplies = 300;
    private const int ChunkBytes = 8 * 1024 * 1024;
    private readonly MetaGraph graph = new(http, settings, time);

    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancel =>
            {
                if (post.Message.Length > settings.MaxText)
                    return new Preparation.Failed(new PublishOutcome.Refused("too-long"));
                if (PostFiles.Objection(post.Media, MaxPhotos) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                if (post.Media.Count == 0)
                    return Preparation.Ready.Nothing;
                var page = await graph.AccountAsync(cancel);
                return new Preparation.Ready(post.Media[0].IsFilm() ? await UploadFilmAsync(page, post.Media[0], cancel) : await StagePhotosAsync(page, post, cancel));
            },
            cancellationToken);

    public async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var page = (await http.TokenAsync(cancellationToken)).AccountId!; // preparing has seen it
        if (post.Media is [{ } only] && only.IsFilm())
        {
            return await graph.CommitAsync<MetaSuccess>(
                $"{page}/videos?upload_phase=finish",
                new { UploadSessionId = prepared[1], post.Title, Description = post.Message, Published = true },
                finished => Task.FromResult(finished.Success ? new PublishOutcome.Published(FilmRef(page, prepared[0]), FilmUrl(page, prepared[0])) : null),
                cancellationToken);
        }

        var body = new
        {
            post.Message,
            Link = prepared.Count == 0 ? PostMatching.FirstLink(post.Text) : null,
            AttachedMedia = prepared.Count == 0 ? null : prepared.Select(id => new { MediaFbid = id }).ToArray(),
            Published = true,
        };
        return await graph.CommitAsync<FacebookPost>(
            $"{page}/feed?fields=id,permalink_url",
            body,
            made => Task.FromResult(made.Id is { } id ? new PublishOutcome.Published(id, made.PermalinkUrl ?? $"https://www.facebook.com/{id}") : null),
            cancellationToken);
    }

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var page = await graph.AccountAsync(cancellationToken);
        if (post.Media is [{ } only] && only.IsFilm() && attempt.Prepared is [var video, ..])
        {
            // A post of its own proves that the session was finished; until it is there nobody knows.
            var made = await graph.CallAsync<FacebookVideo>(HttpMethod.Get, $"{video}?fields=post_id,permalink_url,status", null, cancellationToken);
            return new Sighting(made.PostId is null ? [] : [new LivePost(FilmRef(page, video), FilmUrl(page, video))], AbsenceProves: false);
        }

        var from = PostMatching.From(attempt.At);
        var posts = await graph.CallAsync<MetaList<FacebookPost>>(
            HttpMethod.Get, $"{page}/published_posts?fields=id,message,created_time,permalink_url,attachments{{media_type,subattachments}}&limit=50", null, cancellationToken);
        var ours = from made in posts.Data ?? []
                   let at = MetaGraph.Moment(made.CreatedTime)
                   where made.Id is not null && at >= @from && PhotosOf(made) == post.Media.Count && PostMatching.SameTextApartFromLinks(post.Message, made.Message ?? "")
                   orderby at
                   select new LivePost(made.Id!, made.PermalinkUrl ?? $"https://www.facebook.com/{made.Id}"); // filtered
        // The list may lag behind, so that absence proves nothing.
        return new Sighting([.. ours], AbsenceProves: false);
    }

    public async Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken)
    {
        try
        {
            // A post of another page cannot be seen with this page's token, and would seem to be gone.
            if (externalRef.Split('_', '/')[0] != await graph.AccountAsync(cancellationToken))
                return new Removal.ByHand("other-account");
        }
        catch (ChannelClosedException)
        {
            return new Removal.ByHand("not-connected");
        }

        return await graph.RemoveAsync(HttpMethod.Delete, NodeOf(externalRef), null, cancellationToken);
    }

    public async Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>();
        string? after = null;
        do
        {
            var list = await graph.CallAsync<MetaList<FacebookComment>>(
                HttpMethod.Get,
                $"{NodeOf(externalRef)}/comments?filter=stream&order=chronological&fields=id,message,created_time,from{{id,name}},parent{{id}},is_hidden,can_hide,can_remove&limit=50"
                    + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}"),
                null,
                cancellationToken);
            replies.AddRange((list.Data ?? []).Where(c => c.Id is not null).Select(c => new Reply(c.Id!, MetaGraph.Moment(c.CreatedTime), c.From?.Name, c.Message ?? "", c.IsHidden))); // filtered
            after = list.Paging?.Next is null ? null : list.Paging.Cursors?.After;
        }
        while (after is not null && replies.Count < MostReplies);
        return replies;
    }

    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) =>
        graph.RemoveAsync(HttpMethod.Post, replyId, new { IsHidden = true }, cancellationToken);

    public Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken) =>
        graph.RemoveAsync(HttpMethod.Delete, replyId, null, cancellationToken);

    /// <summary>Unpublished photos; when not all of them come through, the others are taken away again.</summary>
    private async Task<IReadOnlyList<string>> StagePhotosAsync(string page, OutgoingPost post, CancellationToken cancellationToken)
    {
        var staged = new List<string>();
        try
        {
            foreach (var file in post.Media)
            {
                var picture = await media.PictureAsync(file, post.Channel, cancellationToken);
                var photo = await graph.CallAsync<MetaId>(HttpMethod.Post, $"{page}/photos", () => Photo(picture, file.Alt), cancellationToken);
                staged.Add(photo.Id ?? throw new System.Text.Json.JsonException("A photo without an id."));
            }
        }
        catch (Exception e) when (e is ChannelAnswerException or HttpRequestException)
        {
            foreach (var id in staged)
                await graph.RemoveAsync(HttpMethod.Delete, id, null, cancellationToken); // as far as it goes: nobody sees them, and they run out by themselves
            throw;
        }

        return staged;
    }

    private static MultipartFormDataContent Photo(Rendition picture, string? alt)
    {
        var source = new ByteArrayContent(picture.Bytes);
        source.Headers.ContentType = new MediaTypeHeaderValue(picture.Type.ContentType());
        var form = new MultipartFormDataContent { { new StringContent("false"), "published" }, { source, "source", $"photo{picture.Type.Extension()}" } };
        if (!string.IsNullOrWhiteSpace(alt))
            form.Add(new StringContent(alt), "alt_text_custom");
        return form;
    }

    /// <returns>Id of the video and of its upload session.</returns>
    private async Task<IReadOnlyList<string>> UploadFilmAsync(string page, OutgoingMedia file, CancellationToken cancellationToken)
    {
        var cleaned = await media.OpenAsync(file, cancellationToken);
        await using var content = cleaned.Content;
        var session = await graph.CallAsync<FacebookSession>(
            HttpMethod.Post, $"{page}/videos?upload_phase=start", () => SnakeJson.Body(new { FileSize = cleaned.Bytes }), cancellationToken);
        if (session is not { UploadSessionId: { } id, VideoId: { } video })
            throw new System.Text.Json.JsonException("An upload session without its ids.");
        for (var (start, end) = Range(session, 0, cleaned.Bytes); start < end;)
        {
            var chunk = new byte[Math.Min(end - start, ChunkBytes)];
            content.Position = start;
            await content.ReadExactlyAsync(chunk, cancellationToken);
            var at = start.ToString(CultureInfo.InvariantCulture);
            var next = await graph.CallAsync<FacebookSession>(HttpMethod.Post, $"{page}/videos?upload_phase=transfer", () => Chunk(id, at, chunk), cancellationToken);
            (start, end) = Range(next, start + 1, cleaned.Bytes);
        }

        return [video, id];
    }

    private static MultipartFormDataContent Chunk(string session, string start, byte[] bytes) => new()
    {
        { new StringContent(session), "upload_session_id" },
        { new StringContent(start), "start_offset" },
        { new ByteArrayContent(bytes), "video_file_chunk", "chunk" },
    };

    /// <summary>The bytes Meta asks for next; it must move on, or the loop would never end.</summary>
    private static (long Start, long End) Range(FacebookSession session, long atLeast, long size) =>
        long.TryParse(session.StartOffset, CultureInfo.InvariantCulture, out var start) && long.TryParse(session.EndOffset, CultureInfo.InvariantCulture, out var end)
            && start >= atLeast && start <= end && end <= size
            ? (start, end)
            : throw new System.Text.Json.JsonException("An upload session that asks for bytes that are not there.");

    private static int PhotosOf(FacebookPost post) =>
        post.Attachments?.Data?.Sum(a => a.Subattachments?.Data is { Count: > 0 } parts ? parts.Count : a.MediaType is "photo" or "video" ? 1 : 0) ?? 0;

    private static string FilmRef(string page, string video) => $"{page}/videos/{video}";

    private static string FilmUrl(string page, string video) => $"https://www.facebook.com/{page}/videos/{video}";

    private static string NodeOf(string externalRef) => externalRef[(externalRef.LastIndexOf('/') + 1)..];

    private sealed record FacebookPost(string? Id, string? Message, string? CreatedTime, string? PermalinkUrl, MetaList<FacebookAttachment>? Attachments);

    private sealed record FacebookAttachment(string? MediaType, MetaList<MetaId>? Subattachments);

    private sealed record FacebookVideo(string? PostId, string? PermalinkUrl);

    private sealed record FacebookSession(string? UploadSessionId, string? VideoId, string? StartOffset, string? EndOffset);

    private sealed record FacebookComment(string? Id, string? Message, string? CreatedTime, FacebookPerson? From, bool IsHidden = false);

    private sealed record FacebookPerson(string? Name);
}
