using Moderation.Publishing.Channels;

namespace Moderation.Tests.Publishing;

public sealed class XLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello, world! 👋", 16)]
    [InlineData("€5", 3)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("🇳🇱🇳🇱", 4)]
    [InlineData("👍🏽", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("https://example.com/very/long/path", 23)]
    [InlineData("Kijk op https://example.com/very/long/path.", 32)]
    [InlineData("(https://example.com/a)", 25)]
    [InlineData("school.nl", 23)]
    [InlineData("Meer op www.school.nl/open-dag, tot dan!", 41)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("– — ‘’“”", 8)]
    [InlineData("…•™", 6)]
    [InlineData("学校", 4)]
    [InlineData("jan@school.nl", 13)]
    public void Length_is_counted_as_X_counts_it(string text, int length) => Assert.Equal(length, XLength.Of(text));

    [Theory]
    [InlineData("Meer op school.nl", true)]
    [InlineData("Meer op https://school.nl/a.b", false)]
    [InlineData("Tot dan. Neem brood mee", false)]
    public void Bare_domain_is_seen(string text, bool bare) => Assert.Equal(bare, XLength.HasBareDomain(text));
}
