using System.Diagnostics;
using Moderation.Protocol.Names;

namespace Moderation.Tests.Protocol.Names;

/// <summary>The longest text a draft may have, made to be hard, is read at once: nothing in it costs the square of its length.</summary>
public sealed class NameMatcherCostTests
{
    private const int LongestText = 100_000;

    [Theory]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("@roosbakker ")]
    [InlineData("@roosbakker@")]
    [InlineData("A. ")]
    [InlineData("R.")]
    [InlineData("a ")]
    [InlineData("a1")]
    [InlineData("a")]
    [InlineData("Roos ")]
    [InlineData("Roos Bakker, ")]
    [InlineData("Roos uit 3B, ")]
    [InlineData("3B ")]
    [InlineData("van der ")]
    [InlineData("102938 ")]
    [InlineData("roos_")]
    [InlineData("x.nl/")]
    [InlineData("\"Roos ")]
    [InlineData("<b>")]
    [InlineData("\u200B")]
    [InlineData("Roos\n")]
    [InlineData("Kevin de Boer ")]
    [InlineData("mevrouw ")]
    [InlineData("#Roos")]
    public void A_text_made_to_be_hard_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, LongestText / piece.Length));
        var clock = Stopwatch.StartNew();
        NameMatcher.Find(SchoolRoll.Example, text);
        NameMatcher.Find(SchoolRoll.Example, text, "media[0].name");
        // A tenth of a second on an idle machine; the square of the length would take minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"took {clock.Elapsed}");
    }
}
