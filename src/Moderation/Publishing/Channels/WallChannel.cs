using System.Net.Http.Headers;
using System.Net.Http.Json;
using Moderation.Media;
using Moderation.Storage;

namespace Moderation.Publishing.Channels;

/// <summary>
/// The sandbox school wall: an HTTP channel without an idempotency key that makes a new post of every call it accepts,
/// as most real ones do. Its list is complete at once, so absence there is proof.
/// </summary>
public sealed class WallChannel(HttpClient http, MediaStore media, TimeProvider time) : IChannelPublisher
{
    public async Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        var uploads = new List<string>();
        foreach (var file in post.Media)
        {
            var cleaned = await media.Cleaned.OpenAsync(file.Sha256, cancellationToken) ?? throw new InvalidDataException("A cleaned file of this post is gone.");
            await using var content = cleaned.Content;
            using var body = new StreamContent(content);
            body.Headers.ContentType = new MediaTypeHeaderValue(cleaned.ContentType);
            using var response = await http.PostAsync(new Uri("wall/api/media", UriKind.Relative), body, cancellationToken);
            response.EnsureSuccessStatusCode();
            uploads.Add((await response.Content.ReadFromJsonAsync<WallUpload>(Json.Options, cancellationToken))?.Id
                ?? throw new InvalidDataException("The wall gave no id for an upload."));
        }

        return new Preparation.Ready(uploads);
    }

    public async Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(
            new NewWallPost(post.Channel, post.Title, post.Text, post.Byline, [.. post.Media.Zip(prepared, (file, id) => new WallFile(id, file.Alt, file.Caption))]),
            options: Json.Options);
        return await HttpOutcomes.CommitAsync(
            cancellation => http.PostAsync(new Uri("wall/api/posts", UriKind.Relative), content, cancellation),
            async (response, cancellation) => await response.Content.ReadFromJsonAsync<WallPost>(Json.Options, cancellation) is { Id: { } id } made
                ? new PublishOutcome.Published(id, made.Url)
                : null,
            classify: null,
            time,
            cancellationToken);
    }

    public async Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken)
    {
        var since = Uri.EscapeDataString(PostMatching.From(attempt.At).ToString("O"));
        var posts = await http.GetFromJsonAsync<List<WallPost>>(
            new Uri($"wall/api/posts?channel={Uri.EscapeDataString(post.Channel)}&since={since}", UriKind.Relative), Json.Options, cancellationToken);
        return new Sighting(
            [.. (posts ?? []).Where(p => PostMatching.SameText(post.Text, p.Text) && p.Files == post.Media.Count).Select(p => new LivePost(p.Id, p.Url))],
            AbsenceProves: true);
    }

    public async Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync(new Uri($"wall/api/posts/{Uri.EscapeDataString(externalRef)}", UriKind.Relative), cancellationToken);
        return HttpOutcomes.OfRemoval(response, time.GetUtcNow());
    }
}

internal sealed record WallUpload(string Id);

internal sealed record WallFile(string Id, string? Alt, string? Caption);

internal sealed record NewWallPost(string Channel, string? Title, string Text, string? Byline, IReadOnlyList<WallFile> Media);

internal sealed record WallPost(string Id, string Url, string Text, int Files);
