using System.Text.RegularExpressions;
using Moderation.Publishing;
using Moderation.Tests.Telemetry;

namespace Moderation.Tests.Publishing;

public sealed partial class ChannelReasonsTests
{
    /// <summary>Whoever gives a new reason writes down what a person is to do about it.</summary>
    [Fact]
    public void Every_reason_of_a_publisher_has_words()
    {
        var reasons = LogConventionTests.Sources("src/Moderation/Publishing").SelectMany(s => Given().Matches(s.Text))
            .SelectMany(m => m.Groups["reason"].Captures).Select(c => c.Value).Distinct().ToList();
        Assert.True(reasons.Count > 25, $"only {reasons.Count} were found");
        Assert.All(reasons, reason => Assert.DoesNotContain(reason, ChannelReasons.Of(reason)?.Nl ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("too-long")]
    [InlineData("too-long-for-photo")]
    [InlineData("title-missing")]
    [InlineData("title-too-long")]
    [InlineData("angle-brackets")]
    [InlineData("forbidden-character")]
    [InlineData("alt-too-long")]
    [InlineData("no-media")]
    [InlineData("one-film")]
    [InlineData("one-file")]
    [InlineData("mixed-files")]
    [InlineData("too-many-files")]
    [InlineData("too-many-hashtags")]
    [InlineData("too-many-mentions")]
    public void What_a_publisher_objects_to_itself_has_words(string reason) =>
        Assert.DoesNotContain(reason, ChannelReasons.Of(reason)?.Nl ?? reason, StringComparison.Ordinal);

    [Fact]
    public void A_code_of_the_channel_is_given_as_it_is() =>
        Assert.Contains("meta-1500-99", ChannelReasons.Of("meta-1500-99")?.Nl, StringComparison.Ordinal);

    [GeneratedRegex(@"(?:Refused|Limited|Closed|ChannelClosedException)\((?:[^()""]*\? )?""(?<reason>[a-z-]+)""(?: : ""(?<reason>[a-z-]+)"")?")]
    private static partial Regex Given();
}
