using Moderation.Media.Images;
using Moderation.Media.Metadata;
using Moderation.Media.Video;

namespace Moderation.Media;

/// <summary>
/// Looks at an upload before any decoder does: what it is by content, whether it is whole, whether it can be handled, and what it says of its maker.
/// Pure for pictures; for video it reads the stream it is given.
/// </summary>
public static class MediaInspection
{
    /// <summary>Inspects a picture that stands in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="fileName">As the author named it; never decides the type.</param>
    public static Inspection Inspect(ReadOnlyMemory<byte> file, string fileName, MediaSettings settings)
    {
        if (file.IsEmpty)
            return new Inspection.Refused(MediaRefusal.Empty);
        var signature = FileSignature.Recognise(file.Span[..Math.Min(file.Length, FileSignature.HeadBytes)]);
        if (signature.Type is not { } type)
            return new Inspection.Refused(signature.Refusal(fileName));
        if (type.IsVideo())
            throw new ArgumentException("A video is inspected as a stream.", nameof(file));
        if (file.Length > settings.MaxImageBytes)
            return new Inspection.Refused(MediaRefusal.TooLarge(video: false, settings.MaxImageBytes));

        var outline = type switch
        {
            MediaType.Jpeg => JpegOutline.Read(file),
            MediaType.Png => PngOutline.Read(file),
            MediaType.Gif => GifOutline.Read(file),
            MediaType.WebP => WebPOutline.Read(file),
            MediaType.Heic or MediaType.Avif => HeifOutline.Read(file),
            _ => null,
        };
        if (outline is null)
            return new Inspection.Refused(MediaRefusal.Truncated);
        if (TooMuch(outline, settings) is { } refusal)
            return new Inspection.Refused(refusal);
        if (Smuggled.In(file, outline))
            return new Inspection.Refused(MediaRefusal.Polyglot);

        var facts = EmbeddedFacts.Of(outline.Metadata);
        return new Inspection.Acceptable
        {
            Type = type,
            FileName = UploadName.For(fileName, type),
            Width = outline.Width,
            Height = outline.Height,
            Rights = facts.Rights(fileName),
            TakenAt = facts.TakenAt ?? facts.ChangedAt,
            Notice = outline.Frames > 1 ? FirstFrameOnly : null,
        };
    }

    /// <summary>Inspects any upload.</summary>
    /// <param name="file">Readable and seekable; read from its beginning.</param>
    public static async Task<Inspection> InspectAsync(Stream file, string fileName, MediaSettings settings, CancellationToken cancel)
    {
        var head = new byte[(int)Math.Min(FileSignature.HeadBytes, file.Length)];
        file.Position = 0;
        await file.ReadExactlyAsync(head, cancel);
        if (head.Length == 0)
            return new Inspection.Refused(MediaRefusal.Empty);
        var signature = FileSignature.Recognise(head);
        if (signature.Type is not { } type)
            return new Inspection.Refused(signature.Refusal(fileName));
        if (type.IsVideo())
            return await InspectVideoAsync(file, fileName, settings, cancel);
        if (file.Length > settings.MaxImageBytes)
            return new Inspection.Refused(MediaRefusal.TooLarge(video: false, settings.MaxImageBytes));
        var bytes = new byte[(int)file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancel);
        return Inspect(bytes, fileName, settings);
    }

    /// <summary>Whether a file is of a video type by its first bytes. It may still be refused.</summary>
    internal static async Task<bool> IsVideoAsync(Stream file, CancellationToken cancel)
    {
        var head = new byte[(int)Math.Min(FileSignature.HeadBytes, file.Length)];
        file.Position = 0;
        await file.ReadExactlyAsync(head, cancel);
        return FileSignature.Recognise(head).Type is { } type && type.IsVideo();
    }

    private static Words FirstFrameOnly { get; } = new(
        "Dit bestand beweegt. Alleen het eerste beeld wordt bewaard; maak er een video (MP4) van als de beweging erbij hoort.",
        "This file is animated. Only its first frame is kept; turn it into a video (MP4) if the movement matters.");

    private static async Task<Inspection> InspectVideoAsync(Stream file, string fileName, MediaSettings settings, CancellationToken cancel)
    {
        if (file.Length > settings.MaxVideoBytes)
            return new Inspection.Refused(MediaRefusal.TooLarge(video: true, settings.MaxVideoBytes));
        return await VideoReader.ReadAsync(file, cancel) switch
        {
            VideoReading.Read(var video) => new Inspection.Acceptable
            {
                Type = video.Type,
                FileName = UploadName.For(fileName, video.Type),
                Width = video.Width,
                Height = video.Height,
                Duration = video.Duration,
                HasSound = video.HasSound,
                Rights = video.Facts.Rights(fileName),
                TakenAt = video.Facts.TakenAt,
            },
            VideoReading.Refused(var refusal) => new Inspection.Refused(refusal),
            _ => new Inspection.Refused(MediaRefusal.Unprocessable),
        };
    }

    /// <summary>Decompression bombs: few bytes that ask for much memory or time.</summary>
    private static MediaRefusal? TooMuch(ImageOutline outline, MediaSettings settings)
    {
        var limit = outline.WholeFrame ? Math.Min(settings.MaxWholePixels, settings.MaxPixels) : settings.MaxPixels;
        var pixels = (long)outline.Width * outline.Height;
        if (pixels > limit)
            return MediaRefusal.TooManyPixels(limit);
        if (outline.Frames > settings.MaxFrames || pixels * outline.Frames > settings.MaxAnimatedPixels && outline.Frames > 1)
            return MediaRefusal.TooManyFrames;
        // Every scan of a progressive JPEG costs a pass over all its pixels; encoders make some ten.
        return outline.Scans > 64 ? MediaRefusal.TooSlow : null;
    }
}
