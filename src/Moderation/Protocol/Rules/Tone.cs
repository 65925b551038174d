using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Less cheerful news (R02), shouting (R04) and an unprofessional tone (R31): never more than a warning.</summary>
internal static partial class Tone
{
    private const int ShoutedWords = 3;
    private const int ManyEmoji = 8;

    private static readonly Notice Sad = new("R02", FindingAction.Record,
        new("Dit is minder leuk nieuws; dat mag gewoon.", "This is less cheerful news, which is fine."),
        new("Je hoeft niets te doen.", "Nothing to do."));

    private static readonly Notice Shouting = new("R04", FindingAction.Warn,
        new("Veel hoofdletters of uitroeptekens lezen als schreeuwen.", "Many capitals or exclamation marks read as shouting."),
        new("Schrijf de zin in gewone letters met hooguit één uitroepteken.", "Write the sentence in ordinary letters with one exclamation mark at most."));

    private static readonly Notice Unprofessional = new("R31", FindingAction.Warn,
        new("Deze toon past niet goed bij een bericht van de school.", "This tone does not suit a post of the school."),
        new("Kies woorden die je ook in een brief aan ouders zou gebruiken.", "Choose words you would also use in a letter to parents."));

    private static readonly Notice TooManyEmoji = new("R31", FindingAction.Warn,
        new("Er staan erg veel emoji's in; dat leest lastig en oogt minder professioneel.", "There are a great many emoji, which reads badly and looks less professional."),
        new("Laat er een paar staan en haal de rest weg.", "Keep a few and remove the rest."));

    private static readonly WordRegex Loose = new(LoosePattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            if (SadNews().Match(passage.Folded) is { Success: true } sad)
                yield return Found.At(passage, sad, Sad, draft.Rulebook.Tensions.WarnOfLessCheerful ? FindingAction.Warn : null);
            foreach (var sentence in passage.Text.Sentences)
                if (Shouts(passage, sentence))
                    yield return Found.At(passage, sentence, Shouting);
            foreach (var (match, sentence) in passage.Find(Loose))
                if (!Context.IsLesson(passage, sentence) && !Context.Negated(passage, match.Index))
                    yield return Found.At(passage, match, Unprofessional);
            if (passage.Text.Original.EnumerateRunes().Count(static r => r.Value is >= 0x1f300 and <= 0x1faff or >= 0x2600 and <= 0x27bf) > ManyEmoji)
                yield return Found.About(passage.Field, TooManyEmoji);
        }
    }

    private static bool Shouts(Passage passage, Span sentence)
    {
        if (passage.Has(Joy(), sentence))
            return false;
        var text = passage.Text.Cased;
        int shouted = 0, spoken = 0, marks = 0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (text[i] == '!')
                marks++;
            if (!char.IsLetter(text[i]) || i > sentence.Start && char.IsLetterOrDigit(text[i - 1]))
                continue;
            var end = i;
            while (end < sentence.End && (char.IsLetterOrDigit(text[end]) || text[end] == '-'))
                end++;
            var word = text.AsSpan(i, end - i);
            if (word.Length >= 3 && !word.ContainsAnyInRange('a', 'z') && !word.ContainsAnyInRange('0', '9') && !Abbreviation().IsMatch(word))
                shouted++;
            else if (word.ContainsAnyInRange('a', 'z'))
                spoken++;
            i = end - 1;
        }
        return shouted >= ShoutedWords && shouted > spoken || marks >= 3 && shouted >= 1 || marks >= 4;
    }

    [GeneratedRegex(@"^(?:HAVO|VWO|VMBO(?:-TL|-GT|-KB|-BB)?|MAVO|MBO|HBO|CKV|MR|GMR|RVT|PTA|PWS|LOB|NLT|LO|BSM|TTO|CCC|KWF|NT2|EHBO|BHV|GGD|ANWB|AVG|GSA|JOP|LAKS|DUO|RIVM|NS|EU|USA|VK|NK|EK|WK|OK|TV|ICT|PO|VO|IB|SE|CE|CSE|MEP|MUN|STEM|STEAM|TOA|UNICEF|NASA|ESA|KIKA|LHBTI\w*|GSM|PDF|QR)$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\b(?:bedankt|brons|dank|eindelijk|feest|felicitaties|fijne|gefeliciteerd|gelukkig|geslaagd|gewonnen|goud|hiep|hoera|hoezee|joepie|kampioen\w*|kom|proficiat|succes|super|top|trots|vrolijk|wauw|welkom|wow|yes|zilver)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Joy();

    [GeneratedRegex(@"\b(?:afgelast|balen|bedroefd|droevig|gaat\sniet\sdoor|helaas|het\sspijt\sons|jammer|minder\sgoed\snieuws|pech|slecht\snieuws|spijtig|teleurgesteld|teleurstellend|treurig\snieuws|verdriet\w*|verdrietig|verloren)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SadNews();

    [GeneratedRegex(
        @"\G(?:\b(?:aangeschoten|adjes|adten|bezopen|bier(?:tjes|fust|pong|en)?|blowen|blowtje|boeie(?:n)?|boeit\sniet|breezers?|bro|bruh|casino|chillings|coke|comazuipen|doekoe|dronken|faka|fakka|fissa"
        + @"|gezopen|gokken|high|joint(?:je|s)?|kapsones|kater|katers|kek|lachgas|ladderzat|lam\sgezopen|lauw|lekker\sbelangrijk|lmao|lmfao|mattie|matties|not!|osso|pillen\sslikken|shotjes|shots|sicko"
        + @"|skeer|snuiven|stomdronken|stoned|straalbezopen|swag|tantoe|tipsy|tja,?\sja|vapen|vodka|wallah|waterpijp|who\scares|wiet|wodka|wollah|xtc|yeah\sright|yolo|zatlap|zucht|zuipen|zuipfestijn"
        + @"|#not)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LoosePattern();
}
