using System.Buffers;
using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Nothing from closed systems (R22): passwords and personal links block, pages and prints of Magister or the intranet hold. Naming Magister is fine.</summary>
internal static partial class Credentials
{
    private static readonly Notice Secret = new("R22", FindingAction.Block,
        new("Hier staat een wachtwoord, inlogcode of persoonlijke link.", "There is a password, access code or personal link here."),
        new("Haal het weg en verander het wachtwoord of de code.", "Remove it and change the password or code."));

    private static readonly Notice Closed = new("R22", FindingAction.Hold,
        new("Dit komt uit of verwijst naar een besloten systeem zoals Magister of intranet.", "This comes from or points at a closed system such as Magister or the intranet."),
        new("Verwijs alleen met woorden naar het systeem en plaats niets wat erin staat.", "Refer to the system in words only and post nothing that stands in it."));

    /// <summary>Words between a word for access and the secret itself, at most.</summary>
    private const int SecretReach = 9;

    private static readonly SearchValues<char> Signs = SearchValues.Create("!@#$%&*_+=");

    private static readonly WordRegex Key = new(KeyPattern());
    private static readonly WordRegex Password = new(PasswordPattern());
    private static readonly WordRegex SystemLink = new(SystemLinkPattern());
    private static readonly WordRegex Taken = new(TakenPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            if (passage.IsFileName)
            {
                if (SystemFile().Match(passage.Folded) is { Success: true } file)
                    yield return Found.At(passage, file, Closed, evidence: "bestandsnaam");
                continue;
            }
            foreach (var (match, sentence) in passage.Find(Password))
                if (!passage.Has(Quiz(), sentence) && IsSecret(passage, match.Groups["secret"]))
                    yield return Found.At(passage, match, Secret, evidence: "wachtwoord of code");
            foreach (var (match, sentence) in passage.Find(Key))
                if (!passage.Has(Quiz(), sentence) && SecretAfter(passage, match.Index + match.Length, sentence) is { } secret)
                    yield return Found.At(passage, new Span(match.Index, secret.End), Secret, evidence: "wachtwoord of code");
            foreach (var (match, _) in passage.Find(SystemLink))
                yield return Found.At(passage, match, PersonalLink().IsMatch(match.ValueSpan) ? Secret : Closed, evidence: "link naar een besloten systeem");
            foreach (var (match, sentence) in passage.Find(Taken))
                if (!passage.Has(Quiz(), sentence) && !Context.Negated(passage, match.Index) && !Pointing().IsMatch(match.ValueSpan))
                    yield return Found.At(passage, match, Closed, evidence: "inhoud uit een besloten systeem");
        }
    }

    // "De inlog is docent / Zomer2019": a word of letters with digits behind, soon after a word for access, in whatever sentence.
    private static Span? SecretAfter(Passage passage, int from, Span sentence)
    {
        var text = passage.Folded;
        var words = 0;
        for (var i = from; i < sentence.End && words < SecretReach; words++)
        {
            while (i < sentence.End && !char.IsAsciiLetterOrDigit(text[i]))
                i++;
            var start = i;
            while (i < sentence.End && !char.IsWhiteSpace(text[i]))
                i++;
            var word = text.AsSpan(start, i - start).TrimEnd(".,;:!?)\"'");
            if (word.Length >= 5 && char.IsAsciiLetter(word[0]) && word.ContainsAnyInRange('0', '9') && !word.Contains('.') && !Product().IsMatch(word))
                return new Span(start, start + word.Length);
        }
        return null;
    }

    // "Wachtwoord is veranderd" tells nothing; "wachtwoord is Welkom01" does.
    private static bool IsSecret(Passage passage, Group secret)
    {
        var word = passage.Text.Cased.AsSpan(secret.Index, secret.Length);
        if (Ordinary().IsMatch(passage.Folded.AsSpan(secret.Index, secret.Length)))
            return false;
        return word.ContainsAnyInRange('0', '9') || word.ContainsAny(Signs) || char.IsUpper(word[0])
            || passage.Folded[secret.Index - 1] is '"' or '\'' or ':' || secret.Index >= 2 && passage.Folded[secret.Index - 2] == ':';
    }

    [GeneratedRegex(
        @"\G(?:\b(?:wifi-?|wi-?fi-?\s?|gast(?:en)?-?|inlog-?|standaard-?|beheer-?|docenten-?)?(?:wachtwoord|wachtwoorden|password|passwoord|paswoord|pwd|ww|wachtzin|wifi-?code|code\s(?:van|voor)\s(?:de|het"
        + @"|onze)\s(?:wifi|wi-fi|deur|voordeur|kluis|poort|alarm|kopieermachine|printer|hek|sleutelkast)|toegangscode|toegangs-code|inlogcode|inlogcodes|koppelcode|activatiecode|pincode|deurcode"
        + @"|vergadercode|passcode|toegangssleutel|api-?key|licentiecode|herstelcode|verificatiecode|inloggegevens|logincode|meeting\s?-?id)\b(?:\s(?:voor|van|bij|op)\s(?:de\s|het\s"
        + @"|onze\s)?[a-z0-9-]+(?:\s[a-z0-9-]+)?)?\s?(?:is|zijn|luidt|wordt|blijft|=|:|\()?\s?[:=]?\s?[""']?(?<secret>[^\s""',;:()]{3,40}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex PasswordPattern();

    [GeneratedRegex(@"\G(?:\b(?:inlog(?:code|naam|gegevens)?|inloggen|login|wachtwoord(?:en)?|password|pass(?:code)?|ww|toegangscode|gebruiker(?:snaam)?|wifi[a-z]*|code)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^(?:office|microsoft|windows|ms|lokaal|klas|web|mp|co|h|v|ipad|iphone|ps|covid|vmbo|havo|vwo)-?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Product();

    // "Je cijfers zie je in Magister" says where to look, and shows nothing.
    [GeneratedRegex(@"\b(?:zie|zien|ziet|staan|staat|vind|vindt|vinden|bekijk|bekijken|lees|check|verschijnen)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(
        @"^(?:is|zijn|wordt|worden|ontvang\w*|krijg\w*|staat|staan|vergeten|kwijt|verander\w*|gewijzigd|wijzig\w*|aangepast|nodig|resetten|reset|opnieuw|niet|nooit|voor|van|of|en|om|die|dat|dit|in|op"
        + @"|met|via|bij|per|door|naar|te|aan|delen|gedeeld|geheim|veilig\w*|sterk\w*|uniek\w*|moet\w*|kun|kunt|kan|mag|werkt|werken|verlopen|verloopt|ingesteld|instellen|opgehaald|ophalen|aanvragen"
        + @"|gemaild|toegestuurd|verstuurd|persoonlijk\w*|nieuw\w*|ook|dan|je|jouw|uw|u|wij|we|een|het|de|alleen|maar|zelf|hetzelfde|bekend|beschikbaar|hebben|hebt|heb|heeft|had|beheer\w*|manager\w*"
        + @"|-?manager|goed|binnenkort|morgen|straks|volgt|volgen|al|nog|meer|zoals|hoef\w*|graag|invoeren|invullen|gebruiken|gebruik|kiezen|kies|hacken|raden|gehackt|gestolen)[.,!?]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ordinary();

    [GeneratedRegex(
        @"\G(?:\b(?:https?://)?(?:[a-z0-9-]{1,40}\.){0,3}(?:magister\.net|magister6?\.nl|swp\.nl|somtoday\.nl|zportal\.nl|zermelo\.nl|itslearning\.com|its-learning\.com|elo\.[a-z0-9-]{1,30}\.nl"
        + @"|intranet\.[a-z0-9-]{1,30}\.(?:nl|net|example)|portal\.[a-z0-9-]{1,30}\.(?:nl|net|example)|sharepoint\.com|teams\.microsoft\.com|login\.microsoftonline\.com|onedrive\.live\.com|1drv\.ms"
        + @"|drive\.google\.com|docs\.google\.com|classroom\.google\.com)(?:/[^\s)""']{0,300})?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SystemLinkPattern();

    [GeneratedRegex(@"(?:token|sessie|session|sid|auth|key|sig|pwd|wachtwoord|code|leerling|student|persoon|user|id)=|/(?:leerlingen?|students?|personen|users?|cijfers|agenda|dossier|berichten|magister/#)/?\w*|[?&#]", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalLink();

    // The code of a game in class is there for everybody.
    [GeneratedRegex(@"\b(?:blooket|escaperoom|gimkit|kahoot|lessonup|menti|mentimeter|padlet|quiz|quizizz|quizlet|socrative|speurtocht)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quiz();

    private const string Systems = "(?:magister|somtoday|intranet|het\\sintranet|de\\selo|elo|zermelo|itslearning|leerlingvolgsysteem|het\\sleerlingvolgsysteem|lvs|de\\sleerlingadministratie|sharepoint|afas|parnassys|studiemeter|het\\sdocentenportaal|docentenportaal)";

    [GeneratedRegex(@"\G(?:\b(?:aantekening\w*|absenties?|afdruk|berichten?|cijferlijst|cijferoverzicht|cijfers|dossier|export|foto|gegevens|kopie|lijst|lijstje|logboek|notitie|print|printscreen|schermafbeelding\w*|schermafdruk\w*|schermfoto\w*|screenshotje|screenshots?|uitdraai)\s(?:\w+\s){0,2}(?:uit|van|in)\s(?:ons\s|onze\s)?" + Systems + @"\b|\b(?:uit|van|vanuit)\s(?:ons\s|onze\s)?" + Systems + @"\s(?:gehaald|gekopieerd|gedownload|geplukt|overgenomen|geexporteerd|gelekt|getrokken|komt|blijkt|haalde|kopieerde)\b|\b(?:in|op)\s(?:ons\s|onze\s)?" + Systems + @"\s(?:zag|zagen|las|lazen|stond|staat)\s(?:ik|we|wij)?\s?(?:dat|bij|over)\s(?:[a-z]+\s){0,3}(?:een|onvoldoende|afwezig|cijfer|ziek|haar|zijn)\b|\b(?:inloggen|ingelogd|log\sin|inlog)\s(?:[a-z]+\s){0,3}(?:als|met|onder)\s(?:[a-z]+\s){0,2}(?:account|gegevens|naam|inlog|code)\s(?:van|:)|\b(?:gebruikersnaam|username|inlognaam|loginnaam)\s?(?:is|:|=)?\s?[a-z]*\d[a-z0-9._-]*|\b(?:account|inlog|inloggegevens)\svan\s(?:de|een|mijn|haar|zijn|meneer|mevrouw|juf|docent)\b|\blog(?:gen)?\s(?:je\s)?in\b[^.!?\n]{0,40}\b(?:code|gebruiker|account|pin)\s[a-z]*\d[a-z0-9]*\b)", RegexOptions.CultureInvariant)]
    private static partial Regex TakenPattern();

    [GeneratedRegex(@"(?<![a-z])(?:magister|somtoday|intranet|zermelo|leerlingvolgsysteem|wachtwoord\w*|inlog\w*|password\w*)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex SystemFile();
}
