using Azure;
using Azure.AI.ContentSafety;
using Moderation.Safety;

namespace Moderation.Functions.Tests;

/// <summary>The adapter and the real client over HTTP (apis.md §11): what is asked, what is understood, and what a failure means.</summary>
public sealed class AzureContentSafetyHttpTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly BinaryData Picture = BinaryData.FromBytes([0xFF, 0xD8, 0xFF, 0xD9]);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Severity_of_a_text_and_of_a_picture_is_understood(int severity)
    {
        await using var service = await ScriptedService.StartAsync(
            $$"""{"blocklistsMatch":[],"categoriesAnalysis":[{"category":"Hate","severity":{{severity}}},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":2},{"category":"Violence","severity":{{severity}}}]}""");
        foreach (var answer in (SafetyAnswer[])[await Adapter(service).AnalyseTextAsync("Hallo", true, None), await Adapter(service).AnalyseImageAsync(Picture, None)])
        {
            var analysed = Assert.IsType<SafetyAnswer.Analysed>(answer);
            Assert.Equal(severity, analysed.Severities[SafetyCategory.Hate]);
            Assert.Equal(severity, analysed.Severities[SafetyCategory.Violence]);
            Assert.Equal(0, analysed.Severities[SafetyCategory.SelfHarm]);
            Assert.Equal(2, analysed.Severities[SafetyCategory.Sexual]);
            Assert.Empty(analysed.BlocklistHits);
        }
    }

    [Fact]
    public async Task Text_is_asked_as_the_service_wants_it()
    {
        await using var service = await ScriptedService.StartAsync("""{"categoriesAnalysis":[]}""");
        await Adapter(service).AnalyseTextAsync("Hallo «wereld» 🎉", true, None);

        var asked = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/contentsafety/text:analyze?api-version=2023-10-01", "key"), (asked.Method, asked.PathAndQuery, asked.Key));
        Assert.Equal("Hallo «wereld» 🎉", asked.Body.GetProperty("text").GetString());
        Assert.Equal(["school"], asked.Body.GetProperty("blocklistNames").EnumerateArray().Select(n => n.GetString()));
        Assert.False(asked.Body.GetProperty("haltOnBlocklistHit").GetBoolean());
        Assert.Equal("FourSeverityLevels", asked.Body.GetProperty("outputType").GetString());
    }

    [Fact]
    public async Task Picture_is_asked_as_the_service_wants_it()
    {
        await using var service = await ScriptedService.StartAsync("""{"categoriesAnalysis":[]}""");
        await Adapter(service).AnalyseImageAsync(Picture, None);

        var asked = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/contentsafety/image:analyze?api-version=2023-10-01"), (asked.Method, asked.PathAndQuery));
        Assert.Equal(Picture.ToArray(), asked.Body.GetProperty("image").GetProperty("content").GetBytesFromBase64());
        Assert.Equal("FourSeverityLevels", asked.Body.GetProperty("outputType").GetString());
    }

    [Fact]
    public async Task Blocklist_hit_counts_though_nothing_else_was_analysed()
    {
        await using var service = await ScriptedService.StartAsync(
            """{"blocklistsMatch":[{"blocklistName":"school","blocklistItemId":"i-1","blocklistItemText":"woord"}],"categoriesAnalysis":[]}""");
        var analysed = Assert.IsType<SafetyAnswer.Analysed>(await Adapter(service).AnalyseTextAsync("Hallo", true, None));
        Assert.Equal([new BlocklistHit("school", "i-1")], analysed.BlocklistHits);
        Assert.Empty(analysed.Severities);
    }

    /// <summary>Unknown is never safe.</summary>
    [Theory]
    [InlineData("""{"categoriesAnalysis":[{"category":"Hate"},{"category":"Sexual","severity":2}]}""", 2)]
    [InlineData("""{"categoriesAnalysis":[{"category":"Spam","severity":6},{"category":"Sexual","severity":2}]}""", 2)]
    [InlineData("{}", null)]
    public async Task Severity_that_is_missing_is_unknown(string json, int? sexual)
    {
        await using var service = await ScriptedService.StartAsync(json);
        foreach (var answer in (SafetyAnswer[])[await Adapter(service).AnalyseTextAsync("Hallo", true, None), await Adapter(service).AnalyseImageAsync(Picture, None)])
        {
            var analysed = Assert.IsType<SafetyAnswer.Analysed>(answer);
            Assert.Null(analysed.Severities.GetValueOrDefault(SafetyCategory.Hate));
            Assert.Equal(sexual, analysed.Severities.GetValueOrDefault(SafetyCategory.Sexual));
        }
    }

    [Theory]
    [InlineData(429, "7", NotAnalysedReason.Busy, 7)]
    [InlineData(429, null, NotAnalysedReason.Busy, null)]
    [InlineData(503, "30", NotAnalysedReason.Outage, 30)]
    [InlineData(503, null, NotAnalysedReason.Outage, null)]
    [InlineData(500, null, NotAnalysedReason.Outage, null)]
    [InlineData(408, null, NotAnalysedReason.TimedOut, null)]
    [InlineData(400, null, NotAnalysedReason.Refused, null)]
    [InlineData(401, null, NotAnalysedReason.Refused, null)]
    [InlineData(404, null, NotAnalysedReason.Refused, null)]
    public async Task Refusal_is_told_at_once_with_the_wait_that_was_asked_for(int status, string? retryAfter, NotAnalysedReason reason, int? seconds)
    {
        await using var service = await ScriptedService.StartAsync("""{"error":{"code":"X","message":"Y"}}""", status, retryAfter);

        var text = await Record.ExceptionAsync(() => Adapter(service).AnalyseTextAsync("Hallo", true, None));
        var picture = await Record.ExceptionAsync(() => Adapter(service).AnalyseImageAsync(Picture, None));

        Assert.All((Exception?[])[text, picture], failure =>
        {
            var told = SafetyFailure.FromException(Assert.IsType<RequestFailedException>(failure), DateTimeOffset.UnixEpoch);
            Assert.Equal(reason, told?.Reason);
            Assert.Equal(seconds, (int?)told?.RetryAfter?.TotalSeconds);
        });
        Assert.Equal(2, service.Requests.Count); // one a call: the check decides on trying again
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("""{"categoriesAnalysis":[""")]
    [InlineData("[]")]
    [InlineData("""{"categoriesAnalysis":[{"category":"Hate","severity":"high"}]}""")]
    public async Task Answer_that_is_no_answer_is_unreadable(string body)
    {
        await using var service = await ScriptedService.StartAsync(body);
        var failure = await Record.ExceptionAsync(() => Adapter(service).AnalyseTextAsync("Hallo", true, None));
        Assert.Equal(NotAnalysedReason.Unreadable, SafetyFailure.FromException(Assert.IsType<Exception>(failure, exactMatch: false), DateTimeOffset.UnixEpoch)?.Reason);
    }

    [Fact]
    public async Task Connection_that_breaks_is_an_outage()
    {
        await using var service = await ScriptedService.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var failure = await Record.ExceptionAsync(() => Adapter(service).AnalyseTextAsync("Hallo", true, None));
        Assert.Equal(NotAnalysedReason.Outage, SafetyFailure.FromException(Assert.IsType<Exception>(failure, exactMatch: false), DateTimeOffset.UnixEpoch)?.Reason);
    }

    [Fact]
    public async Task Caller_that_gives_up_is_heard()
    {
        await using var service = await ScriptedService.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Adapter(service).AnalyseTextAsync("Hallo", true, patience.Token));
    }

    /// <summary>With a key, because the identity's token goes over TLS only.</summary>
    private static AzureContentSafety Adapter(ScriptedService service) =>
        new(new ContentSafetyClient(service.Address, new AzureKeyCredential("key"), AzureContentSafety.NewClientOptions()), service.Address, "school");
}
