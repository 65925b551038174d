using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moderation.Drafts;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Publishing;

namespace Moderation.Tests.Web;

/// <summary>The one anonymous way to a picture: signed, for one post on one channel, for a quarter of an hour, until it is out.</summary>
public sealed class OutboundFileTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Picture_on_its_way_is_fetched_as_JPEG_and_kept_nowhere()
    {
        await using var run = await WaitingAsync();
        await using var site = await SiteAsync(run.Run);
        using var client = site.As(null);

        using var answer = await client.GetAsync(await LinkAsync(site, run.Key, run.Sha));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal([0xFF, 0xD8], (await answer.Content.ReadAsByteArrayAsync())[..2]);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, await LinkAsync(site, run.Key, run.Sha)));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_changed_in_the_address_it_is_not_there()
    {
        await using var run = await WaitingAsync();
        await using var site = await SiteAsync(run.Run);
        using var client = site.As(null);
        var link = (await LinkAsync(site, run.Key, run.Sha)).ToString();
        var signature = link[^64..];

        string[] wrong =
        [
            link.Replace("/instagram/", "/facebook/", StringComparison.Ordinal),
            link.Replace(run.Sha, new string('0', 64), StringComparison.Ordinal),
            link.Replace(run.Key, run.Key + "1", StringComparison.Ordinal),
            link.Replace("until=", "until=1", StringComparison.Ordinal),
            link.Replace(signature, signature[..63] + (signature[63] == '0' ? '1' : '0'), StringComparison.Ordinal),
            link.Replace(signature, signature.ToUpperInvariant(), StringComparison.Ordinal) + "A",
            link.Replace(signature, "", StringComparison.Ordinal),
            link.Split('?')[0],
            // Signed by us, but not for this moment, this version or any draft.
            (await LinkAsync(site, run.Key, run.Sha, early: TimeSpan.FromMinutes(16))).ToString(),
            (await LinkAsync(site, run.Key, run.Sha, early: TimeSpan.FromMinutes(-5))).ToString(),
            (await LinkAsync(site, run.Key[..^1] + "2", run.Sha)).ToString(),
            (await LinkAsync(site, new string('c', 32) + "-v1", run.Sha)).ToString(),
            (await LinkAsync(site, "no-key", run.Sha)).ToString(),
            (await LinkAsync(site, run.Key, new string('d', 64))).ToString(),
        ];

        foreach (var address in wrong)
            Assert.Equal((HttpStatusCode.NotFound, address), ((await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode, address));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Withdrawn_or_published_post_is_not_fetched_any_more()
    {
        await using var run = await WaitingAsync();
        await using var site = await SiteAsync(run.Run);
        using var client = site.As(null);
        var link = await LinkAsync(site, run.Key, run.Sha);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link)).StatusCode);
        ((FakeInstagram)run.Run.Channel).Used = 0;

        Assert.Equal(DraftState.Published, (await run.Run.SettleAsync(run.Id)).State);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Guessing_one_address_is_slowed_down()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(null);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
            statuses.Add((await client.GetAsync(new Uri($"/outbound/instagram/a/b?until=1&signature={i}", UriKind.Relative))).StatusCode);

        Assert.All(statuses[..30], s => Assert.Equal(HttpStatusCode.NotFound, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[30]);
    }

    /// <summary>A post with a picture that waits for room on Instagram.</summary>
    private async Task<Waiting> WaitingAsync()
    {
        var run = await ChannelRun.StartAsync(azurite, "instagram-photo");
        ((FakeInstagram)run.Channel).Used = 100;
        var id = await run.SubmitAsync();
        await run.DeliverAsync(id);
        var draft = await run.System.LoadAsync(id);
        return new Waiting(run, id, $"{id}-v{draft.Head.Version}", draft.Content.Media[0].Sha256!); // filled in at intake
    }

    private static Task<WebSite> SiteAsync(ChannelRun run) => WebSite.StartAsync(run.System.Storage, new Dictionary<string, string?>
    {
        ["Channels:TokenFolder"] = run.Channel.Secrets,
        ["Channels:PublicUrl"] = "https://berichten.school.example/",
    });

    private static async Task<Uri> LinkAsync(WebSite site, string key, string sha, TimeSpan early = default)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() - early);
        var links = new MediaLinks(site.Services.GetRequiredService<SigningKeys>(), site.Services.GetRequiredService<IOptions<ChannelSettings>>(), clock);
        return new Uri((await links.ToAsync(key, "instagram", sha, None))!.PathAndQuery, UriKind.Relative); // the site has an address
    }

    private sealed record Waiting(ChannelRun Run, DraftId Id, string Key, string Sha) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Run.DisposeAsync();
    }
}
