using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>One channel's missing consent, and one channel's own text.</summary>
public sealed class PartialPublicationTests(AzuriteFixture azurite)
{
    private const string Naming = "Bas de Groot uit 5H2 won de voorleeswedstrijd.";

    [Fact]
    public async Task A_post_goes_where_consent_allows_it_when_its_author_chose_so()
    {
        await using var system = await StartAsync();
        var id = await PipelineTests.SubmitAsync(system, Named() with { WhereAllowed = true });
        var head = await system.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(["website"], system.Wall.Select(p => p.Channel));
        Assert.Equal((ChannelState.Skipped, "consent"), (head.Channel("facebook")?.State, head.Channel("facebook")?.Reason));
        Assert.Equal(ChannelState.Skipped, head.Channel("linkedin")?.State);
        await system.AssertChainsHoldAsync();
    }

    [Fact]
    public async Task Without_that_choice_it_waits_whole()
    {
        await using var system = await StartAsync();
        var head = await system.SettleAsync(await PipelineTests.SubmitAsync(system, Named()));
        Assert.Equal(DraftState.Blocked, head.State);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task A_post_that_may_go_nowhere_is_blocked_whatever_was_chosen()
    {
        await using var system = await StartAsync();
        var head = await system.SettleAsync(await PipelineTests.SubmitAsync(system, Named("facebook", "linkedin") with { WhereAllowed = true }));
        Assert.Equal(DraftState.Blocked, head.State);
        Assert.Empty(system.Wall);
    }

    [Fact]
    public async Task Consent_withdrawn_before_the_planned_moment_leaves_out_that_channel_and_keeps_the_approval()
    {
        await using var system = await StartAsync(all: true);
        var id = await PipelineTests.SubmitAsync(system, Named("website", "facebook", "email") with { WhereAllowed = true, PlannedAt = "2026-11-10T12:00" });
        await system.PumpAsync();
        await PipelineTests.ApproveAsync(system, id, TestSchool.Management);
        var now = system.Time.GetUtcNow();
        await system.Get<ConsentRegisterStore>().RecordAsync([TestSchool.Answer(TestSchool.Bas, ConsentValue.Withdrawn, now) with { Purposes = ["sociale_media"] }], CancellationToken.None);
        await system.SweepAsync(TimeSpan.FromHours(2));
        var head = await system.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(["email", "website"], system.Wall.Select(p => p.Channel).Order());
        Assert.Equal(ChannelState.Skipped, head.Channel("facebook")?.State);
    }

    [Fact]
    public async Task Each_channel_gets_its_own_text_and_each_text_is_checked()
    {
        await using var system = await StartAsync();
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-1", "website", "x") with { Variants = new Dictionary<string, string> { ["x"] = "Zaterdag open dag!" } });
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        Assert.Equal("Zaterdag open dag!", system.Wall.Single(p => p.Channel == "x").Text);
        Assert.StartsWith("Zaterdag is de open dag.", system.Wall.Single(p => p.Channel == "website").Text, StringComparison.Ordinal);

        var named = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-2", "website", "x") with { Variants = new Dictionary<string, string> { ["x"] = Naming } });
        var head = await system.SettleAsync(named);
        Assert.Equal(DraftState.Blocked, head.State);
        var finding = Assert.Single((await system.LoadAsync(named)).Screening!.Findings, f => f.Rule == "R13"); // screened
        Assert.Equal("variants.x", finding.Field);
        Assert.Equal(["x"], finding.Channels);
    }

    [Fact]
    public async Task A_name_in_one_channels_text_keeps_the_post_off_that_channel_only()
    {
        await using var system = await StartAsync();
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Clean("r-1", "website", "x") with { WhereAllowed = true, Variants = new Dictionary<string, string> { ["x"] = Naming } });
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        Assert.Equal(["website"], system.Wall.Select(p => p.Channel));
    }

    private static Submission Named(params string[] channels) =>
        PipelineTests.Clean("r-1", channels.Length == 0 ? ["website", "facebook", "linkedin"] : channels) with { Text = Naming, People = [new("p-1", MediaKind.Name)] };

    /// <summary>Bas may be named on the website, and on social media only when <paramref name="all"/>.</summary>
    private async Task<TestSystem> StartAsync(bool all = false)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
        var register = TestSchool.Register(clock.GetUtcNow());
        return await TestSystem.StartAsync(azurite, all ? register : Only(register, "website", "nieuwsbrief"), time: clock);
    }

    private static ConsentRegister Only(ConsentRegister register, params string[] purposes) =>
        new([.. register.People], [.. register.Records.Select(r => r with { Purposes = purposes })], [], ConsentPolicy.School);
}
