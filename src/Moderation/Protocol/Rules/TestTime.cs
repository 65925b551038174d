using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Nothing from inside a test (R47): reports from the room and questions that are still in use wait; wishing success does not.</summary>
internal static partial class TestTime
{
    private static readonly Notice Inside = new("R47", FindingAction.Hold,
        new("Dit lijkt tijdens of uit een toets of examen te komen.", "This seems to come from inside a test or examination."),
        new("Wacht tot de toets voorbij is en plaats geen vragen of antwoorden.", "Wait until the test is over and post no questions or answers."));

    private static readonly Notice Now = new("R47", FindingAction.Warn,
        new("Er is nu een toets of examen bezig.", "A test or examination is going on."),
        new("Maak geen opnamen in de zaal en stoor de kandidaten niet.", "Make no recordings in the room and do not disturb the candidates."));

    private static readonly WordRegex Content = new(ContentPattern());
    private static readonly WordRegex FromTheRoom = new(FromTheRoomPattern());
    private static readonly WordRegex GoingOn = new(GoingOnPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, _) in passage.Find(FromTheRoom))
                if (!Context.Negated(passage, match.Index) && !Forbidding().IsMatch(passage.After(match.Index, 80)))
                    yield return Found.At(passage, match, Inside, evidence: "vanuit de toets");
            foreach (var (match, sentence) in passage.Find(Content))
                if (!passage.Has(Practice(), sentence))
                    yield return Found.At(passage, match, Inside, evidence: "inhoud van de toets");
            foreach (var (match, _) in passage.Find(GoingOn))
                yield return Found.At(passage, match, Now, evidence: "toets bezig");
        }
    }

    private const string Test = "(?:examen|eindexamen|schoolexamen|centraal\\sexamen|examens|toets|toetsen|toetsweek|proefwerk|proefwerken|tentamen|so|schriftelijke\\soverhoring|mondeling|mondelinge\\soverhoring|overhoring|herkansing|luistertoets|kijk-?\\s?en\\sluistertoets|rekentoets)";

    private const string Room = "(?:examenlokaal|examenzaal|toetslokaal|toetszaal|proefwerklokaal|gymzaal\\svol\\sexamenkandidaten)";

    [GeneratedRegex(@"\G(?:\b(?:beelden|direct|filmpje|foto|foto's|live|rechtstreeks|selfie|snap|stiekem|story|stream|verslag|video|vlog)\b[^.!?\n]{0,40}\b(?:vanuit|vanaf|uit|in|van|tijdens|midden\sin)\s(?:het\s|de\s|een\s|ons\s|onze\s|dit\s)?(?:" + Room + @"|(?:wiskunde|engels|nederlands|biologie|natuurkunde|scheikunde|economie|geschiedenis|frans|duits)?-?" + Test + @")\b(?!training|feest|stunt|uitslag)|\b(?:tijdens|midden\sin|onder)\s(?:het|de|een|mijn|hun|ons|deze|dit)\s(?:[a-z]+\s)?(?:[a-z]+)?" + Test + @"\b[^.!?\n]{0,30}\b(?:appen|appje|foto\sgemaakt|geappt|gefilmd|gefotografeerd|gemaakt\smet|gesnapt|livestream\w*|opname\w*|post|posten|telefoon\sgepakt)\b|\b(?:ze|we|wij|leerlingen|kandidaten)\s(?:zijn|is|zitten)\s(?:nu\s|net\s|op\sdit\smoment\s)?(?:bezig\smet|toe\saan|bij|aan)\s(?:vraag|opgave|som|onderdeel)\s\d+|\b(?:ik|we|wij|jullie|ze)\s(?:zit|zitten|ben|zijn)\s(?:nu\s|net\s|nog\s|hier\s)?in\s(?:het|de)\s" + Room + @"|\bnu\b[^.!?\n]{0,60}\b(?:vraag|opgave)\s\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex FromTheRoomPattern();

    [GeneratedRegex(@"\G(?:\b(?:(?:antwoord(?:en)?|uitwerking(?:en)?|vragen|opgaven?|toetsvragen|examenvragen|correctiemodel|nakijkmodel)\s(?:van|uit|op|bij|voor)\s(?:het\s|de\s|vraag\s\d+\svan\s)?(?:[a-z]+\s){0,3}(?:[a-z]+)?" + Test + @"\b|(?:toetsvragen|toetsopgaven|examenvragen|proefwerkvragen)\s(?:gelekt|gedeeld|hier|op|delen)|(?:vraag|opgave)\s\d+\s(?:was|ging|gaat|luidt|is|van)\b[^.!?\n]{0,50}\b" + Test + @"\b|" + Test + @"\b[^.!?\n]{0,40}\b(?:vraag|opgave)\s\d+|(?:de\s)?(?:toets|proefwerk|tentamen)\svan\s(?:morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag)\s(?:staat|zit|gaat\sover\sdeze)|(?:gelekt\w*|uitgelekt\w*)\s(?:[a-z]+\s)?" + Test + @")\b)", RegexOptions.CultureInvariant)]
    private static partial Regex ContentPattern();

    [GeneratedRegex(@"\G(?:\b(?:nu|op\sdit\smoment|momenteel|zojuist|nog\ssteeds)\b[^.!?\n]{0,50}\b(?:bezig|zitten|zwoegen|zwoegt|buigen|zweten|pennen|maken|ploeteren|begonnen)\b[^.!?\n]{0,40}\b(?:[a-z]+)?" + Test + @"\b)", RegexOptions.CultureInvariant)]
    private static partial Regex GoingOnPattern();

    [GeneratedRegex(@"\b(?:aan\shet\seind|bij\svragen|diagnostisch\w*|examenblad|examentraining\w*|heb\sje\svragen|inzage|kahoot|nabespreking|nagekeken|oefen\w*|oude\s(?:examens|toetsen)|pubquiz|quiz|stel\sje\svragen|veelgestelde|voorbeeld\w*|vorig\sjaar|vorige\sjaren|vragen\sover|vragen\?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Practice();

    [GeneratedRegex(@"\b(?:verboden|niet\stoegestaan|mag\s(?:niet|geen)|mogen\s(?:niet|geen)|is\sniet|uitzetten|in\sde\stas|inleveren|kluis\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidding();
}
