using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>
/// The school's channel on YouTube (apis.md §5): one film a post. All but the last bytes are uploaded first; the last bytes
/// make it public. The upload session is the idempotency key: whoever asks it hears whether the film exists.
/// </summary>
public sealed class YouTubePublisher : IChannelPublisher, IReplyChannel
{
    internal const int MaxTitle = 100;
    internal const int MaxDescriptionBytes = 5_000;
    private readonly YouTubeCalls calls;
    private readonly YouTubeSession session;
    private readonly YouTubeComments comments;
    private readonly YouTubeSettings settings;
    private readonly MediaStore media;
    private readonly TimeProvider time;

    public YouTubePublisher(ChannelHttp http, YouTubeSettings settings, MediaStore media, TimeProvider time)
    {
        calls = new YouTubeCalls(http, settings, time);
        session = new YouTubeSession(calls, settings);
        comments = new YouTubeComments(calls);
        (this.settings, this.media, this.time) = (settings, media, time);
    }

    /// <remarks>References: the session's address and the film's size in bytes.</remarks>
    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancellation =>
            {
                if (Objection(post) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                var film = await media.OpenAsync(post.Media[0], cancellation);
                await using var content = film.Content;
                if (earlier is [var address, _] && await session.FillAsync(new Uri(address), film, cancellation))
                    return new Preparation.Ready(earlier);

                IReadOnlyList<string> begun = [(await session.BeginAsync(Describe(post), film, cancellation)).AbsoluteUri, film.Bytes.ToString(CultureInfo.InvariantCulture)];
                // A large film: the session is stored before its bytes are sent, so that a broken upload goes on where it was.
                if (film.Bytes > settings.ChunkBytes)
                    return new Preparation.Processing(begun, TimeSpan.Zero);
                return await session.FillAsync(new Uri(begun[0]), film, cancellation)
                    ? new Preparation.Ready(begun)
                    : new Preparation.Failed(new PublishOutcome.Limited("upload-lost", TimeSpan.FromMinutes(1)));
            },
            cancellationToken);

    public async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var film = await media.OpenAsync(post.Media[0], cancellationToken);
        await using var content = film.Content;
        return await HttpOutcomes.CommitAsync(
            cancellation => session.FinishAsync(new Uri(prepared[0]), film, cancellation),
            async (response, cancellation) => await YouTubeCalls.ReadAsync<YouTubeVideo>(response, cancellation) switch
            {
                { Id: { Length: > 0 } id } video when IsVisible(video.Status) => new PublishOutcome.Published(id, AddressOf(id)),
                { Id.Length: > 0 } => new PublishOutcome.Unknown("kept-private"),
                _ => null,
            },
            session.ClassifyCommitAsync,
            time,
            cancellationToken);
    }

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Prepared is [var address, var size])
        {
            switch (await session.AskAsync(new Uri(address), long.Parse(size, CultureInfo.InvariantCulture), cancellationToken))
            {
                case SessionState.Finished finished when !IsVisible(finished.Status):
                    return new Sighting([], AbsenceProves: false);
                case SessionState.Finished finished:
                    return new Sighting([new LivePost(finished.Id, AddressOf(finished.Id))], AbsenceProves: false);
                case SessionState.Open:
                    // The last bytes never came through. The same session is used again, so that they never count twice.
                    return new Sighting([], AbsenceProves: true, KeepPrepared: true);
            }
        }

        return new Sighting(await UploadsAsync(post, attempt.At, cancellationToken), AbsenceProves: false);
    }

    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
        YouTubeCalls.IdOf(externalRef) is { } id
            ? calls.RemoveAsync(HttpMethod.Delete, $"/videos?id={id}", cancellationToken)
            : Task.FromResult<Removal>(new Removal.ByHand("unknown-post"));

    public Task<IReadOnlyList<Reply>> RepliesAsync(string externalRef, CancellationToken cancellationToken) => comments.ListAsync(externalRef, cancellationToken);

    public Task<Removal> HideAsync(string replyId, CancellationToken cancellationToken) => comments.ModerateAsync(replyId, "heldForReview", cancellationToken);

    /// <summary>YouTube lets a channel reject what others wrote, not delete it; readers see the same.</summary>
    public Task<Removal> DeleteAsync(string replyId, CancellationToken cancellationToken) => comments.ModerateAsync(replyId, "rejected", cancellationToken);

    /// <summary>
    /// Whether readers see the film as was asked. YouTube keeps films of a project that it has not audited private, whatever is asked
    /// (apis.md §5): a person makes it public in YouTube Studio, or deletes it there.
    /// </summary>
    private bool IsVisible(YouTubeStatus? status) => status?.PrivacyStatus is not { } privacy || privacy == settings.Privacy;

    private static string AddressOf(string id) => $"https://www.youtube.com/watch?v={id}";

    /// <summary>The title, or the first line of the text when that can be one.</summary>
    internal static string TitleOf(string? title, string text) =>
        string.IsNullOrWhiteSpace(title) ? text.Trim().Split('\n')[0].Trim() : title.Trim();

    internal static bool HasAngleBrackets(string text) => text.AsSpan().IndexOfAny('<', '>') >= 0;

    private static string TitleOf(OutgoingPost post) => TitleOf(post.Title, post.Text);

    private static string? Objection(OutgoingPost post)
    {
        if (post.Media.Count != 1 || !post.Media[0].IsFilm())
            return "one-film";
        if (TitleOf(post).Length is 0 or > MaxTitle)
            return string.IsNullOrWhiteSpace(post.Title) ? "title-missing" : "title-too-long";
        if (Encoding.UTF8.GetByteCount(post.Message) > MaxDescriptionBytes)
            return "too-long";
        return HasAngleBrackets(TitleOf(post) + post.Message) ? "angle-brackets" : null;
    }

    private object Describe(OutgoingPost post) => new
    {
        snippet = new { title = TitleOf(post), description = post.Message, categoryId = settings.CategoryId, defaultLanguage = settings.Language },
        status = new { privacyStatus = settings.Privacy, selfDeclaredMadeForKids = settings.MadeForKids, containsSyntheticMedia = false, license = "youtube", embeddable = true },
    };

    /// <summary>Own films since the attempt with the same title and description.</summary>
    private async Task<IReadOnlyList<LivePost>> UploadsAsync(OutgoingPost post, DateTimeOffset attemptedAt, CancellationToken cancellationToken)
    {
        var channel = await calls.CallAsync<YouTubeList<YouTubeChannel>>(HttpMethod.Get, "/channels?part=contentDetails&mine=true", cancellationToken);
        if (channel.Items is not [{ ContentDetails.RelatedPlaylists.Uploads: { Length: > 0 } playlist }, ..])
            return [];
        var films = await calls.CallAsync<YouTubeList<YouTubePlaylistItem>>(
            HttpMethod.Get, $"/playlistItems?part=snippet,status,contentDetails&playlistId={Uri.EscapeDataString(playlist)}&maxResults=50", cancellationToken);
        return [.. (films.Items ?? [])
            .Where(f => f.ContentDetails?.VideoId is not null && IsVisible(f.Status) && f.Snippet is { } snippet && snippet.PublishedAt >= PostMatching.From(attemptedAt)
                && PostMatching.SameText(TitleOf(post), snippet.Title ?? "") && PostMatching.SameText(post.Message, snippet.Description ?? ""))
            .Select(f => new LivePost(f.ContentDetails!.VideoId!, AddressOf(f.ContentDetails.VideoId!)))]; // just tested
    }
}

/// <summary>Section <c>Channels:YouTube</c>.</summary>
public sealed class YouTubeSettings : PublisherSettings
{
    public const string Section = "Channels:YouTube";

    public override Uri BaseUrl { get; set; } = new("https://www.googleapis.com");

    /// <summary>Who may watch: <c>public</c>, or <c>unlisted</c> for who has the address. YouTube keeps the films of a project that it has not audited private.</summary>
    [RegularExpression("public|unlisted")]
    public string Privacy { get; set; } = "public";

    /// <summary>YouTube's number for the kind of film; 27 is education.</summary>
    [RegularExpression("[0-9]{1,3}")]
    public string CategoryId { get; set; } = "27";

    /// <summary>Language of title and description.</summary>
    [Required]
    public string Language { get; set; } = "nl";

    /// <summary>The films are made for children, which takes the comments off them.</summary>
    public bool MadeForKids { get; set; }

    /// <summary>Subscribers hear of a new film.</summary>
    public bool NotifySubscribers { get; set; } = true;

    /// <summary>Bytes of a film that go in one call, rounded down to a multiple of 256 KiB.</summary>
    [Range(YouTubeSession.Unit, 256 * YouTubeSession.Unit)]
    public int ChunkBytes { get; set; } = 32 * YouTubeSession.Unit;
}
