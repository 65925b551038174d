using Azure;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Safety;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Safety;

/// <summary>A post whose service is late waits, is tried again later, asks nothing twice, and ends with a person when it lasts.</summary>
public sealed class SafetyWaitTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Post_waits_for_a_busy_service_and_asks_only_what_is_still_open()
    {
        var service = new ScriptedSafety(n => n == 2 ? new SafetyAnswer.NotAnalysed(NotAnalysedReason.Busy, TimeSpan.FromMinutes(3)) : ScriptedSafety.Safe());
        await using var system = await StartAsync(service);
        var id = await SubmitAsync(system, await UploadAsync(system));
        await system.PumpAsync();
        Assert.Equal(DraftState.Submitted, (await system.HeadAsync(id))!.State); // submitted above: it waits, nobody holds it
        Assert.Equal((1, 1), (service.Texts.Count, service.Images.Count));

        await system.SweepAsync(TimeSpan.FromMinutes(2));
        await system.PumpAsync();
        Assert.Equal(2, service.Calls); // not before the time it asked for

        system.Restart();
        await system.SweepAsync(TimeSpan.FromMinutes(2));
        await system.PumpAsync();
        Assert.Equal((1, 2), (service.Texts.Count, service.Images.Count));
        var answers = (await system.LoadAsync(id)).Screening!.Safety!; // screened now
        Assert.All(answers.Images, i => Assert.IsType<SafetyAnswer.Analysed>(i.Answer));
    }

    [Fact]
    public async Task New_version_with_the_same_picture_does_not_have_it_judged_again()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe());
        await using var system = await StartAsync(service);
        var picture = await UploadAsync(system);
        var id = await SubmitAsync(system, picture);
        await system.PumpAsync();
        var head = (await system.HeadAsync(id))!; // submitted above
        var edited = await system.Get<Intake>().EditAsync(id, Submission(picture, "De open dag was een groot succes."), head.ContentHash, Author, default);
        Assert.IsType<IntakeResult.Accepted>(edited);
        await system.PumpAsync();
        Assert.Equal((2, 1), (service.Texts.Count, service.Images.Count));
    }

    [Theory]
    [InlineData("outage")]
    [InlineData("missing severity")]
    [InlineData("unreadable")]
    public async Task What_was_not_machine_checked_is_held_and_said_in_Dutch(string answer)
    {
        var service = new ScriptedSafety(_ => answer switch
        {
            "outage" => throw new RequestFailedException(503, "weg"),
            "unreadable" => throw new System.Text.Json.JsonException(),
            _ => ScriptedSafety.Safe((SafetyCategory.Hate, null)),
        });
        await using var system = await StartAsync(service, tries: 1);
        var id = await SubmitAsync(system, null);
        for (var minute = 0; minute < 20 && (await system.HeadAsync(id))!.State == DraftState.Submitted; minute++) // submitted above
        {
            await system.PumpAsync();
            await system.SweepAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(DraftState.Held, (await system.HeadAsync(id))!.State); // as above
        var finding = Assert.Single((await system.LoadAsync(id)).Screening!.Findings, f => f.Rule == "S06"); // screened
        Assert.StartsWith("Dit is niet automatisch gecontroleerd", finding.What.Nl, StringComparison.Ordinal);
        Assert.Empty(system.Wall);
    }

    private static User Author { get; } = new("visser", "V. Visser", new HashSet<Role> { Role.Submitter });

    private Task<TestSystem> StartAsync(ScriptedSafety service, int tries = 1) => TestSystem.StartAsync(
        azurite,
        configuration: new Dictionary<string, string?> { ["Safety:Tries"] = $"{tries}" },
        configure: services => services.AddSingleton<IContentSafety>(service));

    private static async Task<string> UploadAsync(TestSystem system)
    {
        var store = system.Get<MediaStore>();
        var file = Pictures.Jpeg(800, 600);
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Author.Id, "plein.jpg", file.Length, default)).Asset.Id;
        await store.PutBlockAsync(id, Author.Id, 0, new MemoryStream(file), default);
        await store.CompleteAsync(id, Author.Id, 1, default);
        await system.Get<QueueSender>().CleanAsync(id.ToString(), trace: null, default);
        await system.PumpAsync();
        return id.ToString();
    }

    private static Submission Submission(string? picture, string text = "De open dag was een succes.") => new()
    {
        Text = text,
        Channels = ["website"],
        Media = picture is null ? [] : [new SubmittedMedia { Id = picture, Alt = "Het plein vol bezoekers.", Recognisable = 0 }],
        Declarations = [Declaration.AllPeopleListed, Declaration.FactsChecked, Declaration.MakersAgree, Declaration.NoThirdPartyMusic, Declaration.ThoughtOver],
    };

    private static async Task<DraftId> SubmitAsync(TestSystem system, string? picture) =>
        Assert.IsType<IntakeResult.Accepted>(await system.Get<Intake>().SubmitAsync(Submission(picture), Author, Intake.Form, default)).Head.Id;
}
