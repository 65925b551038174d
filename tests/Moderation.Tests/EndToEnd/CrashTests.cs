using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.EndToEnd;

/// <summary>
/// Proof against loss. Each journey is run once to count every storage request and every call to the wall that it makes;
/// then once more for each of them and each way to break it. Afterwards: exactly one publication per channel, chains
/// that hold, nothing lost or stuck, and nothing out that the checks did not clear.
/// </summary>
/// <remarks>
/// By default every point of the first journey and every seventh of the others; all of them with
/// <c>MODERATION_ALL_CRASH_POINTS=1</c>.
/// </remarks>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("MODERATION_ALL_CRASH_POINTS") == "1";
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>What people do in a journey: each step is tried again when it fails, as people and clients do.</summary>
    private sealed record Journey(string Name, Submission Submission, string[] Channels, Func<TestSystem, DraftId, Task>? Then = null, bool GoesOut = true);

    private static readonly Journey[] Journeys =
    [
        new("a clean post", PipelineTests.Clean(), ["website"]),
        new("a clean post on three channels", PipelineTests.Clean("r-1", "website", "facebook", "linkedin"), ["website", "facebook", "linkedin"]),
        new("a planned post", PipelineTests.Clean() with { PlannedAt = "2026-11-10T11:00" }, ["website"]),
        new("a held post that is approved", PipelineTests.Irrevocable("email", "website"), ["email", "website"], ApproveAsync),
        new("a held post that is edited and then approved", PipelineTests.Irrevocable(), ["email"], EditThenApproveAsync),
        new("a blocked post", PipelineTests.Clean() with { Text = "Roos Bakker uit 3B won de voorleeswedstrijd." }, [], GoesOut: false),
        new("a held post that nobody approves", PipelineTests.Irrevocable(), [], GoesOut: false),
    ];

    public static TheoryData<int> Names => new(Enumerable.Range(0, Journeys.Length));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_lost_or_doubled_whatever_breaks(int number)
    {
        var journey = Journeys[number];
        var points = await CountAsync(journey);
        Assert.True(points > 5, $"only {points} requests were seen");
        var stride = All || number == 0 ? 1 : 7;
        var kinds = Enum.GetValues<FaultKind>();
        var runs = Enumerable.Range(0, points)
            .SelectMany(point => kinds.Select((kind, k) => (Point: point, Kind: kind, Index: (point * kinds.Length) + k)))
            .Where(run => run.Index % stride == number % stride)
            .ToList();

        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
            await RunAsync(journey, new Fault(run.Point, run.Kind), times: 1, $"{journey.Name}, request {run.Point}, {run.Kind}"));

        TestContext.Current.TestOutputHelper?.WriteLine($"{journey.Name}: {points} requests, {runs.Count} crash points, no loss, no double.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_doubled_when_every_message_comes_twice(int number) =>
        await RunAsync(Journeys[number], Fault.None(), times: 2, Journeys[number].Name);

    [Fact]
    public async Task Two_workers_at_once_publish_once()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        for (var draft = 0; draft < 10; draft++)
        {
            var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean($"r-{draft}", "website", "facebook") with { Text = $"Bericht {draft} over de open dag." });
            await Together(4, () => system.Get<Screening.ScreeningStage>().HandleAsync(id, None));
            await Together(4, () => system.Get<PublishingStage>().HandleAsync(id, "website", None), () => system.Get<PublishingStage>().HandleAsync(id, "facebook", None));
            await system.SettleAsync(id);
        }

        Assert.Equal(20, system.Wall.Count);
        Assert.Equal(20, system.Wall.Select(p => (p.Channel, p.Text)).Distinct().Count());
        await system.AssertChainsHoldAsync();
    }

    private static Task Together(int each, params Func<Task>[] work) =>
        Task.WhenAll(work.SelectMany(w => Enumerable.Range(0, each).Select(_ => Task.Run(w))));

    private async Task<int> CountAsync(Journey journey)
    {
        var fault = Fault.None();
        await RunAsync(journey, fault, times: 1, journey.Name);
        return fault.Count;
    }

    private async Task RunAsync(Journey journey, Fault fault, int times, string what)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        system.Break(fault);
        var id = DraftId.For(Intake.Api, TestSchool.Author.Id, journey.Submission.ClientReference!); // every journey has one
        await UntilItWorks(system, () => PipelineTests.SubmitAsync(system, journey.Submission));
        await system.SettleAsync(id, times);
        if (journey.Then is { } then)
        {
            await then(system, id);
            await system.SettleAsync(id, times);
        }

        var head = await system.SettleAsync(id, times);
        var said = $"{what}: {fault.Requests.Count} requests, the draft is {head.State}";
        Assert.True(
            system.Wall.Select(p => p.Channel).Order(StringComparer.Ordinal).SequenceEqual(journey.Channels.Order(StringComparer.Ordinal)),
            $"{said}; on the wall: {string.Join(' ', system.Wall.Select(p => p.Channel))}");
        Assert.True(journey.GoesOut ? head.State == DraftState.Published : head.State is DraftState.Blocked or DraftState.Held or DraftState.Escalated, said);
        await system.AssertChainsHoldAsync();

        // Finished drafts leave the index, if not at once then with the sweep.
        await system.SweepAsync(TimeSpan.FromDays(3));
        await system.PumpAsync();
        if (journey.GoesOut)
            Assert.True(await system.Outside.Table(Storage.StorageNames.Tables.Open).QueryAsync<Azure.Data.Tables.TableEntity>(r => r.PartitionKey != "review").CountAsync() == 0, $"{said}; a row is left in the index");
        Assert.Equal(journey.Channels.Length, system.Wall.Count);
    }

    private static async Task ApproveAsync(TestSystem system, DraftId id) =>
        await UntilItWorks(system, async () =>
        {
            var head = await system.HeadAsync(id);
            if (head!.State is DraftState.Held or DraftState.Escalated)
                await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head.ContentHash, null, None);
        });

    private static async Task EditThenApproveAsync(TestSystem system, DraftId id)
    {
        var edited = PipelineTests.Irrevocable() with { Text = "De open dag is zaterdag, van tien tot twee uur." };
        await UntilItWorks(system, async () =>
        {
            var head = await system.HeadAsync(id);
            if (head!.Version == 1)
                await system.Get<Intake>().EditAsync(id, edited, head.ContentHash, TestSchool.Author, None);
        });
        Assert.Equal(DraftState.Held, (await system.SettleAsync(id)).State);
        await ApproveAsync(system, id);
        await system.SettleAsync(id);
        Assert.All(system.Wall, p => Assert.Equal(edited.Text, p.Text));
    }

    private static async Task UntilItWorks(TestSystem system, Func<Task> act)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (await system.TryAsync(act))
                return;
        }

        Assert.Fail("It never worked.");
    }
}
