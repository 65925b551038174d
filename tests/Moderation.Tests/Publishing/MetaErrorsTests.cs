using System.Net;
using Moderation.Publishing;
using Moderation.Publishing.Channels;

namespace Moderation.Tests.Publishing;

/// <summary>The table of apis.md §1.5 and §2.4: the code counts, whatever the HTTP status.</summary>
public sealed class MetaErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, "unknown meta-1")]
    [InlineData(2, 0, "unknown meta-2")]
    [InlineData(3, 0, "closed app-not-allowed")]
    [InlineData(4, 0, "limited rate-limit")]
    [InlineData(17, 0, "limited rate-limit")]
    [InlineData(32, 0, "limited rate-limit")]
    [InlineData(341, 0, "limited rate-limit")]
    [InlineData(613, 0, "limited rate-limit")]
    [InlineData(80001, 0, "limited rate-limit")]
    [InlineData(80002, 0, "limited rate-limit")]
    [InlineData(1390008, 0, "limited rate-limit")]
    [InlineData(10, 0, "closed permission")]
    [InlineData(200, 0, "closed permission")]
    [InlineData(299, 0, "closed permission")]
    [InlineData(100, 0, "refused meta-100")]
    [InlineData(100, 1366046, "refused meta-100-1366046")]
    [InlineData(190, 463, "closed token")]
    [InlineData(102, 0, "closed token")]
    [InlineData(368, 0, "closed account-restricted")]
    [InlineData(200, 1404112, "closed account-restricted")]
    [InlineData(506, 0, "unknown duplicate")]
    [InlineData(100, 1366051, "unknown duplicate")]
    [InlineData(1609005, 0, "refused meta-1609005")]
    [InlineData(9, 2207042, "limited rate-limit")]
    [InlineData(9007, 2207027, "limited meta-2207027")]
    [InlineData(100, 2207052, "limited meta-2207052")]
    [InlineData(100, 2207051, "closed account-restricted")]
    [InlineData(36003, 2207009, "refused meta-36003-2207009")]
    public async Task Code_decides_what_is_known(int code, int subcode, string expected)
    {
        foreach (var status in new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden })
        {
            using var answer = new HttpResponseMessage(status) { Content = new StringContent(FakeMeta.Envelope(code, subcode)) };
            Assert.Equal(expected, await MetaErrors.ClassifyAsync(answer, Now, CancellationToken.None) switch
            {
                PublishOutcome.Unknown o => $"unknown {o.Reason}",
                PublishOutcome.Limited o => $"limited {o.Reason}",
                PublishOutcome.Closed o => $"closed {o.Reason}",
                PublishOutcome.Refused o => $"refused {o.Reason}",
                var other => other?.ToString(),
            });
        }
    }

    [Theory]
    [InlineData("""{"123":[{"type":"pages","estimated_time_to_regain_access":12},{"type":"instagram","estimated_time_to_regain_access":40}]}""", 40)]
    [InlineData("""{"123":[{"type":"pages","call_count":80}]}""", 5)]
    [InlineData("not json", 5)]
    public async Task Wait_is_what_the_usage_header_says(string header, int minutes)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(FakeMeta.Envelope(32)) };
        answer.Headers.TryAddWithoutValidation("X-Business-Use-Case-Usage", header);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.IsType<PublishOutcome.Limited>(await MetaErrors.ClassifyAsync(answer, Now, CancellationToken.None)).After);
    }

    [Fact]
    public async Task Transient_error_of_a_commit_call_is_unknown_and_of_an_upload_simply_tried_again()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":{"code":99,"is_transient":true}}""") };
        Assert.IsType<PublishOutcome.Unknown>(await MetaErrors.ClassifyAsync(answer, Now, CancellationToken.None));
        Assert.IsType<PublishOutcome.Limited>(await MetaErrors.ClassifyInvisibleAsync(answer, Now, CancellationToken.None));
    }
}
