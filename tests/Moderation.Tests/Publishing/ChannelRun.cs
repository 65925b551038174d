using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Publishing.Tokens;
using Moderation.Review;
using Moderation.Tests.EndToEnd;
using Moderation.Tests.Infrastructure;
using Moderation.Tests.Media;

namespace Moderation.Tests.Publishing;

/// <summary>The system with one channel of the outside world, and a post for it.</summary>
internal sealed class ChannelRun : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private ChannelRun(FakeChannel channel, TestSystem system)
    {
        Channel = channel;
        System = system;
    }

    public FakeChannel Channel { get; }

    public TestSystem System { get; }

    public FakeTimeProvider Time => System.Time;

    /// <param name="variant">Key in <see cref="FakeChannels.All"/>.</param>
    /// <param name="renewal">A renewal that gives <c>token-2</c>; without, a refused token needs a person.</param>
    public static Task<ChannelRun> StartAsync(AzuriteFixture azurite, string variant, bool renewal = false, IReadOnlyDictionary<string, string?>? settings = null) =>
        StartAsync(azurite, FakeChannels.All[variant](), renewal, settings);

    public static async Task<ChannelRun> StartAsync(AzuriteFixture azurite, FakeChannel channel, bool renewal = false, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));
        var configuration = new Dictionary<string, string?>(await channel.StartAsync(clock));
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            configuration[key] = value;
        var system = await TestSystem.StartAsync(
            azurite, configuration: configuration, time: clock, configure: services =>
            {
                services.RemoveAll<ITokenRenewal>();
                if (renewal)
                    services.AddSingleton<ITokenRenewal>(new ToTheNextToken(channel.Code));
            });
        channel.Connect(system);
        return new ChannelRun(channel, system);
    }

    /// <summary>Hands a post with the channel's files in, has it approved when it is held, and stops before it is published.</summary>
    public async Task<DraftId> SubmitAsync(string reference = "r-1", string? text = null)
    {
        var media = new List<SubmittedMedia>();
        var files = Channel.Film
            ? [("sportdag.mp4", Channel.FilmBytes)]
            : Enumerable.Range(0, Channel.Pictures).Select(i => ($"foto{i}.jpg", Pictures.Jpeg(1200, 900 + i))).ToArray();
        foreach (var (name, bytes) in files)
        {
            media.Add(new SubmittedMedia
            {
                Id = await System.UploadAsync(bytes, name, TestSchool.Author.Id),
                Alt = "Een leeg lokaal met tafels en stoelen.",
                Kind = Channel.Film ? MediaKind.Film : MediaKind.Photo,
                Recognisable = 0,
                Captioned = Channel.Film,
                Situation = "gebouw",
            });
        }

        return await PipelineTests.SubmitAsync(
            System, PipelineTests.Clean(reference, Channel.Code) with { Title = "Open dag", Text = text ?? Channel.Text, Media = media });
    }

    /// <summary>Delivers, approves what is held, and lets time pass until the draft does not move any more.</summary>
    public async Task<DraftHead> SettleAsync(DraftId id)
    {
        var head = await System.SettleAsync(id);
        if (head.State is not (DraftState.Held or DraftState.Escalated))
            return head;
        await ApproveAsync(id);
        return await System.SettleAsync(id);
    }

    /// <summary>Delivers what is due now, and no more: time stands still.</summary>
    public async Task<ChannelProgress> DeliverAsync(DraftId id)
    {
        await System.PumpAsync();
        if ((await System.HeadAsync(id))?.State is DraftState.Held or DraftState.Escalated)
        {
            await ApproveAsync(id);
            await System.PumpAsync();
        }

        return await ProgressAsync(id);
    }

    public async Task<ChannelProgress> ProgressAsync(DraftId id) => (await System.HeadAsync(id))!.Channel(Channel.Code)!; // it was submitted for this channel

    /// <summary>When a person is asked, that person says what the channel really shows.</summary>
    /// <returns>True when a person was asked.</returns>
    public async Task<bool> AnswerAsync(DraftId id, string? live)
    {
        if (!(await ProgressAsync(id)).AskPerson)
            return false;
        var url = live is null ? null : new Uri($"https://kanaal.example/{live}");
        await System.Get<ReviewDesk>().SettleAsync(TestSchool.Approver, id, Channel.Code, url, None);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private async Task ApproveAsync(DraftId id)
    {
        // A person tries again when something breaks.
        while (!await System.TryAsync(async () =>
        {
            if (await System.HeadAsync(id) is { State: DraftState.Held or DraftState.Escalated } head)
                await System.Get<ReviewDesk>().DecideAsync(TestSchool.Management, id, DecisionOutcome.Approved, head.ContentHash, null, None);
        }))
        {
        }
    }

    private sealed class ToTheNextToken(string channel) : ITokenRenewal
    {
        public string Channel => channel;

        public TimeSpan Ahead => TimeSpan.FromMinutes(5);

        public Task<ChannelToken?> RenewAsync(ChannelToken current, CancellationToken cancellationToken) =>
            Task.FromResult<ChannelToken?>(current with { Access = "token-2" });
    }
}
