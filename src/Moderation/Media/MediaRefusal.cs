using System.Globalization;

namespace Moderation.Media;

/// <summary>Why a file is refused: a stable code for records and tests, and what to tell the author, remedy included.</summary>
/// <param name="Code">snake_case, e.g. <c>not_allowed.pdf</c>, <c>truncated</c>, <c>bomb</c>.</param>
public sealed record MediaRefusal(string Code, Words Words)
{
    internal static MediaRefusal Empty { get; } = new("empty", new(
        "Dit bestand is leeg. Kies het opnieuw op uw telefoon of computer en upload het nog een keer.",
        "This file is empty. Choose it again on your phone or computer and upload it once more."));

    internal static MediaRefusal Truncated { get; } = new("truncated", new(
        "Dit bestand is niet compleet: het einde ontbreekt. Upload het opnieuw, of sla het eerst opnieuw op.",
        "This file is incomplete: its end is missing. Upload it again, or save it anew first."));

    internal static MediaRefusal Damaged { get; } = new("damaged", new(
        "Dit bestand is beschadigd en kan niet worden gelezen. Open het in een fotoprogramma, sla het opnieuw op en upload dat.",
        "This file is damaged and cannot be read. Open it in a photo application, save it anew and upload that."));

    internal static MediaRefusal Polyglot { get; } = new("polyglot", new(
        "In deze afbeelding zit nog een ander bestand verstopt, zoals een archief, een document of een script. Open de afbeelding, sla haar opnieuw op als JPEG of PNG en upload die.",
        "Another file is hidden in this picture, such as an archive, a document or a script. Open the picture, save it anew as JPEG or PNG and upload that."));

    internal static MediaRefusal TooSlow { get; } = new("too_slow", new(
        "Het verwerken van deze afbeelding duurt te lang. Maak haar kleiner, sla haar opnieuw op als JPEG en upload die.",
        "Processing this picture takes too long. Make it smaller, save it anew as JPEG and upload that."));

    internal static MediaRefusal Unprocessable { get; } = new("unprocessable", new(
        "Het is meerdere keren niet gelukt dit bestand veilig te verwerken. Sla het opnieuw op (een foto als JPEG, een film als MP4) en upload dat.",
        "This file could not be processed safely after several tries. Save it anew (a photo as JPEG, a film as MP4) and upload that."));

    internal static MediaRefusal Missing { get; } = new("missing", new(
        "Het geüploade bestand is niet meer te vinden. Upload het opnieuw.",
        "The uploaded file can no longer be found. Upload it again."));

    internal static MediaRefusal Abandoned { get; } = new("abandoned", new(
        "Dit bestand is verwijderd omdat het niet in een bericht is gebruikt. Upload het opnieuw.",
        "This file was deleted because no post used it. Upload it again."));

    internal static MediaRefusal Incomplete { get; } = new("incomplete", new(
        "Niet alle delen van het bestand zijn aangekomen. Upload het opnieuw.",
        "Not all parts of the file have arrived. Upload it again."));

    internal static MediaRefusal BlockTooLarge { get; } = new("block_too_large", new(
        "Dit deel van het bestand is groter dan 8 MB of dan de rest van het bestand kan zijn. Begin de upload opnieuw.",
        "This part of the file is larger than 8 MB or than what can remain of the file. Start the upload again."));

    internal static MediaRefusal Encrypted { get; } = new("encrypted", new(
        "Deze video is beveiligd tegen kopiëren en kan niet worden gecontroleerd. Upload de originele, onbeveiligde film.",
        "This video is copy-protected and cannot be checked. Upload the original, unprotected film."));

    internal static MediaRefusal Fragmented { get; } = new("fragmented", new(
        "Deze video bestaat uit losse fragmenten, zoals bij streamen of sommige schermopnamen. Exporteer hem als gewone MP4 (H.264) en upload die.",
        "This video consists of fragments, as streaming and some screen recorders make them. Export it as a plain MP4 (H.264) and upload that."));

    internal static MediaRefusal RefersElsewhere { get; } = new("refers_elsewhere", new(
        "Deze video verwijst naar andere bestanden in plaats van zelf beeld te bevatten. Exporteer hem als één MP4-bestand en upload dat.",
        "This video refers to other files instead of holding its own picture. Export it as one MP4 file and upload that."));

    internal static MediaRefusal NoPicture { get; } = new("no_picture", new(
        "In dit bestand zit geen bewegend beeld. Upload een film (MP4 of MOV) of een foto.",
        "There is no moving picture in this file. Upload a film (MP4 or MOV) or a photo."));

    internal static MediaRefusal Codec { get; } = new("codec", new(
        "Deze video is opgeslagen op een manier die de browser niet kan afspelen, dus niemand kan hem beoordelen. Exporteer hem als MP4 met H.264-beeld en AAC-geluid.",
        "This video is stored in a way that a browser cannot play, so nobody can judge it. Export it as MP4 with H.264 picture and AAC sound."));

    internal static MediaRefusal Complex { get; } = new("complex", new(
        "De opbouw van deze video is ongewoon ingewikkeld. Exporteer hem opnieuw als gewone MP4 (H.264) en upload die.",
        "The structure of this video is unusually complicated. Export it anew as a plain MP4 (H.264) and upload that."));

    internal static MediaRefusal TooLarge(bool video, long limitBytes)
    {
        var megabytes = (limitBytes / 1_000_000).ToString(CultureInfo.InvariantCulture);
        return video
            ? new("too_large", new(
                $"Deze video is groter dan {megabytes} MB. Maak hem korter of exporteer hem kleiner en upload die versie.",
                $"This video is larger than {megabytes} MB. Shorten it or export it smaller and upload that version."))
            : new("too_large", new(
                $"Deze afbeelding is groter dan {megabytes} MB. Maak haar kleiner, bijvoorbeeld door haar als JPEG op te slaan, en upload die.",
                $"This picture is larger than {megabytes} MB. Make it smaller, for instance by saving it as JPEG, and upload that."));
    }

    internal static MediaRefusal TooManyPixels(long limit)
    {
        var megapixels = (limit / 1_000_000).ToString(CultureInfo.InvariantCulture);
        return new("bomb", new(
            $"Deze afbeelding heeft meer dan {megapixels} miljoen beeldpunten; dat is te veel om te verwerken. Maak haar kleiner (2048 beeldpunten breed is genoeg) en upload die.",
            $"This picture has more than {megapixels} million pixels, which is too many to process. Make it smaller (2048 pixels wide is enough) and upload that."));
    }

    internal static MediaRefusal TooManyFrames { get; } = new("bomb", new(
        "Deze animatie heeft te veel of te grote beelden. Maak er een korte video (MP4) van en upload die.",
        "This animation has too many or too large frames. Turn it into a short video (MP4) and upload that."));

    /// <param name="what">What the file really is, e.g. <c>een PDF</c> / <c>a PDF</c>.</param>
    /// <param name="remedy">What to do instead; a whole sentence.</param>
    /// <param name="claimed">The extension in the file name when it promises something else, e.g. <c>.jpg</c>; else null.</param>
    internal static MediaRefusal NotAllowed(string code, Words what, Words remedy, string? claimed) => new($"not_allowed.{code}", claimed is null
        ? new($"Dit is {what.Nl}; dat kan niet bij een bericht. {remedy.Nl}", $"This is {what.En}, which a post cannot carry. {remedy.En}")
        : new($"De naam eindigt op {claimed}, maar dit is {what.Nl}. {remedy.Nl}", $"The name ends in {claimed}, but this is {what.En}. {remedy.En}"));
}
