using System.Text.Json.Nodes;
using Azure;
using Moderation.Safety;

namespace Moderation.Tests.Functions;

/// <summary>The compiled adapter over a scripted client. What the package itself does is tested in tests/Moderation.Functions.Tests.</summary>
public sealed class AzureContentSafetyTests
{
    private const string AllZero = """{"blocklistsMatch":[],"categoriesAnalysis":[{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(0, 2, 4, 6)]
    [InlineData(6, 4, 2, 0)]
    [InlineData(7, 5, 3, 1)]
    public async Task Severities_arrive_as_they_were_given(int hate, int selfHarm, int sexual, int violence)
    {
        var json = $$"""{"categoriesAnalysis":[{"category":"Hate","severity":{{hate}}},{"category":"SelfHarm","severity":{{selfHarm}}},{"category":"Sexual","severity":{{sexual}}},{"category":"Violence","severity":{{violence}}}]}""";
        foreach (var answer in (SafetyAnswer[])[await Adapter(json).AnalyseTextAsync("Hallo", true, None), await Adapter(json).AnalyseImageAsync(BinaryData.FromBytes([1, 2, 3]), None)])
        {
            var analysed = Assert.IsType<SafetyAnswer.Analysed>(answer);
            Assert.Equal(hate, analysed.Severities[SafetyCategory.Hate]);
            Assert.Equal(selfHarm, analysed.Severities[SafetyCategory.SelfHarm]);
            Assert.Equal(sexual, analysed.Severities[SafetyCategory.Sexual]);
            Assert.Equal(violence, analysed.Severities[SafetyCategory.Violence]);
            Assert.Empty(analysed.BlocklistHits);
            Assert.Equal("azure-content-safety/2023-10-01", analysed.Model);
        }
    }

    /// <summary>Unknown is never safe: a category that was not judged is missing or null, not 0.</summary>
    [Theory]
    [InlineData("""{"categoriesAnalysis":[{"category":"Hate"},{"category":"SelfHarm","severity":2}]}""", 2)]
    [InlineData("""{"categoriesAnalysis":[{"category":"Hate","severity":null},{"category":"SelfHarm","severity":2}]}""", 2)]
    [InlineData("""{"categoriesAnalysis":[{"category":"hate","severity":0},{"category":"Spam","severity":6},{"category":"SelfHarm","severity":2}]}""", 2)]
    [InlineData("""{"categoriesAnalysis":[]}""", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("""{"categoriesAnalysis":null,"blocklistsMatch":null}""", null)]
    public async Task Category_that_was_not_judged_is_unknown(string json, int? selfHarm)
    {
        foreach (var answer in (SafetyAnswer[])[await Adapter(json).AnalyseTextAsync("Hallo", true, None), await Adapter(json).AnalyseImageAsync(BinaryData.FromBytes([1, 2, 3]), None)])
        {
            var analysed = Assert.IsType<SafetyAnswer.Analysed>(answer);
            Assert.Null(analysed.Severities.GetValueOrDefault(SafetyCategory.Hate));
            Assert.Null(analysed.Severities.GetValueOrDefault(SafetyCategory.Violence));
            Assert.Equal(selfHarm, analysed.Severities.GetValueOrDefault(SafetyCategory.SelfHarm));
        }
    }

    [Fact]
    public async Task Blocklist_hit_is_told_without_the_word()
    {
        var answer = await Adapter("""{"blocklistsMatch":[{"blocklistName":"school","blocklistItemId":"i-1","blocklistItemText":"woord"}],"categoriesAnalysis":[]}""").AnalyseTextAsync("Hallo", true, None);
        var analysed = Assert.IsType<SafetyAnswer.Analysed>(answer);
        Assert.Equal([new BlocklistHit("school", "i-1")], analysed.BlocklistHits);
        Assert.DoesNotContain("woord", analysed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_asked_whole_with_the_blocklist_and_four_levels()
    {
        JsonObject? asked = null;
        await Adapter(request => { asked = JsonNode.Parse(request)!.AsObject(); return AllZero; }).AnalyseTextAsync("Hallo «wereld» 🎉", true, None); // the declared client writes an object
        Assert.Equal("Hallo «wereld» 🎉", (string?)asked?["text"]);
        Assert.Equal(["school"], asked!["blocklistNames"]!.AsArray().Select(n => (string?)n)); // written by the declared client
        Assert.False((bool?)asked["haltOnBlocklistHit"]);
        Assert.Equal("FourSeverityLevels", (string?)asked["outputType"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("school", false)]
    public async Task Without_a_blocklist_none_is_named(string name, bool there)
    {
        JsonObject? asked = null;
        await Adapter(request => { asked = JsonNode.Parse(request)!.AsObject(); return AllZero; }, blocklist: name).AnalyseTextAsync("Hallo", there, None); // the declared client writes an object
        Assert.Empty(asked!["blocklistNames"]!.AsArray()); // written by the declared client
    }

    [Fact]
    public async Task Picture_is_sent_whole()
    {
        JsonObject? asked = null;
        await Adapter(request => { asked = JsonNode.Parse(request)!.AsObject(); return AllZero; }).AnalyseImageAsync(BinaryData.FromBytes([9, 8, 7]), None); // the declared client writes an object
        Assert.Equal(Convert.ToBase64String([9, 8, 7]), (string?)asked?["image"]?["content"]);
        Assert.Equal("FourSeverityLevels", (string?)asked?["outputType"]);
    }

    public static TheoryData<Exception, NotAnalysedReason> Failures => new()
    {
        { new RequestFailedException(429, "TooManyRequests"), NotAnalysedReason.Busy },
        { new RequestFailedException(503, "ServerBusy"), NotAnalysedReason.Outage },
        { new RequestFailedException(401, "Access denied"), NotAnalysedReason.Refused },
        { new RequestFailedException(0, "No route"), NotAnalysedReason.Outage },
        { new TaskCanceledException(), NotAnalysedReason.TimedOut },
        { new System.Text.Json.JsonException(), NotAnalysedReason.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_passes_through_and_is_read_in_one_place(Exception failure, NotAnalysedReason reason)
    {
        var adapter = Adapter(_ => throw failure);
        Assert.Same(failure, await Record.ExceptionAsync(() => adapter.AnalyseTextAsync("Hallo", true, None)));
        Assert.Same(failure, await Record.ExceptionAsync(() => adapter.AnalyseImageAsync(BinaryData.FromBytes([1]), None)));
        Assert.Equal(reason, SafetyFailure.FromException(failure, DateTimeOffset.UnixEpoch)?.Reason);
    }

    [Fact]
    public async Task Caller_that_gives_up_is_heard()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var adapter = Adapter((_, cancellation) => Task.FromCanceled<string>(cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adapter.AnalyseTextAsync("Hallo", true, cancelled.Token));
    }

    private static IContentSafety Adapter(string answer) => Adapter(_ => answer);

    private static IContentSafety Adapter(Func<string, string> answer, string blocklist = "school") =>
        Adapter(async (request, _) => { await Task.Yield(); return answer(request); }, blocklist);

    private static IContentSafety Adapter(Func<string, CancellationToken, Task<string>> answer, string blocklist = "school")
    {
        var client = Activator.CreateInstance(CompiledFunctions.Instance.Declared("Azure.AI.ContentSafety.ScriptedContentSafetyClient"), answer);
        return (IContentSafety)Activator.CreateInstance(CompiledFunctions.Instance.TypeOf("AzureContentSafety"), client, new Uri("https://school.cognitiveservices.azure.com/"), blocklist)!; // a class
    }
}
