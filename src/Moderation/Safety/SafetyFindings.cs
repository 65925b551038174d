using Moderation.Protocol;

namespace Moderation.Safety;

/// <summary>
/// Turns evidence and answers into findings (R20, R26, R35, R48, R49, R54). Pure. The stricter of screener and service counts;
/// what nobody could judge is held, and says so.
/// </summary>
public static class SafetyFindings
{
    /// <param name="record">What was found and answered.</param>
    /// <param name="media">Every file of the draft: its index, hash and whether it is film or sound.</param>
    /// <param name="blocked">Places of the school's blocked terms, found locally.</param>
    public static IReadOnlyList<Finding> From(
        SafetyRecord record,
        IReadOnlyList<CheckedMedia> media,
        IReadOnlyList<(string Field, int Start, int End)> blocked,
        SafetySettings settings)
    {
        var findings = new List<Finding>();
        AddTexts(findings, record, settings);
        AddBlocklist(findings, record, blocked);
        AddMedia(findings, record, media, settings);
        return findings;
    }

    /// <summary>What a severity does. Blocking needs a strong combination as well (R20).</summary>
    internal static FindingAction? Action(int severity, bool strong, SafetyThresholds thresholds)
    {
        if (severity >= thresholds.Block && strong)
            return FindingAction.Block;
        if (severity >= thresholds.Hold)
            return FindingAction.Hold;
        return severity >= thresholds.Warn ? FindingAction.Warn : null;
    }

    private static void AddTexts(List<Finding> findings, SafetyRecord record, SafetySettings settings)
    {
        foreach (var category in Enum.GetValues<SafetyCategory>())
        {
            var thresholds = settings.For(category);
            FindingAction? strictest = null;
            var strong = false;
            foreach (var (field, evidence) in record.Local.Where(l => l.Evidence.Category == category).Select(l => (l.Field, l.Evidence)))
            {
                strong |= evidence.Strong;
                if (Action(evidence.Severity, evidence.Strong, thresholds) is not { } action)
                    continue;
                strictest = strictest > action ? strictest : action;
                findings.Add(SafetyWords.Text(category, action) with
                {
                    Field = field,
                    Start = evidence.Start,
                    End = evidence.End,
                    Evidence = evidence.Kind,
                });
            }

            foreach (var text in record.Texts)
            {
                if (text.Answer is not SafetyAnswer.Analysed analysed || analysed.Severities.GetValueOrDefault(category) is not { } severity)
                    continue;
                if (Action(severity, strong, thresholds) is not { } action || action <= strictest)
                    continue;
                findings.Add(SafetyWords.Text(category, action) with { Field = FieldOf(text), Evidence = "oordeel van de dienst" });
            }
        }

        foreach (var text in record.Texts.Where(t => !Complete(t.Answer)))
            findings.Add(SafetyWords.NotChecked(FieldOf(text), ReasonOf(text.Answer)));
    }

    private static void AddBlocklist(List<Finding> findings, SafetyRecord record, IReadOnlyList<(string Field, int Start, int End)> blocked)
    {
        foreach (var (field, start, end) in blocked)
            findings.Add(SafetyWords.Blocklist(field) with { Start = start, End = end });
        foreach (var text in record.Texts)
        {
            if (text.Answer is SafetyAnswer.Analysed { BlocklistHits.Count: > 0 } && !blocked.Any(b => text.Fields.Contains(b.Field)))
                findings.Add(SafetyWords.Blocklist(FieldOf(text)));
        }
    }

    private static void AddMedia(List<Finding> findings, SafetyRecord record, IReadOnlyList<CheckedMedia> media, SafetySettings settings)
    {
        foreach (var file in media)
        {
            var field = $"media[{file.Index}]";
            if (file.FilmOrSound)
            {
                findings.Add(SafetyWords.FilmOrSound(field));
                continue;
            }

            var answer = record.Images.FirstOrDefault(i => i.Sha256 == file.Sha256)?.Answer ?? new SafetyAnswer.NotAnalysed(NotAnalysedReason.NoFile);
            if (answer is SafetyAnswer.Analysed analysed)
            {
                foreach (var category in Enum.GetValues<SafetyCategory>())
                {
                    if (analysed.Severities.GetValueOrDefault(category) is { } severity && Action(severity, strong: false, settings.For(category)) is { } action)
                        findings.Add(SafetyWords.Image(category, action) with { Field = field });
                }
            }

            if (!Complete(answer))
                findings.Add(SafetyWords.NotChecked(field, ReasonOf(answer)));
        }
    }

    /// <summary>Every category was judged, or the local screener was meant to judge alone.</summary>
    private static bool Complete(SafetyAnswer answer) => answer switch
    {
        SafetyAnswer.Analysed analysed => Enum.GetValues<SafetyCategory>().All(c => analysed.Severities.GetValueOrDefault(c) is >= 0 and <= 7),
        SafetyAnswer.LeftToLocalScreener => true,
        _ => false,
    };

    private static NotAnalysedReason ReasonOf(SafetyAnswer answer) =>
        answer is SafetyAnswer.NotAnalysed failed ? failed.Reason : NotAnalysedReason.Unreadable;

    /// <summary>The one field the text came from; the post's text when several were judged together.</summary>
    private static string FieldOf(TextAnswer text) => text.Fields.Count == 1 ? text.Fields[0] : "text";
}

/// <summary>A file of the draft, as far as safety needs it.</summary>
/// <param name="Sha256">Null when there is no file to look at.</param>
public sealed record CheckedMedia(int Index, string? Sha256, bool FilmOrSound);
