using Azure;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Safety;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Safety;

public sealed class BlocklistSyncTests(AzuriteFixture azurite)
{
    private readonly ScriptedBlocklist service = new();
    private readonly ScriptedSafety judge = new(_ => ScriptedSafety.Safe());

    [Fact]
    public async Task Rulebook_s_terms_are_brought_to_the_service_once_and_only_differences_later()
    {
        await using var system = await StartAsync(["klubfeest", "zuipkeet*"]);
        await RingAsync(system);
        Assert.Equal(["klubfeest", "zuipkeet"], service.Items.Select(i => i.Text));
        Assert.Equal(["read", "add 2"], service.Asked);

        await RingAsync(system, TimeSpan.FromMinutes(5));
        Assert.Equal(2, service.Asked.Count); // nothing changed and the hour is not over: the service is not asked

        service.Items.RemoveAt(0);
        await RingAsync(system, TimeSpan.FromHours(1));
        Assert.Equal(["klubfeest", "zuipkeet"], service.Items.Select(i => i.Text).Order());
        Assert.Equal(["read", "add 1"], service.Asked.Skip(2));
    }

    [Fact]
    public async Task New_rulebook_is_at_the_service_with_the_next_ring()
    {
        await using (var old = await StartAsync(["klubfeest"]))
            await RingAsync(old);
        service.Asked.Clear();
        await using var system = await StartAsync(["zuipkeet"]);
        await RingAsync(system);
        Assert.Equal(["zuipkeet"], service.Items.Select(i => i.Text));
        Assert.Equal(["read", "remove 1", "add 1"], service.Asked);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(401)]
    public async Task Failure_is_told_without_a_term_tried_again_and_holds_no_post(int status)
    {
        await using var system = await StartAsync(["klubfeest"]);
        service.Fails = new RequestFailedException(status, "klubfeest mag niet");
        await RingAsync(system);
        var told = Assert.Single(system.Logs.Unexpected);
        Assert.DoesNotContain("klubfeest", told.ToString(), StringComparison.Ordinal);

        var id = await SubmitAsync(system, "De lessen beginnen morgen om negen uur.");
        Assert.NotEqual(DraftState.Held, (await system.SettleAsync(id)).State);
        Assert.Equal(0, judge.WithList); // the service does not know the list, so it is not named

        service.Fails = null;
        await RingAsync(system, TimeSpan.FromMinutes(5));
        Assert.Equal(["klubfeest"], service.Items.Select(i => i.Text));
        await SubmitAsync(system, "De lessen beginnen morgen om tien uur.");
        await system.PumpAsync();
        Assert.Equal(1, judge.WithList);
    }

    [Fact]
    public async Task Term_is_held_here_before_the_service_knows_it()
    {
        await using var system = await StartAsync(["klubfeest"]);
        var id = await SubmitAsync(system, "Morgen is het Klubfeest op het plein.");
        await system.SettleAsync(id);
        Assert.Contains((await system.LoadAsync(id)).Screening!.Findings, f => f is { Rule: "S08", Action: FindingAction.Hold }); // screened
    }

    [Fact]
    public async Task Without_a_service_or_terms_nothing_is_asked()
    {
        await using (var system = await StartAsync([]))
            await RingAsync(system);
        await using (var none = await TestSystem.StartAsync(azurite))
            await RingAsync(none);
        Assert.Empty(service.Asked);
    }

    private Task<TestSystem> StartAsync(IReadOnlyList<string> terms) => TestSystem.StartAsync(azurite, configure: services => services
        .AddSingleton<IContentSafety>(judge)
        .AddSingleton<IBlocklistService>(service)
        .AddSingleton(Rulebook.School with { BlockedTerms = terms }));

    private static async Task RingAsync(TestSystem system, TimeSpan later = default)
    {
        system.Time.Advance(later);
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.BlocklistTimer, default);
    }

    private static async Task<DraftId> SubmitAsync(TestSystem system, string text)
    {
        var submission = new Submission
        {
            Text = text, Channels = ["website"],
            Declarations = [Declaration.AllPeopleListed, Declaration.FactsChecked, Declaration.MakersAgree, Declaration.NoThirdPartyMusic, Declaration.ThoughtOver],
        };
        return Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().SubmitAsync(submission, new User("visser", "V. Visser", new HashSet<Role> { Role.Submitter }), Intake.Form, default)).Head.Id;
    }
}
