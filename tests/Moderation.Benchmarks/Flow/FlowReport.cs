using Moderation.LocalHost.Queues;
using static Moderation.Benchmarks.Flow.Figures;

namespace Moderation.Benchmarks.Flow;

/// <summary>The tables at the end. Posts per second depend on the machine; ratios and requests are what to compare.</summary>
internal static class FlowReport
{
    private const double GoalOfFloor = 0.70;
    private const double GoalRequests = 18;
    private const string Intake = "intake";

    /// <returns>Exit code: 1 when a post takes more requests than the goal; speed is only shown, it hangs on what else the machine does.</returns>
    public static int Print(
        Latency idle, IReadOnlyList<Level> levels, IReadOnlyList<(int Stored, Level Level)> growth, QueuePumpSettings ordinary, QueuePumpSettings eager, TimeSpan took)
    {
        Figures.Print(
            $"Clean posts per second (queues polled from {eager.MinPollingInterval.TotalMilliseconds:0} ms; median of {levels[0].Slices.Count} pairs; goal {Percent(GoalOfFloor)} of the floor)",
            [["in flight", "pipeline", "floor", "of floor", "median pair", "lowest", "highest", "CPU ms a post", "floor's"], .. levels.Select(l => (string[])
            [
                Text(l.InFlight, "0"), Text(l.PostsPerSecond, "0.0"), Text(l.FloorPostsPerSecond, "0.0"),
                Percent(l.OfFloor), Percent(Median(l.Ratios)), Percent(l.Ratios.Min()), Percent(l.Ratios.Max()), Text(l.Processor, "0.0"), Text(l.FloorProcessor, "0.0"),
            ])]);

        Figures.Print(
            $"Submit to wall, ms (idle: queues polled from {ordinary.MinPollingInterval.TotalMilliseconds:0} to {ordinary.MaxPollingInterval.TotalMilliseconds:0} ms)",
            [["", "posts", "p50", "p95", "lying on queues, p50"], Row("idle", idle), .. levels.Select(l => Row($"{l.InFlight} in flight", l.Latency))]);

        PrintRequests(levels);

        var empty = growth[0].Level;
        Figures.Print(
            $"With drafts stored ({empty.InFlight} in flight)",
            [["stored", "pipeline", "floor", "of floor", "of empty", "floor of empty", "requests"], .. growth.Select(g => (string[])
            [
                Text(g.Stored, "#,0"), Text(g.Level.PostsPerSecond, "0.0"), Text(g.Level.FloorPostsPerSecond, "0.0"), Percent(g.Level.OfFloor),
                Percent(g.Level.PostsPerSecond / empty.PostsPerSecond), Percent(g.Level.FloorPostsPerSecond / empty.FloorPostsPerSecond), Text(g.Level.RequestsPerPost, "0.00"),
            ])]);

        var most = levels.Concat(growth.Select(g => g.Level)).Max(l => l.RequestsPerPost);
        Console.WriteLine();
        Console.WriteLine($"Requests a post: at most {Text(most, "0.00")}, goal {GoalRequests}. Took {took.TotalSeconds:0} s on {Environment.ProcessorCount} cores.");
        return most <= GoalRequests ? 0 : 1;
    }

    private static void PrintRequests(IReadOnlyList<Level> levels)
    {
        var posts = levels.SelectMany(l => l.Slices).SelectMany(s => s.Counts.Keys).Distinct().ToList();
        var rows = new List<string[]> { (string[])["", .. levels.Select(l => $"{l.InFlight} in flight")] };
        foreach (var stage in posts.Where(r => r.Kind != RequestKind.EmptyPoll).GroupBy(r => r.Stage).OrderBy(g => Order(g.Key)))
        {
            rows.Add(Line(stage.Key, r => r.Stage == stage.Key && r.Kind != RequestKind.EmptyPoll));
            foreach (var kind in stage.OrderBy(r => r.Kind).ThenBy(r => r.Resource, StringComparer.Ordinal))
                rows.Add(Line($"  {Name(kind.Kind)} {kind.Resource}".TrimEnd(), r => r == kind));
        }

        rows.Add(Line("total", r => r.Kind != RequestKind.EmptyPoll));
        rows.Add(Line("since accepted", r => r.Kind != RequestKind.EmptyPoll && r.Stage != Intake));
        rows.Add(Line("empty polls, beside it", r => r.Kind == RequestKind.EmptyPoll));
        Figures.Print("Storage requests a post, by stage", rows);

        string[] Line(string name, Func<StorageRequest, bool> which) => [name, .. levels.Select(l => Text(l.PerPost(which), "0.00"))];
    }

    private static string[] Row(string name, Latency latency) =>
        [name, Text(latency.ToWall.Count, "0"), Text(Percentile(latency.ToWall, 0.5), "0"), Text(Percentile(latency.ToWall, 0.95), "0"), Text(Percentile(latency.Lay, 0.5), "0")];

    private static int Order(string stage) => stage switch
    {
        Intake => 0,
        Storage.StorageNames.Queues.Screening => 1,
        Storage.StorageNames.Queues.Publishing => 2,
        _ => 3,
    };

    private static string Name(RequestKind kind) => kind switch
    {
        RequestKind.TableRead => "read a row of",
        RequestKind.TableQuery => "query",
        RequestKind.TableWrite => "write a row of",
        RequestKind.TableBatch => "transaction",
        RequestKind.TableDelete => "delete a row of",
        RequestKind.QueueSend => "send to",
        RequestKind.QueueReceive => "receive from",
        RequestKind.QueueSettle => "delete a message of",
        RequestKind.QueueUpdate => "update a message of",
        _ => "blob",
    };
}
