using System.Globalization;
using System.Text;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing.Channels;

namespace Moderation.Publishing;

/// <summary>
/// Pure: whether a channel takes a post, and if not what to change (apis.md §0.5 and the channel's section). The figures and
/// the counting are the publishers' own, with their settings as they come; shape and weight of a picture are no limit,
/// because every channel gets its own rendition.
/// </summary>
public static class ChannelLimits
{
    private static readonly FacebookSettings Facebook = new();
    private static readonly InstagramSettings Instagram = new();
    private static readonly XSettings X = new();
    private static readonly Words Characters = new("tekens", "characters");
    private static readonly Words AsXCounts = new("tekens zoals X telt (een webadres 23, een emoji 2)", "characters as X counts them (a web address 23, an emoji 2)");
    private static readonly Words AsLinkedInCounts = new("tekens zoals LinkedIn telt (een leesteken als # @ of een haakje telt dubbel of meer)", "characters as LinkedIn counts them (a sign like # @ or a bracket counts twice or more)");
    private static readonly Words Bytes = new("bytes (een letter met een accent telt als 2, een emoji als 4 of meer)", "bytes (a letter with an accent counts 2, an emoji 4 or more)");
    private static readonly Words Always = new("", "");
    private static readonly Words WithPicture = new(" bij een foto", " with a picture");

    /// <summary>How long the text is as the channel counts, and how long it may be; null where there is no limit.</summary>
    /// <param name="message">The text with the name under it, as the channel gets it.</param>
    /// <param name="media">Null when it is not known yet.</param>
    public static TextLength? LengthOf(Channel channel, string message, IReadOnlyList<MediaFacts>? media) => channel.Code switch
    {
        "facebook" => new(message.Length, Facebook.MaxText, Characters, Always),
        "instagram" => new(message.Length, Instagram.MaxText, Characters, Always),
        "x" => new(XLength.Of(message), XLength.Most(message, X.MaxWeighted), AsXCounts, Always),
        "linkedin" => new(LinkedInText.Escape(message).Length, LinkedInText.Max, AsLinkedInCounts, Always),
        "youtube" => new(Encoding.UTF8.GetByteCount(message), YouTubePublisher.MaxDescriptionBytes, Bytes, Always),
        "snapchat" when media is [var only] && !only.Kind.IsFilm() => new(message.Length, SnapchatPublisher.MaxStoryTitle, Characters, WithPicture),
        "snapchat" => new(message.Length, SnapchatPublisher.MaxDescription, Characters, Always),
        _ => null,
    };

    /// <summary>The text with the name under it as a channel gets it, and the field it comes from.</summary>
    public static (string Message, string Field) MessageOf(Channel channel, Submission submission) =>
        submission.Variants?.GetValueOrDefault(channel.Code) is { } own
            ? (OutgoingPost.MessageOf(own, submission.Byline), $"variants.{channel.Code}")
            : (OutgoingPost.MessageOf(submission.Text ?? "", submission.Byline), "text");

    /// <inheritdoc cref="Check(Channel, string?, string, IReadOnlyList{MediaFacts}?, string)"/>
    public static IReadOnlyList<FieldError> Check(Channel channel, Submission submission, IReadOnlyList<MediaFacts>? media)
    {
        var (message, field) = MessageOf(channel, submission);
        return Check(channel, submission.Title, message, media, field);
    }

    /// <param name="message">The text with the name under it, as the channel gets it.</param>
    /// <param name="media">Null when it is not known yet: then only the texts are judged.</param>
    /// <param name="textField">The field that <paramref name="message"/> comes from.</param>
    /// <returns>Errors in the fields <c>title</c>, <paramref name="textField"/>, <c>media</c> and <c>media[i].id</c>; empty when the channel takes it.</returns>
    public static IReadOnlyList<FieldError> Check(Channel channel, string? title, string message, IReadOnlyList<MediaFacts>? media, string textField = "text")
    {
        var errors = new List<FieldError>();
        if (LengthOf(channel, message, media) is { IsTooLong: true } length)
        {
            errors.Add(new(textField, new(
                $"Voor {channel.Name} is de tekst te lang: {length.Count} {length.Unit.Nl}; {length.Most} mag{length.Hint.Nl}. Kort hem in of laat dit kanaal weg.",
                $"The text is too long for {channel.Name}: {length.Count} {length.Unit.En}; {length.Most} is the most{length.Hint.En}. Shorten it or leave this channel out.")));
        }

        switch (channel.Code)
        {
            case "facebook":
                CheckPicturesOrFilm(FacebookPublisher.MaxPhotos);
                break;
            case "instagram":
                CheckSigns(InstagramPublisher.Hashtags(message), Instagram.MaxHashtags, new("hashtags", "hashtags"));
                CheckSigns(InstagramPublisher.Mentions(message), Instagram.MaxMentions, new("vermeldingen met @", "mentions with @"));
                if (media is [])
                    errors.Add(new("media", new("Instagram plaatst geen tekst alleen. Voeg een foto of film toe, of laat dit kanaal weg.", "Instagram takes no text alone. Add a picture or a film, or leave this channel out.")));
                CheckPicturesOrFilm(InstagramPublisher.MaxPhotos);
                CheckFilms(InstagramPublisher.FilmLasts, 0, InstagramPublisher.MaxFilmBytes);
                break;
            case "x":
                if (XLength.HasForbidden(message))
                    errors.Add(new(textField, new("De tekst bevat een onzichtbaar teken dat X weigert. Typ hem opnieuw in plaats van hem te plakken.", "The text holds an invisible character that X refuses. Type it again instead of pasting it.")));
                CheckPicturesOrFilm(XPublisher.MaxPhotos);
                CheckFilms(XPublisher.FilmLasts, 0, XPublisher.MaxFilmBytes);
                CheckShape(XPublisher.TakesShape, new("tussen 32 × 32 en 1280 × 1024 beeldpunten, hooguit drie keer zo breed als hoog of andersom", "between 32 × 32 and 1280 × 1024 pixels, at most three times as wide as high or the other way round"));
                break;
            case "linkedin":
                CheckPicturesOrFilm(LinkedInPublisher.MaxPictures);
                CheckFilms(LinkedInPublisher.FilmLasts, LinkedInPublisher.FilmBytes.Least, LinkedInPublisher.FilmBytes.Most);
                break;
            case "youtube":
                CheckYouTube();
                break;
            case "snapchat":
                CheckSnapchat();
                break;
            case "nieuwsbrief" or "email":
                if (media?.Any(f => f.Kind.IsFilm()) == true)
                    errors.Add(new("media", new($"{channel.Name} kan geen film of geluid bevatten. Laat die weg (zet een link in de tekst), of laat dit kanaal weg.", $"{channel.Name} cannot hold a film or sound. Leave it out (put a link in the text), or leave this channel out.")));
                break;
        }

        return errors;

        void CheckSigns(int count, int most, Words what)
        {
            if (count > most)
            {
                errors.Add(new(textField, new(
                    $"Voor {channel.Name} heeft de tekst te veel {what.Nl}: {count}; {most} mag. Haal er {count - most} weg of laat dit kanaal weg.",
                    $"The text has too many {what.En} for {channel.Name}: {count}; {most} is the most. Take {count - most} away or leave this channel out.")));
            }
        }

        void CheckPicturesOrFilm(int mostPictures)
        {
            switch (PostFiles.Objection([.. (media ?? []).Select(f => f.Kind)], mostPictures))
            {
                case "mixed-files":
                    errors.Add(new("media", new($"{channel.Name} neemt foto’s of één film, niet samen. Haal de film of de foto’s weg, of laat dit kanaal weg.", $"{channel.Name} takes pictures or one film, not both. Take the film or the pictures away, or leave this channel out.")));
                    break;
                case not null:
                    errors.Add(new("media", new(
                        $"{channel.Name} neemt hooguit {mostPictures} foto’s of één film; dit zijn {media?.Count} bestanden. Haal er weg of laat dit kanaal weg.",
                        $"{channel.Name} takes at most {mostPictures} pictures or one film; these are {media?.Count} files. Take some away or leave this channel out.")));
                    break;
            }
        }

        void CheckFilms((TimeSpan Shortest, TimeSpan Longest) lasts, long least, long most)
        {
            foreach (var (i, film) in (media ?? []).Index().Where(f => f.Item.Kind.IsFilm()))
            {
                if (film.Duration is { } duration && (duration < lasts.Shortest || duration > lasts.Longest))
                {
                    var (real, from, to) = (Lasting(duration), Lasting(lasts.Shortest), Lasting(lasts.Longest));
                    errors.Add(new($"media[{i}].id", new(
                        $"Voor {channel.Name} duurt een film {from.Nl} tot {to.Nl}; deze duurt {real.Nl}. Knip hem op maat of laat dit kanaal weg.",
                        $"A film for {channel.Name} lasts {from.En} to {to.En}; this one lasts {real.En}. Cut it to size or leave this channel out.")));
                }

                if (film.Bytes is not { } bytes)
                    continue;
                if (bytes > most)
                {
                    errors.Add(new($"media[{i}].id", new(
                        $"Voor {channel.Name} is een film hooguit {Megabytes(most)} MB; deze is {Megabytes(bytes)} MB. Sla hem kleiner op of laat dit kanaal weg.",
                        $"A film for {channel.Name} is at most {Megabytes(most)} MB; this one is {Megabytes(bytes)} MB. Save it smaller or leave this channel out.")));
                }
                else if (bytes < least)
                {
                    errors.Add(new($"media[{i}].id", new(
                        $"Voor {channel.Name} is deze film te klein: {bytes} bytes; minstens {least}. Sla hem op in betere kwaliteit of laat dit kanaal weg.",
                        $"This film is too small for {channel.Name}: {bytes} bytes; at least {least}. Save it in better quality or leave this channel out.")));
                }
            }
        }

        void CheckShape(Func<int, int, bool> takes, Words wanted)
        {
            foreach (var (i, film) in (media ?? []).Index().Where(f => f.Item.Kind.IsFilm()))
            {
                if (film is { Width: { } width, Height: { } height } && !takes(width, height))
                {
                    errors.Add(new($"media[{i}].id", new(
                        $"Voor {channel.Name} is het beeld van een film {wanted.Nl}; dit is {width} × {height}. Sla hem zo op of laat dit kanaal weg.",
                        $"The picture of a film for {channel.Name} is {wanted.En}; this is {width} × {height}. Save it like that or leave this channel out.")));
                }
            }
        }

        void CheckYouTube()
        {
            if (YouTubePublisher.TitleOf(title, message).Length is 0 or > YouTubePublisher.MaxTitle)
            {
                errors.Add(new("title", string.IsNullOrWhiteSpace(title)
                    ? new($"Voor {channel.Name} is een titel nodig van hooguit {YouTubePublisher.MaxTitle} tekens. Vul hem in of laat dit kanaal weg.", $"{channel.Name} needs a title of at most {YouTubePublisher.MaxTitle} characters. Fill it in or leave this channel out.")
                    : new($"Voor {channel.Name} is de titel te lang: {title.Trim().Length} tekens; {YouTubePublisher.MaxTitle} mag. Kort hem in of laat dit kanaal weg.", $"The title is too long for {channel.Name}: {title.Trim().Length} characters; {YouTubePublisher.MaxTitle} is the most. Shorten it or leave this channel out.")));
            }
            foreach (var (field, value) in new[] { ("title", title ?? ""), (textField, message) })
            {
                if (YouTubePublisher.HasAngleBrackets(value))
                    errors.Add(new(field, new($"{channel.Name} weigert de tekens < en >. Schrijf het anders of laat dit kanaal weg.", $"{channel.Name} refuses the characters < and >. Write it otherwise or leave this channel out.")));
            }

            if (media is not (null or [{ Kind: MediaKind.Film or MediaKind.Sound }]))
                errors.Add(new("media", new($"{channel.Name} neemt precies één film en geen foto’s. Pas de bestanden aan of laat dit kanaal weg.", $"{channel.Name} takes exactly one film and no pictures. Change the files or leave this channel out.")));
        }

        void CheckSnapchat()
        {
            if (media is not (null or [_]))
                errors.Add(new("media", new($"{channel.Name} neemt precies één foto of film. Pas de bestanden aan of laat dit kanaal weg.", $"{channel.Name} takes exactly one picture or film. Change the files or leave this channel out.")));
            CheckFilms(SnapchatPublisher.FilmLasts, 0, SnapchatCalls.MaxFileBytes);
            CheckShape(SnapchatPublisher.TakesShape, new("staand, 9:16, minstens 540 × 960 beeldpunten", "upright, 9:16, at least 540 × 960 pixels"));
        }
    }

    private static Words Lasting(TimeSpan time)
    {
        if (time >= TimeSpan.FromMinutes(3))
        {
            var minutes = time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);
            return new($"{minutes.Replace('.', ',')} minuten", $"{minutes} minutes");
        }

        var seconds = time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        return new($"{seconds.Replace('.', ',')} seconden", $"{seconds} seconds");
    }

    private static long Megabytes(long bytes) => (long)Math.Ceiling(bytes / 1_000_000.0);
}
