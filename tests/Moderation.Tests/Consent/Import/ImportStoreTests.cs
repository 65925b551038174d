using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Consent.Import;

public sealed class ImportStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Header = "Stamnummer;Roepnaam;Achternaam;Geboortedatum;Toestemming website;Gegeven door;Datum\n";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
    private ConsentRegisterStore register = null!; // set by InitializeAsync before any test runs
    private ImportStore imports = null!; // set by InitializeAsync before any test runs

    public async ValueTask InitializeAsync()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = "t" + Guid.NewGuid().ToString("N")[..16];
        var people = service.GetTableClient(name + "people");
        var consents = service.GetTableClient(name + "consents");
        await people.CreateAsync();
        await consents.CreateAsync();
        register = new ConsentRegisterStore(people, consents, ConsentPolicy.School, time);
        imports = new ImportStore(register, consents, time);
    }

    public ValueTask DisposeAsync()
    {
        register?.Dispose();
        return ValueTask.CompletedTask;
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
        Assert.Equal(ImportStatus.Applied, (await imports.ApplyAsync(first, "admin", default)).Status);
        Assert.True(await YesAsync("p-1"));

        var second = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;nee;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n");
        await imports.ApplyAsync(second, "admin", default);
        await imports.ApplyAsync(second, "admin", default);
        Assert.False(await YesAsync("p-1"));
        Assert.True(await YesAsync("p-2"));

        time.Advance(TimeSpan.FromDays(1));
        var undone = await imports.RevertAsync(second.Id, "admin", default);
        Assert.Equal(ImportStatus.Reverted, undone?.Status);
        Assert.True(await YesAsync("p-1"));
        Assert.False(await YesAsync("p-2"));
        Assert.Null((await register.GetAsync(default)).Find(PersonId.Parse("p-2")));
        Assert.Equal([second.Id, first.Id], (await imports.ImportsAsync(default)).Select(i => i.Id));
        Assert.Null(await imports.RevertAsync("nothing", "admin", default));
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_where_it_was()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n");
        await register.ApplyAsync([.. plan.Changes.Take(1)], default);
        await imports.ApplyAsync(plan, "admin", default);
        Assert.True(await YesAsync("p-1"));
        Assert.True(await YesAsync("p-2"));
        Assert.Equal(2, (await register.GetAsync(default)).Records.Count());
        Assert.Empty((await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n2;Noa;Anders;01-03-2013;ja;Vader;01-09-2026\n")).Changes);
    }

    [Fact]
    public async Task Protection_that_was_set_after_the_dry_run_is_not_overwritten()
    {
        await imports.ApplyAsync(await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n"), "admin", default);
        var plan = await PlanAsync("1;Kim;Anders;01-03-2013;ja;Moeder;01-09-2026\n");
        var kim = (await register.GetAsync(default)).Find(PersonId.Parse("p-1"));
        Assert.NotNull(kim);
        await register.SaveAsync([kim with { Protected = true }], [], default);
        await imports.ApplyAsync(plan, "admin", default);
        Assert.True((await register.GetAsync(default)).Find(kim.Id)?.Protected);
    }

    [Fact]
    public async Task Nothing_of_the_file_is_kept_in_the_log()
    {
        var plan = await PlanAsync("1;Kim;Voorbeeld;01-03-2013;ja;Moeder;01-09-2026\n");
        await imports.ApplyAsync(plan, "admin", default);
        var log = Assert.Single(await imports.ImportsAsync(default));
        Assert.Equal((plan.FileHash, 1, 1, 0), (log.FileHash, log.Rows, log.New, log.Unreadable));
        Assert.DoesNotContain("Voorbeeld", System.Text.Json.JsonSerializer.Serialize(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_are_kept_by_name()
    {
        var profile = ProfileSuggestion.For(Header.Trim().Split(';'), ConsentPolicy.School)! with { Name = "Magister / ouders #1?" }; // the header has a student number
        await imports.SaveProfileAsync(profile, default);
        await imports.SaveProfileAsync(profile with { TextVersion = "2026-1" }, default);
        var kept = Assert.Single(await imports.ProfilesAsync(default));
        Assert.Equal(("Magister / ouders #1?", "2026-1"), (kept.Name, kept.TextVersion));
        Assert.Equal(profile.Consents.Single().Column, kept.Consents.Single().Column);
    }

    [Fact]
    public async Task A_large_school_is_imported_and_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(i => $"{i:D6};Kim;Voorbeeld{i};01-03-2013;ja;Moeder;01-09-2026\n"));
        await imports.ApplyAsync(await PlanAsync(rows), "admin", default);
        var loaded = await register.GetAsync(default);
        Assert.Equal((300, 300), (loaded.People.Count, loaded.Records.Count()));
        Assert.Empty((await PlanAsync(rows)).Changes);
    }
}
