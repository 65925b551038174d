using Moderation.Drafts;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>
/// Every HTTP call of every publisher breaks once, before and after it took effect, with the process alive or dead.
/// Afterwards there is one post, never two, never none; or the system does not know and asks a person, who says what the
/// channel really shows, and then there is one.
/// </summary>
/// <remarks>By default every third crash point of a channel; all of them with <c>MODERATION_ALL_CRASH_POINTS=1</c>.</remarks>
public sealed class ChannelCrashTests(AzuriteFixture azurite)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("MODERATION_ALL_CRASH_POINTS") == "1";

    public static TheoryData<string> Variants => [.. FakeChannels.All.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Never_two_and_never_none_whatever_call_breaks(string variant)
    {
        var fault = Fault.None();
        await RunAsync(variant, fault, $"{variant}, unbroken");
        var calls = Enumerable.Range(0, fault.Requests.Count).Where(i => IsOutside(fault.Requests[i])).ToList();
        Assert.NotEmpty(calls);
        var runs = calls.SelectMany(call => Enum.GetValues<FaultKind>().Select(kind => (call, kind)))
            // Over HTTP nobody sends a call again behind our back: that is a lost answer.
            .Where(run => run.kind != FaultKind.AnswerLostAndSentAgain)
            .Where((_, i) => All || i % 3 == variant.Length % 3)
            .ToList();
        var asked = 0;
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
        {
            if (await RunAsync(variant, new Fault(run.call, run.kind), $"{variant}, {fault.Requests[run.call]}, {run.kind}"))
                Interlocked.Increment(ref asked);
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{variant}: {calls.Count} calls, {runs.Count} crash points, no double, no loss; a person was asked {asked} times.");
    }

    /// <summary>Storage requests have the storage account in their path; those are the crash tests of the whole journey.</summary>
    private static bool IsOutside(string request) => !request.Contains("/devstoreaccount1/", StringComparison.Ordinal);

    /// <returns>True when a person had to be asked.</returns>
    private async Task<bool> RunAsync(string variant, Fault fault, string what)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var (channel, system) = (run.Channel, run.System);
        system.Break(fault);
        fault.Active = false;
        var id = await run.SubmitAsync();
        fault.Active = true;
        var head = await run.SettleAsync(id);

        Assert.True(channel.Live.Count <= 1, $"{what}: live {channel.Live.Count} times\n{string.Join('\n', channel.Requests)}");
        var asked = await run.AnswerAsync(id, channel.Live.SingleOrDefault());
        if (asked)
            head = await run.SettleAsync(id);

        Assert.True(
            head.State == DraftState.Published && channel.Live.Count == 1,
            $"{what}: {head.State}, {head.Channel(channel.Code)?.State} ({head.Channel(channel.Code)?.Reason}), live {channel.Live.Count}; findings {string.Join(' ', (await system.LoadAsync(id)).Screening?.Findings.Select(f => f.Rule) ?? [])}\n{string.Join('\n', channel.Requests)}");
        if (!asked)
            Assert.Equal(channel.Live[0], head.Channel(channel.Code)?.ExternalRef);
        await system.AssertChainsHoldAsync();
        return asked;
    }
}
