using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>No bullying or holding up to ridicule (R49): somebody who can be recognised, and mockery. A pupil who is surely on the roll blocks.</summary>
internal static partial class Mocking
{
    private static readonly Notice Mocked = new("R49", FindingAction.Hold,
        new("Hier lijkt iemand te kijk te worden gezet.", "Somebody seems to be held up to ridicule here."),
        new("Schrijf het zonder spot, of laat deze persoon weg.", "Write it without mockery, or leave this person out."));

    private static readonly WordRegex Mockery = new(MockeryPattern());
    private static readonly WordRegex AlwaysMockery = new(AlwaysMockeryPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            foreach (var (match, sentence) in passage.Find(Mockery))
                if (Target(draft, passage, sentence) is { Count: > 0 } targets && !Told(passage, match, sentence))
                    yield return Make(passage, match, targets);
            foreach (var (match, sentence) in passage.Find(AlwaysMockery))
                if (!Told(passage, match, sentence))
                    yield return Make(passage, match, Target(draft, passage, sentence));
            foreach (var (match, sentence) in passage.Find(Laughing()))
                if ((Mishap(passage, sentence) ?? (passage.Text.SentenceBefore(sentence) is { } before && passage.Has(Accident(), before) ? before : null)) is { } where
                    && Target(draft, passage, where).Where(static m => m.Kind is not MentionKind.Function).ToList() is { Count: > 0 } targets)
                    yield return Make(passage, match, targets);
        }
    }

    private static Span? Mishap(Passage passage, Span sentence) => passage.Has(Accident(), sentence) ? sentence : null;

    private static bool Told(Passage passage, Match match, Span sentence) =>
        Context.Negated(passage, match.Index) || Context.IsFiction(passage, sentence) || Context.IsLesson(passage, sentence);

    private static IReadOnlyList<Mention> Target(DraftReading draft, Passage passage, Span sentence)
    {
        var here = draft.PeopleMeant(passage, sentence);
        if (here.Count > 0)
            return here;
        // "Raad eens wie er weer viel? Onze eigen ..." names its victim in the next breath.
        var next = sentence.End < passage.Folded.Length ? passage.Text.SentenceAt(Math.Min(passage.Folded.Length - 1, sentence.End + 1)) : sentence;
        return next == sentence ? here : draft.People(passage, next);
    }

    private static Finding Make(Passage passage, Match match, IReadOnlyList<Mention> targets)
    {
        var pupil = targets.FirstOrDefault(static m => m.Strong && m.IsPupil);
        return Found.At(passage, match, Mocked, pupil is null ? null : FindingAction.Block, "spot over een persoon", pupil?.Person?.Id.ToString());
    }

    [GeneratedRegex(
        @"\G(?:\blach(?:en|t)?\s(?:[a-z]+\s){0,2}(?:rot|dood|suf|gek|kapot|krom)\s(?:om|met)\b|\b(?:raad|gok)\s(?:eens\s|maar\s|nou\s|even\s)*wie\s(?:er\s|het\s|de\s|zich\s)*(?:weer|nu\sweer|alweer"
        + @"|wederom|nou\sweer|opnieuw|dit\skeer|natuurlijk|als\slaatste|zijn|haar)\b|\bonze\seigen\s(?=[a-z]+\s[1-6][a-z])|\bbijnaam\b|\b(?:noemen|noemt)\s(?:we|wij|iedereen|de\sklas)\s(?:hem|haar)\b"
        + @"|\b(?:ook\swel\s)?bekend\sals\s(?:de|het)\s\w+(?:ste|kop|kont|lap)\b|\b(?:kijk|moet\sje)\s(?:hem|haar)\s(?:nou|toch|eens|daar|zien)\b|\b(?:af\sals\seen\sgieter|afgegaan|belachelijk\sgemaakt"
        + @"|gaat\saf\sals|ging\saf\sals\seen|lachen\s\w+\suit|lachten\s\w+\suit|stond\svoor\s(?:schut|paal|gek|joker)|uitgelachen|uitlachen|voor\s(?:schut|paal|gek|joker)\s(?:gezet|gestaan|staan|stond"
        + @"|staat|zetten|zette))\b|\bniemand\swil\s(?:naast|met)\b|\b(?:lachertje|mikpunt|pispaal|schlemiel)\b|\b(?:dikke|lelijke|rare|stomme|vette|scheve|vreselijke|belachelijke)\s(?:neus|bril|tanden"
        + @"|oren|flaporen|kapsel|kop|buik|billen|kont|beugel|puisten|pukkels|stem|kleren)\b|\b(?:puistenkop|flaporen|brillenkop|beugelbekkie|dikkerdje|tientonner|boonstaak|lilliputter|kaalkop)\b"
        + @"|\b(?:sneu|zielig|triest)\s(?:geval|figuur|kereltje|mannetje|types?)\b|\bkan\s(?:er\s)?(?:ook\s)?(?:echt\s)?(?:niks|niets|geen\sbal)\s(?:van)?\b|\b(?:weer|alweer)\s(?:eens\s)?(?:te\slaat"
        + @"|verslapen|vergeten|als\slaatste|gevallen|de\sdupe|onderuit)\b(?=[^\n]{0,40}(?:ha\s?ha|lol|xd|hihi)))",
        RegexOptions.CultureInvariant)]
    private static partial Regex MockeryPattern();

    [GeneratedRegex(
        @"\G(?:\b(?:blunderaar|clown|domkop|flapdrol|huilebalk|idioot|kluns|kneus|lelijkerd|loser|luilak|mafkees|mislukkeling|nerd|oen|pechvogel|pispaal|prutser|slechterik|slome|sukkel|zeurkous"
        + @"|zeurpiet)\s(?:van\s(?:de|het|deze|dit|onze|[1-6][a-z]\w?)\s?(?:dag|week|maand|jaar|klas|school|brugklas|schooljaar|team|groep)?)\b|\bwie\s(?:is|was|wordt|heeft)\s(?:hier\s|volgens\s(?:jou"
        + @"|jullie)\s|er\s|van\sonze\sklas\s)*(?:de\s|het\s)(?:domste|lelijkste|dikste|slechtste|luiste|raarste|stomste|irritantste|saaiste|kleinste\spiemel|grootste\s(?:sukkel|loser|nerd|flapdrol"
        + @"|kneus))\b|\b(?:stem|stemmen)\s(?:op|op\sde|voor)\s(?:de\s)?(?:lelijkste|domste|dikste|slechtste|stomste|irritantste|grootste\s(?:sukkel|loser|nerd))\b|\b(?:lelijkste|domste|dikste|stomste"
        + @"|luiste|irritantste|sneuste)\s(?:leerling\w*|jongen|meisje|docent\w*|klas|brugklasser|leraar|juf|kind)\b|\bwie\s(?:heeft|had)\s(?:hier\s|van\sonze\sklas\s)?(?:de|het)\s(?:ergste|lelijkste"
        + @"|dikste|vieste|raarste|stinkendste|domste)\b|\b(?:die|dat)\s(?:dikke|dikkerd|lelijke|lelijkerd|domme|rare|scheve|sukkel|loser|nerd|kneus|dikzak|brilsmurf)\s(?:daar|hier|achteraan|vooraan"
        + @"|links|rechts|op\sde\sfoto|in\sde\shoek)|\bhoe\s(?:dom|lelijk|sneu|dik)\s(?:kun|kan|ben)\s(?:je|jij|iemand)\b|\b(?:walk|wall|hall)\sof\sshame\b|\bzwakste\sschakel\svan\s(?:de|onze)\sklas\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex AlwaysMockeryPattern();

    [GeneratedRegex(@"\b(?:dubbel\sgelegen|ha(?:\s?ha)+|haha\w*|hehe\w*|hihi\w*|hilarisch|huilen\svan\shet\slachen|in\seen\sdeuk|lmao|lol|rofl|xd+)\b|[\ud83d][\ude02\ude06\ude05]|[\ud83e][\udd23]", RegexOptions.CultureInvariant)]
    private static partial Regex Laughing();

    [GeneratedRegex(
        @"\b(?:allerlaatste|als\slaatste|begreep\s(?:er\s)?(?:niks|niets)|bloosde|blunder\w*|botste|broek\snaar\sbeneden|dik|dom|domme|faalde|flater|flauwviel|gefaald|gehuild|gekotst|geplast|gescheurd"
        + @"|gestruikeld|gevallen|gezakt|gleed\s\w*\s?uit|huilde|huilend|in\szijn\sbroek|in\shaar\sbroek|janken|jankte|knalde|knalrood|kotste|laatste\splaats|lelijk|loser|mislukt|mislukte|niet\slezen"
        + @"|niet\srekenen|onderuit|onvoldoende|op\s(?:z'n|zijn|haar|d'r)\s(?:bek|gezicht|snufferd|plaat|gat|snuit|neus)|overgaf|plaste|rood\shoofd|scheet|scheurde|snapt\s(?:er\s)?(?:niks|niets)"
        + @"|snapte\s(?:er\s)?(?:niks|niets)|snotterde|stom|stomme|stotter\w*|struikel\w*|sukkel\w*|te\slaat|uitgegleden|uitgleed|vergat|vergeten|verloor|verslaapt|verslapen|viel|vielen|zakte)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Accident();
}
