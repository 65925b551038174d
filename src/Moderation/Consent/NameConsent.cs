using System.Text.RegularExpressions;
using Moderation.Protocol;

namespace Moderation.Consent;

/// <summary>
/// Names found in texts (R13, R29, A15). Every candidate of a place counts and the strictest outcome is shown (I15); an author who says
/// whom they mean settles it for namesakes, under the eyes of an approver.
/// </summary>
internal static partial class NameConsent
{
    /// <summary>Below this score a match says nothing (<c>domain.md</c> §4.3).</summary>
    public const int Ignored = 20;

    private const string GenericEvidence = "naam in de tekst";

    public static string RuleFor(Person person) => person.Kind == PersonKind.Staff ? "R29" : "R13";

    public static IEnumerable<Finding> Check(ConsentFacts facts, IReadOnlyList<NameMatch> names)
    {
        var texts = facts.Content.Texts().GroupBy(t => t.Field).ToDictionary(g => g.Key, g => g.First().Value);
        var named = facts.Content.People.Select(p => p.Person).ToHashSet();
        var meant = named.Concat(facts.Content.Media.SelectMany(m => m.People)).ToHashSet();

        foreach (var place in names.Where(n => n.Person is not null && n.Score >= Ignored).GroupBy(n => (n.Field, n.Start, n.End)))
        {
            var candidates = place
                .GroupBy(n => n.Person!.Value) // not null: filtered above
                .Select(g => g.MaxBy(n => n.Score)!) // not null: a group is never empty
                .ToList();
            var chosen = candidates.Where(c => meant.Contains(c.Person!.Value)).Select(c => c.Score).DefaultIfEmpty(-1).Max();
            var text = texts.GetValueOrDefault(place.Key.Field, "");

            var outcomes = new List<Finding>();
            foreach (var match in candidates)
            {
                var id = match.Person!.Value; // not null: filtered above
                var others = chosen >= match.Score && !meant.Contains(id);
                outcomes.AddRange(Judge(facts, match, text, sure: named.Contains(id), others));
            }

            if (Strictest(outcomes) is { } finding)
                yield return finding;
        }
    }

    /// <summary>What one candidate means for the draft.</summary>
    /// <param name="sure">The author lists this person as named.</param>
    /// <param name="others">The author means somebody else of the same name, who fits at least as well.</param>
    private static IEnumerable<Finding> Judge(ConsentFacts facts, NameMatch match, string text, bool sure, bool others)
    {
        var person = facts.Register.Find(match.Person!.Value); // not null: the caller filters
        if (person is null)
        {
            // The roll knew this name and the register does not: nothing says yes.
            yield return ConsentFacts.Unknown(match.Field) with { Rule = "R13", Start = match.Start, End = match.End };
            yield break;
        }

        if (FunctionalContact.Names(person, text, match.Start, match.End))
            yield break;
        var answer = facts.Ask(person.Id, MediaKind.Name);
        if (answer.Yes)
        {
            if (AtPicture(facts, match, person, text) is { } pictured)
                yield return pictured;
            yield break;
        }

        var usual = Usual(sure ? 100 : match.Score);
        var action = person.Protected ? Stricter(usual, Shielded(match.Score)) : others ? Milder(usual) : usual;
        if (action is not { } deed)
            yield break;
        if (answer.No.Count > 0)
            yield return At(facts, match, person, deed, answer.No, doubtful: false);
        if (answer.Doubtful.Count > 0)
            yield return At(facts, match, person, deed < FindingAction.Hold ? deed : FindingAction.Hold, answer.Doubtful, doubtful: true);
    }

    private static Finding At(ConsentFacts facts, NameMatch match, Person person, FindingAction action, IReadOnlyList<string> channels, bool doubtful)
    {
        var (what, fix) = (action, doubtful) switch
        {
            (FindingAction.Warn, _) => (ConsentWords.Weak, ConsentWords.MendWeak),
            (_, true) => (ConsentWords.Doubtful(channels, facts.Channels), ConsentWords.MendDoubtful),
            (FindingAction.Block, _) => (ConsentWords.Missing(MediaKind.Name, Shown(channels), facts.Channels), ConsentWords.Mend(MediaKind.Name)),
            _ => (ConsentWords.PerhapsMissing(Shown(channels), facts.Channels), ConsentWords.MendPerhaps),
        };
        // Score and evidence are shown only where they explain the action; otherwise they would tell why this person is treated differently (I8).
        var plain = Usual(match.Score) == action;
        return ConsentFacts.Finding(RuleFor(person), action, match.Field, person, channels, what, fix) with
        {
            Start = match.Start,
            End = match.End,
            Score = plain ? match.Score : null,
            Evidence = plain ? match.Evidence : GenericEvidence,
        };
    }

    private static IReadOnlyList<string> Shown(IReadOnlyList<string> channels) => [.. channels.Where(c => c.Length > 0)];

    /// <summary>The strictest of the candidates' outcomes; when it stands for several people, for all their channels and for nobody by id.</summary>
    private static Finding? Strictest(List<Finding> outcomes)
    {
        if (outcomes.Count == 0)
            return null;
        var action = outcomes.Max(f => f.Action);
        var top = outcomes.Where(f => f.Action == action)
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenByDescending(f => f.Channels.Count).ThenBy(f => f.Person, StringComparer.Ordinal).ToList();
        var first = top[0];
        if (top.Count == 1)
            return first;
        var everywhere = top.Any(f => f.Channels.Count == 0);
        return first with
        {
            Channels = everywhere ? [] : [.. top.SelectMany(f => f.Channels).Distinct(StringComparer.Ordinal)],
            Person = top.TrueForAll(f => f.Person == first.Person) ? first.Person : null,
            Score = top.TrueForAll(f => f.Score is not null) ? top.Max(f => f.Score) : null,
            Evidence = top.TrueForAll(f => f.Evidence == first.Evidence) ? first.Evidence : GenericEvidence,
        };
    }

    /// <summary>
    /// A name at a picture points at somebody in it, also when the face was made unrecognisable (A11). Only asked when that person
    /// may be named but not shown, and is not listed as shown.
    /// </summary>
    private static Finding? AtPicture(ConsentFacts facts, NameMatch match, Person person, string text)
    {
        var at = Picture().Match(match.Field);
        if (!match.Strong || !at.Success || !int.TryParse(at.Groups[1].Value, out var index) || index >= facts.Content.Media.Count)
            return null;
        var media = facts.Content.Media[index];
        if (media.Kind is not (MediaKind.Photo or MediaKind.Film) || media.People.Contains(person.Id)
            || match.Start > text.Length || Credit().IsMatch(text[..match.Start]))
            return null;
        var shown = facts.Ask(person.Id, media.Kind);
        return shown.Yes ? null : ConsentFacts.Finding("R24", FindingAction.Hold, match.Field, person, [.. shown.No, .. shown.Doubtful],
            new("Bij dit beeld staat de naam van iemand die niet is opgegeven als herkenbaar.", "The name at this picture is of somebody who is not listed as recognisable."),
            new("Geef de persoon op als die te zien is, ook als het gezicht onherkenbaar is gemaakt; haal anders de naam hier weg.", "List the person if they can be seen, also when the face was made unrecognisable; otherwise leave out the name here."))
            with { Start = match.Start, End = match.End };
    }

    /// <summary>What a score means for anybody without a yes.</summary>
    private static FindingAction? Usual(int score) => score switch
    {
        >= 80 => FindingAction.Block,
        >= 50 => FindingAction.Hold,
        >= Ignored => FindingAction.Warn,
        _ => null,
    };

    private static FindingAction? Shielded(int score) => score switch
    {
        >= 60 => FindingAction.Block,
        >= 40 => FindingAction.Hold,
        _ => null,
    };

    private static FindingAction? Stricter(FindingAction? one, FindingAction? other) => one is null || other > one ? other : one;

    private static FindingAction? Milder(FindingAction? action) => action switch
    {
        FindingAction.Block => FindingAction.Hold,
        FindingAction.Hold => FindingAction.Warn,
        _ => null,
    };

    [GeneratedRegex(@"^media\[(\d{1,3})\]\.", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    // "Foto: ", "gefilmd door ", "© ", "tekening van ": whoever made it, not who is in it.
    [GeneratedRegex(@"(?:\b(?:foto(?:'s|graaf|grafie)?|beeld|video|film|camera|montage|regie|tekst|bron)\s*[:©/]|\b(?:foto(?:'s|grafie)?|beeld|video|film|camera|montage|gemaakt|getekend|geschilderd|ontworpen|gefotografeerd|gefilmd|geschreven)\s+door|©|\(c\)|\b(?:tekening|schilderij|ontwerp|gedicht|werk(?:stuk)?|illustratie)\s+(?:van|door))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
