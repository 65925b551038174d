using System.Text;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Drafts;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.EndToEnd;

/// <summary>A withdrawal, a no or protection acts at once on everything that is under way (A06, I2).</summary>
public sealed class ConsentChangeTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static Submission AboutBas(string? planned = "2026-11-12T12:00", params string[] channels) =>
        PipelineTests.Clean("r-1", channels) with { Text = "Bas de Groot uit 5H2 won de wiskundeolympiade.", PlannedAt = planned };

    [Fact]
    public async Task A_withdrawal_blocks_a_post_that_waits_for_its_moment()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await ScheduledAsync(system, AboutBas());

        Assert.Null(await system.Get<RegisterDesk>().WithdrawAsync(TestSchool.Administrator, TestSchool.Bas, TestSchool.Bas, null, None));
        await system.PumpAsync();

        var draft = await system.LoadAsync(id);
        Assert.Equal(DraftState.Blocked, draft.Head.State);
        Assert.Contains(draft.Screening!.Findings, f => f.Ground == Moderation.Protocol.FindingGround.Consent && f.Action == Moderation.Protocol.FindingAction.Block); // screened before it was scheduled
        Assert.Contains("consent-blocked", (await system.Get<DraftStore>().HistoryAsync(id, None)).Select(e => e.Action));
        await system.SweepAsync(TimeSpan.FromDays(3));
        await system.PumpAsync();
        Assert.Empty(system.Wall);
        await system.AssertChainsHoldAsync();
        Assert.Empty(system.Logs.Unexpected);
        Assert.DoesNotContain(system.Logs.Lines, l => l.Text.Contains("Groot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Protection_blocks_it_too_and_the_words_are_those_of_any_missing_consent()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await ScheduledAsync(system, AboutBas());
        Assert.Null(await system.Get<RegisterDesk>().ProtectAsync(TestSchool.Officer, TestSchool.Bas, protect: true, None));
        await system.PumpAsync();
        var draft = await system.LoadAsync(id);
        Assert.Equal(DraftState.Blocked, draft.Head.State);
        var finding = Assert.Single(draft.Screening!.Findings, f => f.Action == Moderation.Protocol.FindingAction.Block); // screened before it was scheduled
        Assert.Null(finding.Person);
        Assert.DoesNotContain("scherm", finding.What.Nl, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_no_in_an_import_blocks_it_too()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await ImportAsync(system, "7;Mila;Overdijk;01-03-2013;ja;Moeder");
        var id = await ScheduledAsync(system, AboutBas() with { Text = "Mila Overdijk won de wiskundeolympiade." });
        await ImportAsync(system, "7;Mila;Overdijk;01-03-2013;nee;Moeder");
        Assert.Equal(DraftState.Blocked, (await system.HeadAsync(id))?.State);
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task A_post_that_waits_for_an_approver_becomes_blocked()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(system, AboutBas(null, "email"));
        await system.PumpAsync();
        var held = await system.HeadAsync(id);
        Assert.Equal(DraftState.Held, held?.State);
        await system.Get<RegisterDesk>().WithdrawAsync(TestSchool.Administrator, TestSchool.Bas, TestSchool.Bas, null, None);
        await system.PumpAsync();
        Assert.Equal(DraftState.Blocked, (await system.HeadAsync(id))?.State);
        Assert.Empty(await system.Get<ReviewDesk>().WaitingAsync(None));
        Assert.IsType<ReviewResult.Refused>(await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, held!.ContentHash, "Toch maar.", None)); // asserted above
    }

    [Fact]
    public async Task An_objection_that_a_person_must_judge_holds_the_post()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await ScheduledAsync(system, AboutBas());
        // A parent's no after the pupil, 17, said yes.
        var errors = await system.Get<RegisterDesk>().AnswerAsync(
            TestSchool.Administrator,
            TestSchool.Bas,
            new AnswerFields { Giver = "new:moeder", Authority = "yes", Value = "no", Purposes = ["website"], Kinds = ["Name"], GivenOn = "2026-11-10", Source = "Oral" },
            None);
        Assert.Empty(errors);
        await system.PumpAsync();
        var head = await system.HeadAsync(id);
        Assert.Equal(DraftState.Held, head?.State);
        Assert.Equal([id], (await system.Get<ReviewDesk>().WaitingAsync(None)).Select(h => h.Id));
        await PipelineTests.ApproveAsync(system, id, TestSchool.Approver);
        // Nothing new was said since the approval: another change of the register does not hold it again.
        await system.Get<RegisterDesk>().WithdrawAsync(TestSchool.Administrator, TestSchool.Roos, TestSchool.Roos, null, None);
        await system.PumpAsync();
        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))?.State);
    }

    [Fact]
    public async Task A_consent_for_something_else_changes_nothing()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await ScheduledAsync(system, AboutBas());
        await system.Get<RegisterDesk>().WithdrawAsync(TestSchool.Administrator, TestSchool.Bas, TestSchool.Bas, "sociale_media", None);
        await system.PumpAsync();
        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))?.State);
        await system.SweepAsync(TimeSpan.FromHours(51));
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
    }

    [Fact]
    public async Task A_message_that_was_lost_is_made_good_by_the_sweep()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await ScheduledAsync(system, AboutBas());
        await system.Get<RegisterDesk>().WithdrawAsync(TestSchool.Administrator, TestSchool.Bas, TestSchool.Bas, null, None);
        await system.Outside.Queue(StorageNames.Queues.Register).ClearMessagesAsync(None);
        await system.SweepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(DraftState.Blocked, (await system.HeadAsync(id))?.State);
    }

    [Fact]
    public async Task An_import_whose_message_was_lost_is_sent_on_by_the_sweep()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var plan = await PlanAsync(system, "7;Mila;Overdijk;01-03-2013;ja;Moeder");
        Assert.Null(await system.Get<ImportDesk>().ApplyAsync(plan.Id, "admin", None));
        await system.Outside.Queue(StorageNames.Queues.Register).ClearMessagesAsync(None);
        await system.SweepAsync(TimeSpan.FromMinutes(11));
        await system.PumpAsync();
        Assert.Equal(ImportStatus.Applied, (await system.Get<ImportStore>().FindAsync(plan.Id, None))?.Status);
    }

    [Fact]
    public async Task An_import_that_cannot_be_applied_becomes_stuck_and_the_sweep_leaves_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var plan = await PlanAsync(system, "7;Mila;Overdijk;01-03-2013;ja;Moeder");
        await system.Get<ImportDesk>().ApplyAsync(plan.Id, "admin", None);
        await system.Outside.Container(StorageNames.Containers.Incoming).DeleteBlobAsync($"import-{plan.Id}.json.gz", cancellationToken: None);
        var message = (await system.Outside.Queue(StorageNames.Queues.Register).ReceiveMessageAsync(cancellationToken: None)).Value;
        await system.Outside.Queue(StorageNames.Queues.Register).DeleteMessageAsync(message.MessageId, message.PopReceipt, None);
        await Assert.ThrowsAsync<Moderation.Telemetry.StrippedException>(() => system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Register, message.Body.ToString(), 5, None));
        await system.Get<Pipeline>().HandleAsync(StorageNames.Queues.Register + StorageNames.Queues.PoisonSuffix, message.Body.ToString(), 1, None);
        Assert.True(await system.Get<ImportStore>().FindAsync(plan.Id, None) is { Status: ImportStatus.Applying, Stuck: true });
        await system.SweepAsync(TimeSpan.FromHours(1));
        Assert.Empty((await system.Outside.Queue(StorageNames.Queues.Register).PeekMessagesAsync(1, None)).Value);
    }

    private static async Task<DraftId> ScheduledAsync(TestSystem system, Submission submission)
    {
        var id = await PipelineTests.SubmitAsync(system, submission);
        await system.PumpAsync();
        Assert.Equal(DraftState.Scheduled, (await system.HeadAsync(id))?.State);
        return id;
    }

    private static async Task ImportAsync(TestSystem system, string row)
    {
        system.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await system.Get<ImportDesk>().ApplyAsync((await PlanAsync(system, row)).Id, "admin", None));
        await system.PumpAsync();
    }

    private static async Task<ImportPlan> PlanAsync(TestSystem system, string row)
    {
        var file = ImportFile.Read(Encoding.UTF8.GetBytes("Stamnummer;Roepnaam;Achternaam;Geboortedatum;Toestemming alles;Gegeven door\n" + row));
        var profile = new MappingProfile
        {
            Name = "Proef", StudentNumber = "Stamnummer", CallName = "Roepnaam", Surname = "Achternaam", BornOn = "Geboortedatum", GivenBy = "Gegeven door", TextVersion = "2025-1", GuardiansHaveAuthority = true,
            Consents = [new ConsentColumn("Toestemming alles", ["website", "sociale_media"], Enum.GetValues<MediaKind>())],
        };
        return Assert.IsType<ImportOutcome.Planned>(await system.Get<ImportDesk>().PlanAsync(file, profile, "admin", None)).Plan;
    }
}
