namespace Moderation.Media;

/// <summary>A picture with nothing in it but what decoding needs.</summary>
/// <param name="Type"><see cref="MediaType.Jpeg"/>, or <see cref="MediaType.Png"/> when parts are see-through.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Sha256">Of <paramref name="Bytes"/>, lower-case hex.</param>
public sealed record CleanedImage(byte[] Bytes, MediaType Type, int Width, int Height, string Sha256);

public abstract record ImageCleaning
{
    private ImageCleaning()
    {
    }

    public sealed record Cleaned(CleanedImage Image) : ImageCleaning;

    public sealed record Refused(MediaRefusal Refusal) : ImageCleaning;
}
