using MimeKit;
using Moderation.Drafts;
using Moderation.Mail;
using Moderation.Publishing;
using Moderation.Publishing.Tokens;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>The newsletter through a real mail server, signed in over TLS: opt-in, see docs/contributing.md.</summary>
public sealed class RealSmtpTests(AzuriteFixture azurite) : IDisposable
{
    private const string List = "nieuwsbrief";
    private const string Domain = "lezers.example";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string? Port = Environment.GetEnvironmentVariable("MODERATION_SMTP_PORT");
    private static readonly string Password = Environment.GetEnvironmentVariable("MODERATION_SMTP_PASSWORD") ?? "";
    private static readonly string Mail = Environment.GetEnvironmentVariable("MODERATION_SMTP_MAIL") ?? "";
    private readonly string tokens = Directory.CreateTempSubdirectory("moderation-smtp-").FullName;

    public void Dispose() => Directory.Delete(tokens, recursive: true);

    [Fact]
    public async Task A_newsletter_arrives_once_at_everybody_the_server_knows()
    {
        await using var system = await StartAsync("anna", "bram", "gone", "grey", "cor");
        var photo = await system.UploadAsync(Pictures.Jpeg(1600, 900), "plein.jpg", TestSchool.Author.Id);
        var head = await MailTests.PublishAsync(system, Newsletter() with { Media = [new() { Id = photo, Alt = "Het lege schoolplein.", Recognisable = 0, Situation = "gebouw" }] });

        Assert.Equal(DraftState.Published, head.State);
        var mailing = head.Channel(List)!.ExternalRef!; // published
        var ledger = await system.Get<Mailings>().ReadAsync(mailing, None);
        Assert.Equal(DeliveryState.Failed, ledger[Subscribers.KeyOf(List, $"gone@{Domain}")].State);
        Assert.Equal(4, ledger.Values.Count(d => d.State == DeliveryState.Sent));

        var arrived = await ArrivedAsync(head, 4);
        Assert.Equal(["anna", "bram", "cor", "grey"], arrived.Select(a => a.To).Order());
        var message = arrived[0].Message;
        Assert.Equal("Open dag 🎉", message.Subject);
        Assert.Contains("alt=\"Het lege schoolplein.\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Single(message.BodyParts.OfType<MimePart>(), p => p.ContentType.IsMimeType("image", "jpeg"));
    }

    [Fact]
    public async Task Content_that_the_server_refuses_is_nobodys_and_a_person_sees_it()
    {
        await using var system = await StartAsync("anna", "bram");
        var head = await MailTests.PublishAsync(system, Newsletter() with { Title = "Een virus in de school" });
        var ledger = await system.Get<Mailings>().ReadAsync(head.Channel(List)!.ExternalRef!, None); // the mailing was begun
        Assert.All(ledger.Values, d => Assert.Equal(DeliveryState.Failed, d.State));
        Assert.Empty(await ArrivedAsync(head, 0));
    }

    [Fact]
    public async Task A_wrong_password_leaves_the_mailing_waiting()
    {
        await using var system = await StartAsync("anna");
        await new FileSecretStore(tokens).WriteAsync(Mailer.PasswordSecret, "wrong", None);
        var head = await MailTests.PublishAsync(system, Newsletter());
        Assert.Equal(ChannelState.Waiting, head.Channel(List)!.State); // the draft has one channel

        await new FileSecretStore(tokens).WriteAsync(Mailer.PasswordSecret, Password, None);
        for (var hour = 0; hour < 4; hour++)
        {
            await system.SweepAsync(TimeSpan.FromHours(1));
            await system.PumpAsync();
        }

        head = (await system.HeadAsync(head.Id))!; // submitted above
        Assert.Equal(["anna"], (await ArrivedAsync(head, 1)).Select(a => a.To));
    }

    /// <summary>A process that dies between the server's "250" and our note of it leaves one subscriber in doubt, never written to twice.</summary>
    [Theory]
    [InlineData(FaultKind.KilledBefore)]
    [InlineData(FaultKind.KilledAfter)]
    [InlineData(FaultKind.AnswerLost)]
    public async Task Whatever_breaks_nobody_gets_it_twice(FaultKind kind)
    {
        var whole = Fault.None();
        await BreakAsync(whole);
        foreach (var point in Enumerable.Range(0, whole.Count).Where(i => i % 3 == 0))
            await BreakAsync(new Fault(point, kind));
    }

    private async Task BreakAsync(Fault fault)
    {
        await using var system = await StartAsync("anna", "bram");
        var id = await PipelineTests.SubmitAsync(system, Newsletter());
        await system.SettleAsync(id);
        await MailTests.ApproveAsync(system, id);
        system.Break(fault);
        var head = await system.SettleAsync(id);

        Assert.Equal(DraftState.Published, head.State);
        var ledger = await new Mailings(system.Outside, system.Time).ReadAsync(head.Channel(List)!.ExternalRef!, None); // published
        var sent = ledger.Values.Count(d => d.State == DeliveryState.Sent);
        Assert.Equal(2, sent + ledger.Values.Count(d => d.State == DeliveryState.Unknown));
        var arrived = await ArrivedAsync(head, sent);
        Assert.InRange(arrived.Count, sent, 2);
        Assert.Equal(arrived.Count, arrived.Select(a => a.To).Distinct().Count());
    }

    /// <summary>What the server filed of this mailing, once it has filed as many as expected and no more are coming.</summary>
    private static async Task<IReadOnlyList<(string To, MimeMessage Message)>> ArrivedAsync(DraftHead head, int expected)
    {
        var deadline = Environment.TickCount64 + 30_000;
        for (; ;)
        {
            var arrived = Read(head);
            await Task.Delay(500);
            var later = Read(head);
            if ((later.Count == arrived.Count && later.Count >= expected) || Environment.TickCount64 > deadline)
                return later;
        }
    }

    private static List<(string To, MimeMessage Message)> Read(DraftHead head) =>
        [.. from file in Directory.GetFiles(Mail)
            let message = MimeMessage.Load(file)
            where message.MessageId!.Contains(head.Id.ToString(), StringComparison.Ordinal) // our own mail
            select (message.Headers["Envelope-to"]!.Split('@')[0], message)]; // exim.conf says so

    private static Submission Newsletter() => PipelineTests.Clean(Guid.NewGuid().ToString("N"), List) with { Title = "Open dag 🎉" }; // the server keeps the mail of earlier tests

    private async Task<TestSystem> StartAsync(params string[] subscribers)
    {
        Assert.SkipUnless(Port is not null, "No mail server was started; docs/contributing.md says how.");
        await new FileSecretStore(tokens).WriteAsync(Mailer.PasswordSecret, Password, None);
        var system = await TestSystem.StartAsync(azurite, configuration: new Dictionary<string, string?>
        {
            ["Channels:TokenFolder"] = tokens,
            ["Channels:PublicUrl"] = "https://moderatie.example",
            ["Mail:Host"] = "localhost",
            ["Mail:Port"] = Port,
            ["Mail:Security"] = "StartTls",
            ["Mail:User"] = "redactie",
            ["Mail:From"] = "Carolus Clusius College <nieuws@school.example>",
            ["Mail:Domain"] = "nieuws.school.example",
            ["Mail:Lists"] = "true",
        });
        await system.Get<Subscribers>().ImportAsync(List, [.. subscribers.Select(name => new NewSubscriber($"{name}@{Domain}", null))], whole: false, apply: true, None);
        return system;
    }
}
