using Moderation.Protocol;
using Moderation.Protocol.Rules;
using Moderation.Protocol.Wordings;

namespace Moderation.Tests.Protocol;

public sealed class WordingsTests
{
    [Fact]
    public void Every_section_of_the_wordings_has_a_notice_and_a_rule()
    {
        foreach (var wording in ConceptBook.Default.Wordings)
        {
            Assert.True(WordedNotices.Knows(wording.Key), wording.Key);
            Assert.True(Rulebook.School.Rules.ContainsKey(wording.Key[..3]), wording.Key);
        }
    }

    [Theory]
    [InlineData("De leraren hier zijn gewoon onbeschoft.", true)]
    [InlineData("De leraren hier zijn nooit onbeschoft.", false)] // denied
    [InlineData("De l3raren hier zijn 0nbesch0ft.", true)] // digits for letters
    [InlineData("De leraren hier zijn onbeschooooft.", true)] // drawn out
    [InlineData("De leraren hier zijn o n b e s c h o f t.", true)] // spaced
    [InlineData("De leraren hier zijn onbescho\u200bft.", true)] // with an invisible sign inside
    [InlineData("In de film zijn de leraren gewoon onbeschoft.", false)] // a story
    [InlineData("Onbeschofte mannetjes, die trollen uit ons sprookje.", false)] // nobody of the school
    public void Concepts_are_found_however_a_word_is_written(string text, bool found) =>
        Assert.Equal(found, ProtocolRules.Check(Given.Sentence(text)).Any(static f => f.Rule == "R03"));

    [Fact]
    public void A_finding_marks_the_words_in_the_original_text()
    {
        const string Text = "🎉 Hé! De leraren híer zijn onbeschóft.";
        var finding = Assert.Single(ProtocolRules.Check(Given.Sentence(Text)), static f => f.Rule == "R03");

        Assert.Equal("leraren híer zijn onbeschóft", Text[finding.Start!.Value..finding.End!.Value]); // not null: Assert.Single found it in the text
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named()
    {
        var e = Assert.Throws<InvalidDataException>(static () => ConceptBook.Read("= MENS: docent\n[R03]\nMENS >2 DWAAS\n"));

        Assert.Contains("Line 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("DWAAS", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_text_makes_hits_in_proportion_to_its_length()
    {
        static int Hits(int times) => ConceptReading.Of(string.Concat(Enumerable.Repeat("de leraren zijn onbeschoft en ", times)), ConceptBook.Default).Hits.Count;

        Assert.Equal(Hits(100) * 10.0, Hits(1_000), tolerance: 50);
    }
}
