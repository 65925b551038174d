using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class LexiconTests
{
    [Fact]
    public void Every_rule_says_in_Dutch_what_kind_of_evidence_it_is() =>
        Assert.All(Lexicon.Default.Rules.All, rule => Assert.Matches("^[a-z][a-z ]+$", rule.Kind));

    [Fact]
    public void Only_the_highest_severity_may_block() =>
        Assert.All(Lexicon.Default.Rules.All.Where(r => r.Strong), rule => Assert.Equal(6, rule.Severity));

    [Fact]
    public void Severities_are_those_of_the_service() =>
        Assert.All(Lexicon.Default.Rules.All, rule => Assert.Contains(rule.Severity, new[] { 2, 4, 6 }));

    [Fact]
    public void Naming_a_group_is_never_evidence()
    {
        foreach (var (plural, singular) in SuiteFile.TrainGroups.Concat(SuiteFile.HeldOutGroups))
        {
            Assert.Empty(LocalScreener.Screen(plural).Evidence);
            Assert.Empty(LocalScreener.Screen($"Een {singular}.").Evidence);
        }
    }

    [Fact]
    public void The_version_names_the_words_and_rules_in_use() =>
        Assert.Matches("^lokaal-1-[0-9a-f]{12}$", LocalScreener.Version);
}
