using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

/// <summary>
/// Made-up sentences for each rule: <c>R48 H text</c> must be held by R48, <c>B</c> blocked, <c>W</c> at least warned about, <c>-</c> must not be held by anything, <c>!</c> must be held or blocked by whatever rule.
/// </summary>
internal static partial class RuleSentences
{
    public static IEnumerable<(string Rule, char Want, string Sentence)> All()
    {
        foreach (var line in $"{Language}\n{People}\n{School}\n{Sources}\n{Mixed}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!line.StartsWith('#'))
                yield return (line[..3], line[4], line[6..]);
    }

    public static bool Agrees(IReadOnlyList<Finding> found, string rule, char want) => want switch
    {
        '-' => FindingsOutcome.Of(found) <= DraftOutcome.Warned,
        '!' => FindingsOutcome.Of(found) >= DraftOutcome.Held,
        'W' => found.Any(f => f.Rule == rule && f.Action >= FindingAction.Warn),
        'H' => found.Any(f => f.Rule == rule && f.Action is FindingAction.Hold or FindingAction.Declare),
        'B' => found.Any(f => f.Rule == rule && f.Action == FindingAction.Block),
        _ => throw new ArgumentOutOfRangeException(nameof(want), want, "Not one of - ! W H B."),
    };
}
