using ImageMagick;
using NetVips;

namespace Moderation.Media.Images;

/// <summary>Decodes HEIC, which the libvips build cannot (it lacks an HEVC decoder), into a libvips picture with its colour profile and nothing else.</summary>
internal static class HeicPixels
{
    /// <exception cref="MagickException">The file cannot be decoded.</exception>
    public static Image Load(byte[] file)
    {
        _ = Decoders.MagickReady;
        using var picture = new MagickImage();
        picture.Read(file, new MagickReadSettings { Format = MagickFormat.Heic, FrameIndex = 0, FrameCount = 1 });
        var profile = picture.GetColorProfile()?.ToByteArray();
        byte[] pixels;
        using (var raw = picture.GetPixelsUnsafe())
            pixels = raw.ToByteArray(PixelMapping.RGB) ?? throw new MagickCorruptImageErrorException("No pixels.");
        // The decoder has applied the file's rotation; EXIF orientation says the same again and must not be applied twice (23008-12 annex A).
        using var image = Image.NewFromMemory(pixels, (int)picture.Width, (int)picture.Height, 3, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb).Mutate(m =>
        {
            if (profile is { Length: > 0 and < 4_000_000 })
                m.Set(GValue.BlobType, "icc-profile-data", profile);
        });
    }
}
