using Moderation.Publishing;
using Moderation.Publishing.Connecting;
using Moderation.Publishing.Tokens;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Publishing;

/// <summary>The daily look at the channels, with a mail server and a sign-in of its own.</summary>
public sealed class ChannelWatchTests(AzuriteFixture azurite) : IDisposable
{
    private const string Administrator = "beheer@example.nl";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string folder = Directory.CreateTempSubdirectory("moderation-tokens-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_ends_within_two_weeks_is_mailed_and_what_ends_later_is_not()
    {
        await using var smtp = new FakeSmtp();
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(smtp, signIn, "LinkedIn");
        await StoreAsync(system, "linkedin", days: 15);
        await LookAsync(system);
        Assert.Empty(smtp.Taken);

        system.Time.Advance(TimeSpan.FromDays(5));
        await LookAsync(system);
        var mail = Assert.Single(smtp.Taken);
        Assert.Equal(Administrator, mail.To);
        Assert.Contains("De koppeling met LinkedIn eindigt op 25-11-2026.", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://moderatie.example/channels", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Facebook", mail.Message.TextBody, StringComparison.Ordinal); // goes to the wall here
        Assert.DoesNotContain("secret-token", mail.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_renews_itself_is_renewed_and_not_mailed_about()
    {
        await using var smtp = new FakeSmtp();
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(smtp, signIn, "X");
        await ConnectXAsync(system, signIn);
        system.Time.Advance(TimeSpan.FromMinutes(119));

        await LookAsync(system);
        Assert.Equal("access-2", (await system.Get<ChannelTokens>().ReadAsync("x", None))?.Access);
        Assert.Empty(smtp.Taken);
    }

    [Fact]
    public async Task What_the_channel_will_not_renew_any_more_is_mailed_the_same_day()
    {
        await using var smtp = new FakeSmtp();
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(smtp, signIn, "X");
        await ConnectXAsync(system, signIn);
        signIn.RefusesEverything = true;
        system.Time.Advance(TimeSpan.FromDays(1));

        await LookAsync(system);
        Assert.Contains("X werkt niet meer en moet opnieuw worden gekoppeld.", Assert.Single(smtp.Taken).Message.TextBody, StringComparison.Ordinal);
        Assert.True((await system.Get<ChannelStatuses>().ReadAsync("x", None)).NeedsReconnect);
    }

    [Fact]
    public async Task A_real_channel_that_nobody_connected_is_mailed_about()
    {
        await using var smtp = new FakeSmtp();
        await using var signIn = await FakeSignIn.StartAsync();
        await using var system = await StartAsync(smtp, signIn, "YouTube");
        await LookAsync(system);
        Assert.Contains("YouTube is niet gekoppeld.", Assert.Single(smtp.Taken).Message.TextBody, StringComparison.Ordinal);
    }

    private static Task LookAsync(TestSystem system) => system.Get<Pipeline>().RunTimerAsync(Pipeline.ChannelsTimer, None);

    private static Task StoreAsync(TestSystem system, string channel, int days) =>
        system.Get<ChannelTokens>().StoreAsync(channel, new ChannelToken { Access = "secret-token", ExpiresAt = system.Time.GetUtcNow().AddDays(days), AccountId = "1" }, None);

    private static async Task ConnectXAsync(TestSystem system, FakeSignIn signIn)
    {
        var desk = system.Get<ConnectionDesk>();
        var (state, code) = signIn.Permit(Assert.IsType<ConnectionStep.GoTo>(await desk.BeginAsync(TestSchool.Administrator, "x", None)).Address);
        Assert.IsType<ConnectionStep.Connected>(await desk.CompleteAsync(TestSchool.Administrator, "x", state, code, None));
    }

    /// <param name="real">Section of the one channel that is published to for real.</param>
    private async Task<TestSystem> StartAsync(FakeSmtp smtp, FakeSignIn signIn, string real)
    {
        await new FileSecretStore(folder).WriteAsync(ConnectionClients.ClientSecretOf("x"), FakeSignIn.Secret, None);
        return await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?>
        {
            ["Channels:TokenFolder"] = folder,
            ["Channels:PublicUrl"] = "https://moderatie.example",
            [$"Channels:{real}:Enabled"] = "true",
            ["Connect:Channels:x:ClientId"] = FakeSignIn.Client,
            ["Connect:Channels:x:TokenUrl"] = new Uri(signIn.Address, "/x/token").ToString(),
            ["Connect:Channels:x:ApiUrl"] = new Uri(signIn.Address, "/x/").ToString(),
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{smtp.Port}",
            ["Mail:Security"] = "None",
            ["Mail:From"] = "Carolus Clusius College <nieuws@school.example>",
            ["Mail:Administrator"] = Administrator,
        });
    }
}
