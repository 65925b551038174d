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

        Assert.Equal("2017-2018/1.1", book.Version);
        Assert.Equal(ids.Order(StringComparer.Ordinal), book.Rules.Keys.Order(StringComparer.Ordinal));
        Assert.All(book.Rules.Values, static r =>
        {
            Assert.NotEmpty(r.Article);
            Assert.NotEqual(r.Title.Nl, r.Title.En);
        });
    }

    [Fact]
    public void Every_rule_says_what_it_checks_and_points_at_what_enforces_it()
    {
        string[] later = ["R19", "R25", "R39", "R43", "R52", "R55", "A16", "A17"]; // the register of incidents, corrections and retention is not built yet
        foreach (var rule in Rulebook.School.Rules.Values)
        {
            Assert.True(rule.Checks != rule.Title && rule.Checks.Nl.EndsWith('.') && rule.Checks.En.EndsWith('.'), rule.Id);
            Assert.Equal(later.Contains(rule.Id), rule.Later is not null);
            Assert.True(rule.Later is not null || rule.Where.Count > 0, $"{rule.Id} points nowhere");
            foreach (var where in rule.Where)
                Assert.True(typeof(Rulebook).Assembly.GetType($"Moderation.{where}") is not null, $"{rule.Id} points at {where}, which is not there");
        }
    }

    [Fact]
    public void Every_rule_that_a_text_check_serves_is_named_by_a_finding()
    {
        var found = RuleSentences.All().SelectMany(static s => ProtocolRules.Check(Given.Sentence(s.Sentence))).Select(static f => f.Rule).ToHashSet();

        foreach (var rule in Rulebook.School.Rules.Values.Where(static r => r.Kind == RuleKind.Text && r.Where.Any(static w => w.StartsWith("Protocol.Rules.", StringComparison.Ordinal))))
            Assert.Contains(rule.Id, found);
    }

    [Fact]
    public void The_schools_rulebook_decides_every_tension_of_the_protocol()
    {
        using var stream = typeof(Rulebook).Assembly.GetManifestResourceStream("Moderation.Protocol.rulebook.json")!; // not null: the program is built with it
        using var json = System.Text.Json.JsonDocument.Parse(stream);
        var tensions = json.RootElement.GetProperty("tensions").EnumerateObject().Select(static t => t.Name);

        Assert.Equal(Tensions.Choices.Keys.Order(StringComparer.Ordinal), tensions.Order(StringComparer.Ordinal));
        Assert.Equal(Rulebook.School.Tensions.Sixteen, Moderation.Consent.ConsentPolicy.School.Sixteen);
    }

    [Theory]
    [InlineData("quotes", "never", "\"Het was super\", vertelt een leerling.", "R44", FindingAction.Hold)]
    [InlineData("lessCheerful", "warn", "Helaas verloren we vandaag de finale.", "R02", FindingAction.Warn)]
    [InlineData("formalNotices", "warn", "[facebook] Ouders moeten uiterlijk 1 oktober de ouderbijdrage voldoen.", "R05", FindingAction.Warn)]
    public void A_tension_that_is_decided_otherwise_is_honoured(string key, string value, string sentence, string rule, FindingAction action)
    {
        var book = Rulebook.School with { Tensions = new Tensions(new Dictionary<string, string> { [key] = value }) };
        var facts = Given.Sentence(sentence) with { Rulebook = book };
        var declared = facts with { Content = facts.Content with { Declarations = [Moderation.Drafts.Declaration.QuotesAgreed] } };

        Assert.Equal(action, ProtocolRules.Check(declared).Where(f => f.Rule == rule).Max(static f => f.Action));
    }

    [Fact]
    public void Conflicts_with_partner_organisations_can_be_left_out()
    {
        var facts = Given.Sentence("Onze cateraar staat op het punt failliet te gaan.");
        var book = Rulebook.School with { Tensions = new Tensions(new Dictionary<string, string> { ["partners"] = "people" }) };

        Assert.Contains(ProtocolRules.Check(facts), static f => f.Rule == "R36");
        Assert.DoesNotContain(ProtocolRules.Check(facts with { Rulebook = book }), static f => f.Rule == "R36");
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
              "tensions": { "quotes": "soms", "kleur": "blauw" },
              "kleur": "blauw"
            }
            """;
        var errors = Assert.Throws<RulebookException>(() => Load(Json)).Errors;

        foreach (var key in new[] { "'kleur'", "'version'", "rules[0].id", "rules[1].en", "'schoolAliases'", "allowedDomains[0]", "allowedDomains[1]", "logoHashes[0]", "'amountThreshold'", "lexicon.scheldwoorden", "tensions.quotes", "tensions.kleur" })
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
