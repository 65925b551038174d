using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>
/// The school's public profile on Snapchat (apis.md §6): one film as a Spotlight, or one photo as a saved story or a story of a
/// day. Snap lets in who it chooses, and its lists cannot be relied on: an unknown outcome always ends with a person.
/// </summary>
public sealed class SnapchatPublisher : IChannelPublisher
{
    private const string Spotlights = "spotlights";
    private const string SavedStories = "saved_stories";
    private const string Stories = "stories";
    internal const int MaxDescription = 160;
    internal const int MaxStoryTitle = 45;
    private const double Upright = 9.0 / 16;
    internal static readonly (TimeSpan Shortest, TimeSpan Longest) FilmLasts = (TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(60));
    private readonly SnapchatCalls calls;
    private readonly SnapchatSettings settings;
    private readonly MediaStore media;
    private readonly TimeProvider time;

    public SnapchatPublisher(ChannelHttp http, SnapchatSettings settings, MediaStore media, TimeProvider time)
    {
        calls = new SnapchatCalls(http, settings, time);
        (this.settings, this.media, this.time) = (settings, media, time);
    }

    /// <remarks>Reference: the id of the media. Of an earlier attempt it may have been used, so each attempt gets a new one.</remarks>
    public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        HttpOutcomes.PrepareAsync(
            async cancellation =>
            {
                if (Objection(post) is { } objection)
                    return new Preparation.Failed(new PublishOutcome.Refused(objection));
                return new Preparation.Ready([post.Media[0].IsFilm() ? await UploadFilmAsync(post, cancellation) : await UploadPhotoAsync(post, cancellation)]);
            },
            cancellationToken);

    public Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        var id = prepared[0];
        var (place, body) = PlaceOf(post) switch
        {
            Spotlights => (Spotlights, (object)new { media_id = id, description = post.Message, locale = settings.Locale, skip_save_to_profile = false }),
            SavedStories => (SavedStories, new { saved_stories = new[] { new { title = post.Message, snap_sources = new[] { new { media_id = id } } } } }),
            _ => (Stories, new { media_id = id }),
        };
        return HttpOutcomes.CommitAsync(
            cancellation => calls.SendAsync(HttpMethod.Post, place, () => SnakeJson.Body(body), cancellation),
            async (response, cancellation) => await calls.ErrorAsync(response, cancellation) ?? Published(await SnakeJson.ReadAsync<SnapchatAnswer>(response, cancellation), place, id),
            calls.ClassifyAsync,
            time,
            cancellationToken);
    }

    /// <summary>What Snap's lists look like is not documented, so that nothing found there would be a proof.</summary>
    public Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new Sighting([], AbsenceProves: false));

    public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(externalRef, UriKind.Absolute, out var address) && address.AbsolutePath.StartsWith("/spotlight/", StringComparison.Ordinal))
            externalRef = $"{Spotlights}/{address.Segments[^1].Trim('/')}";
        return externalRef.Split('/') is [Spotlights or SavedStories, { Length: > 0 } id]
            ? calls.RemoveAsync($"{externalRef.Split('/')[0]}/{Uri.EscapeDataString(id)}", cancellationToken)
            : Task.FromResult<Removal>(new Removal.ByHand("not-supported")); // a story of a day has no id
    }

    /// <summary>Pixels of a film.</summary>
    internal static bool TakesShape(int width, int height) =>
        width >= 540 && height >= 960 && Math.Abs(((double)width / height) - Upright) <= 0.01;

    private string PlaceOf(OutgoingPost post) =>
        post.Media[0].IsFilm() ? Spotlights : settings.Photos == SnapchatPhotos.SavedStory ? SavedStories : Stories;

    /// <summary>What Snapchat would not show is refused, never left out.</summary>
    private string? Objection(OutgoingPost post)
    {
        if (post.Media.Count != 1)
            return "one-file";
        return PlaceOf(post) switch
        {
            Spotlights => post.Message.Length > MaxDescription ? "too-long" : null,
            SavedStories => post.Message.Length > MaxStoryTitle ? "too-long-for-photo" : null,
            _ => null,
        };
    }

    private PublishOutcome? Published(SnapchatAnswer answer, string place, string mediaId) => (place, answer) switch
    {
        (Spotlights, { SpotlightId: { Length: > 0 } id }) => new PublishOutcome.Published($"{Spotlights}/{id}", $"https://www.snapchat.com/spotlight/{Uri.EscapeDataString(id)}"),
        (SavedStories, { SavedStories: [var story, ..] }) when StoryIdOf(story) is { } id => new PublishOutcome.Published($"{SavedStories}/{id}", settings.ProfileUrl?.AbsoluteUri),
        (Stories, { RequestStatus: "SUCCESS" }) => new PublishOutcome.Published($"{Stories}/{mediaId}", settings.ProfileUrl?.AbsoluteUri),
        _ => null,
    };

    /// <summary>The id stands on the story or one level in it: sources disagree.</summary>
    private static string? StoryIdOf(JsonElement story)
    {
        if (story.ValueKind != JsonValueKind.Object)
            return null;
        if (story.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
            return id.GetString();
        return story.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Select(p => StoryIdOf(p.Value)).FirstOrDefault(i => i is not null);
    }

    private async Task<string> UploadPhotoAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        var picture = await media.PictureAsync(post.Media[0], "snapchat", cancellationToken);
        return await calls.UploadAsync("IMAGE", $"{post.Key}{picture.Type.Extension()}", new MemoryStream(picture.Bytes, writable: false), cancellationToken);
    }

    private async Task<string> UploadFilmAsync(OutgoingPost post, CancellationToken cancellationToken)
    {
        var film = await media.OpenAsync(post.Media[0], cancellationToken);
        await using var content = film.Content;
        if (film.Bytes > SnapchatCalls.MaxFileBytes)
            throw new ChannelAnswerException(new PublishOutcome.Refused("film-size"));
        if (await film.OutlineAsync(cancellationToken) is { } outline)
        {
            if (outline.Duration < FilmLasts.Shortest || outline.Duration > FilmLasts.Longest)
                throw new ChannelAnswerException(new PublishOutcome.Refused("film-length"));
            if (!TakesShape(outline.Width, outline.Height))
                throw new ChannelAnswerException(new PublishOutcome.Refused("film-shape"));
        }

        content.Position = 0;
        return await calls.UploadAsync("VIDEO", $"{post.Key}{MediaType.Mp4.Extension()}", content, cancellationToken);
    }
}

/// <summary>Where a photo goes on Snapchat.</summary>
public enum SnapchatPhotos
{
    /// <summary>A story that stays on the profile, with the post's text as its title.</summary>
    SavedStory,

    /// <summary>A story of a day. It shows no text and cannot be taken down from here.</summary>
    Story,
}

/// <summary>Section <c>Channels:Snapchat</c>. Only for a client that Snap has put on its list.</summary>
public sealed class SnapchatSettings : PublisherSettings
{
    public const string Section = "Channels:Snapchat";

    public override Uri BaseUrl { get; set; } = new("https://businessapi.snapchat.com");

    public SnapchatPhotos Photos { get; set; } = SnapchatPhotos.SavedStory;

    /// <summary>Address of the profile, where readers find its saved stories: <c>https://www.snapchat.com/@NAME</c>.</summary>
    public Uri? ProfileUrl { get; set; }

    /// <summary>Language and country of a Spotlight.</summary>
    [RegularExpression("[a-z]{2}_[A-Z]{2}")]
    public string Locale { get; set; } = "nl_NL";

    /// <summary>Bytes that go in one call, of the encrypted file.</summary>
    [Range(1_024, 32_000_000)]
    public int PartBytes { get; set; } = 32_000_000;
}
