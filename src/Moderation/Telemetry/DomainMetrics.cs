using System.Diagnostics.Metrics;
using System.Text.Json;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Safety;
using Moderation.Storage;

namespace Moderation.Telemetry;

/// <summary>
/// Every figure that the system reports, under the meter <c>Moderation</c>. What happens to drafts is counted where it is
/// committed (<see cref="Committed"/>), so a stage has nothing to call; how things stand is set by <see cref="Vitals"/>.
/// Attributes are codes: queues, channels, states and reasons.
/// </summary>
public sealed class DomainMetrics
{
    public const string MeterName = "Moderation";

    private readonly Dictionary<DraftState, Counter<long>> drafts;
    private readonly Dictionary<ChannelState, Counter<long>> publications;
    private readonly Counter<long> limited;
    private readonly Counter<long> rejectedIntakes;
    private readonly Counter<long> notJudged;
    private readonly Histogram<double> holds;
    private readonly Gauge<long> poison;
    private readonly Gauge<double> oldest;
    private readonly Gauge<long> overdue;
    private readonly Gauge<long> unknown;
    private readonly Gauge<long> reconnect;
    private readonly Gauge<long> broken;
    private readonly Gauge<double> nightly;
    private readonly Counter<long> blocklist;

    public DomainMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        drafts = Enum.GetValues<DraftState>().ToDictionary(s => s, s => meter.CreateCounter<long>($"moderation.drafts.{EventOf(s)}", "{draft}", $"Drafts that became {EventOf(s)}."));
        publications = Enum.GetValues<ChannelState>().Where(IsOutcome).ToDictionary(s => s, s => meter.CreateCounter<long>($"moderation.publications.{EventOf(s)}", "{publication}", $"Publications that became {EventOf(s)}."));
        limited = meter.CreateCounter<long>("moderation.publications.limited", "{publication}", "Attempts that the channel put off.");
        rejectedIntakes = meter.CreateCounter<long>("moderation.intakes.rejected", "{message}", "Messages that could not become a draft.");
        notJudged = meter.CreateCounter<long>("moderation.safety.unchecked", "{draft}", "Drafts of which no machine judged some text or picture; a person does.");
        holds = meter.CreateHistogram<double>("moderation.holds.duration", "s", "From held to decided.");
        poison = meter.CreateGauge<long>("moderation.poison.messages", "{message}", "Waiting on the poison queues, and drafts that are stuck.");
        oldest = meter.CreateGauge<double>("moderation.queue.oldest_age_seconds", "s", "Age of the oldest message that may be taken.");
        overdue = meter.CreateGauge<long>("moderation.holds.overdue", "{draft}", "Held or escalated past the moment a decision was promised.");
        unknown = meter.CreateGauge<long>("moderation.publications.unknown", "{publication}", "Outcome unknown, and the channel cannot tell: a person is asked.");
        reconnect = meter.CreateGauge<long>("moderation.channels.reconnect", "{channel}", "1 while the channel refuses its token.");
        broken = meter.CreateGauge<long>("moderation.audit.broken", "{chain}", "Chains that did not verify, or anchors that do not match.");
        nightly = meter.CreateGauge<double>("moderation.nightly.age_seconds", "s", "How long ago the nightly run last finished.");
        blocklist = meter.CreateCounter<long>("moderation.blocklist.failures", "{failure}", "Times the service's blocklist could not be brought in step.");
    }

    /// <summary>Counts what one stored change of a draft means: the state it came to, and each channel's outcome.</summary>
    /// <param name="before">As it was loaded; null for a new draft.</param>
    public void Committed(LoadedDraft? before, DraftChange change, DateTimeOffset now)
    {
        var (was, next) = (before?.Head, change.Next);
        if (change.Decision?.Outcome == DecisionOutcome.Approved)
            drafts[DraftState.Approved].Add(1); // also when it is scheduled now
        else if ((was?.State, was?.Version) != (next.State, next.Version) && drafts.TryGetValue(next.State, out var became))
            became.Add(1, Tag("entrance", next.Entrance));
        if (was is { Hold: { } hold, State: DraftState.Held or DraftState.Escalated } && next.State is not (DraftState.Held or DraftState.Escalated))
            holds.Record((now - hold.Since).TotalSeconds, Tag("outcome", Code(next.State)));
        foreach (var channel in next.Channels)
            Moved(was?.Channel(channel.Code)?.State, channel);
        if (change.Screening?.Safety is { } safety && !ReferenceEquals(safety, before?.Screening?.Safety))
        {
            foreach (var reason in safety.Texts.Select(t => t.Answer).Concat(safety.Images.Select(i => i.Answer)).OfType<SafetyAnswer.NotAnalysed>().Select(a => a.Reason).Distinct())
                notJudged.Add(1, Tag("reason", Code(reason)));
        }
    }

    public void IntakeRejected() => rejectedIntakes.Add(1);

    /// <param name="queue">Without the poison suffix.</param>
    public void Poison(string queue, long messages) => poison.Record(messages, Tag("queue", queue));

    public void Oldest(string queue, TimeSpan age) => oldest.Record(Math.Max(0, age.TotalSeconds), Tag("queue", queue));

    public void Overdue(long held) => overdue.Record(held);

    public void Unknown(string channel, long publications) => unknown.Record(publications, Tag("channel", channel));

    public void Reconnect(string channel, bool needed) => reconnect.Record(needed ? 1 : 0, Tag("channel", channel));

    public void AuditBroken(long chains) => broken.Record(chains);

    /// <param name="run"><c>audit</c> or <c>backup</c>.</param>
    public void NightlyAge(string run, TimeSpan age) => nightly.Record(Math.Max(0, age.TotalSeconds), Tag("run", run));

    /// <param name="reason">Code of the failure.</param>
    public void BlocklistFailed(string reason) => blocklist.Add(1, Tag("reason", reason));

    private void Moved(ChannelState? was, ChannelProgress channel)
    {
        if (was == channel.State)
            return;
        if (publications.TryGetValue(channel.State, out var became))
            became.Add(1, Tag("channel", channel.Code));
        else if (channel is { State: ChannelState.Waiting, Reason: not null } && was == ChannelState.Attempting)
            limited.Add(1, Tag("channel", channel.Code));
    }

    private static bool IsOutcome(ChannelState state) => state is not (ChannelState.Waiting or ChannelState.Attempting);

    private static string EventOf(DraftState state) => state == DraftState.Draft ? "received" : Code(state);

    /// <summary>"Unknown" is the name of how many are unknown now; this is the event.</summary>
    private static string EventOf(ChannelState state) => state == ChannelState.Unknown ? "unclear" : Code(state);

    /// <summary>An enum's JSON name, as an event: <c>taken-down</c> is <c>taken_down</c>.</summary>
    private static string Code<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, Json.Options).GetString()!.Replace('-', '_'); // every one of them is written as a string

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
