using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.LocalHost;
using Moderation.LocalHost.Queues;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.SignIn;
using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.Benchmarks.Flow;

/// <summary>The local host with everything in memory and every storage request counted.</summary>
internal sealed class FlowSystem : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly LocalSystem system;
    private readonly StageClock clock = new();
    private readonly Intake intake;
    private readonly IReadOnlyList<User> authors;
    private int posted;

    private FlowSystem(LocalSystem system, RequestLog requests)
    {
        this.system = system;
        Requests = requests;
        intake = system.Services.GetRequiredService<Intake>();
        authors = [.. system.Services.GetRequiredService<SampleUsers>().All.Where(u => u.Is(Role.Submitter))];
        Outside = new StorageClients(system.Services.GetRequiredService<IOptions<StorageSettings>>().Value);
    }

    public RequestLog Requests { get; }

    /// <summary>Clients of the same account that nothing counts.</summary>
    public StorageClients Outside { get; }

    public StorageSettings Settings => system.Services.GetRequiredService<IOptions<StorageSettings>>().Value;

    public static async Task<FlowSystem> StartAsync(QueuePumpSettings queues, CancellationToken cancellationToken)
    {
        var requests = new RequestLog();
        var system = await LocalSystem.StartAsync(
            new LocalOptions { StoragePolicy = requests, LogLevel = LogLevel.Error, Queues = queues, Say = static _ => { } }, cancellationToken);
        await system.Services.GetRequiredService<ConsentRegisterStore>().LoadSampleAsync(
            SampleSchool.Load(LocalFolders.Samples, TimeProvider.System.GetUtcNow()), cancellationToken);
        var flow = new FlowSystem(system, requests);
        // Compiles the code and loads register, lexicons and rulebook.
        await flow.PublishAsync(cancellationToken);
        await flow.SettledAsync(new Dictionary<StorageRequest, int>(), 1, cancellationToken);
        return flow;
    }

    /// <summary>Hands in one post and waits until the publishing stage is done with it.</summary>
    public async Task<Journey> PublishAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref posted);
        var submission = CleanPosts.Post(number);
        var begun = TimeProvider.System.GetUtcNow();
        using var activity = StageClock.StartIntake();
        if (await intake.SubmitAsync(submission, authors[number % authors.Count], Intake.Form, cancellationToken) is not IntakeResult.Accepted accepted)
            throw new LocalException("A clean post was not accepted.");
        var received = TimeProvider.System.GetUtcNow();
        try
        {
            return new Journey(accepted.Head.Id, submission.Text ?? "", begun, received, await clock.PublishedAsync(accepted.Head.Id.ToString(), Patience, cancellationToken));
        }
        catch (TimeoutException)
        {
            var draft = await new DraftStore(Outside, TimeProvider.System).LoadAsync(accepted.Head.Id, cancellationToken);
            throw new LocalException($"A clean post was not published: it is {draft?.Head.State}, rules {string.Join(' ', (draft?.Screening?.Findings ?? []).Select(f => f.Rule))}.");
        }
    }

    /// <summary>Keeps so many posts in flight for a while, then lets them finish.</summary>
    public async Task<Slice> RunAsync(TimeSpan duration, int inFlight, CancellationToken cancellationToken)
    {
        var before = Requests.Counts;
        var journeys = new ConcurrentBag<Journey>();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(async _ =>
        {
            while (watch.Elapsed < duration)
                journeys.Add(await PublishAsync(cancellationToken));
        }));
        var elapsed = watch.Elapsed;
        var counts = await SettledAsync(before, journeys.Count, cancellationToken);
        return new Slice([.. journeys], elapsed, Environment.CpuUsage.TotalTime - processor, counts);
    }

    /// <summary>Waits until the messages in hand are deleted too: they belong to these posts.</summary>
    public async Task<IReadOnlyDictionary<StorageRequest, int>> SettledAsync(IReadOnlyDictionary<StorageRequest, int> before, int posts, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var counts = Requests.Counts.ToDictionary(c => c.Key, c => c.Value - before.GetValueOrDefault(c.Key));
            var settled = counts.Where(c => c.Key is { Stage: StorageNames.Queues.Publishing, Kind: RequestKind.QueueSettle }).Sum(c => c.Value);
            if (settled >= posts || watch.Elapsed > Patience)
                return counts.Where(c => c.Value > 0).ToDictionary();
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>When each post reached the wall. Every one is there once, and is known as published.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ArrivalsAsync(IReadOnlyCollection<Journey> journeys, CancellationToken cancellationToken)
    {
        var posts = system.Wall.All().ToLookup(p => p.Text, p => p.At, StringComparer.Ordinal);
        if (journeys.FirstOrDefault(j => posts[j.Text].Count() != 1) is { } wrong)
            throw new LocalException($"A post stands {posts[wrong.Text].Count()} times on the wall.");
        var drafts = new DraftStore(Outside, TimeProvider.System);
        foreach (var journey in journeys.Take(10))
        {
            if (await drafts.FindHeadAsync(journey.Draft, cancellationToken) is not { State: DraftState.Published })
                throw new LocalException("A post on the wall is not known as published.");
        }

        return journeys.ToDictionary(j => j.Text, j => posts[j.Text].First(), StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        clock.Dispose();
    }
}

/// <summary>One post's way.</summary>
internal sealed record Journey(DraftId Draft, string Text, DateTimeOffset Submitted, DateTimeOffset Accepted, StageTimes Stages)
{
    /// <summary>Time in which its message lay on a queue and nobody had asked for it.</summary>
    public TimeSpan Lay => Between(Accepted, Stages.ScreeningFrom) + Between(Stages.ScreeningTo, Stages.PublishingFrom);

    private static TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}

/// <summary>A while of measuring.</summary>
/// <param name="Processor">Processor time of this program, Azurite's not included.</param>
/// <param name="Counts">Requests of that while.</param>
internal sealed record Slice(IReadOnlyList<Journey> Journeys, TimeSpan Elapsed, TimeSpan Processor, IReadOnlyDictionary<StorageRequest, int> Counts)
{
    public double PostsPerSecond => Journeys.Count / Elapsed.TotalSeconds;

    /// <summary>Requests a post, empty polls apart; a receive of n messages counts for each of them as one nth.</summary>
    public double RequestsPerPost => (double)Counts.Where(c => c.Key.Kind != RequestKind.EmptyPoll).Sum(c => c.Value) / Journeys.Count;

    /// <summary>Messages that one receive brought, on average.</summary>
    public double Batch(string queue)
    {
        var receives = Of(queue, RequestKind.QueueReceive);
        return receives == 0 ? 1 : (double)Of(queue, RequestKind.QueueSettle) / receives;
    }

    private int Of(string queue, RequestKind kind) => Counts.Where(c => c.Key.Resource == queue && c.Key.Kind == kind).Sum(c => c.Value);
}
