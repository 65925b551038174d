using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moderation.Audit;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Storage;

namespace Moderation.Tests.Infrastructure;

/// <summary>
/// The system without a host, over real storage: processes that can be killed and replaced, a queue that is delivered
/// one message at a time, a clock that the test moves, and the wall as the outside world.
/// </summary>
public sealed class TestSystem : IAsyncDisposable
{
    private readonly StorageSettings settings;
    private readonly TestWall wall;
    private readonly StorageClients outside;
    private readonly Dictionary<string, string?> configuration;
    private readonly Action<IServiceCollection>? configure;
    private ServiceProvider process;

    private TestSystem(StorageSettings settings, TestWall wall, FakeTimeProvider time, Dictionary<string, string?> configuration, Action<IServiceCollection>? configure)
    {
        this.settings = settings;
        this.wall = wall;
        this.configuration = configuration;
        this.configure = configure;
        Time = time;
        outside = new StorageClients(settings);
        process = NewProcess();
    }

    public FakeTimeProvider Time { get; }

    public Fault Fault { get; private set; } = Fault.None();

    public LogCollector Logs { get; } = new();

    public IReadOnlyList<LocalHost.Wall.WallEntry> Wall => wall.Store.All();

    /// <summary>Where it keeps everything, for another process over the same.</summary>
    public StorageSettings Storage => settings;

    /// <summary>Clients that no fault touches: the test looking around.</summary>
    public StorageClients Outside => outside;

    public static async Task<TestSystem> StartAsync(
        AzuriteFixture azurite, ConsentRegister? register = null, IReadOnlyDictionary<string, string?>? configuration = null, Action<IServiceCollection>? configure = null,
        FakeTimeProvider? time = null)
    {
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
        var wall = await TestWall.StartAsync(time);
        var settings = azurite.NewSettings();
        var all = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = settings.ConnectionString,
            ["Storage:Prefix"] = settings.Prefix,
            ["Channels:SandboxUrl"] = wall.Address.ToString(),
            ["Intake:TrustQueueSubmitter"] = "true",
        };
        foreach (var (key, value) in configuration ?? new Dictionary<string, string?>())
            all[key] = value;
        var system = new TestSystem(settings, wall, time, all, configure);
        await system.outside.CreateAllAsync(CancellationToken.None);
        await system.Get<ConsentRegisterStore>().LoadSampleAsync(register ?? TestSchool.Register(time.GetUtcNow()), CancellationToken.None);
        return system;
    }

    public T Get<T>()
        where T : notnull => process.GetRequiredService<T>();

    /// <summary>Counts requests from here on and breaks one of them.</summary>
    public void Break(Fault fault)
    {
        Fault = fault;
        Restart();
    }

    /// <summary>A new process with nothing in memory, over what the old one left.</summary>
    public void Restart()
    {
        if (Fault.Dead)
            Fault = Fault.None();
        process.Dispose();
        process = NewProcess();
    }

    /// <summary>Does something in the process; a fault surfaces as false, and a killed process is replaced.</summary>
    public async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (IsFault(e))
        {
            if (Fault.Dead)
                Restart();
            return false;
        }
    }

    /// <summary>Delivers every message until the queues are empty; what fails is delivered again, as the trigger does.</summary>
    /// <param name="times">How often each message is delivered before it is deleted.</param>
    /// <returns>Messages handled.</returns>
    public async Task<int> PumpAsync(int times = 1)
    {
        var handled = 0;
        for (var delivered = true; delivered;)
        {
            delivered = false;
            foreach (var name in Pipeline.Queues)
            {
                while (await DeliverOneAsync(name, times))
                {
                    delivered = true;
                    handled++;
                }
            }
        }

        return handled;
    }

    /// <summary>Lets time pass and the sweep run.</summary>
    public async Task SweepAsync(TimeSpan later)
    {
        Time.Advance(later);
        while (!await TryAsync(() => Get<Pipeline>().RunTimerAsync(Pipeline.SweepTimer, CancellationToken.None)))
        {
            // A timer that failed rings again.
        }
    }

    /// <summary>Uploads a file and has it cleaned; what breaks is tried again.</summary>
    /// <returns>The upload's id, for a submission.</returns>
    public async Task<string> UploadAsync(byte[] content, string name, string owner)
    {
        MediaId? id = null;
        while (!await TryAsync(async () =>
        {
            var store = Get<MediaStore>();
            var begun = id ?? ((UploadOutcome.Accepted)await store.BeginUploadAsync(owner, name, content.Length, CancellationToken.None)).Asset.Id;
            id = begun;
            await store.PutBlockAsync(begun, owner, 0, new MemoryStream(content), CancellationToken.None);
            await store.CompleteAsync(begun, owner, 1, CancellationToken.None);
            await Get<MediaStage>().HandleAsync(begun, CancellationToken.None);
        }))
        {
            // Tried again, as a browser and the queue do.
        }

        return id.ToString()!; // set above
    }

    /// <summary>Delivers and sweeps until the draft does not move any more.</summary>
    public async Task<DraftHead> SettleAsync(DraftId id, int times = 1)
    {
        for (var round = 0; round < 12; round++)
        {
            await PumpAsync(times);
            if (await HeadAsync(id) is { } head && (head.State.IsFinal() || head.State is DraftState.Blocked || (head.AwaitsPerson && head.State.AwaitsReview())))
                break;
            await SweepAsync(TimeSpan.FromMinutes(11));
        }

        await PumpAsync(times);
        return await HeadAsync(id) ?? throw new InvalidOperationException("The draft is lost.");
    }

    public Task<DraftHead?> HeadAsync(DraftId id) => new DraftStore(outside, Time).FindHeadAsync(id, CancellationToken.None);

    public async Task<LoadedDraft> LoadAsync(DraftId id) =>
        await new DraftStore(outside, Time).LoadAsync(id, CancellationToken.None) ?? throw new InvalidOperationException("The draft is lost.");

    /// <summary>All chains hold.</summary>
    public async Task AssertChainsHoldAsync()
    {
        await foreach (var verdict in new AuditVerifier(outside).VerifyAllAsync(CancellationToken.None))
            Assert.True(verdict.Holds, $"chain {verdict.Partition}: {verdict.Fault}");
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await wall.DisposeAsync();
    }

    private async Task<bool> DeliverOneAsync(string name, int times)
    {
        var queue = outside.Queue(name);
        var messages = (await queue.ReceiveMessagesAsync(1, TimeSpan.FromHours(1))).Value;
        if (messages.Length == 0)
            return false;
        var message = messages[0];
        for (var time = 0; time < times; time++)
        {
            if (!await TryAsync(() => Get<Pipeline>().HandleAsync(name, message.Body.ToString(), message.DequeueCount, CancellationToken.None)))
            {
                if (message.DequeueCount >= 5)
                {
                    await outside.Queue(name + StorageNames.Queues.PoisonSuffix).SendMessageAsync(message.Body);
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                    return true;
                }

                await ShowAgainAsync(queue, message);
                return true;
            }
        }

        // Handled, but perhaps not deleted: then it comes again.
        if (!await TryAsync(() => DeleteAsync(Get<StorageClients>().Queue(name), message)))
            await ShowAgainAsync(queue, message);
        return true;
    }

    private static async Task DeleteAsync(QueueClient queue, QueueMessage message)
    {
        try
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Deleted by a call whose answer was lost.
        }
    }

    /// <summary>What the end of the visibility time-out does.</summary>
    private static async Task ShowAgainAsync(QueueClient queue, QueueMessage message)
    {
        try
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // The deletion took effect after all.
        }
    }

    private static bool IsFault(Exception e) =>
        e is BrokenRequestException or ProcessDiedException or HttpRequestException or ContentionException
        || (e is AggregateException many && many.InnerExceptions.All(IsFault))
        || (e.InnerException is { } inner && IsFault(inner));

    private ServiceProvider NewProcess()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(l => l.AddProvider(Logs).SetMinimumLevel(LogLevel.Debug));
        services.AddSingleton<HttpPipelinePolicy>(new FaultPolicy(Fault));
        services.AddModeration(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        var fault = Fault;
        services.ConfigureHttpClientDefaults(clients => clients.AddHttpMessageHandler(() => new FaultHandler(fault)));
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }
}
