namespace Moderation.Publishing;

/// <summary>
/// What a publisher's reason means for a person and what to do about it. Reasons are codes, so that they can be logged and
/// stored; a channel's own code that is not known here is given as it is, to look up or to ask about.
/// </summary>
public static class ChannelReasons
{
    /// <param name="reason">Code of a <see cref="PublishOutcome"/> that is refused, limited or closed.</param>
    /// <returns>Null when there is nothing more to say than that the post waits.</returns>
    public static Words? Of(string reason) => reason switch
    {
        "absent" or "underway" or "paused" => null,
        "processing" => new("Het kanaal verwerkt het bestand nog.", "The channel is still processing the file."),

        "too-long" or "too-long-for-photo" => new("De tekst is te lang voor dit kanaal. Kort hem in of geef dit kanaal een eigen tekst.", "The text is too long for this channel. Shorten it or give this channel a text of its own."),
        "title" or "title-missing" or "title-too-long" => new("De titel ontbreekt, is te lang of bevat een teken dat het kanaal weigert. Pas hem aan.", "The title is missing, too long or holds a character that the channel refuses. Change it."),
        "description" or "angle-brackets" or "forbidden-character" => new("De tekst bevat een teken dat het kanaal weigert, zoals < of >. Schrijf het anders.", "The text holds a character that the channel refuses, like < or >. Write it otherwise."),
        "too-many-hashtags" or "too-many-mentions" => new("De tekst heeft te veel hashtags of vermeldingen voor dit kanaal. Haal er weg.", "The text has too many hashtags or mentions for this channel. Take some away."),
        "alt-too-long" => new("De beschrijving van een foto is te lang voor dit kanaal. Kort haar in.", "The description of a picture is too long for this channel. Shorten it."),
        "no-media" or "no-film" or "one-file" or "one-film" or "too-many-files" or "mixed-files" or "media" => new("Dit kanaal neemt deze bestanden niet samen aan. Pas ze aan of laat dit kanaal weg.", "This channel does not take these files together. Change them or leave this channel out."),
        "film-length" or "film-size" or "film-shape" => new("De film is te lang, te groot of heeft een vorm die dit kanaal niet neemt. Sla hem anders op of laat dit kanaal weg.", "The film is too long, too large or of a shape that this channel does not take. Save it otherwise or leave this channel out."),
        "too-large" or "file-too-big" or "file-type" => new("Het kanaal neemt dit bestand niet: te groot, of een soort die het niet kent. Sla het anders op of laat dit kanaal weg.", "The channel does not take this file: too large, or of a kind it does not know. Save it otherwise or leave this channel out."),
        "processing-failed" or "media-processing-failed" => new("Het kanaal kon het bestand niet verwerken. Sla het opnieuw op en vervang het.", "The channel could not process the file. Save it again and replace it."),
        "processing-too-long" => new("Het kanaal bleef te lang bezig met het bestand. Probeer het later opnieuw.", "The channel kept working on the file for too long. Try again later."),
        "snapchat-error" => new("Snapchat weigerde het bericht zonder te zeggen waarom. Kijk of de foto of film staand is en niet te groot, of laat dit kanaal weg.", "Snapchat refused the post without saying why. See whether the picture or film is upright and not too large, or leave this channel out."),
        "no-subscribers" => new("Deze lijst heeft nog geen abonnees. Een beheerder laadt ze bij 'Abonnees'.", "This list has no subscribers yet. An administrator loads them under 'Subscribers'."),

        "rate-limit" or "usage-capped" or "http-429" => new("Het kanaal neemt nu even niets meer aan. Het gaat vanzelf verder.", "The channel takes no more for now. It goes on by itself."),
        "unreachable" or "connection-lost" or "timeout" or "cut-off" or "tls" => new("Het kanaal is niet goed bereikbaar. Het wordt vanzelf opnieuw geprobeerd.", "The channel is hard to reach. It is tried again by itself."),
        "too-late-to-send" => new("Het voorbereiden duurde te lang. Het wordt vanzelf opnieuw geprobeerd.", "Preparing it took too long. It is tried again by itself."),
        "token-service" => new("De aanmelding bij het kanaal kon nu niet worden vernieuwd. Het wordt vanzelf opnieuw geprobeerd.", "The sign-in at the channel could not be renewed now. It is tried again by itself."),
        "not-connected" or "token" or "password" => new("Het kanaal is niet (meer) gekoppeld. Een beheerder koppelt het bij 'Kanalen'.", "The channel is not connected (any more). An administrator connects it under 'Channels'."),
        "permission" or "forbidden" or "app-not-allowed" or "client-forbidden" => new("Het kanaal geeft deze dienst geen toestemming om te plaatsen. Een beheerder koppelt het opnieuw, met alle gevraagde rechten.", "The channel does not let this service publish. An administrator connects it again, with all the rights asked for."),
        "account-restricted" or "suspended" or "locked" => new("Het kanaal heeft het account van de school beperkt. Een beheerder meldt zich aan op het kanaal en kijkt waarom.", "The channel restricted the school's account. An administrator signs in at the channel and looks why."),
        "credits" => new("Het tegoed bij het kanaal is op. Een beheerder vult het aan.", "The credit at the channel is used up. An administrator adds to it."),
        "site-full" => new("De website heeft geen ruimte meer voor bestanden. De webbeheerder maakt ruimte.", "The website has no room left for files. Its webmaster makes room."),
        "no-api" or "api-version" or "no-public-url" or "no-public-address" => new("De instellingen van dit kanaal kloppen niet. De infrabeheerder kijkt ernaar.", "The settings of this channel are not right. The infra team looks at them."),
        "failing" => new("Het kanaal weigerde een paar berichten achter elkaar. Het wordt vanzelf opnieuw geprobeerd.", "The channel failed for some posts in a row. It is tried again by itself."),
        "switched-off" => new("Het kanaal is uitgezet. Een beheerder zet het weer aan bij 'Kanalen'.", "The channel is switched off. An administrator switches it on under 'Channels'."),
        _ when reason.StartsWith("upload-", StringComparison.Ordinal) || reason == "media-expired" => new("Het overbrengen van het bestand ging mis. Het wordt vanzelf opnieuw geprobeerd.", "Handing over the file went wrong. It is tried again by itself."),
        _ when reason.StartsWith("http-5", StringComparison.Ordinal) => new("Het kanaal heeft een storing. Het wordt vanzelf opnieuw geprobeerd.", "The channel has a failure. It is tried again by itself."),
        _ => new($"Het kanaal noemt als reden: {reason}. Weet u niet wat dat is, geef de code dan door aan de beheerder.", $"The channel gives as its reason: {reason}. If you do not know what that is, pass the code on to the administrator."),
    };
}
