using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.EndToEnd;

public sealed class PipelineTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    internal static Submission Clean(string reference = "r-1", params string[] channels) => new()
    {
        ClientReference = reference,
        Text = "Zaterdag is de open dag. Iedereen is welkom tussen tien en twee uur.",
        Channels = channels.Length == 0 ? ["website"] : channels,
        Purpose = PostPurpose.Inform,
        Declarations = Enum.GetValues<Declaration>(),
    };

    /// <summary>The author doubts (R30): held for management.</summary>
    internal static Submission Doubtful() => Clean() with { Doubt = true };

    /// <summary>An e-mail cannot be recalled (P03): held for any approver.</summary>
    internal static Submission Irrevocable(params string[] channels) => Clean("r-1", channels.Length == 0 ? ["email"] : channels);

    [Fact]
    public async Task Clean_post_goes_out_by_itself_on_every_channel_once()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean("r-1", "website", "facebook", "linkedin"));

        var head = await system.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(["facebook", "linkedin", "website"], system.Wall.Select(p => p.Channel).Order());
        Assert.Equal(
            ["submitted", "screened", "attempting", "published", "attempting", "published", "attempting", "published"],
            (await system.Get<DraftStore>().HistoryAsync(id, None)).Select(e => e.Action));
        await system.AssertChainsHoldAsync();
        Assert.Empty(system.Logs.Unexpected);
    }

    [Fact]
    public async Task Held_post_is_published_only_after_approval()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable());
        var held = await system.SettleAsync(id);
        Assert.Equal(DraftState.Held, held.State);
        Assert.Empty(system.Wall);
        Assert.Equal([id], (await system.Get<ReviewDesk>().WaitingAsync(None)).Select(h => h.Id));

        await ApproveAsync(system, id, TestSchool.Approver);

        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        Assert.Single(system.Wall);
        Assert.Empty(await system.Get<ReviewDesk>().WaitingAsync(None));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_post()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable(), TestSchool.AuthorAndApprover);
        var held = await system.SettleAsync(id);

        var result = await system.Get<ReviewDesk>().DecideAsync(TestSchool.AuthorAndApprover, id, DecisionOutcome.Approved, held.ContentHash, null, None);

        Assert.IsType<ReviewResult.Refused>(result);
        await system.SettleAsync(id);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Whoever_edited_last_does_not_decide_either()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable());
        var held = await system.SettleAsync(id);
        var edited = await system.Get<Intake>().EditAsync(id, Irrevocable() with { Text = "De open dag is zaterdag, van tien tot twee." }, held.ContentHash, TestSchool.Approver, None);
        Assert.IsType<IntakeResult.Accepted>(edited);
        var again = await system.SettleAsync(id);

        Assert.IsType<ReviewResult.Refused>(
            await system.Get<ReviewDesk>().DecideAsync(TestSchool.Approver, id, DecisionOutcome.Approved, again.ContentHash, null, None));
        Assert.IsType<ReviewResult.Done>(
            await system.Get<ReviewDesk>().DecideAsync(TestSchool.AuthorAndApprover, id, DecisionOutcome.Approved, again.ContentHash, null, None));
    }

    [Fact]
    public async Task Approval_of_one_version_is_not_an_approval_of_the_next()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable());
        var held = await system.SettleAsync(id);
        await system.Get<Intake>().EditAsync(id, Irrevocable() with { Text = "De open dag is zondag." }, held.ContentHash, TestSchool.Author, None);

        var stale = await system.Get<ReviewDesk>().DecideAsync(TestSchool.Approver, id, DecisionOutcome.Approved, held.ContentHash, null, None);

        Assert.IsType<ReviewResult.Refused>(stale);
        Assert.Equal(DraftState.Held, (await system.SettleAsync(id)).State);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Only_management_releases_a_doubt()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Doubtful());
        var held = await system.SettleAsync(id);

        Assert.IsType<ReviewResult.Refused>(
            await system.Get<ReviewDesk>().DecideAsync(TestSchool.Approver, id, DecisionOutcome.Approved, held.ContentHash, null, None));
        await ApproveAsync(system, id, TestSchool.Management);
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_lifts_a_missing_consent()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean() with { Text = "Roos Bakker uit 3B won de voorleeswedstrijd." });
        var blocked = await system.SettleAsync(id);
        Assert.Equal(DraftState.Blocked, blocked.State);

        Assert.IsType<ReviewResult.Refused>(
            await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, blocked.ContentHash, "Het is een leuk bericht.", None));
        await system.SettleAsync(id);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Scheduled_post_waits_for_its_moment()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean() with { PlannedAt = "2026-11-12T12:00" });
        await system.PumpAsync();
        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))!.State);
        await system.SweepAsync(TimeSpan.FromHours(24));
        await system.PumpAsync();
        Assert.Empty(system.Wall);

        await system.SweepAsync(TimeSpan.FromHours(26) + TimeSpan.FromMinutes(1));
        await system.PumpAsync();

        Assert.Equal(DraftState.Published, (await system.HeadAsync(id))!.State);
        Assert.Single(system.Wall);
    }

    [Fact]
    public async Task Consent_withdrawn_before_the_planned_moment_stops_the_post()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean() with { Text = "Bas de Groot wint de wiskundeolympiade.", PlannedAt = "2026-11-12T12:00" });
        await system.PumpAsync();
        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))!.State);

        await system.Get<ConsentRegisterStore>().RecordAsync([TestSchool.Answer(TestSchool.Bas, ConsentValue.Withdrawn, system.Time.GetUtcNow())], None);
        await system.SweepAsync(TimeSpan.FromHours(51));
        await system.PumpAsync();

        Assert.Equal(DraftState.Blocked, (await system.HeadAsync(id))!.State);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task A_post_that_is_an_hour_late_is_held()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean() with { PlannedAt = "2026-11-12T12:00" });
        await system.PumpAsync();
        system.Time.Advance(TimeSpan.FromHours(53)); // the host was down
        await system.SweepAsync(TimeSpan.FromMinutes(1));
        await system.PumpAsync();
        Assert.Equal(DraftState.Held, (await system.HeadAsync(id))!.State);

        await ApproveAsync(system, id, TestSchool.Approver);
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Stop_everything_holds_what_falls_due()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        Assert.Null(await system.Get<StopSwitch>().SetAsync(TestSchool.Approver, "Er is iets gebeurd.", None));
        var id = await SubmitAsync(system, Clean());
        Assert.Equal(DraftState.Held, (await system.SettleAsync(id)).State);
        Assert.Empty(system.Wall);

        Assert.NotNull(await system.Get<StopSwitch>().LiftAsync(TestSchool.Approver, null, None));
        Assert.Null(await system.Get<StopSwitch>().LiftAsync(TestSchool.Management, null, None));
        await ApproveAsync(system, id, TestSchool.Approver);
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task Repeated_submission_is_one_draft_and_another_text_under_its_reference_a_conflict()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean());
        var again = Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().SubmitAsync(Clean(), TestSchool.Author, Intake.Api, None));
        Assert.True(again.Repeated);
        Assert.Equal(id, again.Head.Id);
        Assert.IsType<IntakeResult.Conflict>(
            await system.Get<Intake>().SubmitAsync(Clean() with { Text = "Iets heel anders." }, TestSchool.Author, Intake.Api, None));
        await system.SettleAsync(id);
        Assert.Single(system.Wall);
    }

    [Fact]
    public async Task Overdue_hold_goes_to_management_and_is_never_approved_by_itself()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable());
        await system.SettleAsync(id);
        await system.SweepAsync(TimeSpan.FromHours(12));
        Assert.Equal(DraftState.Held, (await system.HeadAsync(id))!.State);
        await system.SweepAsync(TimeSpan.FromHours(13));
        var head = await system.HeadAsync(id);
        Assert.Equal(DraftState.Escalated, head!.State);
        Assert.True(head.Hold!.ForManagement);
        await system.SweepAsync(TimeSpan.FromDays(90));
        await system.PumpAsync();
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Withdrawn_draft_does_not_go_out()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Irrevocable());
        await system.SettleAsync(id);
        Assert.IsType<IntakeResult.Conflict>(await system.Get<Intake>().WithdrawAsync(id, TestSchool.AuthorAndApprover, None));
        Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().WithdrawAsync(id, TestSchool.Author, None));
        Assert.Equal(DraftState.Withdrawn, (await system.SettleAsync(id)).State);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Message_that_cannot_be_handled_becomes_stuck_and_a_person_can_retry()
    {
        await using var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?> { ["Channels:SandboxUrl"] = null });
        var id = await SubmitAsync(system, Clean());
        await PoisonAllAsync(system);
        var stuck = await system.HeadAsync(id);
        Assert.Equal(DraftState.Stuck, stuck!.State);
        Assert.Equal([id], (await system.Get<ReviewDesk>().WaitingAsync(None)).Select(h => h.Id));
        await system.SweepAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await system.PumpAsync()); // poison and sweep never feed each other

        Assert.IsType<ReviewResult.Refused>(await system.Get<ReviewDesk>().RetryAsync(TestSchool.Author, id, None));
        Assert.IsType<ReviewResult.Done>(await system.Get<ReviewDesk>().RetryAsync(TestSchool.Approver, id, None));
        Assert.Equal(DraftState.Cleared, (await system.HeadAsync(id))!.State);
    }

    [Theory]
    [InlineData("{ not json", "")]
    [InlineData("""{"text":"Hallo","channels":["website"],"submitter":{"id":"m.visser","name":"M"}}""", "clientReference")]
    [InlineData("""{"clientReference":"a","channels":["website"],"submitter":{"id":"m.visser","name":"M"}}""", "text")]
    [InlineData("""{"clientReference":"a","text":"Hallo","channels":["tiktok"],"submitter":{"id":"m.visser","name":"M"}}""", "channels[0]")]
    [InlineData("""{"clientReference":"a","text":"Hallo","channels":["website"]}""", "submitter")]
    [InlineData("""{"clientReference":"a","text":"Hallo","channels":["website"],"people":["niemand"],"submitter":{"id":"m.visser","name":"M"}}""", "people[0]")]
    [InlineData("""{"clientReference":"a","text":"Hallo","channels":"website","submitter":{"id":"m.visser","name":"M"}}""", "channels")]
    public async Task Message_that_cannot_become_a_draft_is_a_rejected_intake(string message, string field)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await system.Outside.Queue(StorageNames.Queues.Drafts).SendMessageAsync(message, None);
        await system.PumpAsync();
        var rejected = await system.Get<RejectedIntakes>().AllAsync(None).SingleAsync(None);
        Assert.Equal(message, rejected.Message);
        Assert.Contains(field, rejected.Errors.Select(e => e.Field));
        Assert.All(rejected.Errors, e => Assert.NotEmpty(e.What.Nl));
    }

    [Fact]
    public async Task Draft_from_the_queue_waits_until_the_named_person_confirms_it()
    {
        await using var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?> { ["Intake:TrustQueueSubmitter"] = "false" });
        await system.Outside.Queue(StorageNames.Queues.Drafts).SendMessageAsync(
            Json.Write(Clean() with { Submitter = TestSchool.Author.AsAuthor() }), None);
        await system.PumpAsync();
        var id = DraftId.For(Intake.Queue, TestSchool.Author.Id, "r-1");
        Assert.Equal(DraftState.Draft, (await system.HeadAsync(id))!.State);

        Assert.IsType<IntakeResult.Conflict>(await system.Get<Intake>().ConfirmAsync(id, TestSchool.AuthorAndApprover, None));
        Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().ConfirmAsync(id, TestSchool.Author, None));
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Changed_history_is_found()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await SubmitAsync(system, Clean());
        await system.SettleAsync(id);
        var table = system.Outside.Table(StorageNames.Tables.Drafts);
        var verifier = new Moderation.Audit.AuditVerifier(system.Outside);

        var payload = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(id.ToString(), "b-00000001", cancellationToken: None)).Value;
        await table.DeleteEntityAsync(id.ToString(), "b-00000001", cancellationToken: None);
        Assert.True((await verifier.VerifyAsync(StorageNames.Tables.Drafts, id.ToString(), None)).Holds); // an erased payload is no break

        payload["Payload0"] = "{}";
        await table.AddEntityAsync(payload, None);
        Assert.False((await verifier.VerifyAsync(StorageNames.Tables.Drafts, id.ToString(), None)).Holds);
        await table.DeleteEntityAsync(id.ToString(), "b-00000001", cancellationToken: None);

        var last = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(id.ToString(), "a-00000004", cancellationToken: None)).Value;
        await table.DeleteEntityAsync(id.ToString(), "a-00000004", cancellationToken: None);
        Assert.False((await verifier.VerifyAsync(StorageNames.Tables.Drafts, id.ToString(), None)).Holds); // cut off at the end
        last["Actor"] = "somebody.else";
        await table.AddEntityAsync(last, None);
        Assert.Equal(4, (await verifier.VerifyAsync(StorageNames.Tables.Drafts, id.ToString(), None)).Events);
        Assert.False((await verifier.VerifyAsync(StorageNames.Tables.Drafts, id.ToString(), None)).Holds);
    }

    internal static async Task<DraftId> SubmitAsync(TestSystem system, Submission submission, User? by = null) =>
        Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().SubmitAsync(submission, by ?? TestSchool.Author, Intake.Api, None)).Head.Id;

    internal static async Task ApproveAsync(TestSystem system, DraftId id, User by)
    {
        var head = await system.HeadAsync(id);
        Assert.IsType<ReviewResult.Done>(await system.Get<ReviewDesk>().DecideAsync(by, id, DecisionOutcome.Approved, head!.ContentHash, null, None));
    }

    private static async Task PoisonAllAsync(TestSystem system)
    {
        foreach (var name in Pipeline.Queues)
        {
            foreach (var message in (await system.Outside.Queue(name).ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), None)).Value)
            {
                if (name == StorageNames.Queues.Screening)
                    await system.Get<Pipeline>().HandleAsync(name, message.Body.ToString(), 1, None);
                else
                    Assert.IsAssignableFrom<InvalidOperationException>((await Assert.ThrowsAsync<StrippedException>(() => system.Get<Pipeline>().HandleAsync(name, message.Body.ToString(), 5, None))).Cause);
                await system.Outside.Queue(name).DeleteMessageAsync(message.MessageId, message.PopReceipt, None);
                if (name == StorageNames.Queues.Publishing)
                    await system.Get<Pipeline>().HandleAsync(name + StorageNames.Queues.PoisonSuffix, message.Body.ToString(), 1, None);
            }
        }
    }
}
