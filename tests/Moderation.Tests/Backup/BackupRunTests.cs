using Moderation.Audit;
using Moderation.Backup;
using Moderation.Storage;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Backup;

public sealed class BackupRunTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly BackupName Night = Name("2026-11-10");

    [Fact]
    public async Task The_night_copies_every_row_of_every_table_under_the_name_of_its_day()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await system.SettleAsync(await PipelineTests.SubmitAsync(system, PipelineTests.Clean()));
        var before = await SavedTables.DumpAsync(system.Outside);

        await RingAsync(system);

        var store = system.Get<BackupStore>();
        Assert.Equal([Night], await store.AllAsync(None));
        var manifest = await FindAsync(system);
        Assert.Equal(StorageNames.Tables.All, manifest.Tables.Select(t => t.Name));
        Assert.Equal(before, await DumpAsync(system, manifest));
        Assert.Contains(manifest.Tables.SelectMany(t => t.Parts), p => p.Blob == "2026-11-10/drafts/00000.jsonl.gz");
        Assert.Empty(system.Logs.Unexpected);
    }

    [Fact]
    public async Task A_night_that_has_its_backup_is_left_alone_and_the_next_has_one_of_its_own()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await RingAsync(system);
        var first = await FindAsync(system);
        await PipelineTests.SubmitAsync(system, PipelineTests.Clean());

        await RingAsync(system);
        Assert.Equal(first.Finished, (await FindAsync(system)).Finished);

        system.Time.Advance(TimeSpan.FromDays(1));
        await RingAsync(system);
        Assert.Equal(["2026-11-11", "2026-11-10"], (await system.Get<BackupStore>().AllAsync(None)).Select(n => n.ToString()));
    }

    [Fact]
    public async Task A_part_ends_where_a_partition_does()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await ThreeDraftsAsync(system);

        var manifest = await system.Get<BackupRun>().RunAsync(Night, partBytes: 1, None);

        var drafts = manifest.Tables.Single(t => t.Name == StorageNames.Tables.Drafts);
        Assert.Equal(3, drafts.Parts.Count);
        Assert.Equal(await SavedTables.DumpAsync(system.Outside), await DumpAsync(system, manifest));
    }

    /// <summary>Killed before every third request and after it took effect, it is asked for again until it is whole.</summary>
    [Fact]
    public async Task A_backup_that_is_broken_off_goes_on_where_it_was()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await ThreeDraftsAsync(system);
        var expected = await SavedTables.DumpAsync(system.Outside);
        system.Break(Fault.None());
        await system.Get<BackupRun>().RunAsync(Name("2026-11-09"), partBytes: 1, None);
        var requests = system.Fault.Count;
        Assert.True(requests > 15, $"only {requests} requests were seen");

        var minute = 0;
        for (var at = 0; at < requests; at += 3)
        {
            foreach (var kind in (FaultKind[])[FaultKind.KilledBefore, FaultKind.KilledAfter])
            {
                var name = Name($"2026-11-10T{minute / 60:D2}{minute % 60:D2}00");
                minute++;
                system.Break(new Fault(at, kind));
                while (!await system.TryAsync(() => system.Get<BackupRun>().RunAsync(name, partBytes: 1, None)))
                {
                    // The next hour it is asked again.
                }

                var manifest = await system.Get<BackupStore>().FindAsync(name, None);
                Assert.NotNull(manifest);
                Assert.Null(await system.Get<BackupStore>().DamageAsync(manifest, None));
                Assert.Equal(expected, await DumpAsync(system, manifest));
            }
        }
    }

    [Fact]
    public async Task A_backup_that_is_not_whole_is_not_listed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await system.Get<BackupRun>().RunAsync(Night, None);
        await system.Outside.Container(StorageNames.Containers.Backup).GetBlobClient($"{Night}/manifest.json").DeleteAsync(cancellationToken: None);

        Assert.Empty(await system.Get<BackupStore>().AllAsync(None));
        Assert.IsType<RestoreResult.Refused>(await system.Get<Restore>().RunAsync(Night, "test", replace: true, _ => { }, None));
    }

    /// <summary>People go on working: each chain must be in the copy as it was at one moment.</summary>
    [Fact]
    public async Task What_is_copied_while_it_changes_still_adds_up()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var done = new CancellationTokenSource();
        var work = Task.Run(async () =>
        {
            for (var number = 0; !done.IsCancellationRequested; number++)
            {
                await PipelineTests.SubmitAsync(system, PipelineTests.Clean($"r-{number}") with { Text = $"Bericht {number} over de open dag." });
                await system.PumpAsync();
            }
        }, None);

        for (var copy = 0; copy < 5; copy++)
        {
            var manifest = await system.Get<BackupRun>().RunAsync(Name($"2026-11-10T12{copy:D2}00"), None);
            await foreach (var rows in system.Get<BackupStore>().PartitionsAsync(manifest.Tables.Single(t => t.Name == StorageNames.Tables.Drafts), None))
                Assert.Null(AuditVerifier.Verify(StorageNames.Tables.Drafts, rows[0].PartitionKey, rows, []).Fault);
        }

        await done.CancelAsync();
        await work;
    }

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-25T143000", true)]
    [InlineData("2026-13-25", false)]
    [InlineData("../audit", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_name_is_a_day_or_a_minute(string? text, bool valid)
    {
        Assert.Equal(valid, BackupName.TryParse(text, out var name));
        if (valid)
            Assert.Equal(text, name.ToString());
    }

    private static BackupName Name(string text) => BackupName.TryParse(text, out var name) ? name : throw new ArgumentException(text, nameof(text));

    private static Task RingAsync(TestSystem system) => system.Get<Pipeline>().RunTimerAsync(Pipeline.BackupTimer, None);

    private static async Task<BackupManifest> FindAsync(TestSystem system) => await system.Get<BackupStore>().FindAsync(Night, None) ?? throw new InvalidOperationException("There is no backup.");

    private static async Task ThreeDraftsAsync(TestSystem system)
    {
        for (var number = 0; number < 3; number++)
            await PipelineTests.SubmitAsync(system, PipelineTests.Clean($"r-{number}") with { Text = $"Bericht {number} over de open dag." });
    }

    /// <summary>Every row of a backup as a line.</summary>
    private static async Task<Dictionary<string, List<string>>> DumpAsync(TestSystem system, BackupManifest manifest)
    {
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in manifest.Tables)
        {
            all[table.Name] = [];
            await foreach (var rows in system.Get<BackupStore>().PartitionsAsync(table, None))
                all[table.Name].AddRange(rows.Select(SavedTables.Line));
        }

        return all;
    }
}
