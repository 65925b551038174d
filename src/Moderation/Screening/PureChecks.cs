using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Protocol.Names;

namespace Moderation.Screening;

/// <summary>The checks that need nothing but facts: names, consent, protocol. Same facts, same findings (I16).</summary>
public static class PureChecks
{
    /// <param name="at">The moment the post would go out.</param>
    public static IReadOnlyList<Finding> Run(DraftContent content, Facts facts, DateTimeOffset at, bool processRules = true, string? submitterName = null)
    {
        var names = NameMatcher.FindAll(facts.Roll, content);
        return VariantScope.Narrow(content,
        [
            .. ConsentCheck.Check(content, names, facts.Register, facts.Channels, at),
            .. ProtocolRules.Check(new RuleFacts
            {
                Content = content,
                At = at,
                Channels = facts.Channels,
                Names = names,
                FindPerson = facts.Register.Find,
                Rulebook = facts.Rulebook,
                ProcessRules = processRules,
                SubmitterName = submitterName,
            }),
        ]);
    }

    /// <summary>Consent alone: what is looked at once more at the moment of publishing.</summary>
    public static IReadOnlyList<Finding> Consent(DraftContent content, Facts facts, DateTimeOffset at) =>
        VariantScope.Narrow(content, ConsentCheck.Check(content, NameMatcher.FindAll(facts.Roll, content), facts.Register, facts.Channels, at));
}
