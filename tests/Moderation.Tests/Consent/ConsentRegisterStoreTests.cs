using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moderation.Consent;
using Moderation.Tests.Infrastructure;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

public sealed class ConsentRegisterStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(Now);
    private readonly Faults faults = new();
    private TableClient people = null!; // set by InitializeAsync before any test runs
    private TableClient consents = null!; // set by InitializeAsync before any test runs

    public async ValueTask InitializeAsync()
    {
        var options = new TableClientOptions();
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        options.Retry.MaxRetries = 0;
        var service = new TableServiceClient(azurite.ConnectionString, options);
        var name = "t" + Guid.NewGuid().ToString("N")[..16];
        people = service.GetTableClient(name + "people");
        consents = service.GetTableClient(name + "consents");
        await people.CreateAsync();
        await consents.CreateAsync();
        faults.Reset();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ConsentRegisterStore Store(ConsentPolicy? policy = null) => new(people, consents, policy ?? ConsentPolicy.School, time);

    private static bool IsYes(ConsentRegister register) => register.Decide(Child, "website", MediaKind.Photo, Now) is ConsentDecision.Granted;

    private async Task SaveKim(ConsentRegisterStore store, params ConsentRecord[] records)
    {
        await store.SaveAsync([Pupil()], BothParents, default);
        await store.RecordAsync(records, default);
    }

    [Fact]
    public async Task Without_a_stamp_there_is_no_register()
    {
        using var store = Store();
        Assert.True((await store.GetAsync(default)).Missing);
    }

    [Fact]
    public async Task What_is_recorded_is_read_back_whole()
    {
        using var store = Store();
        var sample = SampleSchool.LoadOn(Now);
        Assert.True(await store.LoadSampleAsync(sample, default));
        Assert.False(await store.LoadSampleAsync(sample, default));
        using var other = Store();
        var register = await other.GetAsync(default);
        Assert.False(register.Missing);
        Assert.Equal(sample.People.Select(Show).Order(), register.People.Select(Show).Order());
        Assert.Equal(sample.Guardianships.ToHashSet(), register.Guardianships.ToHashSet());
        Assert.Equal(sample.Records.Select(r => (r.Id, r.RecordedAt, r.RecordedBy)).ToHashSet(), register.Records.Select(r => (r.Id, r.RecordedAt, r.RecordedBy)).ToHashSet());

        static string Show(Person p) => System.Text.Json.JsonSerializer.Serialize(p);
    }

    [Fact]
    public async Task An_unchanged_register_costs_one_point_read()
    {
        using var store = Store();
        await SaveKim(store, Yes(Mother, "2025-09-01"));
        var first = await store.GetAsync(default);
        faults.Reset();
        Assert.Same(first, await store.GetAsync(default));
        Assert.Equal(1, faults.Calls);
    }

    [Fact]
    public async Task A_withdrawal_is_seen_at_the_next_use_by_everybody()
    {
        using Moderation.Consent.ConsentRegisterStore one = Store(), two = Store();
        await SaveKim(one, Yes(Mother, "2025-09-01"));
        Assert.True(IsYes(await two.GetAsync(default)));
        await one.RecordAsync([Withdraws(Father, "2026-01-01")], default);
        Assert.False(IsYes(await two.GetAsync(default)));
        Assert.False(IsYes(await one.GetAsync(default)));
    }

    [Fact]
    public async Task Recording_an_answer_twice_keeps_the_first()
    {
        using var store = Store();
        await SaveKim(store, Yes(Mother, "2025-09-01"));
        await store.RecordAsync([Yes(Mother, "2025-09-01") with { RecordedBy = "somebody else" }], default);
        Assert.Equal("tests", Assert.Single((await store.GetAsync(default)).Records).RecordedBy);
    }

    [Fact]
    public async Task More_answers_than_one_transaction_holds_are_all_kept()
    {
        using var store = Store();
        await SaveKim(store, [.. Enumerable.Range(0, 700).Select(i => Yes(Mother, "2025-09-01") with { Evidence = new(EvidenceSource.Form, $"F-{i}") })]);
        Assert.Equal(700, (await store.GetAsync(default)).Records.Count());
    }

    [Fact]
    public async Task A_person_takes_four_rows_however_many_answers_come_in_at_once()
    {
        using var store = Store();
        await store.ApplyAsync([new(Child) { Person = Pupil(), Guardianships = BothParents, Records = [.. Enumerable.Range(0, 30).Select(i => Yes(Mother, "2025-09-01") with { Evidence = new(EvidenceSource.Form, $"F-{i}") })] }], default);
        Assert.Equal(["a-00000001", "b-00000001", "given-", "state"], (await people.QueryAsync<TableEntity>().ToListAsync()).Select(r => r.RowKey.StartsWith("given-", StringComparison.Ordinal) ? "given-" : r.RowKey));
        Assert.Equal(30, (await store.GetAsync(default)).Records.Count());
    }

    [Fact]
    public async Task What_changed_after_the_table_was_read_is_read_again()
    {
        using ConsentRegisterStore store = Store(), other = Store();
        var many = Enumerable.Range(1, 300).Select(i => Pupil() with { Id = PersonId.Parse($"p-{i}") }).ToList();
        await store.SaveAsync(many, [], default);
        // The table is read once before the first part; the last person changes while that part is closed.
        await store.ApplyAsync(
            [.. many.Select(p => new PersonChange(p.Id) { Person = p with { CallName = "Ander" }, Expected = p })],
            async done =>
            {
                if (done < many.Count)
                    await other.SaveAsync([many[^1] with { Protected = true }], [], default);
            },
            default);
        var register = await store.GetAsync(default);
        Assert.Equal("Ander", register.Find(many[^2].Id)?.CallName);
        Assert.True(register.Find(many[^1].Id) is { Protected: true, CallName: not "Ander" });
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        using var store = Store();
        await SaveKim(store);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            using var own = Store();
            await own.RecordAsync([Yes(Mother, "2025-09-01") with { Evidence = new(EvidenceSource.Form, $"F-{i}") }], default);
        }));
        Assert.Equal(6, (await store.GetAsync(default)).Records.Count());
    }

    [Fact]
    public async Task A_crash_at_any_call_never_leaves_a_reader_with_an_old_yes()
    {
        for (var call = 1; ; call++)
        {
            foreach (var after in new[] { false, true })
            {
                await InitializeAsync();
                using ConsentRegisterStore writer = Store(), reader = Store();
                await SaveKim(writer, Yes(Mother, "2025-09-01"));
                Assert.True(IsYes(await reader.GetAsync(default)));

                faults.FailAt(call, after);
                var failed = await Record.ExceptionAsync(() => writer.RecordAsync([Withdraws(Father, "2026-01-01")], default));
                faults.Reset();

                // Whatever lies in the table now is what the reader must say.
                using var fresh = Store();
                Assert.Equal(IsYes(await fresh.GetAsync(default)), IsYes(await reader.GetAsync(default)));
                if (failed is null && !after)
                {
                    Assert.False(IsYes(await reader.GetAsync(default)));
                    return;
                }

                // Doing it again heals it.
                await writer.RecordAsync([Withdraws(Father, "2026-01-01")], default);
                Assert.False(IsYes(await reader.GetAsync(default)));
            }
        }
    }

    [Fact]
    public async Task A_change_that_was_broken_off_is_closed_after_an_hour()
    {
        using ConsentRegisterStore writer = Store(), reader = Store();
        await SaveKim(writer, Yes(Mother, "2025-09-01"));
        faults.FailAt(6, after: false); // read and write of the stamp, read and write of the person, read of the stamp: then the closing write
        await Assert.ThrowsAnyAsync<Exception>(() => writer.RecordAsync([Withdraws(Father, "2026-01-01")], default));
        faults.Reset();
        Assert.False(IsYes(await reader.GetAsync(default)));
        Assert.NotSame(await reader.GetAsync(default), await reader.GetAsync(default));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Same(await reader.GetAsync(default), await reader.GetAsync(default));
        Assert.False(IsYes(await reader.GetAsync(default)));
    }

    [Fact]
    public async Task A_sample_that_was_broken_off_is_filled_up()
    {
        using var store = Store();
        var sample = SampleSchool.LoadOn(Now);
        faults.FailAt(40, after: true);
        await Assert.ThrowsAnyAsync<Exception>(() => store.LoadSampleAsync(sample, default));
        faults.Reset();
        Assert.True(await store.LoadSampleAsync(sample, default));
        Assert.Equal(sample.Records.Count(), (await store.GetAsync(default)).Records.Count());
    }

    [Fact]
    public async Task A_changed_person_replaces_what_was_known_and_keeps_the_answers()
    {
        using var store = Store();
        await SaveKim(store, Yes(Mother, "2025-09-01"));
        await store.SaveAsync([Pupil() with { Protected = true }], [new(Child, Mother, Authority.No)], default);
        var register = await store.GetAsync(default);
        Assert.True(register.Find(Child)!.Protected); // saved above
        Assert.Equal(Authority.No, register.GuardianshipsOf(Child).Single(g => g.Guardian == Mother).Authority);
        Assert.Single(register.RecordsOf(Child));
    }

    /// <summary>Breaks one call, before or after it took effect.</summary>
    private sealed class Faults : HttpPipelinePolicy
    {
        private int calls;
        private int failAt;
        private bool failAfter;

        public int Calls => calls;

        public void Reset() => (calls, failAt) = (0, 0);

        public void FailAt(int call, bool after) => (calls, failAt, failAfter) = (0, call, after);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var broken = Interlocked.Increment(ref calls) == failAt;
            if (broken && !failAfter)
                throw new IOException("broken before");
            await ProcessNextAsync(message, pipeline);
            if (broken)
                throw new IOException("broken after");
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
    }
}
