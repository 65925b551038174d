using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>Section <c>Channels:Instagram</c>. The account and its token are stored when the channel is connected.</summary>
public sealed class InstagramSettings : MetaSettings
{
    public const string Section = "Channels:Instagram";

    /// <summary>Where films are uploaded.</summary>
    [Required]
    public Uri UploadUrl { get; set; } = new("https://rupload.facebook.com");

    /// <summary>Longest caption in UTF-16 code units.</summary>
    [Range(1, 2_200)]
    public int MaxText { get; set; } = 2_200;

    /// <summary>Instagram lowered this from 30 at the end of 2025.</summary>
    [Range(0, 30)]
    public int MaxHashtags { get; set; } = 5;

    [Range(0, 20)]
    public int MaxMentions { get; set; } = 20;
}

/// <summary>
/// A professional Instagram account, through its Facebook page (apis.md §2). A post is a container that is filled first and
/// published then; the container remembers whether it was published, so it works as an idempotency key for its 24 hours.
/// Instagram fetches pictures itself, from a signed address (<see cref="MediaLinks"/>); a film is uploaded.
/// </summary>
public sealed partial class InstagramPublisher(ChannelHttp http, InstagramSettings settings, MediaStore media, MediaLinks links, TimeProvider time) : IChannelPublisher, IReplyChannel
{
    internal const int MaxPhotos = 10;
    internal const long MaxFilmBytes = 300_000_000;

    // Kinds of references: a container of a whole post, one of a part of a carousel, and one that is public already.
    private const string Whole = "post:";
    private const string Part = "part:";
    private const string Public = "public:";

    /// <summary>As a reel.</summary>
    internal static readonly (TimeSpan Shortest, TimeSpan Longest) FilmLasts = (TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(15));

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private readonly MetaGraph graph = new(http, settings, time);
    private readonly InstagramReplies replies = new(new MetaGraph(http, settings, time));

    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancel =>
            {
                if (Objection(post) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                var account = await graph.AccountAsync(cancel);
                var containers = await IsUsableAsync(earlier, cancel) ? earlier : await BeginAsync(account, post, cancel);
                return await GoOnAsync(account, post, containers, cancel);
            },
            cancellationToken);

    public async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        // Public already, by an attempt that seemed to have failed: publishing it again could double it, so it is looked up.
        if (prepared[0].StartsWith(Public, StringComparison.Ordinal))
            return new PublishOutcome.Unknown("published-before");
        var account = (await http.TokenAsync(cancellationToken)).AccountId; // preparing has seen it
        return await graph.CommitAsync<MetaId>(
            $"{account}/media_publish",
            new { CreationId = IdOf(prepared[0]) },
            async made => made.Id is { } id ? new PublishOutcome.Published(id, await PermalinkAsync(id, cancellationToken)) : null,
            cancellationToken);
    }

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Prepared is not [var container])
            return new Sighting([], AbsenceProves: false);
        switch (await StatusAsync(IdOf(container), cancellationToken))
        {
            case "PUBLISHED":
                var account = await graph.AccountAsync(cancellationToken);
                var list = await graph.CallAsync<MetaList<InstagramMedia>>(HttpMethod.Get, $"{account}/media?fields=id,caption,timestamp,permalink,media_type&limit=50", null, cancellationToken);
                // The container proves that it is live; it may have been so for as long as containers live.
                var from = attempt.At.AddHours(-24);
                var ours = from made in list.Data ?? []
                           let at = MetaGraph.Moment(made.Timestamp)
                           where made.Id is not null && at >= @from && made.MediaType == TypeOf(post) && PostMatching.SameText(post.Message, made.Caption ?? "")
                           orderby (at - attempt.At).Duration()
                           select new LivePost(made.Id!, made.Permalink); // filtered
                return new Sighting([.. ours], AbsenceProves: false);

            case "ERROR":
                return new Sighting([], AbsenceProves: true);

            // The next attempt publishes this very container, so that even a late effect of this one cannot double it.
            case "FINISHED":
                return new Sighting([], AbsenceProves: true, KeepPrepared: true);

            default:
                return new Sighting([], AbsenceProves: false);
        }
    }

    /// <summary>Not promised by Instagram (apis.md §2.8): what it refuses, a person does in the app.</summary>
    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
        graph.RemoveAsync(HttpMethod.Delete, externalRef, null, cancellationToken);

    public Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken) => replies.ListAsync(externalRef, cancellationToken);

    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) =>
        graph.RemoveAsync(HttpMethod.Post, replyId, new { Hide = true }, cancellationToken);

    public Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken) =>
        graph.RemoveAsync(HttpMethod.Delete, replyId, null, cancellationToken);

    internal static int Hashtags(string text) => Hashtag().Count(text);

    internal static int Mentions(string text) => Mention().Count(text);

    private string? Objection(OutgoingPost post) =>
        post.Media.Count == 0 ? "no-media"
        : PostFiles.Objection(post.Media, MaxPhotos) is { } files ? files
        : post.Message.Length > settings.MaxText ? "too-long"
        : Hashtags(post.Message) > settings.MaxHashtags ? "too-many-hashtags"
        : Mentions(post.Message) > settings.MaxMentions ? "too-many-mentions"
        : null;

    /// <summary>Containers of an earlier round, unless they have run out.</summary>
    private async Task<bool> IsUsableAsync(IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        foreach (var container in earlier)
        {
            if (await StatusAsync(IdOf(container), cancellationToken) is null or "EXPIRED" or "ERROR")
                return false;
        }

        return earlier.Count > 0;
    }

    private async Task<IReadOnlyList<string>> BeginAsync(string account, OutgoingPost post, CancellationToken cancellationToken)
    {
        if (await IsUsedUpAsync(account, cancellationToken))
            throw new ChannelAnswerException(new PublishOutcome.Limited("rate-limit", TimeSpan.FromHours(1)));
        if (post.Media is [{ } only])
            return [Whole + (only.IsFilm() ? await FilmAsync(account, post, only, cancellationToken) : await PictureAsync(account, post, only, cancellationToken))];
        var parts = new List<string>();
        foreach (var file in post.Media)
        {
            var image = await LinkAsync(post, file, cancellationToken);
            parts.Add(Part + await ContainerAsync(account, new { IsCarouselItem = true, ImageUrl = image, AltText = file.Alt }, cancellationToken));
        }

        return parts;
    }

    /// <summary>Looks how far the containers are, and puts a carousel together when all its parts are there.</summary>
    private async Task<Preparation> GoOnAsync(string account, OutgoingPost post, IReadOnlyList<string> containers, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            foreach (var container in containers)
            {
                switch (await StatusAsync(IdOf(container), cancellationToken))
                {
                    case "FINISHED":
                        break;
                    case "PUBLISHED" when container.StartsWith(Whole, StringComparison.Ordinal):
                        return new Preparation.Ready([Public + IdOf(container)]);
                    case "ERROR":
                        return new Preparation.Failed(new PublishOutcome.Refused("processing-failed"));
                    default:
                        return new Preparation.Processing(containers, LookAgain);
                }
            }

            if (!containers[0].StartsWith(Part, StringComparison.Ordinal))
                return new Preparation.Ready(containers);
            var parts = string.Join(',', containers.Select(IdOf));
            containers = [Whole + await ContainerAsync(account, new { MediaType = "CAROUSEL", Children = parts, Caption = post.Message }, cancellationToken)];
        }
    }

    private async Task<string> PictureAsync(string account, OutgoingPost post, OutgoingMedia file, CancellationToken cancellationToken) =>
        await ContainerAsync(account, new { ImageUrl = await LinkAsync(post, file, cancellationToken), Caption = post.Message, AltText = file.Alt }, cancellationToken);

    private async Task<string> FilmAsync(string account, OutgoingPost post, OutgoingMedia file, CancellationToken cancellationToken)
    {
        var bytes = await media.LengthAsync(file, cancellationToken);
        if (bytes > MaxFilmBytes)
            throw new ChannelAnswerException(new PublishOutcome.Refused("too-large"));
        var id = await ContainerAsync(account, new { MediaType = "REELS", UploadType = "resumable", Caption = post.Message, ShareToFeed = true }, cancellationToken);
        var address = new Uri($"{settings.UploadUrl.ToString().TrimEnd('/')}/ig-api-upload/{settings.GraphVersion}/{id}");
        using var response = await http.SendAsync(
            token =>
            {
                var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FilmContent(media, file, bytes) };
                message.Headers.Authorization = new AuthenticationHeaderValue("OAuth", token.Access);
                message.Headers.Add("offset", "0");
                message.Headers.Add("file_size", bytes.ToString(CultureInfo.InvariantCulture));
                return message;
            },
            cancellationToken,
            MetaErrors.IsTokenRefusedAsync);
        if (response.IsSuccessStatusCode && (await SnakeJson.ReadAsync<MetaSuccess>(response, cancellationToken)).Success)
            return id;
        throw new ChannelAnswerException(await MetaErrors.ClassifyInvisibleAsync(response, time.GetUtcNow(), cancellationToken));
    }

    private async Task<string> LinkAsync(OutgoingPost post, OutgoingMedia file, CancellationToken cancellationToken) =>
        (await links.ToAsync(post.Key, post.Channel, file.Sha256, cancellationToken))?.AbsoluteUri
        ?? throw new ChannelClosedException("no-public-address", needsReconnect: false);

    private async Task<string> ContainerAsync(string account, object body, CancellationToken cancellationToken) =>
        (await graph.CallAsync<MetaId>(HttpMethod.Post, $"{account}/media", () => SnakeJson.Body(body), cancellationToken)).Id
        ?? throw new System.Text.Json.JsonException("A container without an id.");

    /// <summary>Null when there is no such container any more.</summary>
    private async Task<string?> StatusAsync(string container, CancellationToken cancellationToken)
    {
        try
        {
            return (await graph.CallAsync<InstagramStatus>(HttpMethod.Get, $"{container}?fields=status_code,status", null, cancellationToken)).StatusCode;
        }
        catch (ChannelAnswerException e) when (e.Outcome is PublishOutcome.Refused or PublishOutcome.Limited { Reason: "meta-2207008" or "meta-2207020" or "meta-2207006" })
        {
            return null;
        }
    }

    /// <summary>Instagram's number of posts in a rolling day. When it cannot be read, publishing will tell.</summary>
    private async Task<bool> IsUsedUpAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            var limit = await graph.CallAsync<MetaList<InstagramQuota>>(HttpMethod.Get, $"{account}/content_publishing_limit?fields=quota_usage,config", null, cancellationToken);
            return limit.Data is [{ Config.QuotaTotal: > 0 and var total } quota, ..] && quota.QuotaUsage >= total;
        }
        catch (ChannelAnswerException e) when (e.Outcome is PublishOutcome.Refused)
        {
            return false;
        }
    }

    /// <summary>It is out already; an address that does not come is no reason to doubt that.</summary>
    private async Task<string?> PermalinkAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await graph.CallAsync<InstagramMedia>(HttpMethod.Get, $"{id}?fields=permalink,timestamp", null, cancellationToken)).Permalink;
        }
        catch (Exception e) when (e is ChannelAnswerException or HttpRequestException or IOException or System.Text.Json.JsonException or OperationCanceledException)
        {
            return null;
        }
    }

    private static string IdOf(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string TypeOf(OutgoingPost post) => post.Media.Count > 1 ? "CAROUSEL_ALBUM" : post.Media[0].IsFilm() ? "VIDEO" : "IMAGE";

    [GeneratedRegex(@"(?<![\w&])#\w+")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w.@])@\w+")]
    private static partial Regex Mention();

    private sealed record InstagramStatus(string? StatusCode);

    private sealed record InstagramMedia(string? Id, string? Caption, string? Timestamp, string? Permalink, string? MediaType);

    private sealed record InstagramQuota(InstagramQuotaConfig? Config, int QuotaUsage = 0);

    private sealed record InstagramQuotaConfig(int QuotaTotal = 0);
}
