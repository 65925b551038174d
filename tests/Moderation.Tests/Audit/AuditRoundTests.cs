using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Moderation.Audit;
using Moderation.Drafts;
using Moderation.Storage;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Audit;

/// <summary>
/// Somebody who may write the tables changes the record, and makes it sound in itself again. Azurite knows no immutable containers, so that
/// nobody can change an anchor is Azure's to keep (the template's tests); that a changed anchor is noticed is tested here.
/// </summary>
public sealed class AuditRoundTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_night_anchors_every_chain_and_the_next_night_only_what_changed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var first = await PublishedAsync(system, "r-1");
        await RingAsync(system);
        var second = await PublishedAsync(system, "r-2");
        await NextNightAsync(system);
        await NextNightAsync(system);

        var anchors = await AnchorsAsync(system);

        Assert.Equal(["2026-11-10.jsonl", "2026-11-11.jsonl"], anchors.Keys); // the third night nothing had changed
        Assert.Contains(Key(first), anchors["2026-11-10.jsonl"].Heads.Select(h => h.Chain));
        Assert.Equal([Key(second)], anchors["2026-11-11.jsonl"].Heads.Select(h => h.Chain));
        Assert.Equal("2026-11-10.jsonl", anchors["2026-11-11.jsonl"].Previous);
        Assert.Empty(system.Logs.Unexpected);
    }

    [Fact]
    public async Task The_anchor_of_a_day_is_written_once()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        await PublishedAsync(system, "r-1");
        await RingAsync(system);
        var before = (await BlobsAsync(system)).Single().Value;
        await PublishedAsync(system, "r-2");

        await RingAsync(system);

        Assert.Equal(before, (await BlobsAsync(system)).Single().Value);
        Assert.Equal(0, (await VerifyAsync(system)).Broken);
    }

    [Fact]
    public async Task Anchors_name_no_draft_and_no_person()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        await RingAsync(system);

        var text = System.Text.Encoding.UTF8.GetString(Assert.Single(await BlobsAsync(system)).Value);

        Assert.DoesNotContain(id.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSchool.Author.Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_cut_off_at_the_end_are_missed_even_when_the_state_row_was_made_to_agree()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        await RingAsync(system);

        var rows = await RowsAsync(system, id);
        var events = rows.Where(r => r.RowKey.StartsWith("a-", StringComparison.Ordinal)).ToList();
        var table = system.Outside.Table(StorageNames.Tables.Drafts);
        await table.DeleteEntityAsync(id.ToString(), events[^1].RowKey, cancellationToken: None);
        await SetHeadAsync(table, rows, events.Count - 1, events[^2].GetString("Hash"));

        await system.AssertChainsHoldAsync(); // in itself it is sound
        var fault = Assert.Single((await VerifyAsync(system)).Faults);
        Assert.Equal((id.ToString(), "events that were anchored are gone"), (fault.Partition, fault.Fault));
    }

    [Fact]
    public async Task A_chain_written_anew_is_noticed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        await RingAsync(system);

        await ForgeAsync(system, id, actor: "somebody-else");

        await system.AssertChainsHoldAsync(); // in itself it is sound
        var fault = Assert.Single((await VerifyAsync(system)).Faults);
        Assert.Equal((id.ToString(), "it differs from what was anchored"), (fault.Partition, fault.Fault));
    }

    [Fact]
    public async Task A_whole_chain_that_is_gone_is_missed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        await PublishedAsync(system, "r-2");
        await RingAsync(system);

        await BatchWriter.DeleteAllAsync(system.Outside.Table(StorageNames.Tables.Drafts), await RowsAsync(system, id), None);

        var fault = Assert.Single((await VerifyAsync(system)).Faults);
        Assert.Equal((Key(id), "the whole chain is gone"), (fault.Partition, fault.Fault));
    }

    [Fact]
    public async Task An_anchor_that_was_removed_or_changed_is_noticed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        foreach (var night in (string[])["r-1", "r-2", "r-3"])
        {
            await PublishedAsync(system, night);
            await NextNightAsync(system);
        }

        var container = system.Outside.Container(StorageNames.Containers.Audit);
        var names = (await BlobsAsync(system)).Keys.ToList();
        var middle = container.GetBlobClient(names[1]);
        var content = (await middle.DownloadContentAsync(None)).Value.Content.ToString();

        await middle.DeleteAsync(cancellationToken: None);
        Assert.Equal([$"{names[2]} does not follow the anchor before it"], (await VerifyAsync(system)).AnchorFaults);

        await middle.UploadAsync(BinaryData.FromString(content.Replace("\"length\":", "\"length\": ", StringComparison.Ordinal)), None);
        Assert.Equal([$"{names[2]} does not follow the anchor before it"], (await VerifyAsync(system)).AnchorFaults);

        await middle.UploadAsync(BinaryData.FromString("{}"), overwrite: true, None);
        Assert.Contains($"{names[1]} cannot be read", (await VerifyAsync(system)).AnchorFaults);

        await middle.UploadAsync(BinaryData.FromString(content), overwrite: true, None);
        Assert.Equal(0, (await VerifyAsync(system)).Broken);
    }

    /// <summary>The alert reads the metric, every quarter of an hour; the round runs once a night.</summary>
    [Fact]
    public async Task What_does_not_add_up_is_logged_and_reported_by_every_sweep_until_it_does()
    {
        var reported = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "moderation.audit.broken")
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => reported.Enqueue(value));
        listener.Start();
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        await RingAsync(system);
        await ForgeAsync(system, id, actor: "somebody-else");
        await RingAsync(system);

        await system.SweepAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(1, reported); // other tests report as well, each for a system of its own
        Assert.Contains(system.Logs.Lines, l => l.Level == LogLevel.Critical && l.Text.StartsWith("Audit verification failed: 1 faults", StringComparison.Ordinal));
        Assert.DoesNotContain(system.Logs.Lines, l => l.Text.Contains("verification failed", StringComparison.Ordinal) && l.Text.Contains(id.ToString(), StringComparison.Ordinal));
        Assert.Equal(["2026-11-10.jsonl"], (await BlobsAsync(system)).Keys);
    }

    [Fact]
    public async Task A_broken_chain_is_not_anchored()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await PublishedAsync(system, "r-1");
        var rows = await RowsAsync(system, id);
        await SetHeadAsync(system.Outside.Table(StorageNames.Tables.Drafts), rows, length: 99, AuditEvent.NoHash);

        await RingAsync(system);

        Assert.DoesNotContain(Key(id), (await AnchorsAsync(system)).Values.SelectMany(a => a.Heads).Select(h => h.Chain));
    }

    [Fact]
    public void Anchors_between_a_backup_and_its_restore_are_not_held_against_the_chains()
    {
        var day = new DateTimeOffset(2026, 11, 10, 1, 0, 0, TimeSpan.Zero);
        var first = new AuditAnchor(day, null, null, [new AnchoredHead("c", 3, "h3")]);
        var second = new AuditAnchor(day.AddDays(1), "2026-11-10.jsonl", AuditAnchor.HashOf(first.ToBytes()), [new AnchoredHead("c", 5, "h5")]);
        var third = new AuditAnchor(day.AddDays(3), "2026-11-11.jsonl", AuditAnchor.HashOf(second.ToBytes()), [new AnchoredHead("c", 4, "other")]);
        var restore = new AuditRestore(day.AddDays(2), "2026-11-10", day.AddHours(1));
        var blobs = new Dictionary<string, byte[]>
        {
            ["2026-11-13.jsonl"] = third.ToBytes(),
            ["2026-11-10.jsonl"] = first.ToBytes(),
            ["2026-11-11.jsonl"] = second.ToBytes(),
            ["restore-2026-11-12T010000000.json"] = BinaryData.FromString(Json.Write(restore)).ToArray(),
        };

        var reading = AuditAnchors.Read(blobs);

        Assert.Empty(reading.Faults);
        Assert.Equal([new AuditChain(3, "h3"), new AuditChain(4, "other")], reading.Heads.Of("c"));
        Assert.Equal([restore], reading.Restores);
    }

    private static string Key(DraftId id) => AnchoredHeads.KeyOf(StorageNames.Tables.Drafts, id.ToString());

    private static async Task<DraftId> PublishedAsync(TestSystem system, string reference)
    {
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean(reference));
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        return id;
    }

    private static Task RingAsync(TestSystem system) => system.Get<Pipeline>().RunTimerAsync(Pipeline.AuditTimer, None);

    private static Task NextNightAsync(TestSystem system)
    {
        system.Time.Advance(TimeSpan.FromDays(1));
        return RingAsync(system);
    }

    private static Task<AuditReport> VerifyAsync(TestSystem system) => system.Get<AuditRound>().VerifyAsync(None);

    private static async Task<SortedDictionary<string, byte[]>> BlobsAsync(TestSystem system)
    {
        var container = system.Outside.Container(StorageNames.Containers.Audit);
        var blobs = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: None))
            blobs[blob.Name] = (await container.GetBlobClient(blob.Name).DownloadContentAsync(None)).Value.Content.ToArray();
        return blobs;
    }

    private static async Task<SortedDictionary<string, AuditAnchor>> AnchorsAsync(TestSystem system) =>
        new((await BlobsAsync(system)).ToDictionary(b => b.Key, b => AuditAnchor.TryRead(b.Value)!), StringComparer.Ordinal); // every blob is one

    private static async Task<List<TableEntity>> RowsAsync(TestSystem system, DraftId id)
    {
        var partition = id.ToString();
        return await system.Outside.Table(StorageNames.Tables.Drafts).QueryAsync<TableEntity>(r => r.PartitionKey == partition).ToListAsync();
    }

    private static async Task SetHeadAsync(TableClient table, List<TableEntity> rows, int length, string hash)
    {
        var state = rows.Single(r => r.RowKey == "state");
        state["ChainLength"] = length;
        state["ChainHash"] = hash;
        await table.UpdateEntityAsync(state, state.ETag, TableUpdateMode.Replace, None);
    }

    /// <summary>Writes the whole chain again with another actor, every hash recomputed and the state row to match.</summary>
    private static async Task ForgeAsync(TestSystem system, DraftId id, string actor)
    {
        var table = system.Outside.Table(StorageNames.Tables.Drafts);
        var rows = await RowsAsync(system, id);
        var previous = AuditEvent.NoHash;
        var events = rows.Where(r => r.RowKey.StartsWith("a-", StringComparison.Ordinal)).ToList();
        foreach (var (row, number) in events.Select((r, i) => (r, i + 1)))
        {
            row["Actor"] = actor;
            row["PreviousHash"] = previous;
            row["Hash"] = previous = AuditHash.Of(
                id.ToString(), number, new DateTimeOffset(row.GetInt64("Ticks")!.Value, TimeSpan.Zero), actor, row.GetString("Action"), previous, row.GetString("PayloadHash")); // an event
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, None);
        }

        await SetHeadAsync(table, rows, events.Count, previous);
    }
}
