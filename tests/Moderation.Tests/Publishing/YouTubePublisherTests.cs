using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>What only YouTube does; what every channel does is in <see cref="ChannelScriptTests"/>.</summary>
public sealed class YouTubePublisherTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Film_arrives_whole_and_public_with_title_and_description()
    {
        var channel = new FakeYouTube { Large = true };
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        await run.SettleAsync(await run.SubmitAsync());

        var film = Assert.Single(channel.Videos);
        Assert.Equal(("Open dag", channel.Text, "public"), (film.Title, film.Description, film.Privacy));
        Assert.Equal(channel.FilmBytes.Length, film.Bytes.Length);
        Assert.True(film.Bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8));
    }

    /// <summary>Nobody can see it, so it is not said to be live; and it is there, so it is not sent again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Film_that_YouTube_keeps_private_goes_to_a_person(bool sessionGone)
    {
        var channel = new FakeYouTube { KeepsPrivate = true };
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        await run.DeliverAsync(id);
        if (sessionGone)
            channel.ForgetSessions();

        var head = await run.SettleAsync(id);
        Assert.Equal((ChannelState.Unknown, true), (head.Channel("youtube")?.State, head.Channel("youtube")?.AskPerson));
        Assert.Single(channel.Videos);
        Assert.True(await run.AnswerAsync(id, $"https://www.youtube.com/watch?v={channel.Videos[0].Id}"));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Equal((1, 1), (channel.Videos.Count, channel.Commits));
    }

    [Fact]
    public async Task Broken_upload_goes_on_in_the_same_session_where_it_was()
    {
        var channel = new FakeYouTube { Large = true };
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        channel.Next(r => r.Headers.ContentRange.ToString().StartsWith("bytes 262144-", StringComparison.Ordinal), Twists.Cut());

        var head = await run.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(channel.FilmBytes.Length, Assert.Single(channel.Videos).Bytes.Length);
    }

    [Fact]
    public async Task Session_that_is_gone_before_the_last_bytes_is_begun_again()
    {
        var channel = new FakeYouTube { Large = true };
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        Assert.Equal("processing", (await run.DeliverAsync(id)).Reason);
        channel.ForgetSessions();

        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Single(channel.Videos);
    }

    [Fact]
    public async Task Film_whose_session_is_gone_is_found_among_the_uploads()
    {
        var channel = new FakeYouTube();
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        channel.Next(channel.IsCommit, Twists.AnswerAfter(500));
        await run.DeliverAsync(id);
        channel.ForgetSessions();

        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Equal((1, 1), (channel.Videos.Count, channel.Commits));
    }

    [Fact]
    public async Task Lost_session_without_a_film_to_be_found_goes_to_a_person()
    {
        var channel = new FakeYouTube();
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        channel.Next(channel.IsCommit, Twists.Answer(503));
        await run.DeliverAsync(id);
        channel.ForgetSessions();

        await run.SettleAsync(id);

        Assert.True((await run.ProgressAsync(id)).AskPerson);
        Assert.Equal(1, channel.Commits);
    }

    [Fact]
    public async Task Last_bytes_that_did_not_arrive_go_in_the_same_session()
    {
        var channel = new FakeYouTube();
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        channel.Next(channel.IsCommit, Twists.Cut());

        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Equal((1, 1, 2), (channel.Videos.Count, channel.Sessions, channel.Commits));
    }

    [Theory]
    [InlineData("quotaExceeded", 403)]
    [InlineData("uploadLimitExceeded", 400)]
    public async Task Quota_is_waited_for_until_midnight_in_California(string reason, int status)
    {
        var channel = new FakeYouTube();
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        var id = await run.SubmitAsync();
        channel.Next(r => r.Method == "POST", Twists.Answer(status, FakeYouTube.Body(status, reason)));

        var progress = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "rate-limit", new DateTimeOffset(2026, 11, 11, 8, 0, 0, TimeSpan.Zero)), (progress.State, progress.Reason, progress.NotBefore));
        run.Time.Advance(channel.LimitedFor);
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Answers_to_replies_are_listed_as_well_and_held_ones_are_hidden()
    {
        var channel = new FakeYouTube();
        await using var run = await ChannelRun.StartAsync(azurite, channel);
        await run.SettleAsync(await run.SubmitAsync());
        var film = channel.Live[0];
        var first = channel.AddReply(film, "Eerste")!;
        run.Time.Advance(TimeSpan.FromMinutes(1));
        channel.AddAnswer(first, "Antwoord");
        var replies = (IReplyChannel)run.System.Get<ChannelPublishers>().For("youtube");

        Assert.Equal(["Eerste", "Antwoord"], (await replies.RepliesAsync(film, None)).Select(r => r.Text));
        await replies.HideAsync(first, None);
        Assert.True((await replies.RepliesAsync(film, None)).Single(r => r.Id == first).Hidden);
        channel.Next(r => r.Path.Value!.EndsWith("commentThreads", StringComparison.Ordinal), Twists.Answer(403, FakeYouTube.Body(403, "commentsDisabled")));
        Assert.Empty(await replies.RepliesAsync(film, None));
    }

    public static TheoryData<string, OutgoingPost> Limits
    {
        get
        {
            var post = new OutgoingPost { Channel = "youtube", Key = "k-v1", Title = "Open dag", Text = "Kom kijken.", Media = [new OutgoingMedia("0", "a.mp4", "Film.", null, MediaKind.Film)] };
            return new()
            {
                { "one-film", post with { Media = [] } },
                { "one-film", post with { Media = [post.Media[0] with { Kind = MediaKind.Photo }] } },
                { "one-film", post with { Media = [post.Media[0], post.Media[0]] } },
                { "title-too-long", post with { Title = new string('a', 101) } },
                { "title-missing", post with { Title = null, Text = new string('a', 101) } },
                { "too-long", post with { Text = new string('é', 2_501) } },
                { "angle-brackets", post with { Text = "Wij <3 school." } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public async Task What_YouTube_does_not_take_is_refused_before_anything_is_sent(string reason, OutgoingPost post)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "youtube");

        var failed = Assert.IsType<Preparation.Failed>(await run.System.Get<ChannelPublishers>().For("youtube").PrepareAsync(post, [], None));

        Assert.Equal(new PublishOutcome.Refused(reason), failed.Outcome);
        Assert.Empty(run.Channel.Requests);
    }

    [Theory]
    [InlineData("abcdefghij1", "abcdefghij1")]
    [InlineData("https://www.youtube.com/watch?v=abcdefghij1&t=3", "abcdefghij1")]
    [InlineData("https://youtu.be/abcdefghij1", "abcdefghij1")]
    [InlineData("https://www.youtube.com/shorts/abcdefghij1", "abcdefghij1")]
    [InlineData("https://www.youtube.com/@school", null)]
    public void Film_is_known_by_its_id_or_its_address(string reference, string? id) => Assert.Equal(id, YouTubeCalls.IdOf(reference));
}
