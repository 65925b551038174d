using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

public sealed class XTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Pictures_are_described_before_the_post_is_made()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x");
        await run.SettleAsync(await run.SubmitAsync());

        Assert.Equal(["Een leeg lokaal met tafels en stoelen.", "Een leeg lokaal met tafels en stoelen."], Assert.Single(((FakeX)run.Channel).Posts).Alt);
        Assert.Equal(
            ["POST /2/media/upload", "POST /2/media/metadata", "POST /2/media/upload", "POST /2/media/metadata", "POST /2/tweets"],
            run.Channel.Requests);
    }

    [Fact]
    public async Task Film_is_waited_for_and_posted_once_it_is_ready()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x-film");
        var id = await run.SubmitAsync();

        var waiting = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "processing"), (waiting.State, waiting.Reason));
        Assert.Equal(TimeSpan.FromSeconds(30), waiting.NotBefore - run.Time.GetUtcNow());
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Single(run.Channel.Requests, r => r.EndsWith("/finalize", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Film_that_X_cannot_use_goes_to_a_person()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x-film");
        ((FakeX)run.Channel).Ends = "failed";
        var head = await run.SettleAsync(await run.SubmitAsync());

        Assert.Equal((DraftState.Stuck, "processing-failed"), (head.State, head.Channel("x")?.Reason));
    }

    /// <summary>Our own post whose answer was lost: a person says that it is not there, X says that it is.</summary>
    [Fact]
    public async Task Duplicate_is_looked_up_and_never_forced()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x-text");
        ((FakeX)run.Channel).RefusesDuplicates = true;
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.AnswerAfter(403, FakeX.Problem(403, "You are not allowed to create a Tweet with duplicate content.", "about:blank")));

        var unknown = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Unknown, "duplicate"), (unknown.State, unknown.Reason));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Single(run.Channel.Live);
    }

    [Theory]
    [InlineData(402, """{"title":"Payment Required","detail":"credits depleted"}""", "credits")]
    [InlineData(429, """{"type":"https://api.x.com/2/problems/usage-capped","title":"UsageCapExceeded"}""", "credits")]
    [InlineData(403, """{"type":"https://api.x.com/2/problems/client-forbidden"}""", "app-not-allowed")]
    [InlineData(403, """{"detail":"Your account is suspended"}""", "account-restricted")]
    public async Task Account_that_may_not_post_closes_the_channel(int status, string body, string reason)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x-text");
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.Answer(status, body));

        var waiting = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, reason), (waiting.State, waiting.Reason));
        Assert.Equal(reason, (await run.System.Get<ChannelStatuses>().ReadAsync("x", None)).Reason);
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Limit_of_the_day_is_waited_for_when_that_is_the_one_used_up()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x-text");
        var id = await run.SubmitAsync();
        var reset = run.Time.GetUtcNow() + TimeSpan.FromHours(5);
        run.Channel.Next(run.Channel.IsCommit, Twists.Answer(
            429, """{"errors":[{"code":88,"message":"Rate limit exceeded"}]}""", headers:
            [
                ("x-rate-limit-reset", $"{(run.Time.GetUtcNow() + TimeSpan.FromMinutes(15)).ToUnixTimeSeconds()}"),
                ("x-user-limit-24hour-remaining", "0"),
                ("x-user-limit-24hour-reset", $"{reset.ToUnixTimeSeconds()}"),
            ]));

        Assert.Equal(reset, (await run.DeliverAsync(id)).NotBefore);
    }

    [Theory]
    [InlineData(281, 0, "too-long")]
    [InlineData(10, 5, "too-many-files")]
    public async Task Post_that_X_would_refuse_is_refused_before(int length, int pictures, string reason)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x");
        Assert.Equal(
            new Preparation.Failed(new PublishOutcome.Refused(reason)),
            await run.System.Get<ChannelPublishers>().For("x").PrepareAsync(InstagramTests.Post(new string('a', length), pictures), [], None));
        Assert.Empty(run.Channel.Requests);
    }

    [Fact]
    public async Task Links_that_X_shortened_and_signs_it_escaped_are_the_same_post()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "x");
        var id = await run.SubmitAsync(text: "Muziek & dans op de open dag: https://www.ccc.example/open-dag en https://www.ccc.example/programma.");
        run.Channel.Next(run.Channel.IsCommit, Twists.CutAfter());

        var head = await run.SettleAsync(id);

        Assert.Equal((DraftState.Published, run.Channel.Live[0]), (head.State, head.Channel("x")?.ExternalRef));
    }
}
