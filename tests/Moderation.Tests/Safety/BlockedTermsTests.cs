using FsCheck.Xunit;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class BlockedTermsTests
{
    [Theory]
    [InlineData("klote", "Wat een KLOTE dag", 8, 13)]
    [InlineData("klote", "wat een kl0te dag", 8, 13)]
    [InlineData("café zat", "In Cafe  Zat vanavond", 3, 12)]
    [InlineData("klote*", "klotenzooi", 0, 10)]
    [InlineData("foto's", "de fotos", 3, 8)]
    public void A_term_is_found_as_a_whole_word(string term, string text, int start, int end) =>
        Assert.Equal([(start, end)], new BlockedTerms([term]).Find(text));

    [Theory]
    [InlineData("kut", "Kuttelstraat")]
    [InlineData("ass", "klassenassistent")]
    [InlineData("a b", "a c b")]
    public void Part_of_a_word_is_no_hit(string term, string text) => Assert.Empty(new BlockedTerms([term]).Find(text));

    [Property]
    public void Places_are_inside_the_text_and_do_not_overlap(string[] terms, string text)
    {
        var last = 0;
        foreach (var (start, end) in new BlockedTerms((terms ?? []).Select(t => t ?? "")).Find(text ?? ""))
        {
            Assert.True(start >= last && end > start && end <= (text ?? "").Length);
            last = end;
        }
    }
}
