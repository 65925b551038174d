using Moderation.Publishing.Connecting;
using Moderation.Publishing.Tokens;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

public sealed class ConnectionTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly User Other = TestSchool.Administrator with { Id = "other" };
    private readonly string folder = Directory.CreateTempSubdirectory("moderation-tokens-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_channel_is_connected_by_a_code_that_only_we_can_redeem()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);

        var (state, code) = await BeginAsync(system, signIn, "x");
        Assert.IsType<ConnectionStep.Connected>(await system.Get<ConnectionDesk>().CompleteAsync(TestSchool.Administrator, "x", state, code, None));

        var token = await system.Get<ChannelTokens>().FindAsync("x", None);
        Assert.Equal(("access-1", "refresh-1", "77", "carolusclusius"), (token?.Access, token?.Refresh, token?.AccountId, token?.AccountName));
        var overview = (await system.Get<ConnectionDesk>().OverviewAsync(None)).Single(c => c.Channel.Code == "x");
        Assert.Equal("carolusclusius", overview.Account?.Name);
        Assert.Null(overview.Account?.EndsAt); // it renews itself
        await system.AssertChainsHoldAsync();
        Assert.DoesNotContain(system.Logs.Lines, l => l.Text.Contains("access-1", StringComparison.Ordinal) || l.Text.Contains(FakeSignIn.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_works_once_and_only_for_who_began_it_and_only_for_ten_minutes()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        var desk = system.Get<ConnectionDesk>();

        var (state, code) = await BeginAsync(system, signIn, "x");
        Assert.IsType<ConnectionStep.Refused>(await desk.CompleteAsync(Other, "x", state, code, None));
        Assert.IsType<ConnectionStep.Refused>(await desk.CompleteAsync(TestSchool.Administrator, "x", state, code, None));

        (state, code) = await BeginAsync(system, signIn, "x");
        Assert.IsType<ConnectionStep.Refused>(await desk.CompleteAsync(TestSchool.Administrator, "youtube", state, code, None));
        system.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<ConnectionStep.Refused>(await desk.CompleteAsync(TestSchool.Administrator, "x", state, code, None));
        Assert.IsType<ConnectionStep.Refused>(await desk.CompleteAsync(TestSchool.Administrator, "x", "made-up", code, None));
        Assert.Null(await system.Get<ChannelTokens>().FindAsync("x", None));
    }

    [Fact]
    public async Task A_reconnection_that_fails_leaves_the_old_token()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        await ConnectAsync(system, signIn, "x");

        var (state, _) = await BeginAsync(system, signIn, "x");
        Assert.IsType<ConnectionStep.Refused>(await system.Get<ConnectionDesk>().CompleteAsync(TestSchool.Administrator, "x", state, "wrong", None));
        (state, _) = await BeginAsync(system, signIn, "x");
        Assert.IsType<ConnectionStep.Refused>(await system.Get<ConnectionDesk>().CompleteAsync(TestSchool.Administrator, "x", state, null, None));

        Assert.Equal("access-1", (await system.Get<ChannelTokens>().FindAsync("x", None))?.Access);
    }

    [Fact]
    public async Task A_page_gets_a_token_that_outlives_the_login_and_several_pages_are_asked_about()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        await ConnectAsync(system, signIn, "facebook");
        var token = await system.Get<ChannelTokens>().FindAsync("facebook", None);
        Assert.Equal(("token-of-page-1", "page-1", null), (token?.Access, token?.AccountId, token?.ExpiresAt));

        signIn.Pages.Add(("page-2", "Oudervereniging"));
        var (state, code) = await BeginAsync(system, signIn, "facebook");
        var asked = Assert.IsType<ConnectionStep.Refused>(await system.Get<ConnectionDesk>().CompleteAsync(TestSchool.Administrator, "facebook", state, code, None));
        Assert.Contains("Oudervereniging (page-2)", asked.Why.Nl, StringComparison.Ordinal);

        await using var chosen = await StartAsync(signIn, ("Connect:Channels:facebook:AccountId", "page-2"));
        await ConnectAsync(chosen, signIn, "facebook");
        Assert.Equal("token-of-page-2", (await chosen.Get<ChannelTokens>().FindAsync("facebook", None))?.Access);
    }

    [Fact]
    public async Task A_token_is_renewed_once_ahead_of_its_end_however_many_need_it()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        await ConnectAsync(system, signIn, "x");
        system.Time.Advance(TimeSpan.FromMinutes(115));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => system.Get<ChannelTokens>().FindAsync("x", None))));

        Assert.All(tokens, t => Assert.Equal("access-2", t?.Access));
        Assert.Equal(1, signIn.Refreshes);
        Assert.Equal(("refresh-2", "77"), await system.Get<ChannelTokens>().ReadAsync("x", None) is { } stored ? (stored.Refresh, stored.AccountId) : default);
    }

    [Fact]
    public async Task A_grant_that_is_gone_asks_for_a_person_and_keeps_what_there_is()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        await ConnectAsync(system, signIn, "x");
        signIn.RefusesEverything = true;

        var tokens = system.Get<ChannelTokens>();
        var current = await tokens.ReadAsync("x", None);
        Assert.Null(await tokens.RenewAsync("x", current!, None)); // connected above
        Assert.Equal("access-1", (await tokens.ReadAsync("x", None))?.Access);
    }

    [Fact]
    public async Task A_channel_without_its_client_says_who_must_do_what()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn);
        var refused = Assert.IsType<ConnectionStep.Refused>(await system.Get<ConnectionDesk>().BeginAsync(TestSchool.Administrator, "youtube", None));
        Assert.Contains("infrabeheerder", refused.Why.Nl, StringComparison.Ordinal);
        Assert.IsType<ConnectionStep.Refused>(await system.Get<ConnectionDesk>().BeginAsync(TestSchool.Administrator, "website", None));
    }

    [Fact]
    public async Task The_website_is_connected_with_a_password_that_was_tried_first()
    {
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(signIn, ("Channels:WordPress:BaseUrl", new Uri(signIn.Address, "/wp-json").ToString()));
        var desk = system.Get<ConnectionDesk>();

        Assert.IsType<ConnectionStep.Refused>(await desk.ConnectWithPasswordAsync(TestSchool.Administrator, "website", "moderatie", "wrong", None));
        signIn.MayPublish = false;
        Assert.IsType<ConnectionStep.Refused>(await desk.ConnectWithPasswordAsync(TestSchool.Administrator, "website", "moderatie", "abcd efgh", None));
        Assert.Null(await system.Get<ChannelTokens>().FindAsync("website", None));

        signIn.MayPublish = true;
        Assert.IsType<ConnectionStep.Connected>(await desk.ConnectWithPasswordAsync(TestSchool.Administrator, "website", " moderatie ", "abcd efgh", None));
        var token = await system.Get<ChannelTokens>().FindAsync("website", None);
        Assert.Equal(("moderatie", "abcd efgh", "Moderatie"), (token?.AccountId, token?.Access, token?.AccountName));
    }

    [Fact]
    public async Task A_secret_is_readable_by_its_owner_only()
    {
        var store = new FileSecretStore(Path.Combine(folder, "new"));
        await store.WriteAsync("channel-x", "one", None);
        await store.WriteAsync("channel-x", "two", None);
        Assert.Equal("two", await store.ReadAsync("channel-x", None));
        Assert.Null(await store.ReadAsync("channel-y", None));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "new", "channel-x")));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync("../x", None));
        await store.DeleteAsync("channel-x", None);
        Assert.Null(await store.ReadAsync("channel-x", None));
    }

    private async Task<TestSystem> StartAsync(FakeSignIn signIn, params (string Key, string Value)[] more)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["Channels:TokenFolder"] = folder,
            ["Channels:PublicUrl"] = "https://moderatie.example",
            ["Connect:Channels:x:ClientId"] = FakeSignIn.Client,
            ["Connect:Channels:x:TokenUrl"] = new Uri(signIn.Address, "/x/token").ToString(),
            ["Connect:Channels:x:ApiUrl"] = new Uri(signIn.Address, "/x/").ToString(),
            ["Connect:Channels:facebook:ClientId"] = FakeSignIn.Client,
            ["Connect:Channels:facebook:TokenUrl"] = new Uri(signIn.Address, "/meta/token").ToString(),
            ["Connect:Channels:facebook:ApiUrl"] = new Uri(signIn.Address, "/meta/").ToString(),
        };
        foreach (var (key, value) in more)
            configuration[key] = value;
        var secrets = new FileSecretStore(folder);
        await secrets.WriteAsync(ConnectionClients.ClientSecretOf("x"), FakeSignIn.Secret, None);
        await secrets.WriteAsync(ConnectionClients.ClientSecretOf("facebook"), FakeSignIn.Secret, None);
        return await TestSystem.StartAsync(azurite, configuration: configuration);
    }

    private static async Task<(string State, string Code)> BeginAsync(TestSystem system, FakeSignIn signIn, string channel) =>
        signIn.Permit(Assert.IsType<ConnectionStep.GoTo>(await system.Get<ConnectionDesk>().BeginAsync(TestSchool.Administrator, channel, None)).Address);

    private static async Task ConnectAsync(TestSystem system, FakeSignIn signIn, string channel)
    {
        var (state, code) = await BeginAsync(system, signIn, channel);
        Assert.IsType<ConnectionStep.Connected>(await system.Get<ConnectionDesk>().CompleteAsync(TestSchool.Administrator, channel, state, code, None));
    }
}
