using System.Security.Cryptography;
using ImageMagick;
using Moderation.Media.Images;
using NetVips;

namespace Moderation.Media;

/// <summary>
/// Re-encodes pictures: upright, sRGB, at most 2,048 pixels, without metadata (I18). Only for files that <see cref="MediaInspection"/> accepted.
/// One instance a process: it decodes <see cref="MediaSettings.ParallelCleanings"/> pictures at a time, and the others wait without holding memory.
/// </summary>
public sealed class ImageCleaner(MediaSettings settings) : IDisposable
{
    /// <summary>Longest side of a cleaned picture, in pixels: what the content safety service takes and more than any feed shows.</summary>
    public const int MaxSide = 2048;

    internal const int Quality = 85;

    private readonly SemaphoreSlim gate = new(settings.ParallelCleanings);

    /// <summary>Waits until memory for one more picture is free. Read the file, inspect and clean it, then dispose the turn.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    /// <param name="file">A whole picture that <see cref="MediaInspection"/> accepted.</param>
    /// <param name="type">As inspected.</param>
    /// <exception cref="MetadataLeftException">The result still holds something that decoding does not need: a fault of ours, never stored.</exception>
    public ImageCleaning Clean(byte[] file, MediaType type, CancellationToken cancel)
    {
        _ = Decoders.VipsReady;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.MaxCleaningSeconds));
        try
        {
            CleanedImage cleaned;
            try
            {
                // A JPEG that lacks part of its pixels is only a warning to its decoder, which fills in grey.
                cleaned = Encode(file, type, type == MediaType.Jpeg ? "warning" : "error", limit.Token);
            }
            catch (VipsException error) when (type == MediaType.Jpeg && !limit.IsCancellationRequested && !error.Message.Contains("premature end", StringComparison.OrdinalIgnoreCase))
            {
                // Other warnings are the sloppiness of cameras: stray bytes before a marker, odd header fields.
                cleaned = Encode(file, type, "error", limit.Token);
            }
            MetadataProof.Demand(cleaned.Bytes);
            return new ImageCleaning.Cleaned(cleaned);
        }
        catch (Exception error) when (error is VipsException or MagickException)
        {
            cancel.ThrowIfCancellationRequested();
            // The library's message may quote the file, so it goes nowhere.
            return new ImageCleaning.Refused(limit.IsCancellationRequested ? MediaRefusal.TooSlow : MediaRefusal.Damaged);
        }
    }

    public void Dispose() => gate.Dispose();

    private static CleanedImage Encode(byte[] file, MediaType type, string failOn, CancellationToken cancel)
    {
        using var small = Shrink(file, type, failOn);
        return small.HasAlpha() ? EncodeSeeThrough(small, cancel) : EncodeJpeg(small, cancel);
    }

    /// <summary>Shrinks while loading where the format can, applies orientation and turns colours into sRGB. Never enlarges; of an animation the first frame.</summary>
    private static Image Shrink(byte[] file, MediaType type, string failOn)
    {
        if (type != MediaType.Heic)
        {
            // As a loader option: the parameter failOn does not reach the loader of a buffer (seen with libvips 8.18.7).
            return Image.ThumbnailBuffer(file, MaxSide, optionString: $"fail_on={failOn}", height: MaxSide, size: Enums.Size.Down, outputProfile: "srgb");
        }
        using var decoded = HeicPixels.Load(file);
        return decoded.ThumbnailImage(MaxSide, height: MaxSide, size: Enums.Size.Down, noRotate: true, outputProfile: "srgb");
    }

    /// <summary>
    /// What cannot be seen must not be in the file: an editor's eraser leaves the colours under it. Premultiplying rounds them away
    /// as far as they are invisible.
    /// </summary>
    private static CleanedImage EncodeSeeThrough(Image picture, CancellationToken cancel)
    {
        using var coloured = picture.Colourspace(Enums.Interpretation.Srgb);
        using var visible = coloured.Premultiply();
        using var rounded = visible.Cast(Enums.BandFormat.Uchar);
        using var restored = rounded.Unpremultiply();
        using var plain = restored.Cast(Enums.BandFormat.Uchar);
        Watch(plain, cancel);
        using var memory = plain.CopyMemory();
        using var alpha = memory[memory.Bands - 1];
        if (alpha.Min() >= 255)
        {
            using var opaque = memory.ExtractBand(0, n: memory.Bands - 1);
            return EncodeJpeg(opaque, cancel);
        }
        using var final = memory.Copy(interpretation: Enums.Interpretation.Srgb, xres: 1, yres: 1);
        return Finish(final.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.None), MediaType.Png, final);
    }

    private static CleanedImage EncodeJpeg(Image picture, CancellationToken cancel)
    {
        using var coloured = picture.Colourspace(Enums.Interpretation.Srgb);
        using var final = coloured.Copy(xres: 1, yres: 1);
        Watch(final, cancel);
        return Finish(final.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None), MediaType.Jpeg, final);
    }

    private static CleanedImage Finish(byte[] bytes, MediaType type, Image picture) =>
        new(bytes, type, picture.Width, picture.Height, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static void Watch(Image picture, CancellationToken cancel) => picture.SetProgress(NoProgress.Instance, cancel);

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                gate.Release();
        }
    }

    /// <summary>libvips checks the token where it reports progress.</summary>
    private sealed class NoProgress : IProgress<int>
    {
        public static NoProgress Instance { get; } = new();

        public void Report(int value)
        {
        }
    }
}
