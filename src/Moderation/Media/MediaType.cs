using System.Text.Json.Serialization;

namespace Moderation.Media;

/// <summary>The file types that may be uploaded, by content; never by name or header.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MediaType>))]
public enum MediaType
{
    [JsonStringEnumMemberName("jpeg")] Jpeg,
    [JsonStringEnumMemberName("png")] Png,
    [JsonStringEnumMemberName("webp")] WebP,
    [JsonStringEnumMemberName("gif")] Gif,
    [JsonStringEnumMemberName("avif")] Avif,
    [JsonStringEnumMemberName("heic")] Heic,
    [JsonStringEnumMemberName("mp4")] Mp4,
    [JsonStringEnumMemberName("mov")] Mov,
}

public static class MediaTypes
{
    public static bool IsVideo(this MediaType type) => type is MediaType.Mp4 or MediaType.Mov;

    /// <summary>Usual extension, with the dot.</summary>
    public static string Extension(this MediaType type) => type switch
    {
        MediaType.Jpeg => ".jpg",
        MediaType.Png => ".png",
        MediaType.WebP => ".webp",
        MediaType.Gif => ".gif",
        MediaType.Avif => ".avif",
        MediaType.Heic => ".heic",
        MediaType.Mp4 => ".mp4",
        MediaType.Mov => ".mov",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Media type for the <c>Content-Type</c> header.</summary>
    public static string ContentType(this MediaType type) => type switch
    {
        MediaType.Jpeg => "image/jpeg",
        MediaType.Png => "image/png",
        MediaType.WebP => "image/webp",
        MediaType.Gif => "image/gif",
        MediaType.Avif => "image/avif",
        MediaType.Heic => "image/heic",
        MediaType.Mp4 => "video/mp4",
        MediaType.Mov => "video/quicktime",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
