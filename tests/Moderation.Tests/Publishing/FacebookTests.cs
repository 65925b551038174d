using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

public sealed class FacebookTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Photos_carry_their_alternative_text_and_stay_unseen_until_the_post()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook");
        await run.SettleAsync(await run.SubmitAsync());

        var post = Assert.Single(((FakeFacebook)run.Channel).Posts);
        Assert.Equal(["Een leeg lokaal met tafels en stoelen.", "Een leeg lokaal met tafels en stoelen."], post.Alt!);
        Assert.Equal(run.Channel.Text, post.Message);
        Assert.Null(post.Link);
        Assert.Empty(((FakeFacebook)run.Channel).Staged);
    }

    [Fact]
    public async Task First_address_in_the_text_becomes_the_link_without_the_full_stop()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook-text");
        await run.SettleAsync(await run.SubmitAsync());

        Assert.Equal("https://www.ccc.example/open-dag", Assert.Single(((FakeFacebook)run.Channel).Posts).Link);
    }

    [Fact]
    public async Task Photo_that_fails_takes_the_staged_ones_away_and_all_are_tried_again()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook");
        var id = await run.SubmitAsync();
        run.Channel.Next(r => r.Path.Value!.EndsWith("/photos", StringComparison.Ordinal), (context, next) =>
        {
            run.Channel.Next(r => r.Path.Value!.EndsWith("/photos", StringComparison.Ordinal), Twists.Answer(500, FakeMeta.Envelope(2)));
            return next(context);
        });

        var waiting = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "meta-2"), (waiting.State, waiting.Reason));
        Assert.Empty(((FakeFacebook)run.Channel).Staged);
        Assert.Single(run.Channel.Requests, r => r.StartsWith("DELETE ", StringComparison.Ordinal));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    /// <summary>Refused as a duplicate: it is our own post whose answer was lost.</summary>
    [Fact]
    public async Task Duplicate_is_looked_up_and_found()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook-text");
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.AnswerAfter(400, FakeMeta.Envelope(506)));

        Assert.Equal((ChannelState.Unknown, "duplicate"), await StateAsync(run, id));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Single(run.Channel.Live);
    }

    [Fact]
    public async Task Blocked_account_pauses_the_channel_and_it_resumes_by_itself()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook-text");
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.Answer(400, FakeMeta.Envelope(368)));

        Assert.Equal((ChannelState.Waiting, "account-restricted"), await StateAsync(run, id));
        Assert.Equal("account-restricted", (await run.System.Get<ChannelStatuses>().ReadAsync("facebook", CancellationToken.None)).Reason);
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Link_that_Facebook_drops_from_the_text_is_still_the_same_post()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook-text");
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.CutAfter());
        run.Channel.Next(r => r.Path.Value!.EndsWith("/published_posts", StringComparison.Ordinal), Twists.Answer(200, $$"""
            {"data":[{"id":"{{Other}}","message":"Iets anders","created_time":"2026-11-10T09:00:00+0000"},
            {"id":"123_1","message":"Lees meer over de open dag op","created_time":"2026-11-10T09:00:00+0000","permalink_url":"https://www.facebook.com/ccc/posts/1"}]}
            """));

        var head = await run.SettleAsync(id);

        Assert.Equal("123_1", head.Channel("facebook")?.ExternalRef);
    }

    [Theory]
    [InlineData("999_1")]
    [InlineData("999/videos/1")]
    public async Task Post_of_another_page_is_never_taken_for_gone(string reference)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "facebook");
        Assert.Equal(new Removal.ByHand("other-account"), await run.System.Get<ChannelPublishers>().For("facebook").TakeDownAsync(reference, CancellationToken.None));
    }

    private const string Other = "123_9";

    private static async Task<(ChannelState, string?)> StateAsync(ChannelRun run, DraftId id)
    {
        var progress = await run.DeliverAsync(id);
        return (progress.State, progress.Reason);
    }
}
