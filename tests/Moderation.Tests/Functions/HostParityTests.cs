using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moderation.LocalHost;
using Moderation.LocalHost.Queues;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Functions;

/// <summary>Two hosts, one system: what the compiled app listens to is what the pipeline says and what the local host serves.</summary>
[Collection(nameof(FunctionsFixture))]
public sealed class HostParityTests(FunctionsFixture azure, AzuriteFixture azurite)
{
    private static readonly IReadOnlyList<Trigger> Triggers = CompiledFunctions.Instance.Triggers;

    private static IEnumerable<string> QueuesAndPoison =>
        Pipeline.Queues.SelectMany(q => (string[])[q, q + StorageNames.Queues.PoisonSuffix]).Order(StringComparer.Ordinal);

    [Fact]
    public void Every_queue_and_its_poison_queue_has_one_trigger()
    {
        Assert.Equal(QueuesAndPoison, Triggers.Select(t => t.Queue).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Queues.All.Order(StringComparer.Ordinal), Pipeline.Queues.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_timer_has_one_trigger_with_its_schedule() => Assert.Equal(
        Pipeline.Schedules.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)),
        Triggers.Where(t => t.Kind == "Timer").OrderBy(t => t.Function, StringComparer.Ordinal).Select(t => (TimerOf(t.Function), t.Schedule ?? "")));

    [Fact]
    public void Nothing_else_triggers_but_one_open_catch_all()
    {
        var http = Assert.Single(Triggers, t => t.Kind is not ("Queue" or "Timer"));
        Assert.Equal(("Http", "{*path}", "Anonymous"), (http.Kind, http.Route, http.Level)); // the pages' own policies decide, not a function key
        Assert.Equal("", HostJson.RoutePrefix);
    }

    /// <summary>A trigger that hands its message to another queue's stage would look right in every list.</summary>
    [Fact]
    public async Task Every_trigger_hands_over_to_the_stage_it_is_named_after()
    {
        var begun = new ConcurrentQueue<string>();
        using var test = new Activity(nameof(Every_trigger_hands_over_to_the_stage_it_is_named_after)).Start();
        using var listener = Listen(activity =>
        {
            if (activity.TraceId == test.TraceId)
                begun.Enqueue(activity.OperationName);
        });
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());

        foreach (var trigger in Triggers.Where(t => t.Queue is not null))
        {
            begun.Clear();
            // No stage knows this draft, channel or upload: some throw, some finish, all have begun.
            var message = QueuesModelFactory.QueueMessage("id", "receipt", BinaryData.FromString("""{"draft":"00000000000000000000000000000000"}"""), 1);
            await Record.ExceptionAsync(() => process.DeliverAsync(trigger.Queue!, message)); // selected so
            Assert.Equal([trigger.Queue!], begun);
        }

        foreach (var trigger in Triggers.Where(t => t.Schedule is not null))
        {
            begun.Clear();
            await process.RingAsync(trigger.Schedule!); // selected so
            Assert.Equal([TimerOf(trigger.Function)], begun);
        }
    }

    [Fact]
    public async Task The_local_host_pumps_the_same_queues_and_rings_the_same_timers()
    {
        var rung = new ConcurrentDictionary<string, bool>();
        using var listener = Listen(activity => rung.TryAdd(activity.OperationName, true));
        await using var system = await TestSystem.StartAsync(azurite);
        system.Break(Fault.None()); // from here on its requests are the pump's alone
        var seen = system.Fault;
        using var pump = new PumpHost(
            system.Get<Pipeline>(), system.Get<StorageClients>(), new QueuePumpSettings(), system.Time, NullLoggerFactory.Instance, NullLogger<PumpHost>.Instance);
        await pump.StartAsync(TestContext.Current.CancellationToken);
        var expected = QueuesAndPoison.ToList();
        var timers = Pipeline.Schedules.Keys.ToList();

        List<string> polled = [];
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60) && !(polled.Count >= expected.Count && timers.TrueForAll(rung.ContainsKey));)
        {
            // First the queues, which are asked every few seconds; then the nights, for the timers that ring once in each.
            system.Time.Advance(polled.Count < expected.Count ? TimeSpan.FromSeconds(20) : TimeSpan.FromHours(1));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            lock (seen.Requests)
                polled = [.. seen.Requests.Where(r => r.EndsWith("/messages", StringComparison.Ordinal)).Select(QueueOf).Distinct().Order(StringComparer.Ordinal)];
        }

        await pump.StopAsync(CancellationToken.None);
        Assert.Equal(expected, polled);
        Assert.All(timers, t => Assert.Contains(t, rung.Keys));
    }

    [Fact]
    public void Host_json_delivers_as_the_local_pump_does()
    {
        var pump = new QueuePumpSettings();
        Assert.Equal(pump.BatchSize, HostJson.BatchSize);
        Assert.Equal(pump.NewBatchThreshold, HostJson.NewBatchThreshold);
        Assert.Equal(pump.MaxDequeueCount, HostJson.MaxDequeueCount);
        Assert.Equal(pump.RetryDelay, HostJson.VisibilityTimeout);
        Assert.Equal(pump.MaxPollingInterval, HostJson.MaxPollingInterval);
        Assert.True(HostJson.MaxPollingInterval <= TimeSpan.FromSeconds(5));
        Assert.Equal("none", HostJson.MessageEncoding); // StorageClients sends plain text
        Assert.Equal("OpenTelemetry", HostJson.TelemetryMode, ignoreCase: true);
        Assert.True(HostJson.FunctionTimeout <= pump.Visibility); // the host gives up before the message could come back
    }

    [Fact]
    public async Task Both_hosts_serve_the_same_routes()
    {
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());
        var settings = azurite.NewSettings();
        await using var local = await LocalSystem.StartAsync(
            new LocalOptions { ConnectionString = settings.ConnectionString, Settings = new Dictionary<string, string?> { ["Storage:Prefix"] = settings.Prefix }, Say = _ => { } },
            TestContext.Current.CancellationToken);

        var deployed = Deployed(process);
        var served = RoutesOf(local.Services);

        Assert.Empty(deployed.Except(served));
        // The local host's own: the choice of a sample user, and the wall as the outside world.
        Assert.All(served.Except(deployed), route => Assert.Matches(@"^[A-Z]+ /(sign-in|sign-out|wall)\b", route));
    }

    [Fact]
    public async Task The_catch_all_lets_every_method_through_that_a_route_answers()
    {
        await using var process = await FunctionsProcess.StartAsync(azure.Settings());
        var methods = Deployed(process).Select(r => r.Split(' ')[0]).Distinct();
        Assert.Empty(methods.Except(Triggers.Single(t => t.Kind == "Http").Methods ?? [], StringComparer.OrdinalIgnoreCase));
    }

    private static List<string> Deployed(FunctionsProcess process)
    {
        process.Services.GetRequiredService(CompiledFunctions.Instance.TypeOf("WebApp")); // builds the pipeline
        var routes = RoutesOf(process.Services);
        Assert.NotEmpty(routes);
        return routes;
    }

    private static List<string> RoutesOf(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} {e.RoutePattern.RawText}"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static ActivityListener Listen(Action<Activity> started)
    {
        var name = Journey.Source.Name; // read first: a source asks its listeners while it is being made
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = started,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>A timer function bears its timer's name with a capital.</summary>
    private static string TimerOf(string function) => char.ToLowerInvariant(function[0]) + function[1..];

    /// <summary>From <c>GET /account/prefix-name/messages</c>.</summary>
    private static string QueueOf(string request)
    {
        var queue = request.Split('/')[^2];
        return queue[(queue.IndexOf('-', StringComparison.Ordinal) + 1)..];
    }
}
