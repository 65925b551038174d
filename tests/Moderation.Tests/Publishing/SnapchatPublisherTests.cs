using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>What only Snapchat does; what every channel does is in <see cref="ChannelScriptTests"/>.</summary>
public sealed class SnapchatPublisherTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Film_arrives_whole_through_its_encryption_and_parts()
    {
        var profile = new FakeSnapchat();
        await using var run = await ChannelRun.StartAsync(azurite, profile);
        await run.SettleAsync(await run.SubmitAsync());

        var post = Assert.Single(profile.Posts);
        Assert.Equal(profile.FilmBytes.Length, post.File.Length);
        Assert.Equal(profile.Text, post.Text);
        Assert.True(profile.Requests.Count(r => r.Contains("multipart-upload", StringComparison.Ordinal)) > 2, "More than one part.");
    }

    [Fact]
    public async Task Story_of_a_day_goes_out_and_is_taken_down_by_a_person()
    {
        var profile = new FakeSnapchat { Photo = true, Story = true };
        await using var run = await ChannelRun.StartAsync(azurite, profile);
        var id = await run.SubmitAsync();

        var head = await run.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        var live = Assert.Single(profile.Live);
        Assert.Equal(live, head.Channel("snapchat")?.ExternalRef);
        Assert.Equal(new Removal.ByHand("not-supported"), await run.System.Get<ChannelPublishers>().For("snapchat").TakeDownAsync(live, None));
    }

    [Fact]
    public async Task Post_that_is_under_way_already_goes_to_a_person()
    {
        var profile = new FakeSnapchat();
        await using var run = await ChannelRun.StartAsync(azurite, profile);
        var id = await run.SubmitAsync();
        profile.Next(profile.IsCommit, Twists.AnswerAfter(200, FakeSnapchat.Body("MEDIA_POSTING_ALREADY_IN_PROGRESS")));

        Assert.Equal("in-progress", (await run.DeliverAsync(id)).Reason);
        await run.SettleAsync(id);
        Assert.True((await run.ProgressAsync(id)).AskPerson);
        Assert.Equal((1, 1), (profile.Live.Count, profile.Commits));
    }

    [Fact]
    public async Task Upload_that_ran_out_is_made_again()
    {
        var profile = new FakeSnapchat();
        await using var run = await ChannelRun.StartAsync(azurite, profile);
        var id = await run.SubmitAsync();
        profile.Next(profile.IsCommit, Twists.Answer(200, FakeSnapchat.Body("MEDIA_EXPIRED")));

        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Single(profile.Live);
        Assert.Equal(2, profile.Requests.Count(r => r.EndsWith("/media", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task File_does_not_go_to_an_address_elsewhere()
    {
        var profile = new FakeSnapchat();
        await using var run = await ChannelRun.StartAsync(azurite, profile);
        var id = await run.SubmitAsync();
        profile.Next(r => r.Path.Value!.EndsWith("/media", StringComparison.Ordinal), Twists.Answer(
            200, """{"request_status":"SUCCESS","media_id":"m1","add_path":"//elders.example/multipart-upload","finalize_path":"/us/x"}"""));

        Assert.Equal(ChannelState.Waiting, (await run.DeliverAsync(id)).State);
        Assert.Single(profile.Requests);
    }

    [Theory]
    [InlineData("one-file", 0, 10)]
    [InlineData("one-file", 2, 10)]
    [InlineData("too-long-for-photo", 1, 46)]
    public async Task What_Snapchat_does_not_take_is_refused_before_anything_is_sent(string reason, int photos, int length)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "snapchat");
        var post = new OutgoingPost
        {
            Channel = "snapchat", Key = "k-v1", Text = new string('a', length), Media = [.. Enumerable.Repeat(new OutgoingMedia("0", "a.jpg", null, null, MediaKind.Photo), photos)],
        };

        var failed = Assert.IsType<Preparation.Failed>(await run.System.Get<ChannelPublishers>().For("snapchat").PrepareAsync(post, [], None));

        Assert.Equal(new PublishOutcome.Refused(reason), failed.Outcome);
        Assert.Empty(run.Channel.Requests);
    }

    [Fact]
    public async Task Film_that_lies_on_its_side_is_refused()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "snapchat");
        Assert.True(MediaId.TryParse(await run.System.UploadAsync(new Films().Build(), "film.mp4", "u-1"), out var id));
        var film = (await run.System.Get<MediaStore>().FindAsync(id, None))!.Cleaned!; // just uploaded and cleaned
        var post = new OutgoingPost { Channel = "snapchat", Key = "k-v1", Text = "Open dag.", Media = [new OutgoingMedia(film.Sha256, "film.mp4", null, null, MediaKind.Film)] };

        var failed = Assert.IsType<Preparation.Failed>(await run.System.Get<ChannelPublishers>().For("snapchat").PrepareAsync(post, [], None));

        Assert.Equal(new PublishOutcome.Refused("film-shape"), failed.Outcome);
        Assert.Empty(run.Channel.Requests);
    }
}
