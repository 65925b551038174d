using System.Text.Json;
using Azure;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class SafetyFailureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(429, NotAnalysedReason.Busy, true)]
    [InlineData(500, NotAnalysedReason.Outage, true)]
    [InlineData(503, NotAnalysedReason.Outage, true)]
    [InlineData(0, NotAnalysedReason.Outage, true)]
    [InlineData(408, NotAnalysedReason.TimedOut, true)]
    [InlineData(400, NotAnalysedReason.Refused, false)]
    [InlineData(401, NotAnalysedReason.Refused, false)]
    [InlineData(404, NotAnalysedReason.Refused, false)]
    [InlineData(200, NotAnalysedReason.Unreadable, false)]
    public void A_status_says_whether_asking_again_helps(int status, NotAnalysedReason reason, bool transient)
    {
        var answer = SafetyFailure.FromStatus(status, null, Now);
        Assert.Equal((reason, transient), (answer.Reason, answer.Transient));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("Mon, 02 Mar 2026 09:01:30 GMT", 90)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("999999", 3600)]
    public void Retry_After_is_seconds_or_a_date(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SafetyFailure.FromStatus(429, header, Now).RetryAfter);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-3")]
    public void An_unreadable_Retry_After_is_none(string? header) =>
        Assert.Null(SafetyFailure.FromStatus(429, header, Now).RetryAfter);

    [Fact]
    public void Failures_of_the_service_are_answers_and_faults_of_ours_are_not()
    {
        Assert.Equal(NotAnalysedReason.Outage, SafetyFailure.FromException(new RequestFailedException(502, ""), Now)?.Reason);
        Assert.Equal(NotAnalysedReason.Outage, SafetyFailure.FromException(new HttpRequestException(), Now)?.Reason);
        Assert.Equal(NotAnalysedReason.TimedOut, SafetyFailure.FromException(new TaskCanceledException(), Now)?.Reason);
        Assert.Equal(NotAnalysedReason.Unreadable, SafetyFailure.FromException(new JsonException(), Now)?.Reason);
        Assert.Null(SafetyFailure.FromException(new ArgumentNullException(), Now));
    }
}
