using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>The scripts of apis.md §16 that every channel must stand, each against a channel that enforces its contract over real HTTP.</summary>
public sealed class ChannelScriptTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Every channel with every kind of post.</summary>
    public static TheoryData<string> Variants => [.. FakeChannels.All.Keys];

    /// <summary>One kind of post a channel: the one named as its code.</summary>
    public static TheoryData<string> Channels => [.. FakeChannels.All.Keys.Where(k => !k.Contains('-', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Post_goes_out_once_with_its_address_and_no_secret_in_any_address_or_log(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();

        var head = await run.SettleAsync(id);

        AssertPublished(run, head);
        Assert.StartsWith("http", head.Channel(run.Channel.Code)?.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Channel.Requests, r => r.Contains("token-", StringComparison.Ordinal));
        Assert.DoesNotContain(run.System.Logs.Lines, l => l.Text.Contains("token-1", StringComparison.Ordinal) || l.Text.Contains(run.Channel.Text, StringComparison.Ordinal));
        Assert.Empty(run.System.Logs.Unexpected);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Limited_channel_is_left_alone_as_long_as_it_asks(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, run.Channel.Limited());

        var limited = await run.DeliverAsync(id);

        Assert.Equal(ChannelState.Waiting, limited.State);
        Assert.Empty(run.Channel.Live);
        Assert.InRange(limited.NotBefore!.Value - run.Time.GetUtcNow(), run.Channel.LimitedFor - TimeSpan.FromSeconds(2), run.Channel.LimitedFor);
        Assert.Equal(limited.NotBefore, (await run.System.Get<ChannelStatuses>().ReadAsync(run.Channel.Code, None)).ClosedUntil);
        run.Time.Advance(run.Channel.LimitedFor);
        AssertPublished(run, await run.SettleAsync(id));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Refused_token_is_renewed_once_and_the_call_repeated(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant, renewal: true);
        var id = await run.SubmitAsync();
        run.Channel.Accepts = "token-2";

        var progress = await run.DeliverAsync(id);
        if (progress.State == ChannelState.Waiting && progress.Reason == "processing")
            await run.SettleAsync(id);

        AssertPublished(run, (await run.System.HeadAsync(id))!);
        Assert.Equal("token-2", (await run.System.Get<ChannelTokens>().ReadAsync(run.Channel.Code, None))?.Access);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Token_that_nobody_can_renew_closes_the_channel_with_its_queue_intact(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();
        run.Channel.Accepts = "token-2";

        var waiting = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "token"), (waiting.State, waiting.Reason));
        Assert.True((await run.System.Get<ChannelStatuses>().ReadAsync(run.Channel.Code, None)).NeedsReconnect);
        var tokens = run.System.Get<ChannelTokens>();
        await tokens.StoreAsync(run.Channel.Code, (await tokens.ReadAsync(run.Channel.Code, None))! with { Access = "token-2" }, None);
        AssertPublished(run, await run.SettleAsync(id));
        Assert.False((await run.System.Get<ChannelStatuses>().ReadAsync(run.Channel.Code, None)).NeedsReconnect);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Refused_content_goes_to_a_person_and_is_not_tried_again(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, run.Channel.RefusedContent());

        var head = await run.SettleAsync(id);

        Assert.Equal((DraftState.Stuck, ChannelState.Refused), (head.State, head.Channel(run.Channel.Code)!.State));
        Assert.Empty(run.Channel.Live);
    }

    public static TheoryData<string, string> Doubts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var channel in FakeChannels.All.Keys.Where(k => !k.Contains('-', StringComparison.Ordinal)))
            {
                foreach (var doubt in new[] { "500, created", "500, not created", "cut, created", "cut, not created", "time-out, created", "200 with HTML, created", "503 with HTML, not created" })
                    data.Add(channel, doubt);
            }

            return data;
        }
    }

    /// <summary>Nobody knows, so it is asked; in the end there is a proof or a person, and always one post.</summary>
    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task Unknown_outcome_is_asked_and_never_tried_again_blind(string variant, string doubt)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, doubt switch
        {
            "500, created" => Twists.AnswerAfter(500),
            "500, not created" => Twists.Answer(500),
            "cut, created" => Twists.CutAfter(),
            "cut, not created" => Twists.Cut(),
            "time-out, created" => Twists.HangAfter(() => run.Time.Advance(TimeSpan.FromSeconds(95))),
            "200 with HTML, created" => Twists.AnswerAfter(200, "<html>proxy</html>", "text/html"),
            _ => Twists.Answer(503, "<html>storing</html>", "text/html"),
        });

        var unknown = await run.DeliverAsync(id);
        if (unknown.Reason == "processing")
        {
            run.Time.Advance(unknown.NotBefore!.Value - run.Time.GetUtcNow());
            await run.System.SweepAsync(TimeSpan.Zero);
            unknown = await run.DeliverAsync(id);
        }

        Assert.Equal(ChannelState.Unknown, unknown.State);
        var commits = run.Channel.Commits;
        var head = await run.SettleAsync(id);

        if (await run.AnswerAsync(id, run.Channel.Live.SingleOrDefault()))
        {
            Assert.Equal(commits, run.Channel.Commits);
            head = await run.SettleAsync(id);
            Assert.Single(run.Channel.Live);
            Assert.Equal(DraftState.Published, head.State);
            Assert.True(!run.Channel.CanFind || !doubt.EndsWith(", created", StringComparison.Ordinal), "What is there must be found.");
        }
        else
        {
            AssertPublished(run, head);
        }

        await run.System.AssertChainsHoldAsync();
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Slow_answers_are_waited_for(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var id = await run.SubmitAsync();
        for (var call = 0; call < 3; call++)
            run.Channel.Next(_ => true, Twists.Slow(TimeSpan.FromMilliseconds(150)));

        AssertPublished(run, await run.SettleAsync(id));
    }

    /// <summary>The upload or read before the commit call.</summary>
    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Upload_that_never_answers_is_given_up_and_tried_again(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant, settings: new Dictionary<string, string?> { [$"Channels:{FakeChannels.SectionOf(variant)}:CallTimeout"] = "00:00:02" });
        var id = await run.SubmitAsync();
        run.Channel.Next(r => !run.Channel.IsCommit(r), Twists.HangAfter(() => { }));

        AssertPublished(run, await run.SettleAsync(id));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Post_is_taken_down_once_and_gone_the_second_time(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var live = (await PublishedAsync(run)).ExternalRef!; // published
        var publisher = run.System.Get<ChannelPublishers>().For(run.Channel.Code);
        run.Channel.Next(r => r.Method != "GET", Twists.Answer(503, "<html>storing</html>", "text/html"));

        Assert.IsType<Removal.Later>(await publisher.TakeDownAsync(live, None));
        Assert.Single(run.Channel.Live);
        Assert.IsType<Removal.Done>(await publisher.TakeDownAsync(live, None));
        Assert.Empty(run.Channel.Live);
        // Some channels say the same the second time.
        Assert.True(await publisher.TakeDownAsync(live, None) is Removal.AlreadyGone or Removal.Done);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Take_down_that_is_not_allowed_goes_to_a_person(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var live = (await PublishedAsync(run)).ExternalRef!; // published
        var publisher = run.System.Get<ChannelPublishers>().For(run.Channel.Code);
        run.Channel.Next(r => r.Method != "GET", run.Channel.NotAllowed());

        Assert.IsType<Removal.ByHand>(await publisher.TakeDownAsync(live, None));
        run.Channel.Accepts = "token-2";
        Assert.IsType<Removal.ByHand>(await publisher.TakeDownAsync(live, None));
        Assert.Single(run.Channel.Live);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Replies_are_listed_oldest_first_and_hidden_or_deleted_where_the_channel_can(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var live = (await PublishedAsync(run)).ExternalRef!; // published
        if (run.Channel.AddReply(live, "Eerste") is not { } first)
        {
            Assert.IsNotType<IReplyChannel>(run.System.Get<ChannelPublishers>().For(run.Channel.Code), exactMatch: false);
            return;
        }

        run.Time.Advance(TimeSpan.FromMinutes(1));
        var second = run.Channel.AddReply(live, "Tweede")!;
        run.Time.Advance(TimeSpan.FromMinutes(1));
        var third = run.Channel.AddReply(live, "Derde")!;
        var channel = Assert.IsType<IReplyChannel>(run.System.Get<ChannelPublishers>().For(run.Channel.Code), exactMatch: false);

        var replies = await channel.RepliesAsync(live, None);

        Assert.Equal([(first, "Eerste"), (second, "Tweede"), (third, "Derde")], replies.Select(r => (r.Id, r.Text)));
        Assert.True(replies[0].At < replies[2].At);
        var hidden = await channel.HideAsync(first, None);
        Assert.Equal(hidden is Removal.Done, !run.Channel.VisibleReplies.Contains(first));
        Assert.True(hidden is Removal.Done or Removal.ByHand);
        if (hidden is Removal.Done)
            Assert.IsType<Removal.Done>(await channel.HideAsync(first, None));
        var deleted = await channel.DeleteAsync(second, None);
        Assert.Equal(deleted is Removal.Done, !run.Channel.VisibleReplies.Contains(second));
        Assert.True(deleted is Removal.Done or Removal.ByHand);
        if (deleted is Removal.Done)
            Assert.IsType<Removal.AlreadyGone>(await channel.DeleteAsync(second, None));
        Assert.Contains(third, run.Channel.VisibleReplies);
    }

    /// <summary>Two drafts with one text whose answers are both lost: each finds a post, and none finds that of the other.</summary>
    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Drafts_with_the_same_text_never_claim_each_others_post(string variant)
    {
        await using var run = await ChannelRun.StartAsync(azurite, variant);
        var first = await run.SubmitAsync("r-1");
        run.Channel.Next(run.Channel.IsCommit, Twists.CutAfter());
        await run.DeliverAsync(first);
        run.Time.Advance(TimeSpan.FromMinutes(3)); // further apart than clocks may differ
        var second = await run.SubmitAsync("r-2");
        run.Channel.Next(run.Channel.IsCommit, Twists.Cut());
        await run.DeliverAsync(second);
        await run.SettleAsync(first);
        await run.AnswerAsync(first, run.Channel.Live[0]);

        var head = await run.SettleAsync(second);
        var one = await run.ProgressAsync(first);
        if (await run.AnswerAsync(second, null))
            head = await run.SettleAsync(second);

        Assert.Equal(ChannelState.Published, one.State);
        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(2, run.Channel.Live.Count);
        Assert.NotEqual(one.ExternalRef, head.Channel(run.Channel.Code)!.ExternalRef);
    }

    private static async Task<ChannelProgress> PublishedAsync(ChannelRun run)
    {
        var id = await run.SubmitAsync();
        AssertPublished(run, await run.SettleAsync(id));
        return await run.ProgressAsync(id);
    }

    private static void AssertPublished(ChannelRun run, DraftHead head)
    {
        var progress = head.Channel(run.Channel.Code);
        Assert.True(
            head.State == DraftState.Published && run.Channel.Live.Count == 1,
            $"{head.State}, {progress?.State} ({progress?.Reason}), live {run.Channel.Live.Count}\n{string.Join('\n', run.Channel.Requests)}\n{string.Join('\n', run.System.Logs.Unexpected)}");
        Assert.Equal(run.Channel.Live[0], progress?.ExternalRef);
    }
}
