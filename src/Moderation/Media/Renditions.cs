using Moderation.Media.Images;
using NetVips;

namespace Moderation.Media;

/// <summary>Makes variants of a cleaned picture. Same picture and need, same bytes: a variant can be made again at any time and need not be stored.</summary>
public static class Renditions
{
    private static readonly int[] Qualities = [ImageCleaner.Quality, 75, 65, 55];

    /// <param name="cleaned">Bytes of a <see cref="CleanedImage"/>.</param>
    /// <exception cref="VipsException">The bytes are no picture.</exception>
    public static Rendition Make(byte[] cleaned, RenditionNeed need)
    {
        _ = Decoders.VipsReady;
        using var picture = Image.NewFromBuffer(cleaned, access: Enums.Access.Random);
        var type = cleaned[0] == 0xFF ? MediaType.Jpeg : MediaType.Png;
        var fits = Math.Max(picture.Width, picture.Height) <= need.MaxSide && Math.Min(picture.Width, picture.Height) >= need.MinSide
            && cleaned.Length <= need.MaxBytes && (type == MediaType.Jpeg || !need.JpegOnly) && ShapeFits(picture.Width, picture.Height, need);
        if (fits)
            return new Rendition(cleaned, type, picture.Width, picture.Height);

        for (var side = need.MaxSide; ; side = side * 3 / 4)
        {
            using var framed = Frame(picture, need, side);
            if (type == MediaType.Png && !need.JpegOnly)
            {
                var png = framed.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
                if (png.Length <= need.MaxBytes)
                    return Finish(png, MediaType.Png, framed);
            }
            using var opaque = framed.HasAlpha() ? framed.Flatten(background: [255, 255, 255]) : framed.Copy();
            foreach (var quality in Qualities)
            {
                var jpeg = opaque.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
                if (jpeg.Length <= need.MaxBytes || side < 64)
                    return Finish(jpeg, MediaType.Jpeg, opaque);
            }
        }
    }

    private static bool ShapeFits(int width, int height, RenditionNeed need) =>
        (double)width / height is var ratio && ratio >= need.MinRatio && ratio <= need.MaxRatio;

    /// <summary>Shrinks to fit and sets the picture in the middle of a white field of the shape and size that is asked.</summary>
    private static Image Frame(Image picture, RenditionNeed need, int side)
    {
        // Field first: the smallest that holds the picture in an allowed shape; then everything is scaled into the side.
        double width = picture.Width, height = picture.Height;
        if (width / height < need.MinRatio)
            width = height * need.MinRatio;
        else if (width / height > need.MaxRatio)
            height = width / need.MaxRatio;
        var scale = Math.Min(1, side / Math.Max(width, height));
        var fieldWidth = Math.Clamp((int)Math.Round(width * scale), need.MinSide, Math.Max(side, need.MinSide));
        var fieldHeight = Math.Clamp((int)Math.Round(height * scale), need.MinSide, Math.Max(side, need.MinSide));
        var inner = scale < 1
            ? picture.ThumbnailImage(Math.Max(1, (int)Math.Round(picture.Width * scale)), height: Math.Max(1, (int)Math.Round(picture.Height * scale)), size: Enums.Size.Force)
            : picture.Copy();
        using (inner)
        {
            // Rounding may leave the frame a pixel outside the allowed shape; the field may then be a pixel larger.
            if ((double)fieldWidth / fieldHeight < need.MinRatio)
                fieldWidth = (int)Math.Ceiling(fieldHeight * need.MinRatio);
            else if ((double)fieldWidth / fieldHeight > need.MaxRatio)
                fieldHeight = (int)Math.Ceiling(fieldWidth / need.MaxRatio);
            if (inner.Width >= fieldWidth && inner.Height >= fieldHeight)
                return inner.Copy();
            using var opaque = inner.HasAlpha() ? inner.Flatten(background: [255, 255, 255]) : inner.Copy();
            fieldWidth = Math.Max(fieldWidth, opaque.Width);
            fieldHeight = Math.Max(fieldHeight, opaque.Height);
            return opaque.Embed((fieldWidth - opaque.Width) / 2, (fieldHeight - opaque.Height) / 2, fieldWidth, fieldHeight, extend: Enums.Extend.White);
        }
    }

    private static Rendition Finish(byte[] bytes, MediaType type, Image picture)
    {
        MetadataProof.Demand(bytes);
        return new Rendition(bytes, type, picture.Width, picture.Height);
    }
}
