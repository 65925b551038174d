using System.Diagnostics;
using Moderation.LocalHost.Queues;

namespace Moderation.Benchmarks.Flow;

/// <summary>
/// Clean posts through the whole pipeline beside the floor, in turn against the same Azurite, so that a busy machine slows
/// both: throughput at 1, 8 and 32 in flight, time from submit to wall, requests a post, and all that with many drafts stored.
/// </summary>
internal static class FlowBenchmark
{
    private const int GrowthInFlight = 8;
    private const int SeedStep = 500;
    private const int Pairs = 6;
    private const int GrowthPairs = 4;
    private const int IdlePosts = 10;
    private static readonly int[] InFlight = [1, 8, 32];
    private static readonly int[] Stored = [0, 2_000, 20_000];
    private static readonly TimeSpan SliceLasts = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GrowthSliceLasts = TimeSpan.FromSeconds(2);

    /// <summary>As the local host has it: what a person at the pages notices.</summary>
    private static readonly QueuePumpSettings Ordinary = new() { MaxPollingInterval = TimeSpan.FromSeconds(1) };

    /// <summary>Asks again soon, so that posts per second tell of the pipeline and not of the pump's pauses.</summary>
    private static readonly QueuePumpSettings Eager = Ordinary with { MinPollingInterval = TimeSpan.FromMilliseconds(5) };

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var progress = new Progress(IdlePosts + (InFlight.Length * Pairs * 2) + (Stored.Length * GrowthPairs * 2) + (Stored[^1] / SeedStep));
        var idle = await IdleAsync(progress, cancellationToken);
        var levels = await ThroughputAsync(progress, cancellationToken);
        var growth = await GrowthAsync(progress, cancellationToken);
        progress.End();
        return FlowReport.Print(idle, levels, growth, Ordinary, Eager, watch.Elapsed);
    }

    /// <summary>One post at a time after a rest in which the pump has fallen back to its slowest polling.</summary>
    private static async Task<Latency> IdleAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Begin("starting storage");
        await using var system = await FlowSystem.StartAsync(Ordinary, cancellationToken);
        var journeys = new List<Journey>();
        for (var i = 0; i < IdlePosts; i++)
        {
            progress.Begin("idle, one post now and then");
            // Rests of different length, so that posts do not always meet the poll at the same moment.
            await Task.Delay(Ordinary.MaxPollingInterval * (1.5 + ((double)i / IdlePosts)), cancellationToken);
            journeys.Add(await system.PublishAsync(cancellationToken));
            progress.Step();
        }

        return await LatencyAsync(system, journeys, cancellationToken);
    }

    private static async Task<IReadOnlyList<Level>> ThroughputAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Begin("starting storage");
        await using var system = await FlowSystem.StartAsync(Eager, cancellationToken);
        using var floor = new Floor(await RecordAsync(system, cancellationToken), system.Settings);
        var levels = new List<Level>();
        foreach (var inFlight in InFlight)
            levels.Add(await MeasureAsync(system, floor, inFlight, Pairs, SliceLasts, $"{inFlight} in flight", progress, cancellationToken));
        return levels;
    }

    private static async Task<IReadOnlyList<(int Stored, Level Level)>> GrowthAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Begin("starting storage");
        await using var system = await FlowSystem.StartAsync(Eager, cancellationToken);
        var post = await RecordAsync(system, cancellationToken);
        using var floor = new Floor(post, system.Settings);
        var seeds = new FinishedDrafts(system.Outside, post.Draft);
        var levels = new List<(int, Level)>();
        var stored = 0;
        foreach (var wanted in Stored)
        {
            var shown = 0;
            progress.Begin($"seeding {wanted:N0} drafts");
            await seeds.AddAsync(
                wanted - stored,
                done =>
                {
                    var steps = done / SeedStep;
                    progress.Step(Math.Max(0, steps - Interlocked.Exchange(ref shown, Math.Max(shown, steps))));
                },
                cancellationToken);
            stored = wanted;
            levels.Add((wanted, await MeasureAsync(system, floor, GrowthInFlight, GrowthPairs, GrowthSliceLasts, $"{GrowthInFlight} in flight, {wanted} drafts stored", progress, cancellationToken)));
        }

        return levels;
    }

    private static async Task<Level> MeasureAsync(
        FlowSystem system, Floor floor, int inFlight, int pairs, TimeSpan lasts, string what, Progress progress, CancellationToken cancellationToken)
    {
        // The first turn of each fills connection pools and is not counted.
        await floor.RunAsync(inFlight, inFlight, static _ => 1, cancellationToken);
        await system.RunAsync(TimeSpan.Zero, inFlight, cancellationToken);
        var slices = new List<Slice>();
        var floors = new List<FloorSlice>();
        for (var pair = 0; pair < pairs; pair++)
        {
            progress.Begin($"{what}: pipeline");
            var slice = await system.RunAsync(lasts, inFlight, cancellationToken);
            progress.Step();
            progress.Begin($"{what}: floor");
            floors.Add(await floor.RunAsync(slice.Journeys.Count, inFlight, slice.Batch, cancellationToken));
            slices.Add(slice);
            progress.Step();
        }

        return new Level(inFlight, slices, floors, await LatencyAsync(system, [.. slices.SelectMany(s => s.Journeys)], cancellationToken));
    }

    private static async Task<RecordedPost> RecordAsync(FlowSystem system, CancellationToken cancellationToken)
    {
        var before = system.Requests.Counts;
        system.Requests.StartRecording();
        var journey = await system.PublishAsync(cancellationToken);
        await system.SettledAsync(before, 1, cancellationToken);
        // The sweep may ring in between: it is not the post's.
        return RecordedPost.From(journey.Draft.ToString(), [.. system.Requests.StopRecording().Where(r => r.Request.Stage != Pipeline.SweepTimer)]);
    }

    private static async Task<Latency> LatencyAsync(FlowSystem system, IReadOnlyList<Journey> journeys, CancellationToken cancellationToken)
    {
        var arrivals = await system.ArrivalsAsync(journeys, cancellationToken);
        return new Latency(
            [.. journeys.Select(j => (arrivals[j.Text] - j.Submitted).TotalMilliseconds)],
            [.. journeys.Select(j => j.Lay.TotalMilliseconds)]);
    }
}

/// <param name="ToWall">From submit to wall, ms.</param>
/// <param name="Lay">Of that, waiting on a queue, ms.</param>
internal sealed record Latency(IReadOnlyList<double> ToWall, IReadOnlyList<double> Lay);

/// <summary>What was measured with so many in flight: slices of the pipeline and, right after each, of the floor.</summary>
internal sealed record Level(int InFlight, IReadOnlyList<Slice> Slices, IReadOnlyList<FloorSlice> Floors, Latency Latency)
{
    public double PostsPerSecond => Figures.Median([.. Slices.Select(s => s.PostsPerSecond)]);

    public double FloorPostsPerSecond => Figures.Median([.. Floors.Select(f => f.PostsPerSecond)]);

    public IReadOnlyList<double> Ratios => [.. Slices.Zip(Floors, (slice, floor) => slice.PostsPerSecond / floor.PostsPerSecond)];

    /// <summary>Over all slices together: less at the mercy of one bad moment than the pairs are.</summary>
    public double OfFloor => Floors.Sum(f => f.Elapsed.TotalSeconds) / Slices.Sum(s => s.Elapsed.TotalSeconds);

    /// <summary>Milliseconds a post.</summary>
    public double Processor => Slices.Sum(s => s.Processor.TotalMilliseconds) / Posts;

    /// <summary>Milliseconds a post.</summary>
    public double FloorProcessor => Floors.Sum(f => f.Processor.TotalMilliseconds) / Posts;

    public int Posts => Slices.Sum(s => s.Journeys.Count);

    public double RequestsPerPost => Slices.Sum(s => s.RequestsPerPost * s.Journeys.Count) / Posts;

    public double PerPost(Func<StorageRequest, bool> which) =>
        (double)Slices.Sum(s => s.Counts.Where(c => which(c.Key)).Sum(c => c.Value)) / Posts;
}
