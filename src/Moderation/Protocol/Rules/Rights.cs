using System.Text.RegularExpressions;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Somebody else's work only with the maker's permission (R38), and recordings by pupils likewise (R51).</summary>
internal static partial class Rights
{
    private const int LongQuotation = 320;

    private static readonly Notice NoBasis = new("R38", FindingAction.Block,
        new("Er is niet opgegeven waarom de school dit bestand mag gebruiken.", "It was not said why the school may use this file."),
        new("Kies eigen werk, licentie, toestemming of rechtenvrij met bron.", "Choose own work, licence, permission or free with source."), FindingGround.Process);

    private static readonly Notice Contradiction = new("R38", FindingAction.Hold,
        new("Dit bestand draagt sporen van een beeldbank of andere maker, en dat past niet bij de opgegeven grondslag.", "This file bears marks of an image library or another maker, which does not fit the ground given."),
        new("Controleer wie het gemaakt heeft en pas de grondslag aan, of kies een eigen foto.", "Check who made it and change the ground, or choose a photo of your own."));

    private static readonly Notice SourceMissing = new("R38", FindingAction.Hold,
        new("Bij rechtenvrij beeld hoort een bron.", "Free material needs a source."),
        new("Vul de bron of maker in.", "Fill in the source or maker."), FindingGround.Process);

    private static readonly Notice Credit = new("R38", FindingAction.Hold,
        new("Hier staat dat het werk van iemand anders is.", "This says that the work is somebody else's."),
        new("Leg de toestemming of licentie vast bij het bestand, of haal het werk weg.", "Record the permission or licence with the file, or remove the work."));

    private static readonly Notice Lyrics = new("R38", FindingAction.Hold,
        new("Dit lijkt een lang stuk tekst van iemand anders, zoals een songtekst of gedicht.", "This looks like a long text of somebody else, such as lyrics or a poem."),
        new("Vraag toestemming, of citeer hooguit een paar regels met bron.", "Ask permission, or quote a few lines at most with the source."));

    private static readonly Notice Music = new("R38", FindingAction.Hold,
        new("In deze opname is muziek van iemand anders te horen.", "Music of somebody else is heard in this recording."),
        new("Vervang de muziek door rechtenvrije muziek of regel een licentie.", "Replace it with free music or arrange a licence."));

    private static readonly Notice MusicNotDeclared = new("R38", FindingAction.Declare,
        new("Er is nog niet verklaard dat er geen muziek van anderen in de opname zit.", "It was not declared yet that the recording holds no music of others."),
        new("Luister de opname na en vink de verklaring aan.", "Listen to it and tick the declaration."), FindingGround.Process);

    private static readonly Notice MakersNotDeclared = new("R38", FindingAction.Declare,
        new("Er is nog niet verklaard dat de makers van de bestanden akkoord zijn.", "It was not declared yet that the makers of the files agree."),
        new("Vraag de makers en vink de verklaring aan.", "Ask the makers and tick the declaration."), FindingGround.Process);

    private static readonly Notice PupilMaker = new("R51", FindingAction.Block,
        new("Een leerling heeft dit gemaakt, en er is niet verklaard dat de leerling en alle anderen akkoord zijn.", "A pupil made this, and it was not declared that the pupil and everybody else agree."),
        new("Vraag toestemming aan de leerling en aan iedereen in de opname en vink de verklaring aan.", "Ask the pupil and everybody in the recording and tick the declaration."), FindingGround.Process);

    private static readonly WordRegex LyricsCue = new(LyricsCuePattern());
    private static readonly WordRegex Soundtrack = new(SoundtrackPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        var content = draft.Content;
        var agreed = content.Declarations.Contains(Declaration.MakersAgree);
        var licensed = content.Media.Any(static m => m.Rights is RightsBasis.Licence or RightsBasis.WrittenPermission);
        for (var i = 0; i < content.Media.Count; i++)
        {
            var file = content.Media[i];
            var field = $"media[{i}]";
            if (file.Rights == RightsBasis.None)
                yield return Found.About(field, NoBasis);
            if (file.MadeByPupil && !agreed)
                yield return Found.About(field, PupilMaker);
            if (file.Rights == RightsBasis.FreeWithSource && string.IsNullOrWhiteSpace(file.Maker) && string.IsNullOrWhiteSpace(content.Source) && !(file.Caption is { } caption && SourceInCaption().IsMatch(Lexicon.Fold(caption))))
                yield return Found.About(field, SourceMissing);
            if (file.Rights is RightsBasis.OwnWork or RightsBasis.None or RightsBasis.FreeWithSource)
            {
                if (!string.IsNullOrWhiteSpace(file.RightsMark))
                    yield return Found.About(field, Contradiction, evidence: "kenmerk in het bestand");
                else if (file.Rights == RightsBasis.OwnWork && file.Maker is { } maker && Library().IsMatch(Lexicon.Fold(maker)))
                    yield return Found.About(field, Contradiction, evidence: "opgegeven maker");
                if (draft.All.FirstOrDefault(p => p.Field == $"{field}.name") is { } name && LibraryFile().Match(name.Folded) is { Success: true } mark && (file.Rights != RightsBasis.FreeWithSource || !FreeLibrary().IsMatch(mark.ValueSpan)))
                    yield return Found.At(name, mark, Contradiction, evidence: "bestandsnaam");
            }
            if (draft.Facts.ProcessRules && file.Kind is MediaKind.Film or MediaKind.Sound && !content.Declarations.Contains(Declaration.NoThirdPartyMusic))
                yield return Found.About(field, MusicNotDeclared);
        }
        if (draft.Facts.ProcessRules && content.Media.Count > 0 && !agreed && !content.Media.Any(static m => m.MadeByPupil))
            yield return Found.About("declarations", MakersNotDeclared);

        foreach (var passage in draft.Prose)
        {
            if (!licensed)
            {
                foreach (var (match, _) in passage.Find(CreditLine()))
                    if (!draft.Rulebook.SchoolNames.IsIn(passage.After(match.Index + match.Length, 30)))
                        yield return Found.At(passage, match, Credit, evidence: "naamsvermelding van een ander");
                foreach (var quote in passage.Text.Quotes.Where(static q => q.Length > LongQuotation))
                    if (Poem().IsMatch(passage.Folded) || passage.Folded.AsSpan(quote.Start, quote.Length).Count('\n') >= 4)
                        yield return Found.At(passage, quote, Lyrics, evidence: "lange aanhaling");
                foreach (var (match, sentence) in passage.Find(LyricsCue))
                    yield return Found.At(passage, match, Lyrics, evidence: "songtekst of gedicht");
            }
            if (content.Media.Any(static m => m.Kind is MediaKind.Film or MediaKind.Sound && m.Rights is not (RightsBasis.Licence or RightsBasis.WrittenPermission)))
                foreach (var (match, _) in passage.Find(Soundtrack))
                    yield return Found.At(passage, match, Music, evidence: "achtergrondmuziek");
        }
    }

    private const string Agencies = "anp|getty|gettyimages|getty\\simages|shutterstock|istock|istockphoto|adobe\\s?stock|adobestock|alamy|afp|reuters|hollandse\\shoogte|dreamstime|depositphotos|123rf|fotolia|bigstock|corbis|associated\\spress|ap\\sphoto|epa|imageselect|novum|belga|disney|pixar|netflix|marvel|nos|rtl|rtv\\s?oost|omroep\\s\\w+|(?:de\\s)?stentor|volkskrant|telegraaf|nrc|ad\\.nl|trouw|pinterest|google(?:\\simages|\\safbeeldingen)?|internet|instagram|facebook";

    [GeneratedRegex(@"(?:\u00a9|\(c\)|\bcopyright\b)\s?(?:\d{4}\s)?(?!\s?(?:ccc|carolus|school))(?=[^\s])|\b(?:afbeelding|beeld|bron\sfoto|cartoon|credits?|filmpje|foto(?:'s|grafie)?|fotocredit|illustratie|photo|plaatje|tekening|video)\s?(?:\(c\)|:|door|by|van|via|bron:|\u00a9)\s?(?:" + Agencies + @")\b|\b(?:van\s(?:het\s)?internet|van\sgoogle|via\sgoogle|van\spinterest|uit\sde\skrant)\s(?:geplukt|gehaald|gekopieerd|gedownload|overgenomen|gejat)\b|\b(?:geplukt|gehaald|gekopieerd|gedownload|overgenomen)\s(?:van|uit|via|op)\s(?:het\s|de\s)?(?:internet|google|pinterest|krant|stentor|youtube|wikipedia)\b|\b(?:artikel|stuk|bericht)\s(?:integraal\s|letterlijk\s|volledig\s)?(?:overgenomen|gekopieerd)\suit\b", RegexOptions.CultureInvariant)]
    private static partial Regex CreditLine();

    [GeneratedRegex(@"\b(?:" + Agencies + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Library();

    [GeneratedRegex(@"(?<![a-z])(?:shutterstock|gettyimages|getty|istock|istockphoto|adobestock|adobe-?\s?stock|alamy|dreamstime|depositphotos|123rf|fotolia|bigstock|corbis|stockphoto|stockfoto|stock-photo|anp|afp|reuters|pexels|unsplash|pixabay|freepik|vecteezy|pinterest|google(?:\s?images)?|disney|screenshot|schermafbeelding|download|wikipedia|wikimedia|tiktok|snaptik|ytdl|y2mate|youtube)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LibraryFile();

    [GeneratedRegex(@"pexels|unsplash|pixabay|wikimedia|wikipedia|freepik|download|vecteezy", RegexOptions.CultureInvariant)]
    private static partial Regex FreeLibrary();

    [GeneratedRegex(@"\b(?:bron|foto|beeld|via|maker|cc|wikimedia|pixabay|unsplash|pexels)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SourceInCaption();

    [GeneratedRegex(@"\b(?:songtekst|lyrics|liedtekst|gedicht|couplet|refrein|strofe|dichter|verzen|rijm)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Poem();

    [GeneratedRegex(@"\G(?:\b(?:(?:de|hele|volledige|complete)\s(?:songtekst|lyrics|liedtekst)|(?:songtekst|lyrics|liedtekst|gedicht)\s(?:van|door)\s(?:[a-z]+\s){1,4}(?:in\szijn\sgeheel|volledig|compleet|hieronder)|\[(?:refrein|couplet|chorus|verse)(?:\s\d)?\]))", RegexOptions.CultureInvariant)]
    private static partial Regex LyricsCuePattern();

    [GeneratedRegex(@"\G(?:\b(?:(?:met|onder|op)\s(?:de\s|het\s|een\s)?(?:muziek|nummer|hit|lied|song|track|klanken|soundtrack|beat)\s(?:van|uit)\s\w+|muziek:\s(?!rechtenvrij|eigen|onze|schoolband)\w+|achtergrondmuziek(?:je)?\s(?:van|is|:)\s(?!rechtenvrij)\w+|gemonteerd\sop\s\w+))", RegexOptions.CultureInvariant)]
    private static partial Regex SoundtrackPattern();
}
