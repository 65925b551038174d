using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>What only LinkedIn does; what every channel does is in <see cref="ChannelScriptTests"/>.</summary>
public sealed class LinkedInPublisherTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("gewoon", "gewoon")]
    [InlineData("(haakjes) en [meer]", @"\(haakjes\) en \[meer\]")]
    [InlineData(@"a\b | c * d _ e ~ f < g > h @ i { j }", @"a\\b \| c \* d \_ e \~ f \< g \> h \@ i \{ j \}")]
    [InlineData("Kom naar de #opendag!", @"Kom naar de {hashtag|\#|opendag}!")]
    [InlineData("#open_dag", @"{hashtag|\#|open\_dag}")]
    [InlineData("nummer #1 en C#", @"nummer \#1 en C\#")]
    [InlineData("https://ccc.example/a_b#kop", @"https://ccc.example/a\_b\#kop")]
    public void Reserved_characters_are_escaped_and_hashtags_stay_hashtags(string text, string little)
    {
        Assert.Equal(little, LinkedInText.Escape(text));
        Assert.Equal(text, LinkedInText.Unescape(little));
    }

    [Fact]
    public async Task Pictures_stand_in_order_with_their_alternative_texts()
    {
        var page = new FakeLinkedIn { Count = 3 };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        await run.SettleAsync(await run.SubmitAsync());

        var images = Assert.Single(page.Posts).Content?["multiImage"]?["images"]?.AsArray();
        Assert.Equal(3, images?.Count);
        Assert.All(images!, i => Assert.Equal("Een leeg lokaal met tafels en stoelen.", i?["altText"]?.ToString())); // counted
        Assert.Equal(images!.Select(i => i!["id"]!.ToString()).Order(StringComparer.Ordinal), images!.Select(i => i!["id"]!.ToString()));
    }

    [Fact]
    public async Task Link_becomes_a_card_with_the_title_of_the_post()
    {
        var page = new FakeLinkedIn { Count = 0, Words = "Lees meer op https://www.ccc.example/open-dag." };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        await run.SettleAsync(await run.SubmitAsync());

        var article = Assert.Single(page.Posts).Content?["article"];
        Assert.Equal(("https://www.ccc.example/open-dag", "Open dag"), (article?["source"]?.ToString(), article?["title"]?.ToString()));
    }

    [Theory]
    [InlineData("422, duplicate of the post that was just made")]
    [InlineData("201 without the header")]
    public async Task Answer_that_does_not_name_the_post_is_looked_up_and_not_tried_again(string script)
    {
        var page = new FakeLinkedIn { Count = 0 };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        var id = await run.SubmitAsync();
        page.Next(page.IsCommit, script.StartsWith("422", StringComparison.Ordinal)
            ? Twists.AnswerAfter(422, FakeLinkedIn.Body(422, "DUPLICATE_POST", "Content is a duplicate of urn:li:share:7001"))
            : Twists.AnswerAfter(201, ""));

        Assert.Equal(ChannelState.Unknown, (await run.DeliverAsync(id)).State);
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
        Assert.Equal((1, 1), (page.Live.Count, page.Commits));
    }

    [Fact]
    public async Task Duplicate_of_another_drafts_post_goes_to_a_person()
    {
        var page = new FakeLinkedIn { Count = 0, RefusesDuplicates = true };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        await run.SettleAsync(await run.SubmitAsync("r-1"));
        run.Time.Advance(TimeSpan.FromHours(1));
        var second = await run.SubmitAsync("r-2");

        await run.SettleAsync(second);

        Assert.True((await run.ProgressAsync(second)).AskPerson);
        Assert.Equal((1, 2), (page.Live.Count, page.Commits));
    }

    [Fact]
    public async Task Dead_version_of_the_API_closes_the_channel()
    {
        await using var run = await ChannelRun.StartAsync(azurite, new FakeLinkedIn { Count = 0 }, settings: new Dictionary<string, string?> { ["Channels:LinkedIn:Version"] = "202401" });
        var id = await run.SubmitAsync();

        var progress = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "api-version"), (progress.State, progress.Reason));
    }

    [Fact]
    public async Task Film_that_LinkedIn_cannot_process_goes_to_a_person()
    {
        var page = new FakeLinkedIn { Films = true, Processing = 1 };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        var id = await run.SubmitAsync();
        Assert.Equal("processing", (await run.DeliverAsync(id)).Reason);
        page.FailProcessing();

        var head = await run.SettleAsync(id);

        Assert.Equal((DraftState.Stuck, "media-processing-failed"), (head.State, head.Channel("linkedin")?.Reason));
    }

    [Fact]
    public async Task Film_is_uploaded_once_however_long_it_is_processed()
    {
        var page = new FakeLinkedIn { Films = true, Processing = 3 };
        await using var run = await ChannelRun.StartAsync(azurite, page);
        await run.SettleAsync(await run.SubmitAsync());

        Assert.Single(page.Live);
        Assert.Single(page.Requests, r => r.Contains("videos?action=initializeUpload", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Limits => new()
    {
        { "too-long", "2,995 characters of which six count double" },
        { "too-many-files", "21 pictures" },
        { "mixed-files", "a picture and a film" },
        { "alt-too-long", "an alternative text of 4,087 characters" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_LinkedIn_does_not_take_is_refused_before_anything_is_sent(string reason, string what)
    {
        await using var run = await ChannelRun.StartAsync(azurite, "linkedin");
        var photo = new OutgoingMedia("0", "a.jpg", "Een lokaal.", null, MediaKind.Photo);
        var post = new OutgoingPost { Channel = "linkedin", Key = "k-v1", Text = "Open dag." };
        post = what switch
        {
            "21 pictures" => post with { Media = [.. Enumerable.Repeat(photo, 21)] },
            "a picture and a film" => post with { Media = [photo, photo with { Kind = MediaKind.Film }] },
            "an alternative text of 4,087 characters" => post with { Media = [photo with { Alt = new string('a', 4_087) }] },
            _ => post with { Text = new string('a', 2_989) + "((((((" },
        };

        var failed = Assert.IsType<Preparation.Failed>(await run.System.Get<ChannelPublishers>().For("linkedin").PrepareAsync(post, [], None));

        Assert.Equal(new PublishOutcome.Refused(reason), failed.Outcome);
        Assert.Empty(run.Channel.Requests);
    }
}
