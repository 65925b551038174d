using System.Text;
using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

public sealed class RulebookTests
{
    [Fact]
    public void The_schools_rulebook_holds_every_rule_in_two_languages()
    {
        var book = Rulebook.School;
        var ids = Enumerable.Range(1, 55).Select(static i => $"R{i:00}")
            .Concat(Enumerable.Range(1, 20).Select(static i => $"A{i:00}"))
            .Concat(Enumerable.Range(1, 8).Select(static i => $"S{i:00}"))
            .Concat(Enumerable.Range(1, 5).Select(static i => $"P{i:00}"));

        Assert.Equal("2017-2018/1.0", book.Version);
        Assert.Equal(ids.Order(StringComparer.Ordinal), book.Rules.Keys.Order(StringComparer.Ordinal));
        Assert.All(book.Rules.Values, static r =>
        {
            Assert.NotEmpty(r.Article);
            Assert.NotEqual(r.Title.Nl, r.Title.En);
        });
    }

    [Fact]
    public void Every_finding_names_a_rule_of_the_rulebook_and_says_what_to_do()
    {
        foreach (var (_, _, sentence) in RuleSentences.All())
            foreach (var finding in ProtocolRules.Check(Given.Sentence(sentence)))
            {
                Assert.True(Rulebook.School.Rules.ContainsKey(finding.Rule), finding.Rule);
                Assert.EndsWith(".", finding.Fix.Nl, StringComparison.Ordinal);
                Assert.True(finding.What.Nl.EndsWith('.') || finding.What.Nl.EndsWith('?'), finding.What.Nl);
                Assert.NotEqual(finding.What.Nl, finding.What.En);
                Assert.True(finding.Start is null || finding.Start < finding.End);
            }
    }

    [Fact]
    public void A_rulebook_with_mistakes_lists_them_all()
    {
        const string Json = """
            {
              "version": "",
              "rules": [ { "id": "R1", "article": "a", "nl": "b", "en": "c" }, { "id": "R02", "article": "a", "nl": "b" } ],
              "schoolAliases": "CCC",
              "allowedDomains": ["https://www.kwf.nl/", 3],
              "disclaimer": "Mening",
              "logoHashes": ["abc"],
              "amountThreshold": -1,
              "lexicon": { "scheldwoorden": [] },
              "kleur": "blauw"
            }
            """;
        var errors = Assert.Throws<RulebookException>(() => Load(Json)).Errors;

        foreach (var key in new[] { "'kleur'", "'version'", "rules[0].id", "rules[1].en", "'schoolAliases'", "allowedDomains[0]", "allowedDomains[1]", "logoHashes[0]", "'amountThreshold'", "lexicon.scheldwoorden" })
            Assert.Contains(errors, e => e.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_rulebook_is_refused(string json) => Assert.Throws<RulebookException>(() => Load(json));

    [Fact]
    public void A_school_can_add_words_and_lists_of_its_own()
    {
        const string Json = """
            {
              "version": "test/1",
              "rules": [ { "id": "R48", "article": "a", "nl": "b", "en": "c" } ],
              "schoolAliases": ["Dorpslyceum"],
              "disclaimer": "Ik spreek voor mezelf",
              "lexicon": { "swear": ["drommels*"], "harmless": ["kutschoen*"] }
            }
            """;
        var facts = Given.Sentence("Drommelse regen bij de kutschoenenfabriek. Het Dorpslyceum faalt weer.") with { Rulebook = Load(Json) };
        var found = ProtocolRules.Check(facts);

        Assert.Single(found, static f => f.Rule == "R48" && f.Start == 0);
        Assert.Contains(found, static f => f.Rule == "R34");
    }

    [Fact]
    public void The_strictest_finding_decides_and_an_unknown_action_holds()
    {
        static Finding One(FindingAction action) => new() { Rule = "R01", Action = action, Field = "text", What = default, Fix = default };

        Assert.Equal(DraftOutcome.Cleared, FindingsOutcome.Of([]));
        Assert.Equal(DraftOutcome.Cleared, FindingsOutcome.Of([One(FindingAction.Record)]));
        Assert.Equal(DraftOutcome.Warned, FindingsOutcome.Of([One(FindingAction.Warn), One(FindingAction.Record)]));
        Assert.Equal(DraftOutcome.Held, FindingsOutcome.Of([One(FindingAction.Declare)]));
        Assert.Equal(DraftOutcome.Held, FindingsOutcome.Of([One((FindingAction)99), One(FindingAction.Warn)]));
        Assert.Equal(DraftOutcome.Blocked, FindingsOutcome.Of([One(FindingAction.Hold), One(FindingAction.Block), One((FindingAction)99)]));
    }

    private static Rulebook Load(string json) => Rulebook.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
