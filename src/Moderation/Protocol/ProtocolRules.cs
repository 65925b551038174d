using Moderation.Protocol.Reading;
using Moderation.Protocol.Rules;

namespace Moderation.Protocol;

/// <summary>The protocol's rules about what a draft says and how it was made (<c>domain.md</c> §1 and §2), the consent decision itself apart.</summary>
public static class ProtocolRules
{
    /// <summary>No more findings of one rule in one field than a person can use.</summary>
    private const int MostPerField = 20;

    /// <summary>Everything the rules have to say, ordered by field, place and rule. Same facts, same findings (I16).</summary>
    public static IReadOnlyList<Finding> Check(RuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var draft = new DraftReading(facts);
        List<Finding> found =
        [
            .. Process.Check(draft),
            .. ChannelRules.Check(draft),
            .. Formal.Check(draft),
            .. Accessibility.Check(draft),
            .. Tone.Check(draft),
            .. Swearing.Check(draft),
            .. Forbidden.Check(draft),
            .. Threats.Check(draft),
            .. Reputation.Check(draft),
            .. Accusation.Check(draft),
            .. Insults.Check(draft),
            .. Mocking.Check(draft),
            .. ThirdParties.Check(draft),
            .. PersonalData.Check(draft),
            .. Addresses.Check(draft),
            .. SpecialData.Check(draft),
            .. Sensitive.Check(draft),
            .. Confidential.Check(draft),
            .. Credentials.Check(draft),
            .. Finances.Check(draft),
            .. Claims.Check(draft),
            .. Opinions.Check(draft),
            .. Scope.Check(draft),
            .. Quotes.Check(draft),
            .. Links.Check(draft),
            .. Sharing.Check(draft),
            .. Rights.Check(draft),
            .. Logos.Check(draft),
            .. TestTime.Check(draft),
            .. Bylines.Check(draft),
            .. Worded.Check(draft),
        ];
        found.AddRange(CoreValues.Check(draft, found));
        return Tidy(found);
    }

    // The same words caught twice by one rule are one finding, the strictest.
    private static List<Finding> Tidy(List<Finding> found)
    {
        var tidy = new List<Finding>();
        var perField = new Dictionary<(string, string), int>();
        foreach (var finding in found.OrderByDescending(static f => f.Action).ThenBy(static f => f.Start ?? -1).ThenByDescending(static f => f.End ?? -1))
        {
            if (tidy.Exists(t => t.Rule == finding.Rule && t.Field == finding.Field && SamePlace(t, finding)))
                continue;
            var key = (finding.Rule, finding.Field);
            var count = perField.GetValueOrDefault(key);
            if (count >= MostPerField)
                continue;
            perField[key] = count + 1;
            tidy.Add(finding);
        }
        return [.. tidy
            .OrderBy(static f => f.Field, StringComparer.Ordinal)
            .ThenBy(static f => f.Start ?? -1)
            .ThenBy(static f => f.Rule, StringComparer.Ordinal)
            .ThenByDescending(static f => f.Action)
            .ThenBy(static f => f.What.Nl, StringComparer.Ordinal)];
    }

    private static bool SamePlace(Finding a, Finding b) => a.Start is null || b.Start is null
        ? a.Start == b.Start && a.What == b.What && a.Person == b.Person
        : a.Start < b.End && b.Start < a.End && a.Person == b.Person;
}
