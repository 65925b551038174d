using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

public sealed class InstagramTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Carousel_waits_for_its_parts_and_carries_their_alternative_texts()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram");
        ((FakeInstagram)run.Channel).Working = 2;
        var id = await run.SubmitAsync();

        Assert.Equal((ChannelState.Waiting, "processing"), await StateAsync(run, id));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);

        var post = Assert.Single(((FakeInstagram)run.Channel).Posts);
        Assert.Equal(("CAROUSEL_ALBUM", run.Channel.Text), (post.Type, post.Caption));
        Assert.Equal(["Een leeg lokaal met tafels en stoelen.", "Een leeg lokaal met tafels en stoelen."], post.Alts);
    }

    [Fact]
    public async Task Address_of_a_picture_dies_with_the_outcome()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram");
        await run.SettleAsync(await run.SubmitAsync());

        var fetched = ((FakeInstagram)run.Channel).Fetched;
        Assert.Equal(2, fetched.Count);
        using var http = new HttpClient();
        foreach (var address in fetched)
            Assert.Equal(404, (int)(await http.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Container_that_failed_goes_to_a_person()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-film");
        ((FakeInstagram)run.Channel).Ends = "ERROR";
        var head = await run.SettleAsync(await run.SubmitAsync());

        Assert.Equal((DraftState.Stuck, "processing-failed"), (head.State, head.Channel("instagram")?.Reason));
        Assert.Empty(run.Channel.Live);
    }

    [Fact]
    public async Task Container_that_ran_out_is_made_again()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram");
        ((FakeInstagram)run.Channel).Working = 1;
        var id = await run.SubmitAsync();
        Assert.Equal((ChannelState.Waiting, "processing"), await StateAsync(run, id));

        run.Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Equal(4, ((FakeInstagram)run.Channel).Fetched.Count);
        Assert.Single(run.Channel.Live);
    }

    [Fact]
    public async Task Container_that_does_not_get_done_is_shown_to_a_person_who_can_try_again()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram");
        ((FakeInstagram)run.Channel).Working = int.MaxValue;
        var id = await run.SubmitAsync();
        await run.DeliverAsync(id);
        await run.System.SweepAsync(TimeSpan.FromHours(5));
        Assert.Equal((ChannelState.Waiting, "processing"), await StateAsync(run, id));

        await run.System.SweepAsync(TimeSpan.FromHours(1));
        Assert.Equal((ChannelState.Refused, "processing-too-long"), await StateAsync(run, id));
        Assert.Empty(run.Channel.Live);
    }

    /// <summary>The container remembers, so nobody has to be asked.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_answer_is_settled_by_the_container_itself(bool created)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        ((FakeInstagram)run.Channel).Working = 0;
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, created ? Twists.CutAfter() : Twists.Cut());

        Assert.Equal(ChannelState.Unknown, (await run.DeliverAsync(id)).State);
        var containers = (await run.ProgressAsync(id)).Prepared;
        var head = await run.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Single(run.Channel.Live);
        Assert.Equal(created ? 1 : 2, run.Channel.Commits);
        Assert.Equal(containers, head.Channel("instagram")!.Prepared);
    }

    [Fact]
    public async Task Used_up_quota_waits_without_making_a_container()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        ((FakeInstagram)run.Channel).Used = 100;
        var id = await run.SubmitAsync();

        Assert.Equal((ChannelState.Waiting, "rate-limit"), await StateAsync(run, id));
        Assert.Empty(((FakeInstagram)run.Channel).Fetched);
        ((FakeInstagram)run.Channel).Used = 99;
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Theory]
    [InlineData("from", 2)]
    [InlineData("replies", 3)]
    public async Task Comments_come_without_the_field_that_is_not_permitted(string field, int calls)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        var head = await run.SettleAsync(await run.SubmitAsync());
        run.Channel.AddReply(run.Channel.Live[0], "Mooi!");
        ((FakeInstagram)run.Channel).ForbiddenField = field;
        var before = run.Channel.Requests.Count;

        var replies = await ((IReplyChannel)run.System.Get<ChannelPublishers>().For("instagram")).RepliesAsync(head.Channel("instagram")!.ExternalRef!, None);

        Assert.Equal(("Mooi!", "eenouder"), (Assert.Single(replies).Text, replies[0].Author));
        Assert.Equal(calls, run.Channel.Requests.Count - before);
    }

    [Theory]
    [InlineData("Kom ook! #a #b #c #d #e #f", "too-many-hashtags")]
    [InlineData("", "too-long")]
    public async Task Caption_that_Instagram_would_refuse_is_refused_before(string text, string reason)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        var publisher = run.System.Get<ChannelPublishers>().For("instagram");
        var post = Post(text.Length > 0 ? text : new string('a', 2_201), 1);

        Assert.Equal(new Preparation.Failed(new PublishOutcome.Refused(reason)), await publisher.PrepareAsync(post, [], None));
        Assert.Empty(run.Channel.Requests);
    }

    [Theory]
    [InlineData(0, "no-media")]
    [InlineData(11, "too-many-files")]
    public async Task Number_of_pictures_is_checked_before(int pictures, string reason)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        Assert.Equal(
            new Preparation.Failed(new PublishOutcome.Refused(reason)),
            await run.System.Get<ChannelPublishers>().For("instagram").PrepareAsync(Post("Kom ook!", pictures), [], None));
    }

    [Fact]
    public async Task Without_a_public_address_pictures_wait_and_the_channel_says_why()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "instagram-photo", settings: new Dictionary<string, string?> { ["Channels:PublicUrl"] = null });

        Assert.Equal((ChannelState.Waiting, "no-public-address"), await StateAsync(run, await run.SubmitAsync()));
    }

    internal static OutgoingPost Post(string text, int pictures) => new()
    {
        Channel = "instagram",
        Key = $"{new string('a', 32)}-v1",
        Text = text,
        Media = [.. Enumerable.Range(0, pictures).Select(i => new OutgoingMedia(new string('b', 64), $"foto{i}.jpg", null, null, MediaKind.Photo))],
    };

    private static async Task<(ChannelState, string?)> StateAsync(ChannelRun run, DraftId id)
    {
        var progress = await run.DeliverAsync(id);
        return (progress.State, progress.Reason);
    }
}
