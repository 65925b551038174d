using Moderation.Consent;
using Moderation.Media;

namespace Moderation.Publishing.Channels;

/// <summary>A post's cleaned files, in the shape that its channel takes.</summary>
internal static class PostFiles
{
    /// <summary>The file is a video. Sound comes as one too: nothing else with sound is taken in.</summary>
    public static bool IsFilm(this OutgoingMedia file) => file.Kind.IsFilm();

    public static bool IsFilm(this MediaKind kind) => kind is MediaKind.Film or MediaKind.Sound;

    /// <summary>Why a channel that takes so many pictures or one film does not take these files, as a reason code; null when it does.</summary>
    public static string? Objection(IReadOnlyList<OutgoingMedia> files, int mostPictures) => Objection([.. files.Select(f => f.Kind)], mostPictures);

    public static string? Objection(IReadOnlyList<MediaKind> files, int mostPictures)
    {
        var films = files.Count(IsFilm);
        if (films > 0 && films < files.Count)
            return "mixed-files";
        return films > 1 || files.Count > mostPictures ? "too-many-files" : null;
    }

    /// <exception cref="InvalidDataException">The cleaned file is gone.</exception>
    public static async Task<Rendition> PictureAsync(this MediaStore media, OutgoingMedia file, string channel, CancellationToken cancellationToken)
    {
        var cleaned = await media.OpenAsync(file, cancellationToken);
        await using var content = cleaned.Content;
        var bytes = new byte[cleaned.Bytes];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return Renditions.Make(bytes, RenditionNeed.ForChannel(channel) ?? throw new InvalidOperationException("This channel takes no picture."));
    }

    /// <summary>Size of a cleaned file, in bytes.</summary>
    /// <exception cref="InvalidDataException">It is gone.</exception>
    public static async Task<long> LengthAsync(this MediaStore media, OutgoingMedia file, CancellationToken cancellationToken)
    {
        var cleaned = await media.OpenAsync(file, cancellationToken);
        await using (cleaned.Content)
            return cleaned.Bytes;
    }

    /// <exception cref="InvalidDataException">The cleaned file is gone.</exception>
    public static async Task<CleanedContent> OpenAsync(this MediaStore media, OutgoingMedia file, CancellationToken cancellationToken) =>
        await media.Cleaned.OpenAsync(file.Sha256, cancellationToken) ?? throw new InvalidDataException("A cleaned file of this post is gone.");
}
