using Moderation.Media;
using Moderation.Media.Video;

namespace Moderation.Publishing.Channels;

/// <summary>What channels ask of a film: how long it lasts and how large its picture is.</summary>
internal static class FilmOutline
{
    /// <summary>Null when the film cannot be read.</summary>
    public static async Task<VideoOutline?> OutlineAsync(this CleanedContent film, CancellationToken cancellationToken) =>
        (await VideoReader.ReadAsync(film.Content, cancellationToken) as VideoReading.Read)?.Video;
}
