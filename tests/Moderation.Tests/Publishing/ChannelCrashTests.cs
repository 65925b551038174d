using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>
/// Every HTTP call of every publisher breaks once, before and after it took effect, with the process alive or dead.
/// Afterwards there is one post, never two, never none; or the system does not know and asks a person, who says what the
/// channel really shows, and then there is one.
/// </summary>
public sealed class ChannelCrashTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Codes => [.. FakeChannels.All.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Never_two_and_never_none_whatever_call_breaks(string code)
    {
        var fault = Fault.None();
        await RunAsync(code, fault, $"{code}, unbroken");
        var calls = Enumerable.Range(0, fault.Requests.Count).Where(i => IsOutside(fault.Requests[i])).ToList();
        Assert.NotEmpty(calls);
        var runs = calls.SelectMany(call => Enum.GetValues<FaultKind>().Select(kind => (call, kind))).ToList();
        var asked = 0;
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
        {
            if (await RunAsync(code, new Fault(run.call, run.kind), $"{code}, {fault.Requests[run.call]}, {run.kind}"))
                Interlocked.Increment(ref asked);
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{code}: {calls.Count} calls, {runs.Count} crash points, no double, no loss; a person was asked {asked} times.");
    }

    /// <summary>Storage requests have the storage account in their path; those are the crash tests of the whole journey.</summary>
    private static bool IsOutside(string request) => !request.Contains("/devstoreaccount1/", StringComparison.Ordinal);

    /// <returns>True when a person had to be asked.</returns>
    private async Task<bool> RunAsync(string code, Fault fault, string what)
    {
        await using var channel = FakeChannels.All[code]();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
        await using var system = await TestSystem.StartAsync(azurite, configuration: await channel.StartAsync(clock), time: clock);
        var media = new List<SubmittedMedia>();
        var files = channel.Film ? [("sportdag.mp4", SampleMedia.Bytes("sportdag.mp4"))] : Enumerable.Range(0, channel.Pictures).Select(i => ($"foto{i}.jpg", Pictures.Jpeg(1200, 900 + i))).ToArray();
        foreach (var (name, bytes) in files)
        {
            media.Add(new SubmittedMedia
            {
                Id = await system.UploadAsync(bytes, name, TestSchool.Author.Id),
                Alt = "Een leeg lokaal met tafels en stoelen.",
                Kind = channel.Film ? MediaKind.Film : MediaKind.Photo,
                Recognisable = 0,
                Captioned = channel.Film,
                Situation = "gebouw",
            });
        }

        var submission = PipelineTests.Clean("r-1", code) with { Title = "Open dag", Media = media };
        system.Break(fault);
        fault.Active = false;
        var id = await PipelineTests.SubmitAsync(system, submission);
        fault.Active = true;
        var head = await system.SettleAsync(id);
        if (head.State is DraftState.Held or DraftState.Escalated)
        {
            fault.Active = false;
            await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head.ContentHash, null, CancellationToken.None);
            fault.Active = true;
            head = await system.SettleAsync(id);
        }

        Assert.True(channel.Live.Count <= 1, $"{what}: live {channel.Live.Count} times\n{string.Join('\n', channel.Requests)}");
        var asked = head.Channel(code) is { AskPerson: true };
        if (asked)
        {
            var url = channel.Live.Count == 1 ? new Uri($"https://kanaal.example/{channel.Live[0]}") : null;
            await system.Get<ReviewDesk>().SettleAsync(TestSchool.Approver, id, code, url, CancellationToken.None);
            head = await system.SettleAsync(id);
        }

        Assert.True(
            head.State == DraftState.Published && channel.Live.Count == 1,
            $"{what}: {head.State}, {head.Channel(code)?.State} ({head.Channel(code)?.Reason}), live {channel.Live.Count}; findings {string.Join(' ', (await system.LoadAsync(id)).Screening?.Findings.Select(f => f.Rule) ?? [])}\n{string.Join('\n', channel.Requests)}");
        if (!asked)
            Assert.Equal(channel.Live[0], head.Channel(code)?.ExternalRef);
        await system.AssertChainsHoldAsync();
        return asked;
    }
}
