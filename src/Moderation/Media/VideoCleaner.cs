using Moderation.Media.Video;

namespace Moderation.Media;

public abstract record VideoCleaning
{
    private VideoCleaning()
    {
    }

    /// <param name="Content">The cleaned file, as long as the original; seekable. Reads through the stream it was made from, which stays open and the caller's.</param>
    public sealed record Cleaned(Stream Content, MediaType Type, int Width, int Height, TimeSpan Duration, bool HasSound) : VideoCleaning;

    public sealed record Refused(MediaRefusal Refusal) : VideoCleaning;
}

/// <summary>
/// Cleans MP4 and MOV without re-encoding: the boxes a player needs and the samples of one picture and one sound track stay where they are,
/// everything else (location, user data, XMP, timed metadata and its samples, other tracks, what hides between samples) becomes zeros, and all times are cleared.
/// </summary>
public static class VideoCleaner
{
    /// <param name="file">Readable and seekable; up to gigabytes. Only its boxes are read here.</param>
    public static async Task<VideoCleaning> CleanAsync(Stream file, CancellationToken cancel)
    {
        switch (await VideoReader.ReadAsync(file, cancel))
        {
            case VideoReading.Refused(var refusal):
                return new VideoCleaning.Refused(refusal);
            case VideoReading.Read(var video):
                var content = new PatchedStream(file, video.Patches);
                if (await VideoProof.CheckAsync(content, cancel) is { Count: > 0 } left)
                    throw new MetadataLeftException(left);
                content.Position = 0;
                return new VideoCleaning.Cleaned(content, video.Type, video.Width, video.Height, video.Duration, video.HasSound);
            default:
                return new VideoCleaning.Refused(MediaRefusal.Unprocessable);
        }
    }
}
