using System.ComponentModel.DataAnnotations;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>What only WordPress does; what every channel does is in <see cref="ChannelScriptTests"/>.</summary>
public sealed class WordPressPublisherTests(AzuriteFixture azurite)
{
    private static readonly OutgoingPost Post = new() { Channel = "website", Key = "k-v1", Title = "Open dag", Text = "" };

    [Theory]
    [InlineData("Eén regel.", "<p>Eén regel.</p>\n")]
    [InlineData("Kop\n\nRegel 1\nRegel 2", "<p>Kop</p>\n<p>Regel 1<br />\nRegel 2</p>\n")]
    [InlineData("a < b & c > \"d\"", "<p>a &lt; b &amp; c &gt; &quot;d&quot;</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("[gallery ids=\"1\"]", "<p>&#091;gallery ids=&quot;1&quot;&#093;</p>\n")]
    [InlineData("Zie https://ccc.example/a?b=1&c=2.", "<p>Zie <a href=\"https://ccc.example/a?b=1&amp;c=2\">https://ccc.example/a?b=1&amp;c=2</a>.</p>\n")]
    [InlineData("(https://ccc.example/a)", "<p>(<a href=\"https://ccc.example/a\">https://ccc.example/a</a>)</p>\n")]
    [InlineData("javascript:alert(1) https://x\"onclick=", "<p>javascript:alert(1) <a href=\"https://x\">https://x</a>&quot;onclick=</p>\n")]
    public void What_an_author_types_is_shown_and_never_markup(string text, string html) =>
        Assert.Equal(html, WordPressHtml.Content(Post with { Text = text }, []));

    [Fact]
    public void Picture_has_its_alternative_text_and_caption_and_the_name_stands_below()
    {
        var html = WordPressHtml.Content(
            Post with { Text = "Tekst.", Byline = "Team \"Open dag\"" },
            [(new OutgoingMedia("0", "a.jpg", "Een \"leeg\" lokaal", "Lokaal <3>", MediaKind.Photo), new WordPressHtml.Upload("picture", 7, "https://s.example/a.jpg"))]);
        Assert.Equal(
            """
            <p>Tekst.</p>
            <figure class="wp-block-image"><img src="https://s.example/a.jpg" alt="Een &quot;leeg&quot; lokaal" class="wp-image-7" /><figcaption>Lokaal &lt;3&gt;</figcaption></figure>
            <p><em>Team &quot;Open dag&quot;</em></p>

            """.ReplaceLineEndings("\n"),
            html);
    }

    [Theory]
    [InlineData("Titel & meer", "x", "Titel &amp; meer")]
    [InlineData(null, "Korte eerste regel.\nDe rest.", "Korte eerste regel.")]
    [InlineData(" ", "Een heel lange eerste regel die nergens ophoudt en die dus bij een woord wordt afgebroken voor de titel.", "Een heel lange eerste regel die nergens ophoudt en die dus bij een woord wordt…")]
    public void Post_without_a_title_is_called_after_its_first_line(string? title, string text, string expected) =>
        Assert.Equal(expected, WordPressHtml.Title(Post with { Title = title, Text = text }));

    [Fact]
    public async Task Post_has_its_pictures_in_order_with_alternative_texts_and_closed_comments()
    {
        var site = new FakeWordPress();
        await using var run = await ChannelRun.StartAsync(azurite, site);
        await run.SettleAsync(await run.SubmitAsync());

        var post = Assert.Single(site.Posts);
        Assert.Equal(2, site.Uploads.Count);
        Assert.All(site.Uploads, u => Assert.Equal("Een leeg lokaal met tafels en stoelen.", u.Alt));
        Assert.True(post.Content.IndexOf(site.Uploads[0].Address, StringComparison.Ordinal) is > 0 and var first && first < post.Content.IndexOf(site.Uploads[1].Address, StringComparison.Ordinal));
        Assert.Null(post.Featured);
    }

    [Fact]
    public async Task Featured_picture_and_categories_are_settings()
    {
        var site = new FakeWordPress();
        await using var run = await ChannelRun.StartAsync(azurite, site, settings: new Dictionary<string, string?>
        {
            ["Channels:WordPress:FeaturedPicture"] = "true",
            ["Channels:WordPress:Categories"] = "4, 7",
        });
        await run.SettleAsync(await run.SubmitAsync());

        var post = Assert.Single(site.Posts);
        Assert.Equal((site.Uploads[0].Id, "[4,7]"), (post.Featured, post.Categories));
        Assert.DoesNotContain(site.Uploads[0].Address, post.Content, StringComparison.Ordinal);
        Assert.Contains(site.Uploads[1].Address, post.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_attempt_uses_the_files_of_the_first()
    {
        var site = new FakeWordPress();
        await using var run = await ChannelRun.StartAsync(azurite, site);
        var id = await run.SubmitAsync();
        site.Next(site.IsCommit, Twists.Answer(500));
        var head = await run.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal((2, 2), (site.Uploads.Count, site.Commits));
    }

    [Fact]
    public async Task Upload_that_got_damaged_is_sent_again()
    {
        var site = new FakeWordPress { Count = 1 };
        await using var run = await ChannelRun.StartAsync(azurite, site);
        var id = await run.SubmitAsync();
        site.Next(r => r.Method == "POST" && r.Path.Value!.EndsWith("/media", StringComparison.Ordinal), Twists.Answer(412, """{"code":"rest_upload_hash_mismatch","message":"x","data":{"status":412}}"""));

        Assert.Equal("upload-damaged", (await run.DeliverAsync(id)).Reason);
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Post_that_a_plug_in_holds_back_goes_to_a_person_and_is_not_made_again()
    {
        var site = new FakeWordPress { Count = 0, Published = "pending" };
        await using var run = await ChannelRun.StartAsync(azurite, site);
        var id = await run.SubmitAsync();

        await run.SettleAsync(id);

        Assert.True((await run.ProgressAsync(id)).AskPerson);
        Assert.Single(site.Posts);
    }

    [Fact]
    public async Task Account_that_may_not_publish_closes_the_channel_and_not_the_post()
    {
        await using var run = await ChannelRun.StartAsync(azurite, "website-text");
        var id = await run.SubmitAsync();
        run.Channel.Next(run.Channel.IsCommit, Twists.Answer(403, """{"code":"rest_cannot_publish","message":"x","data":{"status":403}}"""));

        var progress = await run.DeliverAsync(id);

        Assert.Equal((ChannelState.Waiting, "forbidden"), (progress.State, progress.Reason));
        Assert.Equal(DraftState.Published, (await run.SettleAsync(id)).State);
    }

    [Fact]
    public async Task Post_whose_address_a_person_gave_is_taken_down_by_its_slug()
    {
        var site = new FakeWordPress { Count = 0 };
        await using var run = await ChannelRun.StartAsync(azurite, site);
        await run.SettleAsync(await run.SubmitAsync());
        var publisher = run.System.Get<ChannelPublishers>().For("website");

        Assert.IsType<Removal.ByHand>(await publisher.TakeDownAsync("https://school.example/nieuws/iets-anders/", TestContext.Current.CancellationToken));
        Assert.IsType<Removal.Done>(await publisher.TakeDownAsync($"https://school.example/nieuws/{site.Posts[0].Slug}/", TestContext.Current.CancellationToken));
        Assert.Empty(site.Live);
    }

    [Fact]
    public void Site_must_be_named_before_the_channel_is_switched_on()
    {
        static bool IsValid(WordPressSettings settings) => Validator.TryValidateObject(settings, new ValidationContext(settings), null, validateAllProperties: true);
        Assert.True(IsValid(new WordPressSettings()));
        Assert.False(IsValid(new WordPressSettings { Enabled = true }));
        Assert.True(IsValid(new WordPressSettings { Enabled = true, BaseUrl = new Uri("https://school.example/wp-json"), Categories = "4,7" }));
        Assert.False(IsValid(new WordPressSettings { Categories = "nieuws" }));
    }
}
