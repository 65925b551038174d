using System.Text;
using MimeKit;
using Moderation.Drafts;
using Moderation.Mail;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

public sealed class MailTests(AzuriteFixture azurite) : IDisposable
{
    private const string List = "nieuwsbrief";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string folder = Directory.CreateTempSubdirectory("moderation-tokens-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_newsletter_reaches_every_subscriber_once_with_a_way_out()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl", "bram@example.nl", "cor@example.nl"]);
        var photo = await system.UploadAsync(Pictures.Jpeg(1600, 900), "plein.jpg", TestSchool.Author.Id);
        var head = await PublishAsync(system, Newsletter() with { Media = [new() { Id = photo, Alt = "Het lege schoolplein.", Recognisable = 0, Situation = "gebouw" }] });

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(["anna@example.nl", "bram@example.nl", "cor@example.nl"], smtp.Taken.Select(t => t.To).Order());
        var message = smtp.Taken.First().Message;
        Assert.Equal("Open dag", message.Subject);
        Assert.Contains("tussen tien en twee", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("<h1>Open dag</h1>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("alt=\"Het lege schoolplein.\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Single(message.BodyParts.OfType<MimePart>(), p => p.ContentType.IsMimeType("image", "jpeg"));
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal(3, smtp.Taken.Select(t => t.Message.MessageId).Distinct().Count());
        await system.AssertChainsHoldAsync();
        Assert.DoesNotContain(system.Logs.Lines, l => l.Text.Contains("anna@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_than_a_minutes_worth_goes_on_the_next_minute_and_nobody_gets_it_twice()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, Many(25), ("Mail:PerMinute", "10"));
        var head = await PublishAsync(system, Newsletter());

        Assert.Equal(DraftState.Published, head.State);
        Assert.Equal(25, smtp.Taken.Count);
        Assert.Equal(25, smtp.Taken.Select(t => t.To).Distinct().Count());
    }

    [Fact]
    public async Task A_mailing_that_has_begun_is_corrected_and_not_edited_and_stops_with_everything_else()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, Many(25), ("Mail:PerMinute", "10"));
        var id = await PipelineTests.SubmitAsync(system, Newsletter());
        await system.SettleAsync(id);
        await ApproveAsync(system, id);
        await system.PumpAsync();
        Assert.Equal(10, smtp.Taken.Count);
        Assert.True((await system.HeadAsync(id))!.HasLeft); // submitted above

        Assert.Null(await system.Get<StopSwitch>().SetAsync(TestSchool.Approver, "Er is iets mis.", None));
        await system.SweepAsync(TimeSpan.FromMinutes(2));
        await system.PumpAsync();
        Assert.Equal(10, smtp.Taken.Count);

        Assert.Null(await system.Get<StopSwitch>().LiftAsync(TestSchool.Management, "Opgelost.", None));
        await ApproveAsync(system, id);
        Assert.Equal(DraftState.Published, (await system.SettleAsync(id)).State);
        Assert.Equal(25, smtp.Taken.Select(t => t.To).Distinct().Count());
        Assert.Equal(25, smtp.Taken.Count);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", DeliveryState.Failed, 2)]
    [InlineData("RCPT", "450 later", DeliveryState.Sent, 3)]
    [InlineData("END", "554 content", DeliveryState.Failed, 2)]
    [InlineData("END", "451 later", DeliveryState.Sent, 3)]
    [InlineData("END", "", DeliveryState.Unknown, 2)]
    [InlineData("RCPT", "", DeliveryState.Unknown, 2)]
    public async Task One_subscribers_trouble_is_not_the_others(string at, string answer, DeliveryState state, int taken)
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl", "bram@example.nl", "cor@example.nl"]);
        var times = 0;
        smtp.Play = (line, to) => line.StartsWith(at, StringComparison.Ordinal) && to == "bram@example.nl" && (!answer.StartsWith('4') || times++ < 2) ? answer : null;
        var head = await PublishAsync(system, Newsletter());

        Assert.Equal((DraftState.Published, taken), (head.State, smtp.Taken.Count));
        var ledger = await system.Get<Mailings>().ReadAsync(head.Channel(List)!.ExternalRef!, None); // published
        Assert.Equal(state, ledger[Subscribers.KeyOf(List, "bram@example.nl")].State);
        Assert.Equal(taken, smtp.Taken.Select(t => t.To).Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_was_taken_before_the_line_was_cut_is_in_doubt_and_not_sent_again()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl", "bram@example.nl"]);
        smtp.PlayAfter = to => to == "anna@example.nl" ? "" : null;
        var head = await PublishAsync(system, Newsletter());

        Assert.Equal(["anna@example.nl", "bram@example.nl"], smtp.Taken.Select(t => t.To).Order());
        var ledger = await system.Get<Mailings>().ReadAsync(head.Channel(List)!.ExternalRef!, None); // published
        Assert.Equal(DeliveryState.Unknown, ledger[Subscribers.KeyOf(List, "anna@example.nl")].State);
    }

    [Fact]
    public async Task A_server_that_is_away_leaves_everything_waiting_until_it_is_back()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl"]);
        var away = true;
        smtp.Play = (line, _) => away && line.StartsWith("EHLO", StringComparison.Ordinal) ? "" : null;
        var head = await PublishAsync(system, Newsletter());
        Assert.Equal(ChannelState.Waiting, head.Channel(List)!.State); // the draft has one channel
        Assert.Empty(smtp.Taken);

        away = false;
        for (var hour = 0; hour < 4; hour++)
        {
            await system.SweepAsync(TimeSpan.FromHours(1));
            await system.PumpAsync();
        }

        Assert.Single(smtp.Taken);
    }

    [Fact]
    public async Task Whatever_request_breaks_nobody_is_written_to_twice_and_nobody_is_forgotten_unseen()
    {
        var fault = Fault.None();
        await BreakAsync(fault, "unbroken");
        var runs = Enumerable.Range(0, fault.Count).SelectMany(point => Enum.GetValues<FaultKind>().Select(kind => (point, kind)))
            .Where((_, i) => Environment.GetEnvironmentVariable("MODERATION_ALL_CRASH_POINTS") == "1" || i % 4 == 0).ToList();
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (run, _) =>
            await BreakAsync(new Fault(run.point, run.kind), $"request {run.point}, {fault.Requests[run.point]}, {run.kind}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"mail: {fault.Count} requests, {runs.Count} crash points, nobody twice, nobody forgotten.");
    }

    [Fact]
    public async Task Who_unsubscribes_gets_no_more_mail_whatever_file_comes()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl", "bram@example.nl"]);
        var unsubscribing = system.Get<Unsubscribing>();
        var token = await unsubscribing.TokenAsync(List, Subscribers.KeyOf(List, "anna@example.nl"), None);
        Assert.False(await unsubscribing.LeaveAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), None));
        Assert.False(await unsubscribing.LeaveAsync("email" + token[token.IndexOf('.', StringComparison.Ordinal)..], None));
        Assert.True(await unsubscribing.LeaveAsync(token, None));
        Assert.True(await unsubscribing.LeaveAsync(token, None));

        var import = await system.Get<Subscribers>().ImportAsync(List, [new("Anna@example.nl", null), new("dirk@example.nl", "Dirk")], whole: true, apply: true, None);
        Assert.Equal(new SubscriberImport(Added: 1, Known: 0, Unsubscribed: 1, Removed: 1), import);
        await PublishAsync(system, Newsletter());
        Assert.Equal(["dirk@example.nl"], smtp.Taken.Select(t => t.To));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl"]);
        Assert.Equal(new SubscriberImport(1, 0, 0, 1), await system.Get<Subscribers>().ImportAsync(List, [new("bram@example.nl", null)], whole: true, apply: false, None));
        Assert.Equal((1, 0), await system.Get<Subscribers>().CountAsync(List, None));
    }

    [Theory]
    [InlineData("E-mail;Naam\nanna@example.nl;Anna\nbram@example.nl;", 2, 0)]
    [InlineData("anna@example.nl\nbram@example.nl\n", 2, 0)]
    [InlineData("Naam,E-mailadres\n\"Jansen, Anna\",anna@example.nl\nBram,geen adres\n", 1, 1)]
    [InlineData("Voornaam;Achternaam\nAnna;Jansen", 0, 1)]
    [InlineData("E-mail\nanna@example.nl>\r\nx@y\nb c@example.nl", 0, 3)]
    public void Files_of_addresses_are_read_as_they_are_found(string text, int read, int problems)
    {
        var result = SubscriberFile.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal((read, problems), (result.Subscribers.Count, result.Problems.Count));
    }

    private static Submission Newsletter() => PipelineTests.Clean("r-1", List) with { Title = "Open dag" };

    private static string[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => $"ouder{i}@example.nl")];

    private async Task BreakAsync(Fault fault, string what)
    {
        await using var smtp = new FakeSmtp();
        await using var system = await StartAsync(smtp, ["anna@example.nl", "bram@example.nl"]);
        var id = await PipelineTests.SubmitAsync(system, Newsletter());
        await system.SettleAsync(id);
        await ApproveAsync(system, id);
        system.Break(fault);
        var head = await system.SettleAsync(id);

        Assert.True(head.State == DraftState.Published, $"{what}: {head.State} {head.Channel(List)?.State} {head.Channel(List)?.Reason}");
        Assert.True(smtp.Taken.Select(t => t.To).Distinct().Count() == smtp.Taken.Count, $"{what}: somebody got it twice");
        var ledger = await new Mailings(system.Outside, system.Time).ReadAsync(head.Channel(List)!.ExternalRef!, None); // published
        foreach (var address in new[] { "anna@example.nl", "bram@example.nl" })
        {
            var state = ledger[Subscribers.KeyOf(List, address)].State;
            Assert.True(state == DeliveryState.Unknown || (state == DeliveryState.Sent && smtp.Taken.Any(t => t.To == address)), $"{what}: {state} for somebody");
        }

        await system.AssertChainsHoldAsync();
    }

    internal static async Task<DraftHead> PublishAsync(TestSystem system, Submission submission)
    {
        var id = await PipelineTests.SubmitAsync(system, submission);
        await system.SettleAsync(id);
        await ApproveAsync(system, id);
        return await system.SettleAsync(id);
    }

    internal static async Task ApproveAsync(TestSystem system, DraftId id)
    {
        var head = await system.HeadAsync(id);
        Assert.IsType<ReviewResult.Done>(await system.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head!.ContentHash, null, None)); // submitted
    }

    private async Task<TestSystem> StartAsync(FakeSmtp smtp, string[] addresses, params (string Key, string Value)[] more)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["Channels:TokenFolder"] = folder,
            ["Channels:PublicUrl"] = "https://moderatie.example",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{smtp.Port}",
            ["Mail:Security"] = "None",
            ["Mail:From"] = "Carolus Clusius College <nieuws@school.example>",
            ["Mail:Domain"] = "nieuws.school.example",
            ["Mail:Lists"] = "true",
        };
        foreach (var (key, value) in more)
            configuration[key] = value;
        var system = await TestSystem.StartAsync(azurite, configuration: configuration);
        await system.Get<Subscribers>().ImportAsync(List, [.. addresses.Select(a => new NewSubscriber(a, null))], whole: false, apply: true, None);
        return system;
    }
}
