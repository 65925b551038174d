using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Moderation.Media;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>
/// The school's website over the REST API of WordPress (apis.md §8). Every post gets a slug of its own, and WordPress lists
/// a post the moment it exists, so whether an attempt took effect can always be told.
/// </summary>
public sealed class WordPressPublisher(ChannelHttp calls, WordPressSettings settings, MediaStore media, TimeProvider time) : IChannelPublisher, IReplyChannel
{
    private const string Film = "film";
    private const string Picture = "picture";
    private const int MaxReplies = 500;

    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancellation =>
            {
                var references = new List<string>();
                foreach (var file in post.Media)
                    references.Add(await UploadAsync(file, $"{post.Key}-{references.Count + 1}", cancellation));
                return new Preparation.Ready(references);
            },
            cancellationToken);

    public Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var files = post.Media.Zip(prepared.Select(WordPressHtml.Upload.Parse)).ToList();
        var featured = settings.FeaturedPicture ? files.FindIndex(f => f.Second.Kind == Picture) : -1;
        return HttpOutcomes.CommitAsync(
            cancellation => SendAsync(
                () => new HttpRequestMessage(HttpMethod.Post, Api("/posts"))
                {
                    Content = SnakeJson.Body(new
                    {
                        title = WordPressHtml.Title(post),
                        content = WordPressHtml.Content(post, files.Where((_, i) => i != featured)),
                        status = "publish",
                        slug = post.Key,
                        comment_status = settings.Comments ? "open" : "closed",
                        featured_media = featured < 0 ? null : (long?)files[featured].Second.Id,
                        categories = settings.CategoryIds(),
                    }),
                },
                cancellation),
            async (response, cancellation) => await response.Content.ReadFromJsonAsync<Post>(SnakeJson.Options, cancellation) switch
            {
                { Id: > 0, Status: "publish" } made => new PublishOutcome.Published(IdOf(made.Id), made.Link),
                // Made, but a plug-in holds it back: only a person can say whether it is, or will be, on the site.
                { Id: > 0 } => new PublishOutcome.Unknown("not-visible"),
                _ => null,
            },
            ClassifyAsync,
            time,
            cancellationToken);
    }

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var posts = await ListAsync<Post>("/posts", $"slug={post.Key}&status=publish,future,draft,pending,private&context=edit&_fields=id,link,status", cancellationToken);
        return new Sighting(
            [.. posts.Where(p => p.Status == "publish").Select(p => new LivePost(IdOf(p.Id), p.Link))],
            AbsenceProves: posts.Count == 0);
    }

    public async Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken)
    {
        string? id;
        try
        {
            id = await IdOfAsync(externalRef, cancellationToken);
        }
        catch (ChannelAnswerException e)
        {
            return e.Outcome is PublishOutcome.Limited limited ? new Removal.Later(limited.Reason, limited.After) : new Removal.ByHand("unknown-post");
        }

        if (id is null)
            return new Removal.ByHand("unknown-post");
        return await RemoveAsync(() => new HttpRequestMessage(HttpMethod.Delete, Api($"/posts/{Uri.EscapeDataString(id)}")), cancellationToken);
    }

    public async Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken)
    {
        if (await IdOfAsync(externalRef, cancellationToken) is not { } id)
            return [];
        var replies = new List<Reply>();
        for (var page = 1; replies.Count < MaxReplies; page++)
        {
            var comments = await ListAsync<Comment>("/comments", $"post={Uri.EscapeDataString(id)}&per_page=100&page={page}&order=asc&status=all&context=edit", cancellationToken);
            replies.AddRange(comments
                .Where(c => c.Status is not ("spam" or "trash"))
                .Select(c => new Reply(IdOf(c.Id), new DateTimeOffset(c.DateGmt, TimeSpan.Zero), c.AuthorName, WordPressHtml.Plain(c.Content?.Rendered), c.Status != "approved")));
            if (comments.Count < 100)
                break;
        }

        return replies;
    }

    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) =>
        RemoveAsync(() => new HttpRequestMessage(HttpMethod.Post, Api($"/comments/{Uri.EscapeDataString(replyId)}")) { Content = SnakeJson.Body(new { status = "hold" }) }, cancellationToken);

    public Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken) =>
        RemoveAsync(() => new HttpRequestMessage(HttpMethod.Delete, Api($"/comments/{Uri.EscapeDataString(replyId)}", "force=true")), cancellationToken);

    /// <summary>An id, or the id of the post whose address a person gave: it stands in the address, or the address ends with the slug.</summary>
    private async Task<string?> IdOfAsync(string externalRef, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(externalRef, UriKind.Absolute, out var address))
            return externalRef;
        if (address.Query.StartsWith("?p=", StringComparison.Ordinal) && long.TryParse(address.Query.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var given))
            return IdOf(given);
        var slug = address.Segments[^1].Trim('/');
        if (slug.Length == 0)
            return null;
        var posts = await ListAsync<Post>("/posts", $"slug={Uri.EscapeDataString(slug)}&context=edit&_fields=id,link,status", cancellationToken);
        return posts.Count == 1 ? IdOf(posts[0].Id) : null;
    }

    /// <summary>Uploads a file under a name of its own, or finds the one that an earlier try left, and gives it its alternative text.</summary>
    /// <returns>What <see cref="WordPressHtml.Upload"/> reads.</returns>
    private async Task<string> UploadAsync(OutgoingMedia file, string name, CancellationToken cancellationToken)
    {
        // WordPress makes the slug of a file from its name.
        var there = await ListAsync<File>("/media", $"slug={name}&context=edit&_fields=id,source_url", cancellationToken);
        var uploaded = there.Count > 0 ? there[0] : await SendFileAsync(file, name, cancellationToken);
        if (uploaded is not { Id: > 0, SourceUrl: { Length: > 0 } address })
            throw new JsonException("WordPress gave no address for an upload.");
        if (file.Alt is not null || file.Caption is not null)
        {
            using var described = await SendAsync(
                () => new HttpRequestMessage(HttpMethod.Post, Api($"/media/{IdOf(uploaded.Id)}"))
                {
                    Content = SnakeJson.Body(new { alt_text = file.Alt ?? "", caption = WordPressHtml.Escape(file.Caption ?? "") }),
                },
                cancellationToken);
            await HttpOutcomes.DemandAsync(described, ClassifyAsync, time, cancellationToken);
        }

        return new WordPressHtml.Upload(file.IsFilm() ? Film : Picture, uploaded.Id, address).ToString();
    }

    private async Task<File?> SendFileAsync(OutgoingMedia file, string name, CancellationToken cancellationToken)
    {
        if (!file.IsFilm())
        {
            var picture = await media.PictureAsync(file, "website", cancellationToken);
            return await SendFileAsync(
                () => new ByteArrayContent(picture.Bytes), picture.Type.ContentType(), name + picture.Type.Extension(), new MemoryStream(picture.Bytes, writable: false), cancellationToken);
        }

        var film = await media.OpenAsync(file, cancellationToken);
        await using var content = film.Content;
        var extension = film.ContentType == MediaType.Mov.ContentType() ? MediaType.Mov.Extension() : MediaType.Mp4.Extension();
        return await SendFileAsync(() => new FileRange(content, 0, film.Bytes), film.ContentType, name + extension, content, cancellationToken);
    }

    private async Task<File?> SendFileAsync(Func<HttpContent> body, string type, string name, Stream bytes, CancellationToken cancellationToken)
    {
        var digest = await DigestAsync(bytes, cancellationToken);
        using var response = await SendAsync(
            () =>
            {
                var content = body();
                content.Headers.ContentType = new MediaTypeHeaderValue(type);
                content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"" };
                content.Headers.TryAddWithoutValidation("Content-MD5", digest);
                return new HttpRequestMessage(HttpMethod.Post, Api("/media")) { Content = content };
            },
            cancellationToken);
        await HttpOutcomes.DemandAsync(response, ClassifyAsync, time, cancellationToken);
        return await response.Content.ReadFromJsonAsync<File>(SnakeJson.Options, cancellationToken);
    }

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "WordPress checks an upload against damage with it, not against people.")]
    private static async Task<string> DigestAsync(Stream bytes, CancellationToken cancellationToken)
    {
        bytes.Position = 0;
        return Convert.ToHexStringLower(await MD5.HashDataAsync(bytes, cancellationToken));
    }

    private async Task<List<T>> ListAsync<T>(string path, string query, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Api(path, query)), cancellationToken);
        await HttpOutcomes.DemandAsync(response, ClassifyAsync, time, cancellationToken);
        return await response.Content.ReadFromJsonAsync<List<T>>(SnakeJson.Options, cancellationToken) ?? [];
    }

    private Task<Removal> RemoveAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) =>
        HttpOutcomes.RemoveAsync(
            cancellation => SendAsync(request, cancellation),
            (response, cancellation) => HttpOutcomes.OfRemovalAsync(response, ClassifyAsync, time, cancellation),
            cancellationToken);

    private Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) =>
        calls.SendAsync(
            token =>
            {
                var message = request();
                message.Headers.Authorization = Basic(token);
                return message;
            },
            cancellationToken,
            IsPasswordRefusedAsync);

    /// <summary>An application password goes with the name of its user.</summary>
    private static AuthenticationHeaderValue Basic(ChannelToken token) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{token.AccountId}:{token.Access}")));

    /// <summary>WordPress goes on with a wrong password as if there were none, and then a list of drafts is no list that it knows.</summary>
    private static async Task<bool> IsPasswordRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode == HttpStatusCode.BadRequest
        && (await response.Content.ReadAsStringAsync(cancellationToken)).Contains("rest_forbidden_status", StringComparison.Ordinal);

    private Uri Api(string path, string? query = null)
    {
        var root = settings.BaseUrl.AbsoluteUri.TrimEnd('/');
        // Without pretty links the path is a parameter: https://SITE/?rest_route=/wp/v2/posts
        var mark = settings.BaseUrl.Query.Length > 0 ? '&' : '?';
        return new Uri(query is null ? $"{root}/wp/v2{path}" : $"{root}/wp/v2{path}{mark}{query}");
    }

    private async Task<PublishOutcome?> ClassifyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = (await response.Content.ReadFromJsonAsync<Error>(SnakeJson.Options, cancellationToken))?.Code;
        return (response.StatusCode, code) switch
        {
            (_, "rest_upload_hash_mismatch") => new PublishOutcome.Limited("upload-damaged", HttpOutcomes.RetryAfter(response, time.GetUtcNow())),
            (_, "rest_upload_file_too_big") => new PublishOutcome.Refused("file-too-big"),
            (_, "rest_upload_sideload_error") => new PublishOutcome.Refused("file-type"),
            (_, "rest_upload_user_quota_exceeded") => new PublishOutcome.Closed("site-full", NeedsReconnect: false),
            (HttpStatusCode.NotFound, "rest_no_route") => new PublishOutcome.Closed("no-api", NeedsReconnect: false),
            // The account may not do this: about the account, not about the post.
            (HttpStatusCode.Forbidden, not null) => new PublishOutcome.Closed("forbidden", NeedsReconnect: false),
            _ => null,
        };
    }

    private static string IdOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record Post(long Id, string? Link, string? Status);

    private sealed record File(long Id, string? SourceUrl);

    private sealed record Comment(long Id, string? AuthorName, DateTime DateGmt, string? Status, Html? Content);

    private sealed record Html(string? Rendered);

    private sealed record Error(string? Code);
}

/// <summary>Section <c>Channels:WordPress</c>.</summary>
public sealed class WordPressSettings : PublisherSettings, IValidatableObject
{
    public const string Section = "Channels:WordPress";

    /// <summary>No site is anybody's default; <c>.invalid</c> leads nowhere.</summary>
    private static readonly Uri Nowhere = new("https://wordpress.invalid/wp-json");

    /// <summary>A film goes in one call.</summary>
    public WordPressSettings() => CallTimeout = TimeSpan.FromMinutes(15);

    /// <summary>Root of the site's REST API: <c>https://SITE/wp-json</c>, or <c>https://SITE/?rest_route=</c> on a site without pretty links.</summary>
    public override Uri BaseUrl { get; set; } = Nowhere;

    /// <summary>Readers may comment under the posts.</summary>
    public bool Comments { get; set; }

    /// <summary>The first picture becomes the featured picture, which the theme shows, instead of the first in the text.</summary>
    public bool FeaturedPicture { get; set; }

    /// <summary>Ids of the categories that every post gets, e.g. <c>4,7</c>.</summary>
    [RegularExpression(@"\s*\d+\s*(,\s*\d+\s*)*")]
    public string? Categories { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && BaseUrl == Nowhere)
            yield return new ValidationResult($"Set {Section}:{nameof(BaseUrl)} to the site's REST API, e.g. https://SITE/wp-json.", [nameof(BaseUrl)]);
    }

    internal long[]? CategoryIds() =>
        string.IsNullOrWhiteSpace(Categories) ? null : [.. Categories.Split(',', StringSplitOptions.TrimEntries).Select(c => long.Parse(c, CultureInfo.InvariantCulture))];
}
