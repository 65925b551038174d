using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;

namespace Moderation.Screening;

/// <summary>Pure: what a face counter's numbers mean beside the submitter's (R24). It only ever asks a colleague to look.</summary>
public static class FaceCheck
{
    /// <summary>Pictures that are worth counting, by hash: photos with a declared number.</summary>
    public static IReadOnlyList<string> Wanted(DraftContent content) =>
        [.. content.Media.Where(m => m is { Kind: MediaKind.Photo, Recognisable: not null }).Select(m => m.Sha256).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <param name="counted">Faces by the picture's hash; null or missing where the counter could not tell.</param>
    public static IReadOnlyList<Finding> Findings(DraftContent content, IReadOnlyDictionary<string, int?> counted)
    {
        var findings = new List<Finding>();
        for (var i = 0; i < content.Media.Count; i++)
        {
            if (content.Media[i] is { Kind: MediaKind.Photo, Recognisable: { } declared, Sha256: { } hash } && counted.GetValueOrDefault(hash) is { } faces && faces > declared)
            {
                findings.Add(new Finding
                {
                    Rule = "R24",
                    Action = FindingAction.Hold,
                    Field = $"media[{i}]",
                    What = new("Op deze foto lijken meer gezichten te staan dan er mensen als herkenbaar zijn opgegeven.", "This picture seems to show more faces than the number of people given as recognisable."),
                    Fix = new("Tel nog eens wie herkenbaar is; geef iedereen op of maak anderen onherkenbaar.", "Count again who is recognisable; list everybody or make the others unrecognisable."),
                    Evidence = "aantal gezichten",
                });
            }
        }

        return findings;
    }
}
