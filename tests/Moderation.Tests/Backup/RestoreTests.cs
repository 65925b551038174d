using Microsoft.Extensions.Options;
using Moderation.Audit;
using Moderation.Backup;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Backup;

/// <summary>The tables are lost after a backup; what was in them comes back, and nothing of it goes out by itself.</summary>
public sealed class RestoreTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Everything_finished_comes_back_as_it_was()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        await system.SettleAsync(id);
        await system.Get<StopSwitch>().SetAsync(TestSchool.Approver, "proef", None);
        await system.Get<StopSwitch>().LiftAsync(TestSchool.Management, "voorbij", None);
        await system.Get<RejectedIntakes>().AddAsync("geen bericht", [], None);
        var before = await SavedTables.DumpAsync(system.Outside);
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);

        var done = await RestoreAsync(system, name);

        var after = await SavedTables.DumpAsync(system.Outside);
        Assert.Equal(0, done.Held);
        Assert.All(StorageNames.Tables.All.Except([StorageNames.Tables.Settings, StorageNames.Tables.Consents]), t => Assert.Equal(before[t], after[t]));
        // The history of the switch goes on; only its state row is another.
        Assert.All(before[StorageNames.Tables.Settings].Where(r => !r.Contains("\"r\":\"state\"", StringComparison.Ordinal)), r => Assert.Contains(r, after[StorageNames.Tables.Settings]));
        await system.AssertChainsHoldAsync();
    }

    /// <summary>Every state that a draft can be in on the night of the backup; days later the wall is still as it was.</summary>
    [Fact]
    public async Task Nothing_goes_out_by_itself_and_everything_unfinished_is_held()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var drafts = await EveryStateAsync(system);
        var was = new Dictionary<string, DraftHead>(StringComparer.Ordinal);
        foreach (var (state, id) in drafts)
            was[state] = await HeadAsync(system, id);
        var wall = system.Wall.Count;
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);

        var done = await RestoreAsync(system, name);

        foreach (var (state, id) in drafts.Where(d => !was[d.State].State.IsFinal()))
        {
            var loaded = await system.LoadAsync(id);
            Assert.Equal((state, DraftState.Held), (state, loaded.Head.State));
            Assert.Null(loaded.Head.Approval);
            Assert.Contains("P01", loaded.Head.Hold!.Rules); // held, so it has a hold
            Assert.All(loaded.Head.Channels, c => Assert.Equal(was[state].Channel(c.Code)!.State == ChannelState.Published, c.State == ChannelState.Published));
            Assert.All(loaded.Head.Channels.Where(c => c.State != ChannelState.Published), c => Assert.Equal((ChannelState.Unknown, true), (c.State, c.AskPerson)));
            Assert.Equal("restored", (await system.Get<DraftStore>().HistoryAsync(id, None))[^1].Action);
        }

        Assert.Equal(drafts.Count(d => !was[d.State].State.IsFinal()), done.Held);
        Assert.Equal(done.Held, (await system.Get<ReviewDesk>().WaitingAsync(None)).Count);
        await ReviveConsentsAsync(system);
        await LiftAsync(system);
        for (var day = 0; day < 4; day++)
        {
            await system.SweepAsync(TimeSpan.FromDays(1));
            await system.PumpAsync();
        }

        Assert.Equal(wall, system.Wall.Count);
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task A_restored_draft_goes_out_once_a_person_has_looked_and_approved_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Irrevocable("email", "website"));
        await system.SettleAsync(id);
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        await RestoreAsync(system, name);
        await ReviveConsentsAsync(system);
        await LiftAsync(system);
        var desk = system.Get<ReviewDesk>();

        await PipelineTests.ApproveAsync(system, id, TestSchool.Approver);
        await system.PumpAsync();
        Assert.Empty(system.Wall); // approved, and still nobody has looked

        Assert.IsType<ReviewResult.Done>(await desk.SettleAsync(TestSchool.Approver, id, "website", new Uri("https://school.example/1"), None));
        Assert.IsType<ReviewResult.Done>(await desk.SettleAsync(TestSchool.Approver, id, "email", null, None));
        var head = await system.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(["email"], system.Wall.Select(p => p.Channel)); // what was there already is not sent again
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task A_draft_that_was_never_checked_cannot_be_approved()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        await RestoreAsync(system, name);

        var head = await HeadAsync(system, id);

        Assert.IsType<ReviewResult.Refused>(await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head.ContentHash, null, None));
    }

    [Fact]
    public async Task Everything_is_stopped_and_only_management_lifts_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        await RestoreAsync(system, name);

        var stop = await system.Get<StopSwitch>().ReadAsync(None);

        Assert.True(stop.On);
        Assert.Equal("somebody", stop.By);
        Assert.Contains("toestemmingen opnieuw", stop.Reason, StringComparison.Ordinal);
        Assert.NotNull(await system.Get<StopSwitch>().LiftAsync(TestSchool.Approver, "ga maar", None));
        Assert.True((await system.Get<StopSwitch>().ReadAsync(None)).On);
    }

    /// <summary>Bas withdrew after the backup; the tables know only of his yes.</summary>
    [Fact]
    public async Task A_yes_of_that_day_is_not_taken_for_a_yes_of_today()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var name = await BackupAsync(system);
        system.Time.Advance(TimeSpan.FromHours(1));
        await system.Get<ConsentRegisterStore>().RecordAsync([TestSchool.Answer(TestSchool.Bas, ConsentValue.Withdrawn, system.Time.GetUtcNow())], None);
        await SavedTables.LoseAsync(system.Outside);
        await RestoreAsync(system, name);
        system.Restart();
        await LiftAsync(system); // too early, and still nothing that shows people goes out

        Assert.True((await system.Get<ConsentRegisterStore>().GetAsync(None)).Missing);
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-2") with { Text = "Bas de Groot won de voorleeswedstrijd." });
        var head = await system.SettleAsync(id);
        Assert.True(head.State is DraftState.Blocked or DraftState.Held, head.State.ToString());
        Assert.Empty(system.Wall);

        await ReviveConsentsAsync(system);
        var register = await system.Get<ConsentRegisterStore>().GetAsync(None);
        Assert.False(register.Missing);
        Assert.Equal(2, register.People.Count);
    }

    [Fact]
    public async Task Tables_that_are_in_use_are_left_alone_without_the_flag_and_kept_with_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var first = await PipelineTests.SubmitAsync(system, PipelineTests.Clean());
        await system.SettleAsync(first);
        var name = await BackupAsync(system);
        system.Time.Advance(TimeSpan.FromDays(1));
        var second = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-2") with { Text = "De school is dicht." });
        var before = await SavedTables.DumpAsync(system.Outside);

        var refused = Assert.IsType<RestoreResult.Refused>(await system.Get<Restore>().RunAsync(name, "somebody", replace: false, _ => { }, None));
        Assert.Contains("drafts", refused.Why, StringComparison.Ordinal);
        Assert.Equal(before, await SavedTables.DumpAsync(system.Outside));

        await RestoreAsync(system, name, replace: true);
        Assert.NotNull(await system.HeadAsync(first));
        Assert.Null(await system.HeadAsync(second));

        // What was there is one restore away.
        var safety = (await system.Get<BackupStore>().AllAsync(None)).First(n => n != name);
        await RestoreAsync(system, safety, replace: true);
        Assert.NotNull(await system.HeadAsync(second));
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task A_fresh_system_that_has_only_swept_counts_as_empty()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        await system.SweepAsync(TimeSpan.FromMinutes(1));

        await RestoreAsync(system, name);
    }

    [Fact]
    public async Task A_backup_goes_to_another_account_and_its_anchors_still_hold()
    {
        await using var old = await TestSystem.StartAsync(azurite);
        var id = await PipelineTests.SubmitAsync(old, PipelineTests.Clean());
        await old.SettleAsync(id);
        await AuditAsync(old);
        old.Time.Advance(TimeSpan.FromMinutes(1));
        var name = await BackupAsync(old);
        await using var fresh = await TestSystem.StartAsync(azurite);
        await SavedTables.LoseAsync(fresh.Outside);
        await SavedTables.CopyBlobsAsync(old.Outside, fresh.Outside);

        await RestoreAsync(fresh, name);

        Assert.Equal(DraftState.Published, (await HeadAsync(fresh, id)).State);
        Assert.Equal(0, (await fresh.Get<AuditRound>().VerifyAsync(None)).Broken);
    }

    /// <summary>Days later the chains are shorter than the anchors of those days say; the restore explains it, and only it.</summary>
    [Fact]
    public async Task Anchors_of_the_days_that_were_lost_do_not_sound_the_alarm_and_those_before_still_do()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var kept = await PipelineTests.SubmitAsync(system, PipelineTests.Irrevocable());
        await system.SettleAsync(kept);
        await AuditAsync(system);
        system.Time.Advance(TimeSpan.FromHours(1));
        var name = await BackupAsync(system);
        await PipelineTests.ApproveAsync(system, kept, TestSchool.Approver);
        await system.SettleAsync(kept);
        await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-2"));
        system.Time.Advance(TimeSpan.FromDays(1));
        await AuditAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        Assert.NotEqual(0, (await system.Get<AuditRound>().VerifyAsync(None)).Broken);

        system.Time.Advance(TimeSpan.FromHours(1));
        await RestoreAsync(system, name);

        var report = await system.Get<AuditRound>().VerifyAsync(None);
        Assert.Empty(report.Faults);
        Assert.Equal(name.ToString(), Assert.Single(report.Restores).Backup);
        var partition = kept.ToString();
        await BatchWriter.DeleteAllAsync(
            system.Outside.Table(StorageNames.Tables.Drafts),
            await system.Outside.Table(StorageNames.Tables.Drafts).QueryAsync<Azure.Data.Tables.TableEntity>(r => r.PartitionKey == partition).ToListAsync(),
            None);
        Assert.Single((await system.Get<AuditRound>().VerifyAsync(None)).Faults);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_before_anything_is_touched()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var name = await BackupAsync(system);
        var before = await SavedTables.DumpAsync(system.Outside);
        var part = system.Outside.Container(StorageNames.Containers.Backup).GetBlobClient($"{name}/people/00000.jsonl.gz");
        await part.UploadAsync(BinaryData.FromString("something else"), overwrite: true, None);

        var refused = Assert.IsType<RestoreResult.Refused>(await system.Get<Restore>().RunAsync(name, "somebody", replace: true, _ => { }, None));

        Assert.Contains("people/00000", refused.Why, StringComparison.Ordinal);
        Assert.Equal(before, await SavedTables.DumpAsync(system.Outside));
    }

    /// <summary>Killed anywhere, nothing that it left can go out; run again, it is whole.</summary>
    [Fact]
    public async Task A_restore_that_is_broken_off_leaves_nothing_that_could_go_out_and_is_run_again()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await EveryStateAsync(system);
        var wall = system.Wall.Count;
        var name = await BackupAsync(system);
        await SavedTables.LoseAsync(system.Outside);
        system.Break(Fault.None());
        var whole = await RestoreAsync(system, name);
        var requests = system.Fault.Count;

        for (var at = 3; at < requests; at += 31)
        {
            system.Break(Fault.None());
            await SavedTables.LoseAsync(system.Outside);
            system.Break(new Fault(at, at % 2 == 0 ? FaultKind.KilledBefore : FaultKind.KilledAfter));
            await system.TryAsync(() => RestoreAsync(system, name));

            await system.SweepAsync(TimeSpan.FromDays(1));
            await system.PumpAsync();
            Assert.Equal(wall, system.Wall.Count);
            Assert.Equal(whole.Held, (await RestoreAsync(system, name, replace: true)).Held);
        }

        await system.AssertChainsHoldAsync();
    }

    /// <summary>One draft in each state, named by it, in the way that a post gets there.</summary>
    private static async Task<List<(string State, DraftId Id)>> EveryStateAsync(TestSystem system)
    {
        var store = system.Get<DraftStore>();
        var drafts = new List<(string, DraftId)>();
        async Task<DraftId> Add(string state, Submission submission)
        {
            var id = await PipelineTests.SubmitAsync(system, submission with { ClientReference = state, Text = submission.Text + " " + state });
            drafts.Add((state, id));
            return id;
        }

        var held = await Add("held", PipelineTests.Irrevocable());
        var published = await Add("published", PipelineTests.Clean("", "website", "facebook"));
        var scheduled = await Add("scheduled", PipelineTests.Clean() with { PlannedAt = "2026-11-12T11:00" });
        var blocked = await Add("blocked", PipelineTests.Clean() with { Text = "Roos Bakker uit 3B won de voorleeswedstrijd." });
        var withdrawn = await Add("withdrawn", PipelineTests.Irrevocable());
        var attempting = await Add("attempting", PipelineTests.Irrevocable("email", "website"));
        var approved = await Add("approved", PipelineTests.Irrevocable());
        await system.PumpAsync();
        Assert.Equal(DraftState.Published, (await HeadAsync(system, published)).State);
        Assert.Equal(DraftState.Scheduled, (await HeadAsync(system, scheduled)).State);
        Assert.Equal(DraftState.Blocked, (await HeadAsync(system, blocked)).State);
        Assert.Equal(DraftState.Held, (await HeadAsync(system, held)).State);
        await system.Get<Intake>().WithdrawAsync(withdrawn, TestSchool.Author, None);
        Assert.Equal(DraftState.Withdrawn, (await HeadAsync(system, withdrawn)).State);

        await PipelineTests.ApproveAsync(system, approved, TestSchool.Approver); // its message waits on the queue
        await PipelineTests.ApproveAsync(system, attempting, TestSchool.Approver);
        var loaded = await system.LoadAsync(attempting);
        var next = ChannelOutcomes.Attempting(loaded.Head, loaded.Head.Channels[0], "attempt", [], system.Time.GetUtcNow(), system.Get<IOptions<PublishingSettings>>().Value);
        Assert.NotNull(await store.TryCommitAsync(loaded, new DraftChange(next, "test", "attempting", new { }), None));
        await Add("submitted", PipelineTests.Clean());
        return drafts;
    }

    private static async Task<BackupName> BackupAsync(TestSystem system)
    {
        var name = BackupName.OfNight(system.Time.GetUtcNow());
        await system.Get<BackupRun>().RunAsync(name, None);
        return name;
    }

    private static async Task<RestoreResult.Done> RestoreAsync(TestSystem system, BackupName name, bool replace = false) =>
        Assert.IsType<RestoreResult.Done>(await system.Get<Restore>().RunAsync(name, "somebody", replace, _ => { }, None));

    private static Task AuditAsync(TestSystem system) => system.Get<Pipeline>().RunTimerAsync(Pipeline.AuditTimer, None);

    /// <summary>What an import does: from then on the register counts again.</summary>
    private static Task ReviveConsentsAsync(TestSystem system) =>
        system.Get<ConsentRegisterStore>().RecordAsync([TestSchool.Answer(TestSchool.Bas, ConsentValue.Granted, system.Time.GetUtcNow())], None);

    private static async Task LiftAsync(TestSystem system) => Assert.Null(await system.Get<StopSwitch>().LiftAsync(TestSchool.Management, "gezien", None));

    private static async Task<DraftHead> HeadAsync(TestSystem system, DraftId id) => await system.HeadAsync(id) ?? throw new InvalidOperationException("The draft is lost.");
}
