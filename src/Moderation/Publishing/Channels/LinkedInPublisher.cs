using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>
/// The school's page on LinkedIn (apis.md §4). No idempotency key; a second post with the same text is refused as a
/// duplicate, and its list of posts may lag, so that absence there proves nothing.
/// </summary>
public sealed partial class LinkedInPublisher : IChannelPublisher, IReplyChannel
{
    internal const int MaxPictures = 20;
    private const int MaxAlt = 4_086;
    private const int MaxReplies = 500;
    internal static readonly (long Least, long Most) FilmBytes = (75_000, 500_000_000);
    internal static readonly (TimeSpan Shortest, TimeSpan Longest) FilmLasts = (TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(30));

    private readonly LinkedInCalls calls;
    private readonly LinkedInUploads uploads;
    private readonly LinkedInSettings settings;
    private readonly MediaStore media;
    private readonly TimeProvider time;

    public LinkedInPublisher(HttpClient bare, ChannelHttp http, LinkedInSettings settings, MediaStore media, TimeProvider time)
    {
        calls = new LinkedInCalls(http, settings, time);
        uploads = new LinkedInUploads(bare, http, calls, settings, time);
        (this.settings, this.media, this.time) = (settings, media, time);
    }

    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancellation =>
            {
                if (earlier.Count > 0 && await uploads.StatusAsync(earlier, cancellation) is { } status)
                    return status;
                if (Objection(post) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                var urns = new List<string>();
                foreach (var file in post.Media)
                {
                    urns.Add(file.IsFilm()
                        ? await UploadFilmAsync(file, cancellation)
                        : await uploads.PictureAsync(await media.PictureAsync(file, "linkedin", cancellation), cancellation));
                }

                return await uploads.StatusAsync(urns, cancellation) ?? new Preparation.Processing(urns, settings.LookAgain);
            },
            cancellationToken);

    public Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken) =>
        HttpOutcomes.CommitAsync(
            cancellation => calls.SendAsync(HttpMethod.Post, "/posts", token => new
            {
                author = LinkedInCalls.Author(token),
                commentary = LinkedInText.Escape(post.Message),
                visibility = "PUBLIC",
                distribution = new { feedDistribution = "MAIN_FEED", targetEntities = Array.Empty<string>(), thirdPartyDistributionChannels = Array.Empty<string>() },
                content = ContentOf(post, prepared),
                lifecycleState = "PUBLISHED",
                isReshareDisabledByAuthor = false,
            }, cancellation),
            // The answer has no body; without the header nobody knows which post was made.
            (response, _) => Task.FromResult<PublishOutcome?>(
                response.Headers.TryGetValues("x-restli-id", out var ids) && ids.First() is { Length: > 0 } urn ? new PublishOutcome.Published(urn, AddressOf(urn)) : null),
            calls.ClassifyAsync,
            time,
            cancellationToken);

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var from = PostMatching.From(attempt.At).ToUnixTimeMilliseconds();
        var author = await calls.AuthorAsync(cancellationToken);
        var posts = await calls.CallAsync<Elements<Post>>(
            HttpMethod.Get, $"/posts?author={Uri.EscapeDataString(author)}&q=author&count=50&sortBy=LAST_MODIFIED", null, cancellationToken, "FINDER");
        return new Sighting(
            [.. (posts.Items ?? [])
                .Where(p => p.Id is not null && p.CreatedAt >= from && PostMatching.SameText(post.Message, LinkedInText.Unescape(p.Commentary ?? "")) && p.Files == post.Media.Count)
                .Select(p => new LivePost(p.Id!, AddressOf(p.Id!)))], // just tested
            AbsenceProves: false);
    }

    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
        UrnOf(externalRef) is { } urn
            ? calls.RemoveAsync($"/posts/{Uri.EscapeDataString(urn)}", cancellationToken)
            : Task.FromResult<Removal>(new Removal.ByHand("unknown-post"));

    public async Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken)
    {
        if (UrnOf(externalRef) is not { } urn)
            return [];
        var replies = new List<Reply>();
        for (var start = 0; start < MaxReplies; start += 100)
        {
            var page = await calls.CallAsync<Elements<Comment>>(
                HttpMethod.Get, $"/socialActions/{Uri.EscapeDataString(urn)}/comments?start={start}&count=100", null, cancellationToken);
            replies.AddRange((page.Items ?? [])
                .Where(c => (c.Urn ?? c.CommentUrn) is not null)
                // LinkedIn tells who wrote it by a number only.
                .Select(c => new Reply((c.Urn ?? c.CommentUrn)!, DateTimeOffset.FromUnixTimeMilliseconds(c.Created?.Time ?? 0), null, c.Message?.Text ?? "", Hidden: false))); // just tested
            if (page.Items is not { Count: >= 100 })
                break;
        }

        return [.. replies.OrderBy(r => r.At)];
    }

    /// <summary>LinkedIn cannot hide one reply; closing the replies would delete them all.</summary>
    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) => Task.FromResult<Removal>(new Removal.ByHand("not-supported"));

    public async Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken)
    {
        if (CommentUrn().Match(replyId) is not { Success: true } urn)
            return new Removal.ByHand("unknown-reply");
        var (under, id) = (Uri.EscapeDataString(urn.Groups["under"].Value), urn.Groups["id"].Value);
        try
        {
            var actor = Uri.EscapeDataString(await calls.AuthorAsync(cancellationToken));
            return await calls.RemoveAsync($"/socialActions/{under}/comments/{id}?actor={actor}", cancellationToken);
        }
        catch (ChannelClosedException)
        {
            return new Removal.ByHand("not-connected");
        }
    }

    private static string? Objection(OutgoingPost post)
    {
        if (LinkedInText.Escape(post.Message).Length > LinkedInText.Max)
            return "too-long";
        return post.Media.Any(m => m.Alt?.Length > MaxAlt) ? "alt-too-long" : PostFiles.Objection(post.Media, MaxPictures);
    }

    private async Task<string> UploadFilmAsync(OutgoingMedia file, CancellationToken cancellationToken)
    {
        var film = await media.OpenAsync(file, cancellationToken);
        await using var content = film.Content;
        if (film.Bytes < FilmBytes.Least || film.Bytes > FilmBytes.Most)
            throw new ChannelAnswerException(new PublishOutcome.Refused("film-size"));
        var lasts = (await film.OutlineAsync(cancellationToken))?.Duration;
        if (lasts < FilmLasts.Shortest || lasts > FilmLasts.Longest)
            throw new ChannelAnswerException(new PublishOutcome.Refused("film-length"));
        return await uploads.FilmAsync(film, cancellationToken);
    }

    private static object? ContentOf(OutgoingPost post, IReadOnlyList<string> urns)
    {
        if (urns.Count > 1)
            return new { multiImage = new { images = urns.Zip(post.Media, (urn, file) => new { id = urn, altText = file.Alt }) } };
        if (urns is [var upload])
        {
            return upload.StartsWith(LinkedInUploads.FilmUrn, StringComparison.Ordinal)
                ? new { media = new { id = upload, title = post.Title } }
                : new { media = new { id = upload, altText = post.Media[0].Alt } };
        }

        // LinkedIn reads no page itself: the card says what we give it.
        return PostMatching.FirstLink(post.Text) is { } link
            ? new { article = new { source = link, title = string.IsNullOrWhiteSpace(post.Title) ? new Uri(link).Host : post.Title } }
            : null;
    }

    /// <summary>A urn, or the urn in the address of a post.</summary>
    private static string? UrnOf(string reference) => PostUrn().Match(WebUtility.UrlDecode(reference)) is { Success: true } urn ? urn.Value : null;

    private static string AddressOf(string urn) => $"https://www.linkedin.com/feed/update/{urn}";

    [GeneratedRegex(@"urn:li:(share|ugcPost|activity):\d+")]
    private static partial Regex PostUrn();

    [GeneratedRegex(@"^urn:li:comment:\((?<under>urn:li:\w+:\d+),(?<id>\d+)\)$")]
    private static partial Regex CommentUrn();

    private sealed record Elements<T>([property: JsonPropertyName("elements")] IReadOnlyList<T>? Items);

    private sealed record Post(string? Id, string? Commentary, long CreatedAt, PostContent? Content)
    {
        public int Files => Content?.MultiImage?.Images?.Count ?? (Content?.Media is null ? 0 : 1);
    }

    private sealed record PostContent(PostMedia? Media, MultiImage? MultiImage);

    private sealed record PostMedia(string? Id);

    private sealed record MultiImage(IReadOnlyList<PostMedia>? Images);

    private sealed record Comment([property: JsonPropertyName("$URN")] string? Urn, string? CommentUrn, Message? Message, Moment? Created);

    private sealed record Message(string? Text);

    private sealed record Moment(long Time);
}

/// <summary>Section <c>Channels:LinkedIn</c>.</summary>
public sealed class LinkedInSettings : PublisherSettings
{
    public const string Section = "Channels:LinkedIn";

    public override Uri BaseUrl { get; set; } = new("https://api.linkedin.com");

    /// <summary>Month of the API, as YYYYMM; each is served for at least a year.</summary>
    [RegularExpression("^20[0-9]{4}$")]
    public string Version { get; set; } = "202607";

    /// <summary>Wait before asking again whether LinkedIn has worked through an upload.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookAgain { get; set; } = TimeSpan.FromSeconds(15);
}
