using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Safety;

namespace Moderation.Screening;

/// <summary>What the local screener and the school's own list find in a draft's texts: all of content safety that needs no service.</summary>
public static class TextSafety
{
    public static IReadOnlyList<Finding> Check(DraftContent content, BlockedTerms blockedTerms, SafetySettings settings)
    {
        var local = content.Texts().SelectMany(t => LocalScreener.Screen(t.Value).Evidence.Select(e => new FieldEvidence(t.Field, e))).ToList();
        var blocked = content.Texts().SelectMany(t => blockedTerms.Find(t.Value).Select(p => (t.Field, p.Start, p.End))).ToList();
        return SafetyFindings.From(SafetyRecord.Empty with { Local = local }, [], blocked, settings);
    }
}
