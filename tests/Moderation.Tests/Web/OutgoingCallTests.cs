using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Telemetry;

namespace Moderation.Tests.Web;

/// <summary>No SSRF: whatever address somebody gives, the system shows it and never goes there.</summary>
public sealed partial class OutgoingCallTests(AzuriteFixture azurite)
{
    /// <summary>Where a call to the outside may stand: channels, whose addresses come from settings or are constants, and start-up on one machine.</summary>
    private static readonly string[] Allowed = ["src/Moderation/Publishing/Channels/", "src/Moderation/Publishing/Connecting/", "src/Moderation/Composition.cs", "src/Moderation.LocalHost/Storage/", "src/Moderation.LocalHost/Queues/"];

    [Fact]
    public async Task Address_in_any_field_is_never_fetched()
    {
        await using var trap = await ScriptedServer.StartAsync(context => context.Response.WriteAsync("gevangen"));
        var url = $"{trap.Address}gevoelig?x=1";
        await using var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?> { ["Publishing:AskAtMost"] = "1" });
        await using var site = await WebSite.StartAsync(azurite.NewSettings());
        using var author = site.As(TestSchool.Author);
        var bait = Baited(url);
        foreach (var path in (string[])["/api/drafts", "/api/check"])
            using (await author.PostAsJsonAsync(path, bait, Json.Options)) { }
        using (await author.PostAsJsonAsync("/api/media", new { name = url, size = 10 })) { }
        foreach (var page in (string[])["/drafts/new", $"/sign-in?to={url}", $"/language?back={url}"])
            using (await author.GetAsync(page)) { }
        using (await author.PostAsync("/language", new FormUrlEncodedContent([new("back", url), new("english", "yes")]))) { }
        await site.PumpAsync();

        // All the way to the wall, and a person who says where it is live.
        var id = await PipelineTests.SubmitAsync(system, PipelineTests.Irrevocable("email") with { Text = $"Lees meer op {url}", Source = url });
        await system.SettleAsync(id);
        await PipelineTests.ApproveAsync(system, id, TestSchool.Approver);
        await system.SettleAsync(id);
        await system.Get<ReviewDesk>().SettleAsync(TestSchool.Approver, id, "email", new Uri(url), CancellationToken.None);
        await system.SettleAsync(id);

        Assert.Single(system.Wall);
        Assert.Equal(0, trap.Asked);
    }

    [Fact]
    public void Only_channels_call_the_outside_and_only_at_addresses_of_the_school()
    {
        var callers = LogConventionTests.Sources("src").Where(s => Outgoing().IsMatch(s.Text)).Select(s => s.Path.Replace('\\', '/')).ToList();
        Assert.NotEmpty(callers);
        Assert.All(callers, path => Assert.Contains(Allowed, a => path.StartsWith(a, StringComparison.Ordinal)));
    }

    /// <summary>What a channel is given of a post: texts and hashes. There is no address among it that it could call.</summary>
    [Fact]
    public void Post_that_goes_to_a_channel_holds_no_address() =>
        Assert.DoesNotContain(
            new[] { typeof(OutgoingPost), typeof(OutgoingMedia) }.SelectMany(t => t.GetProperties()),
            p => p.PropertyType == typeof(Uri) || p.Name.Contains("Url", StringComparison.OrdinalIgnoreCase));

    private static Submission Baited(string url) => new()
    {
        ClientReference = url,
        Text = $"Kijk op {url}",
        Title = url,
        Byline = url,
        Source = url,
        FollowUpOwner = url,
        Channels = ["website"],
        Purpose = PostPurpose.Inform,
        People = [new SubmittedPerson(url, MediaKind.Name)],
        Media = [new SubmittedMedia { Id = url, Name = url, Alt = url, Caption = url, Maker = url, Situation = url }],
        Declarations = Enum.GetValues<Declaration>(),
    };

    [GeneratedRegex(@"\bHttpClient\b|IHttpClientFactory|HttpRequestMessage|WebRequest|\bTcpClient\b|\bWebClient\b|Sockets\.Socket\b")]
    private static partial Regex Outgoing();
}
