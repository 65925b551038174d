using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moderation.Audit;
using Moderation.Drafts;
using Moderation.Storage;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Functions;

/// <summary>The compiled app from its HTTP trigger to the school wall.</summary>
[Collection(nameof(FunctionsFixture))]
public sealed class FunctionsPipelineTests(FunctionsFixture azure) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider time = new(FunctionsFixture.Start);
    private TestWall? wall;
    private FunctionsProcess? process;

    private TestWall Wall => wall ?? throw new InvalidOperationException("The wall has not started.");

    private FunctionsProcess Process => process ?? throw new InvalidOperationException("The program has not started.");

    public async ValueTask InitializeAsync()
    {
        wall = await TestWall.StartAsync(time);
        process = await FunctionsProcess.StartAsync(azure.Settings(wall.Address), time);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        if (wall is not null)
            await wall.DisposeAsync();
    }

    [Fact]
    public async Task Draft_handed_in_over_http_reaches_the_wall()
    {
        var id = await SubmitAsync("fn-wall", "website", "facebook");

        await Process.PumpAsync();

        Assert.Equal(DraftState.Published, (await HeadAsync(id)).State);
        Assert.Equal(["facebook", "website"], Wall.Store.All().Select(p => p.Channel).Order());
        await foreach (var verdict in new AuditVerifier(azure.Outside).VerifyAllAsync(None))
            Assert.True(verdict.Holds, $"chain {verdict.Partition}: {verdict.Fault}");
        Assert.Empty(Process.Logs.Unexpected);
    }

    [Fact]
    public async Task Held_post_is_approved_over_http_by_somebody_else()
    {
        var id = await SubmitAsync("fn-held", "email");
        await Process.PumpAsync();
        var held = await HeadAsync(id);
        Assert.Equal(DraftState.Held, held.State);

        var decision = new { outcome = "approved", contentHash = held.ContentHash };
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"/api/drafts/{id}/decisions", decision, TestSchool.Author)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"/api/drafts/{id}/decisions", decision, TestSchool.Approver)).StatusCode);
        await Process.PumpAsync();

        Assert.Equal(DraftState.Published, (await HeadAsync(id)).State);
        Assert.Single(Wall.Store.All());
    }

    [Fact]
    public async Task Draft_whose_message_was_lost_is_sent_on_by_the_timer()
    {
        var id = await SubmitAsync("fn-lost", "website");
        await azure.Outside.Queue(StorageNames.Queues.Screening).ClearMessagesAsync(None);
        await Process.PumpAsync();
        Assert.Equal(DraftState.Submitted, (await HeadAsync(id)).State);

        time.Advance(TimeSpan.FromMinutes(11));
        await Process.RingAsync(Pipeline.SweepSchedule);
        await Process.PumpAsync();

        Assert.Equal(DraftState.Published, (await HeadAsync(id)).State);
    }

    [Fact]
    public async Task Message_on_a_poison_queue_leaves_its_draft_to_a_person()
    {
        var id = await SubmitAsync("fn-stuck", "website");
        var screening = azure.Outside.Queue(StorageNames.Queues.Screening);
        var message = (await screening.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), None)).Value.Single();
        await azure.Outside.Queue(StorageNames.Queues.Screening + StorageNames.Queues.PoisonSuffix).SendMessageAsync(message.Body, cancellationToken: None);
        await screening.DeleteMessageAsync(message.MessageId, message.PopReceipt, None);

        await Process.PumpAsync();

        var stuck = await HeadAsync(id);
        Assert.Equal(DraftState.Stuck, stuck.State);
        Assert.Equal(StorageNames.Queues.Screening, stuck.Stuck?.Stage);
        Assert.Empty(Wall.Store.All());
    }

    [Fact]
    public async Task Message_that_no_stage_can_read_is_tried_five_times_and_then_kept_for_a_person()
    {
        await azure.Outside.Queue(StorageNames.Queues.Publishing).SendMessageAsync("{ kapot", None);

        var deliveries = await Process.PumpAsync();

        Assert.Equal(HostJson.MaxDequeueCount + 1, deliveries);
        Assert.Contains(await Process.Services.GetRequiredService<RejectedIntakes>().AllAsync(None).ToListAsync(None), r => r.Message == "{ kapot");
    }

    [Fact]
    public async Task Draft_from_the_queue_waits_for_the_person_it_names()
    {
        await azure.Outside.Queue(StorageNames.Queues.Drafts).SendMessageAsync(
            Json.Write(PipelineTests.Clean("fn-queue") with { Submitter = TestSchool.Author.AsAuthor() }), None);
        await Process.PumpAsync();

        var id = DraftId.For(Intake.Queue, TestSchool.Author.Id, "fn-queue");
        Assert.Equal(DraftState.Draft, (await HeadAsync(id)).State);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"/api/drafts/{id}/confirm", new { }, TestSchool.Author)).StatusCode);
        await Process.PumpAsync();
        Assert.Equal(DraftState.Published, (await HeadAsync(id)).State);
    }

    /// <summary>The platform looks at this path without signing in.</summary>
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/assets/site.css")]
    public async Task Open_routes_answer_through_the_catch_all(string path)
    {
        using var answer = await Process.Http.GetAsync(path, None);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(None));
    }

    [Fact]
    public async Task Page_is_rendered_whole_for_who_is_signed_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/drafts");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", FunctionsFixture.SignIn(TestSchool.Author));
        using var answer = await Process.Http.SendAsync(request, None);
        var html = await answer.Content.ReadAsStringAsync(None);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(TestSchool.Author.Name, html, StringComparison.Ordinal);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
    }

    private async Task<DraftId> SubmitAsync(string reference, params string[] channels)
    {
        using var answer = await PostAsync("/api/drafts", PipelineTests.Clean(reference, channels), TestSchool.Author);
        var body = await answer.Content.ReadAsStringAsync(None);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{answer.StatusCode}: {body}");
        return DraftId.Parse(JsonDocument.Parse(body).RootElement.GetProperty("id").GetString());
    }

    private Task<HttpResponseMessage> PostAsync<T>(string path, T body, User user)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json.Options) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", FunctionsFixture.SignIn(user));
        return Process.Http.SendAsync(request, None);
    }

    private async Task<DraftHead> HeadAsync(DraftId id) =>
        await new DraftStore(azure.Outside, time).FindHeadAsync(id, None) ?? throw new InvalidOperationException("The draft is lost.");
}
