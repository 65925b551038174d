using System.Diagnostics.Metrics;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Drafts;
using Moderation.LocalHost.Storage;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Telemetry;

public sealed partial class DomainMetricsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Events_of_a_draft_are_counted_once_by_name()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Irrevocable("email", "website"));
        await system.PumpAsync(times: 2); // delivered twice, happened once
        system.Time.Advance(TimeSpan.FromHours(3));
        await PipelineTests.ApproveAsync(system, id, TestSchool.Approver);
        await system.PumpAsync(times: 2);

        Assert.Equal(1, figures.Sum("moderation.drafts.submitted", Intake.Api));
        Assert.Equal(1, figures.Sum("moderation.drafts.held"));
        Assert.Equal(1, figures.Sum("moderation.drafts.approved"));
        Assert.Equal(1, figures.Sum("moderation.drafts.published"));
        Assert.Equal(1, figures.Sum("moderation.publications.published", "email"));
        Assert.Equal(1, figures.Sum("moderation.publications.published", "website"));
        Assert.Equal(TimeSpan.FromHours(3).TotalSeconds, figures.Sum("moderation.holds.duration", "approved"));
        Assert.Equal(0, figures.Sum("moderation.safety.unchecked")); // the local screener read the text
        Assert.Equal(0, figures.Sum("moderation.drafts.blocked"));
    }

    [Fact]
    public async Task Picture_that_no_machine_looked_at_is_counted()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        var upload = await JourneyTests.UploadAsync(system, Pictures.Jpeg());
        await system.PumpAsync();
        await PipelineTests.SubmitAsync(system, JourneyTests.WithPicture(upload));
        await system.PumpAsync();

        Assert.Equal(1, figures.Sum("moderation.safety.unchecked", "not_configured"));
    }

    [Fact]
    public async Task Blocked_edited_rejected_and_unreadable_are_counted_too()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean() with { Text = "Roos Bakker uit 3B won de voorleeswedstrijd." });
        var blocked = await system.SettleAsync(id);
        Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().EditAsync(id, PipelineTests.Irrevocable(), blocked.ContentHash, TestSchool.Author, None));
        var held = await system.SettleAsync(id);
        Assert.IsType<ReviewResult.Done>(await system.Get<ReviewDesk>().DecideAsync(TestSchool.Approver, id, DecisionOutcome.Rejected, held.ContentHash, "Niet nu.", None));
        await system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Drafts, "{ kapot", 1, None);

        Assert.Equal(2, figures.Sum("moderation.drafts.submitted"));
        Assert.Equal(1, figures.Sum("moderation.drafts.blocked"));
        Assert.Equal(1, figures.Sum("moderation.drafts.held"));
        Assert.Equal(1, figures.Sum("moderation.drafts.rejected"));
        Assert.Equal(1, figures.Sum("moderation.intakes.rejected"));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "moderation.publications.limited")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "moderation.publications.refused")]
    [InlineData(HttpStatusCode.InternalServerError, "moderation.publications.unclear")]
    public async Task Answer_of_a_channel_is_counted_by_what_it_proves(HttpStatusCode status, string metric)
    {
        await using var system = await TestSystem.StartAsync(azurite, configure: s => s.AddHttpClient(nameof(WallChannel)).AddHttpMessageHandler(() => new Answers(status)));
        using var figures = new Figures(system.Get<IMeterFactory>());
        await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        await system.PumpAsync();

        Assert.Equal(1, figures.Sum(metric, "website"));
        Assert.Equal(1, figures.Instruments.Keys.Where(n => n.StartsWith("moderation.publications.", StringComparison.Ordinal)).Sum(n => figures.Sum(n)));
    }

    [Fact]
    public async Task Vitals_are_reported_also_when_all_is_well()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);

        Assert.All(StorageNames.Queues.All, queue =>
        {
            Assert.Equal(0, figures.Last("moderation.queue.oldest_age_seconds", queue));
            Assert.Equal(0, figures.Last("moderation.poison.messages", queue));
        });
        Assert.Equal(0, figures.Last("moderation.holds.overdue"));
        Assert.All(ChannelRegister.School.All, channel =>
        {
            Assert.Equal(0, figures.Last("moderation.publications.unknown", channel.Code));
            Assert.Equal(0, figures.Last("moderation.channels.reconnect", channel.Code));
        });
    }

    [Fact]
    public async Task Message_that_waits_and_message_that_is_poison_show_in_the_vitals()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        await system.Outside.Queue(StorageNames.Queues.Media + StorageNames.Queues.PoisonSuffix).SendMessageAsync("{}", None);
        // The queue's clock is the real one, the system's may be before or after it.
        var real = TimeProvider.System.GetUtcNow();
        if (real > system.Time.GetUtcNow())
            system.Time.SetUtcNow(real);
        system.Time.Advance(TimeSpan.FromHours(1));
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);

        Assert.InRange(figures.Last("moderation.queue.oldest_age_seconds", StorageNames.Queues.Screening) ?? 0, 3_500, double.MaxValue);
        Assert.Equal(1, figures.Last("moderation.poison.messages", StorageNames.Queues.Media));
    }

    [Fact]
    public async Task What_waits_for_a_person_too_long_shows_until_somebody_decides()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var figures = new Figures(system.Get<IMeterFactory>());
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Irrevocable());
        await system.SettleAsync(id);
        Assert.Equal(0, await OverdueAsync());
        await system.SweepAsync(TimeSpan.FromHours(25)); // handed on to management, which gives it a new due time
        Assert.Equal(DraftState.Escalated, (await system.HeadAsync(id))?.State);
        Assert.Equal(1, await OverdueAsync());
        await PipelineTests.ApproveAsync(system, id, TestSchool.Management);
        Assert.Equal(0, await OverdueAsync());

        async Task<double?> OverdueAsync()
        {
            await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);
            return figures.Last("moderation.holds.overdue");
        }
    }

    [Fact]
    public async Task Channel_that_refuses_its_token_wants_reconnecting_and_its_draft_waits()
    {
        await using var system = await TestSystem.StartAsync(azurite, configure: s => s.AddHttpClient(nameof(WallChannel)).AddHttpMessageHandler(() => new Answers(HttpStatusCode.Unauthorized)));
        using var figures = new Figures(system.Get<IMeterFactory>());
        await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        await system.PumpAsync();
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);

        Assert.Equal(1, figures.Last("moderation.channels.reconnect", "website"));
        Assert.Equal(0, figures.Last("moderation.channels.reconnect", "facebook"));
        Assert.Equal(0, figures.Last("moderation.poison.messages", StorageNames.Queues.Publishing));
        Assert.Equal(0, figures.Sum("moderation.drafts.stuck"));
    }

    [Fact]
    public async Task Outcome_that_the_channel_cannot_tell_shows_until_a_person_settles_it()
    {
        var silent = new ChannelPublishers(new Dictionary<string, Func<IChannelPublisher>> { ["website"] = () => new Silent() }, new HashSet<string> { "website" });
        await using var system = await TestSystem.StartAsync(azurite, configure: s => s.AddSingleton(silent));
        using var figures = new Figures(system.Get<IMeterFactory>());
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-1", "website"));
        for (var round = 0; round < 12; round++)
        {
            await system.PumpAsync();
            await system.SweepAsync(TimeSpan.FromMinutes(11));
        }

        await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);
        Assert.Equal(1, figures.Last("moderation.publications.unknown", "website"));
        Assert.IsType<ReviewResult.Done>(await system.Get<ReviewDesk>().SettleAsync(TestSchool.Approver, id, "website", new Uri("https://school.example/a"), None));
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);
        Assert.Equal(0, figures.Last("moderation.publications.unknown", "website"));
    }

    /// <summary>An alert on a figure that nobody reports would never sound; a figure that the manual does not explain helps nobody.</summary>
    [Fact]
    public void Every_figure_that_infra_and_the_manual_name_is_one_that_the_system_has()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<DomainMetrics>().BuildServiceProvider();
        using var figures = new Figures();
        services.GetRequiredService<DomainMetrics>();
        // Whoever keeps a meter of their own under the same name.
        foreach (var type in typeof(Pipeline).Assembly.GetTypes().Where(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Any(f => f.FieldType == typeof(Meter))))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var root = LocalFolders.Root;
        var named = new[] { "infra/modules/alerts.bicep", "infra/modules/workbook.json", "docs/operations.md", "docs/telemetry.md" }
            .SelectMany(f => Name().Matches(File.ReadAllText(Path.Combine(root, f))).Select(m => (File: f, m.Value))).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.True(figures.Instruments.ContainsKey(n.Value), $"{n.File} names {n.Value}, which nothing reports."));

        var alerts = named.Where(n => n.File.EndsWith("alerts.bicep", StringComparison.Ordinal)).Select(n => n.Value).ToHashSet();
        var manual = named.Where(n => n.File.EndsWith(".md", StringComparison.Ordinal)).Select(n => n.Value).ToHashSet();
        Assert.All(figures.Instruments.Where(i => i.Value.StartsWith("Gauge", StringComparison.Ordinal)), gauge => Assert.Contains(gauge.Key, alerts));
        Assert.All(figures.Instruments.Keys, name => Assert.Contains(name, manual));
    }

    [GeneratedRegex(@"(?<=[`'""])moderation\.[a-z_]+(\.[a-z_]+)+(?=[\\`'""])")]
    private static partial Regex Name();

    /// <summary>A channel that gives no clear answer and keeps no list.</summary>
    private sealed class Silent : IChannelPublisher
    {
        public Task<Preparation> PrepareAsync(OutgoingPost post, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
            Task.FromResult<Preparation>(Preparation.Ready.Nothing);

        public Task<PublishOutcome> CommitAsync(OutgoingPost post, IReadOnlyList<string> prepared, CancellationToken cancellationToken) =>
            Task.FromResult<PublishOutcome>(new PublishOutcome.Unknown("http-502"));

        public Task<Sighting> FindAsync(OutgoingPost post, Attempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new Sighting([], AbsenceProves: false));

        public Task<Removal> TakeDownAsync(string externalRef, CancellationToken cancellationToken) =>
            Task.FromResult<Removal>(new Removal.ByHand("not-supported"));
    }

    private sealed class Answers(HttpStatusCode status) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("{}") });
    }
}
