using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>The school's core values (R33): a reminder for the reviewer of what is held anyway, and a warning where winning or excluding is praised.</summary>
internal static partial class CoreValues
{
    private static readonly Notice Guidance = new("R33", FindingAction.Record,
        new("Leg dit bericht bij de beoordeling naast de kernwaarden van de school.", "Hold this post against the school's core values when reviewing."),
        new("De beoordelaar loopt de kernwaarden langs.", "The reviewer goes through the core values."));

    private static readonly Notice Against = new("R33", FindingAction.Warn,
        new("Dit past misschien niet bij de kernwaarden van de school: het sluit mensen uit of stelt winnen boven alles.", "This may not fit the school's core values: it excludes people or puts winning above all."),
        new("Schrijf het zo dat iedereen zich welkom voelt.", "Write it so that everybody feels welcome."));

    private static readonly WordRegex Excluding = new(ExcludingPattern());

    public static IEnumerable<Finding> Check(DraftReading draft, IReadOnlyCollection<Finding> found)
    {
        foreach (var passage in draft.Prose)
            foreach (var (match, _) in passage.Find(Excluding))
                if (!Context.Negated(passage, match.Index))
                    yield return Found.At(passage, match, Against, evidence: "uitsluitende toon");
        if (draft.Rulebook.Tensions.RemindOfCoreValues && found.Any(static f => f.Action == FindingAction.Hold && f.Ground == FindingGround.Content))
            yield return Found.About("text", Guidance, evidence: draft.Rulebook.CoreValues.Count == 0 ? null : string.Join(", ", draft.Rulebook.CoreValues));
    }

    [GeneratedRegex(
        @"\G(?:\b(?:winnen\sis\s(?:het\senige|alles|het\sbelangrijkste)|alleen\s(?:winnaars|de\sbesten?|toppers|de\ssterksten?)\s(?:tellen|horen|zijn|mogen|verdienen|krijgen)|wie\sniet\s(?:wint|meedoet"
        + @"|presteert|slim\sis)\s(?:hoort|telt|is\seen|kan)|(?:verliezers|losers|zwakkeren|slome\s\w+)\s(?:horen|tellen|zijn|hebben)|voor\s(?:losers|verliezers|watjes|dommen)\s(?:is|geen)"
        + @"|geen\splaats\svoor\s(?:losers|verliezers|zwakkelingen|watjes)|recht\svan\sde\ssterkste|tweede\splaats\sis\s(?:de\s)?eerste\sverliezer|meedoen\sis\s(?:voor\slosers|niet\sgenoeg))\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ExcludingPattern();
}
