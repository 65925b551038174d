using Moderation.Drafts;
using Moderation.Protocol;

namespace Moderation.Screening;

/// <summary>Pure: a channel with a text of its own is not concerned by what stands in the other text, nor the others by its.</summary>
internal static class VariantScope
{
    public static IReadOnlyList<Finding> Narrow(DraftContent content, IReadOnlyList<Finding> findings) =>
        content.Variants.Count == 0 ? findings : [.. findings.Select(f => Narrow(content, f))];

    private static Finding Narrow(DraftContent content, Finding finding)
    {
        if (content.Variants.FirstOrDefault(v => DraftContent.FieldOf(v) == finding.Field) is { } variant)
            return finding with { Channels = [variant.Channel] };
        if (finding.Field != "text")
            return finding;
        var concerned = (finding.Channels.Count == 0 ? content.Channels : finding.Channels).Where(code => content.Variants.All(v => v.Channel != code)).ToList();
        // A text that no channel shows is still stored and read by colleagues: then it concerns the post as a whole.
        return concerned.Count == 0 ? finding : finding with { Channels = concerned };
    }
}
