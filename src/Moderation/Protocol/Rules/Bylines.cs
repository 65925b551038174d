using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Never anonymous or under a fictitious name (R21): the byline is the submitter's own name or one the school approved.</summary>
internal static partial class Bylines
{
    private static readonly Notice Fictitious = new("R21", FindingAction.Hold,
        new("De naam onder dit bericht is niet van de inzender en staat niet op de lijst van de school.", "The name under this post is not the submitter's and is not on the school's list."),
        new("Gebruik je eigen naam of een goedgekeurde afzender.", "Use your own name or an approved sender."), FindingGround.Process);

    private static readonly Notice Anonymous = new("R21", FindingAction.Hold,
        new("Dit bericht lijkt anoniem of onder een andere naam geschreven.", "This post seems to be written anonymously or under another name."),
        new("Zet erbij wie het schreef, of plaats het niet.", "Say who wrote it, or do not post it."));

    private static readonly WordRegex AnonymousText = new(AnonymousTextPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        if (draft.Content.Byline is { } byline && !string.IsNullOrWhiteSpace(byline) && !Acceptable(draft, byline))
            yield return Found.About("byline", Fictitious);
        foreach (var passage in draft.Prose.Where(static p => p.Field != "byline"))
            foreach (var (match, _) in passage.Find(AnonymousText))
                if (!Context.Negated(passage, match.Index))
                    yield return Found.At(passage, match, Anonymous, evidence: "anonieme inzending");
    }

    private static bool Acceptable(DraftReading draft, string byline)
    {
        var folded = Lexicon.Fold(byline);
        if (draft.Rulebook.Bylines.Any(b => Lexicon.Fold(b) == Strip(folded)))
            return true;
        if (Nameless().IsMatch(folded))
            return false;
        if (draft.Facts.SubmitterName is { Length: > 0 } submitter)
            return Mentions(folded, Lexicon.Fold(submitter));
        return Section().IsMatch(folded) || LooksLikeName().IsMatch(byline) || draft.All.Any(p => p.Field == "byline" && p.Names.Any(static n => n.Person is not null && n.Score >= 80));
    }

    private static string Strip(string folded) => Prefix().Replace(folded, "").Trim();

    // "M. Visser", "Marieke Visser" and "Namens de goedheiligman: J. van den Berg" all carry the submitter's surname and first letter.
    private static bool Mentions(string byline, string submitter)
    {
        var name = submitter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (name.Length == 0)
            return false;
        var words = Word().Matches(byline).Select(static m => m.Value).ToList();
        var at = words.LastIndexOf(name[^1].Trim('.', ','));
        if (at < 0)
            return false;
        // Whatever stands before the surname, there is a first letter that fits or no first name at all.
        var first = words.Take(at).LastOrDefault(static w => w is not ("van" or "de" or "den" or "der" or "het" or "'t" or "ten" or "ter" or "el"));
        return first is null || first[0] == name[0][0] || first is "mevrouw" or "meneer" or "dhr" or "mevr" or "mw" or "drs" or "dr" or "docent" or "docente" or "rector" or "conrector" or "mentor" or "juf" or "meester";
    }

    [GeneratedRegex(
        @"\b(?:alias|anoniem|de\s(?:\w+\s)?(?:roddelaar|spion|fluisteraar|waarheid|insider|klokkenluider|mol|vliegende\skeep|brugpieper|meester|onderzoeker|stem)|de\skerstman|de\spaashaas"
        + @"|een\sleerling|een\souder|een\sdocent|een\scollega|een\smedewerker|fluisteraar|geheim\w*|gossip|iemand|ingezonden|ingezonden\sdoor|juf\sx|mascotte|meester\sx|mister\sx|mr\.?\sx|onbekend"
        + @"|pseudoniem|redactie(?!\sccc)|roddel\w*|sinterklaas|spion|undercover|x\.?x\.?|zwarte\spiet)\b(?!\s?:)(?![^:]*:)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();

    [GeneratedRegex(@"^(?:(?:het\s|de\s)?(?:sectie|team|afdeling|vakgroep|commissie|werkgroep|mentoraat|mentorteam|leerlingenraad|ouderraad|mr|decanaat|mediatheek|schoolleiding|directie|receptie|kantine|organisatie)(?:\s[a-z0-9&-]+){0,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?!(?:De|Het|Een|Onze|Uw|Jullie|Mister|Meester|Juf)\s)(?:(?:[A-Z][\p{L}'’-]+|(?:[A-Z]\.\s?){1,4})\s)(?:(?:van|de|den|der|het|'t|’t|ten|ter|el|Van|De|Den|Der)\s){0,3}[A-Z][\p{L}'’-]+(?:-(?:van\s|de\s|der\s)*[A-Z][\p{L}'’-]+)?(?:,\s.{2,60}|\s\(.{2,60}\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeName();

    [GeneratedRegex(@"^(?:namens|door|van|tekst:|geschreven\sdoor)\s(?:de\s|het\s)?", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"['a-z-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\G(?:\b(?:anoniem\s(?:ingezonden|ingestuurd|geschreven|bericht|verhaal|ingestuurde|briefje|gekregen|ontvangen|bericht\svan)|anonieme\s(?:inzending|brief|bijdrage|schrijver|tip|bron|leerling|ouder"
        + @"|docent|column)|(?:ingezonden|ingestuurd|geschreven|gestuurd)\sdoor\s?:?\s(?:een\s)?(?:[a-z]+\s)?(?:anonieme|onbekende|leerling|ouder|docent|collega)(?!en)\b|onder\s(?:een\s)?(?:pseudoniem"
        + @"|schuilnaam|valse\snaam|andere\snaam|fictieve\snaam)|wil\s(?:graag\s|liever\s)?anoniem\sblijven|anoniem\s(?:wil|wenst|wilde|moet)\s(?:te\s)?blijven|wenst\sanoniem\s(?:te\sblijven)?"
        + @"|naam\sbij\s(?:de\s)?redactie\sbekend|getekend,?\s(?:een\s(?:bezorgde|boze|anonieme|verontruste)|anoniem)|(?:groetjes|groeten),?\s(?:een\s(?:bezorgde|boze|anonieme)|anoniem|meester\sx"
        + @"|juf\sx))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex AnonymousTextPattern();
}
