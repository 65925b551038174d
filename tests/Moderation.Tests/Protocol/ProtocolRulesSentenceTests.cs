using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

public sealed class ProtocolRulesSentenceTests
{
    public static TheoryData<string, char, string> Sentences()
    {
        var data = new TheoryData<string, char, string>();
        foreach (var (rule, want, sentence) in RuleSentences.All())
            data.Add(rule, want, sentence);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Each_rule_catches_what_breaks_it_and_leaves_the_rest(string rule, char want, string sentence)
    {
        var found = ProtocolRules.Check(Given.Sentence(sentence));

        Assert.True(RuleSentences.Agrees(found, rule, want), string.Join(", ", found.Select(f => $"{f.Rule} {f.Action} {Given.Piece(sentence, f)}")));
    }

    [Fact]
    public void Every_text_rule_has_eight_sentences_on_either_side()
    {
        string[] few = ["R02", "R33", "R46", "ANY"]; // never more than a warning, mostly about files, or no rule
        foreach (var rule in RuleSentences.All().GroupBy(static s => s.Rule).Where(g => !few.Contains(g.Key)))
        {
            Assert.True(rule.Count(static s => s.Want != '-') >= 8 || rule.Key == "R26", $"{rule.Key} has too few sentences that break it");
            Assert.True(rule.Count(static s => s.Want == '-') >= 6, $"{rule.Key} has too few harmless sentences");
        }
    }

    [Fact]
    public void Ordinary_posts_are_not_blocked_and_hardly_ever_held()
    {
        var posts = OrdinaryPosts.All().Select(p => (Post: p, Outcome: FindingsOutcome.Of(ProtocolRules.Check(Given.Sentence(p))))).ToList();

        Assert.True(posts.Count >= 300);
        Assert.DoesNotContain(posts, static p => p.Outcome == DraftOutcome.Blocked);
        var held = posts.Where(static p => p.Outcome == DraftOutcome.Held).ToList();
        Assert.True(held.Count < posts.Count / 100.0, string.Join("\n", held.Select(static h => h.Post)));
    }

    [Fact]
    public void Findings_point_at_the_evidence_in_the_original_text()
    {
        // The emoji takes two code units, the ligature one for two letters, and the soft hyphen is read as nothing.
        const string Text = "Zó blij 🎉 met de ĳsbaan. Wat een kl\u00adotetoets!";
        var finding = Assert.Single(ProtocolRules.Check(Given.Sentence(Text)), static f => f.Rule == "R48");

        Assert.Equal("kl\u00adotetoets", Text[finding.Start!.Value..finding.End!.Value]); // not null: Assert.Single found it in the text
    }

    [Theory]
    [InlineData("k4nkerschool")]
    [InlineData("kutschоol")] // with a Cyrillic o
    [InlineData("k.u.t")]
    [InlineData("k u t")]
    [InlineData("kuuuuut")]
    [InlineData("k*t")]
    [InlineData("fuuuck")]
    [InlineData("sh!t")]
    [InlineData("𝗸𝘂𝘁")]
    [InlineData("kúttöets")]
    [InlineData("g0dverdomme")]
    [InlineData("k\u200but")]
    public void Disguised_swearing_is_still_swearing(string word) =>
        Assert.Contains(ProtocolRules.Check(Given.Sentence($"Wat een {word} dag")), static f => f.Rule == "R48" && f.Action == FindingAction.Hold);

    [Fact]
    public void The_same_draft_gives_the_same_findings_in_the_same_order()
    {
        foreach (var (_, _, sentence) in RuleSentences.All().Take(80))
        {
            var first = ProtocolRules.Check(Given.Sentence(sentence));
            var second = ProtocolRules.Check(Given.Sentence(sentence));

            Assert.Equal(first.Select(Describe), second.Select(Describe));
            Assert.Equal(first.OrderBy(f => f.Field, StringComparer.Ordinal).ThenBy(f => f.Start ?? -1).ThenBy(f => f.Rule, StringComparer.Ordinal).Select(Describe), first.Select(Describe));
        }

        static string Describe(Finding f) => $"{f.Field} {f.Start}-{f.End} {f.Rule} {f.Action} {f.What.Nl}";
    }

    [Fact]
    public void Findings_never_repeat_the_text_of_the_draft()
    {
        const string Secret = "Welkomzwolle77";
        var found = ProtocolRules.Check(Given.Sentence($"Het wachtwoord is {Secret}. Haar BSN is 123456782."));

        Assert.NotEmpty(found);
        foreach (var finding in found)
        {
            var shown = $"{finding.What} {finding.What.En} {finding.Fix} {finding.Fix.En} {finding.Evidence}";
            Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("123456782", shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('(')]
    [InlineData('"')]
    [InlineData('0')]
    [InlineData('.')]
    [InlineData('@')]
    public void A_hundred_thousand_like_characters_are_read_in_seconds(char c)
    {
        var started = TimeProvider.System.GetTimestamp();
        ProtocolRules.Check(Given.Sentence(new string(c, 100_000)));

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2)); // a guard against quadratic time, not a measurement
    }

    [Theory]
    [InlineData("chaos onze school ")]
    [InlineData("mevrouw De Boer is ziek en ")]
    [InlineData("de de de de van van ")]
    [InlineData("0612345678 ")]
    [InlineData("kut ")]
    [InlineData("\"zegt een leerling\" ")]
    [InlineData("www.a.b.c.d.e.f ")]
    public void A_long_text_of_one_phrase_is_read_in_seconds(string phrase)
    {
        var text = string.Concat(Enumerable.Repeat(phrase, 100_000 / phrase.Length));
        var started = TimeProvider.System.GetTimestamp();
        var found = ProtocolRules.Check(Given.Sentence(text));

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2)); // a guard against quadratic time, not a measurement
        Assert.True(found.Count < 500);
    }
}
