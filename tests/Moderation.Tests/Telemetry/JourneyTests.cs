using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing.Channels;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;
using Moderation.Web;

namespace Moderation.Tests.Telemetry;

/// <summary>One draft is one trace, however many requests, queues, days and people there are between its first upload and its last channel.</summary>
public sealed class JourneyTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly SpanCollector spans = new();

    public void Dispose() => spans.Dispose();

    [Fact]
    public async Task Journey_from_upload_through_hold_approval_and_plan_to_every_channel_is_one_trace()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        string upload;
        ActivityTraceId trace;
        ActivitySpanId began;
        using (var request = SpanCollector.Request("PUT /api/media"))
        {
            (trace, began) = (request.TraceId, request.SpanId);
            upload = await UploadAsync(system, Pictures.Jpeg());
        }

        await PumpAsync(system);
        DraftId id;
        using (SpanCollector.Request("POST /api/drafts"))
            id = await PipelineTests.SubmitAsync(system, Own(WithPicture(upload)) with { PlannedAt = "2026-11-12T12:00" });
        await PumpAsync(system);
        Assert.Equal(DraftState.Held, (await system.HeadAsync(id))?.State);

        ActivityTraceId approving;
        using (var request = SpanCollector.Request("POST /api/drafts/{id}/decisions"))
        {
            approving = request.TraceId;
            await PipelineTests.ApproveAsync(system, id, TestSchool.Approver);
        }

        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))?.State);
        using (SpanCollector.Request("timer"))
            await system.SweepAsync(TimeSpan.FromHours(50) + TimeSpan.FromMinutes(1));
        await PumpAsync(system);
        Assert.Equal(DraftState.Published, (await system.HeadAsync(id))?.State);

        var journey = spans.In(trace);
        Assert.Equal(
            ["approved", "attempting", "attempting", "commit facebook", "commit website", "intake", "media", "prepare facebook", "prepare website", "published", "published", "publishing", "publishing",
                "screened", "screening", "submitted", "upload"],
            journey.Select(s => s.OperationName).Order(StringComparer.Ordinal));
        Assert.Equal(spans.Of(id.ToString()).Select(s => s.SpanId), journey.Where(s => s.GetTagItem("moderation.draft") is string draft && draft == id.ToString()).Select(s => s.SpanId));
        // Whose request it was is linked, not lost.
        Assert.Equal([approving], journey.Single(s => s.OperationName == "approved").Links.Select(l => l.Context.TraceId));
        // Every step hangs on another one, or on the request that it began with.
        var known = journey.Select(s => s.SpanId).Append(began).ToHashSet();
        Assert.All(journey, step => Assert.Contains(step.ParentSpanId, known));
    }

    [Fact]
    public async Task Outcome_that_nobody_knew_is_asked_after_in_the_same_trace()
    {
        var lost = new LosesTheFirstAnswer();
        await using var system = await TestSystem.StartAsync(azurite, configure: s => s.AddHttpClient(nameof(WallChannel)).AddHttpMessageHandler(() => new Shared(lost)));
        var id = await PipelineTests.SubmitAsync(system, Own(PipelineTests.Clean()));

        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);

        var steps = spans.Of(id.ToString());
        Assert.Single(steps.Select(s => s.TraceId).Distinct());
        Assert.Equal(["submitted", "screening", "screened", "publishing", "attempting", "unknown", "publishing", "found"], steps.Select(s => s.OperationName));
        var journey = spans.In(steps[0].TraceId);
        var commit = journey.Single(s => s.OperationName == "commit website");
        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Error, "cut-off"), (commit.Kind, commit.Status, commit.GetTagItem("moderation.outcome") as string));
        Assert.Contains("find website", journey.Select(s => s.OperationName));
    }

    [Fact]
    public async Task Hold_that_the_sweep_escalates_and_a_message_that_goes_to_poison_stay_in_the_trace()
    {
        await using var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?> { ["Channels:SandboxUrl"] = null });
        var held = await PipelineTests.SubmitAsync(system, Own(PipelineTests.Irrevocable()));
        var stuck = await PipelineTests.SubmitAsync(system, Own(PipelineTests.Clean()));
        await system.PumpAsync(queues: [StorageNames.Queues.Screening]);
        var message = (await system.Outside.Queue(StorageNames.Queues.Publishing).ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), None)).Value.Single();
        await Assert.ThrowsAsync<StrippedException>(() => system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Publishing, message.Body.ToString(), 5, None));
        await system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Publishing + StorageNames.Queues.PoisonSuffix, message.Body.ToString(), 1, None);
        await system.SweepAsync(TimeSpan.FromHours(25));

        Assert.Equal(DraftState.Escalated, (await system.HeadAsync(held))?.State);
        Assert.Equal(["submitted", "screening", "screened", "escalated"], spans.Of(held.ToString()).Select(s => s.OperationName));
        Assert.Equal(["submitted", "screening", "screened", "publishing", "publishing-poison", "stuck"], spans.Of(stuck.ToString()).Select(s => s.OperationName));
        foreach (var id in (DraftId[])[held, stuck])
            Assert.Single(spans.Of(id.ToString()).Select(s => s.TraceId).Distinct());
        var failed = spans.Of(stuck.ToString()).Single(s => s.OperationName == "publishing");
        Assert.Equal((ActivityStatusCode.Error, "InvalidOperationException"), (failed.Status, failed.StatusDescription));
    }

    [Fact]
    public async Task Message_of_before_there_were_traces_is_handled_all_the_same()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(system, Own(PipelineTests.Clean()));
        foreach (var trace in (string?[])[null, "", "not a trace parent", "00-00000000000000000000000000000000-0000000000000000-00"])
            await system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Screening, Json.Write(new StageMessage { Draft = id.ToString(), Trace = trace }), 1, None);
        Assert.Equal(DraftState.Cleared, (await system.HeadAsync(id))?.State);
    }

    /// <summary>Spans are told apart by the draft's id, which follows from its reference; tests beside this one hand in drafts too, and all are listened to.</summary>
    private static Submission Own(Submission submission) => submission with { ClientReference = Guid.NewGuid().ToString("N") };

    internal static Submission WithPicture(string upload) => PipelineTests.Clean("r-1", "website", "facebook") with
    {
        Media = [new SubmittedMedia { Id = upload, Alt = "Een lege aula", Recognisable = 0, Maker = "Marieke Visser" }],
    };

    internal static async Task<string> UploadAsync(TestSystem system, byte[] file, string name = "aula.jpg")
    {
        var uploads = new Uploads(system.Get<MediaStore>(), system.Get<QueueSender>(), system.Time);
        var begun = Assert.IsType<UploadOutcome.Accepted>(await uploads.BeginAsync(TestSchool.Author, name, file.Length, None)).Asset;
        Assert.IsType<UploadOutcome.Accepted>(await uploads.PutBlockAsync(TestSchool.Author, begun.Id, 0, new MemoryStream(file), None));
        Assert.IsType<UploadOutcome.Accepted>(await uploads.CompleteAsync(TestSchool.Author, begun.Id, 1, None));
        return begun.Id.ToString();
    }

    /// <summary>As the host does: each invocation under an activity of its own.</summary>
    private static async Task PumpAsync(TestSystem system)
    {
        using var invocation = SpanCollector.Request("invocation");
        await system.PumpAsync();
    }

    /// <summary>The wall takes the first post, and its answer gets lost.</summary>
    private sealed class LosesTheFirstAnswer
    {
        private int posts;

        public bool Loses(HttpRequestMessage request) =>
            request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath == "/wall/api/posts" && Interlocked.Increment(ref posts) == 1;
    }

    private sealed class Shared(LosesTheFirstAnswer lost) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!lost.Loses(request))
                return response;
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        }
    }
}
