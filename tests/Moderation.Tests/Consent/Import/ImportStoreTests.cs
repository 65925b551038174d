using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moderation.Audit;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Consent.Import;

public sealed class ImportStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Header = "Stamnummer;Roepnaam;Achternaam;Geboortedatum;Toestemming website;Gegeven door;Datum\n";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
    private ConsentRegisterStore register = null!; // set by InitializeAsync before any test runs
    private ImportStore imports = null!; // set by InitializeAsync before any test runs

    private StorageSettings settings = null!; // set by InitializeAsync before any test runs
    private StorageClients clients = null!; // set by InitializeAsync before any test runs

    public async ValueTask InitializeAsync()
    {
        settings = azurite.NewSettings();
        clients = new StorageClients(settings);
        await clients.CreateAllAsync(default);
        (register, imports) = Process(clients);
    }

    public ValueTask DisposeAsync()
    {
        register?.Dispose();
        return ValueTask.CompletedTask;
    }

    private (ConsentRegisterStore Register, ImportStore Imports) Process(StorageClients storage)
    {
        var store = new ConsentRegisterStore(storage.Table(StorageNames.Tables.People), storage.Table(StorageNames.Tables.Consents), ConsentPolicy.School, time);
        return (store, new ImportStore(store, storage.Table(StorageNames.Tables.Consents), storage.Container(StorageNames.Containers.Incoming), time));
    }

    /// <summary>Keeps a dry run and applies it, as the desk and the stage do together.</summary>
    private async Task<ImportLog?> ApplyAsync(ImportPlan plan)
    {
        if (await imports.FindAsync(plan.Id, default) is null)
            await imports.KeepAsync(plan, default);
        Assert.Null(await imports.BeginApplyAsync(plan.Id, "admin", default));
        await imports.RunAsync(plan.Id, null, default);
        return await imports.FindAsync(plan.Id, default);
    }

    private async Task<ImportLog?> RevertAsync(ImportPlan plan)
    {
        Assert.Null(await imports.BeginRevertAsync(plan.Id, "admin", default));
        await imports.RunAsync(plan.Id, null, default);
        return await imports.FindAsync(plan.Id, default);
    }

    private async Task AssertChainsHoldAsync()
    {
        var chains = 0;
        await foreach (var verdict in new AuditVerifier(clients).VerifyAllAsync(default))
        {
            chains++;
            Assert.True(verdict.Holds, $"{verdict.Partition}: {verdict.Fault}");
        }

        Assert.True(chains > 1, "nothing was verified");
    }

    private async Task<ImportPlan> PlanAsync(string rows)
    {
        var file = ImportFile.Read(Encoding.UTF8.GetBytes(Header + rows));
        var profile = ProfileSuggestion.For(file.Columns, ConsentPolicy.School)! with { GuardiansHaveAuthority = true }; // the header has a student number
        time.Advance(TimeSpan.FromMinutes(1));
        return Assert.IsType<ImportOutcome.Planned>(ImportPlanner.Plan(await register.GetAsync(default), file, profile, time.GetUtcNow(), "admin")).Plan;
    }

    private async Task<bool> YesAsync(string id) => (await register.GetAsync(default)).Decide(PersonId.Parse(id), "website", MediaKind.Photo, time.GetUtcNow()) is ConsentDecision.Granted;

    [Fact]
    public async Task An_import_is_applied_logged_and_undone()
    {
        var first = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        Assert.Equal(ImportStatus.Applied, (await ApplyAsync(first))?.Status);
        Assert.True(await YesAsync("p-1"));

        var second = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;nee;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n");
        await ApplyAsync(second);
        await ApplyAsync(second);
        Assert.False(await YesAsync("p-1"));
        Assert.True(await YesAsync("p-2"));

        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ImportStatus.Reverted, (await RevertAsync(second))?.Status);
        Assert.True(await YesAsync("p-1"));
        Assert.False(await YesAsync("p-2"));
        Assert.Null((await register.GetAsync(default)).Find(PersonId.Parse("p-2")));
        Assert.Equal([second.Id, first.Id], (await imports.ImportsAsync(default)).Select(i => i.Id));
        Assert.Equal(ImportStore.Unknown, await imports.BeginRevertAsync("nothing", "admin", default));
        Assert.NotNull(await imports.BeginApplyAsync(second.Id, "admin", default)); // undone is undone
        await AssertChainsHoldAsync();
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_where_it_was()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n");
        await register.ApplyAsync([.. plan.Changes.Take(1)], default);
        await ApplyAsync(plan);
        Assert.True(await YesAsync("p-1"));
        Assert.True(await YesAsync("p-2"));
        Assert.Equal(2, (await register.GetAsync(default)).Records.Count());
        Assert.Empty((await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n")).Changes);
    }

    /// <summary>Every storage request of applying and undoing breaks once, before or after it took effect; doing it again heals it.</summary>
    [Theory]
    [InlineData(FaultKind.KilledBefore)]
    [InlineData(FaultKind.KilledAfter)]
    public async Task A_crash_at_any_request_is_healed_by_doing_it_again(FaultKind kind)
    {
        for (var at = 0; ; at++)
        {
            await InitializeAsync();
            await ApplyAsync(await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n"));
            var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;nee;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n");
            await imports.KeepAsync(plan, default);
            var fault = new Fault(at, kind);
            var broken = Process(new StorageClients(settings, new FaultPolicy(fault)));
            var died = await Record.ExceptionAsync(async () =>
            {
                await broken.Imports.BeginApplyAsync(plan.Id, "admin", default);
                await broken.Imports.RunAsync(plan.Id, null, default);
                await broken.Imports.BeginRevertAsync(plan.Id, "admin", default);
                await broken.Imports.RunAsync(plan.Id, null, default);
            });
            broken.Register.Dispose();

            if (await imports.FindAsync(plan.Id, default) is { Status: ImportStatus.Planned or ImportStatus.Applying })
                Assert.Equal(ImportStatus.Applied, (await ApplyAsync(plan))?.Status);
            if (await imports.FindAsync(plan.Id, default) is { Status: ImportStatus.Applied })
            {
                Assert.False(await YesAsync("p-1"), $"request {at}: {kind}");
                Assert.True(await YesAsync("p-2"), $"request {at}: {kind}");
            }

            time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(ImportStatus.Reverted, (await RevertAsync(plan))?.Status);
            Assert.True(await YesAsync("p-1"), $"request {at}: {kind}");
            Assert.False(await YesAsync("p-2"), $"request {at}: {kind}");
            await AssertChainsHoldAsync();
            if (died is null)
                return;
        }
    }

    /// <summary>A school so large that the table is read before it is written, broken off in the middle of its people.</summary>
    [Theory]
    [InlineData(FaultKind.KilledBefore)]
    [InlineData(FaultKind.KilledAfter)]
    public async Task A_large_import_that_breaks_off_goes_on_and_can_be_undone(FaultKind kind)
    {
        var rows = string.Concat(Enumerable.Range(1, 80).Select(i => $"{i};Kim;Voorbeeld{i};01-03-2013;ja;Moeder;01-09-2026\n"));
        var plan = await PlanAsync(rows);
        await imports.KeepAsync(plan, default);
        Assert.Null(await imports.BeginApplyAsync(plan.Id, "admin", default));
        var broken = Process(new StorageClients(settings, new FaultPolicy(new Fault(50, kind))));
        Assert.NotNull(await Record.ExceptionAsync(() => broken.Imports.RunAsync(plan.Id, null, default)));
        broken.Register.Dispose();
        var there = (await register.GetAsync(default)).People.Count;
        Assert.InRange(there, 1, 79);

        Assert.Equal(ImportStatus.Applied, (await ApplyAsync(plan))?.Status);
        Assert.Equal((80, 80), ((await register.GetAsync(default)).People.Count, (await register.GetAsync(default)).Records.Count()));
        await AssertChainsHoldAsync();

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ImportStatus.Reverted, (await RevertAsync(plan))?.Status);
        Assert.Empty((await register.GetAsync(default)).People);
        await AssertChainsHoldAsync();
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_goes_when_it_is_dropped()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        await imports.KeepAsync(plan, default);
        Assert.True((await register.GetAsync(default)).Missing);
        var kept = await imports.PlanOfAsync(plan.Id, default);
        Assert.Equal(plan.Changes.Single().Records.Single().Id, kept?.Changes.Single().Records.Single().Id);
        Assert.Null(await imports.DropAsync(plan.Id, "admin", default));
        Assert.Null(await imports.PlanOfAsync(plan.Id, default));
        Assert.NotNull(await imports.BeginApplyAsync(plan.Id, "admin", default));
    }

    [Fact]
    public async Task A_dry_run_of_yesterday_is_not_applied()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        await imports.KeepAsync(plan, default);
        time.Advance(ImportStore.PlanLasts + TimeSpan.FromSeconds(1));
        Assert.Contains("ouder dan een dag", (await imports.BeginApplyAsync(plan.Id, "admin", default))?.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_nobody_could_finish_waits_for_a_person()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        await imports.KeepAsync(plan, default);
        await imports.BeginApplyAsync(plan.Id, "admin", default);
        await imports.GiveUpAsync(plan.Id, default);
        await imports.RunAsync(plan.Id, null, default);
        Assert.True(await imports.FindAsync(plan.Id, default) is { Status: ImportStatus.Applying, Stuck: true });
        Assert.False(await YesAsync("p-1"));
        Assert.Equal(ImportStatus.Applied, (await ApplyAsync(plan))?.Status); // "ga verder"
        Assert.True(await YesAsync("p-1"));
    }

    [Fact]
    public async Task Who_changed_an_answer_behind_the_register_is_found_out()
    {
        await ApplyAsync(await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n"));
        await AssertChainsHoldAsync();
        var people = clients.Table(StorageNames.Tables.People);
        var verifier = new AuditVerifier(clients);
        var payload = await people.GetEntityAsync<TableEntity>("p-1", "b-00000001");
        payload.Value["Payload0"] = "{}";
        await people.UpdateEntityAsync(payload.Value, payload.Value.ETag, TableUpdateMode.Replace);
        Assert.False((await verifier.VerifyAsync(StorageNames.Tables.People, "p-1", default)).Holds);
        await people.DeleteEntityAsync("p-1", "b-00000001"); // erased is no break
        Assert.True((await verifier.VerifyAsync(StorageNames.Tables.People, "p-1", default)).Holds);
        await people.DeleteEntityAsync("p-1", "a-00000001");
        Assert.False((await verifier.VerifyAsync(StorageNames.Tables.People, "p-1", default)).Holds);
    }

    [Fact]
    public async Task Protection_that_was_set_after_the_dry_run_is_not_overwritten()
    {
        await ApplyAsync(await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n"));
        var plan = await PlanAsync("1;Kim;Anders;01-03-2013;ja;Moeder;01-09-2026\n");
        var kim = (await register.GetAsync(default)).Find(PersonId.Parse("p-1"));
        Assert.NotNull(kim);
        await register.SaveAsync([kim with { Protected = true }], [], default);
        await ApplyAsync(plan);
        Assert.True((await register.GetAsync(default)).Find(kim.Id)?.Protected);
    }

    [Fact]
    public async Task Nothing_of_the_file_is_kept_in_the_log()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        await ApplyAsync(plan);
        var log = Assert.Single(await imports.ImportsAsync(default));
        Assert.Equal((plan.FileHash, 1, 1, 0), (log.FileHash, log.Rows, log.New, log.Unreadable));
        Assert.DoesNotContain("Voorbeeld", System.Text.Json.JsonSerializer.Serialize(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_are_kept_by_name()
    {
        var profile = ProfileSuggestion.For(Header.Trim().Split(';'), ConsentPolicy.School)! with { Name = "Magister / ouders #1?" }; // the header has a student number
        await imports.SaveProfileAsync(profile, "admin", default);
        await imports.SaveProfileAsync(profile with { TextVersion = "2026-1" }, "admin", default);
        var kept = Assert.Single(await imports.ProfilesAsync(default));
        Assert.Equal(("Magister / ouders #1?", "2026-1"), (kept.Name, kept.TextVersion));
        Assert.Equal(profile.Consents.Single().Column, kept.Consents.Single().Column);
    }

    [Fact]
    public async Task A_large_school_is_imported_and_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(i => $"{i:D6};Kim;Voorbeeld{i};01-03-2013;ja;Moeder;01-09-2026\n"));
        await ApplyAsync(await PlanAsync(rows));
        var loaded = await register.GetAsync(default);
        Assert.Equal((300, 300), (loaded.People.Count, loaded.Records.Count()));
        Assert.Empty((await PlanAsync(rows)).Changes);
    }
}
