using System.Diagnostics;

namespace Moderation.Telemetry;

/// <summary>
/// One trace a draft, from the first upload to the last channel. The draft keeps where its trace began, so that a day in
/// a queue, a hold or a plan does not break it: whoever goes on with the draft, a stage, the sweep or a person, goes on with its
/// trace and links to their own.
/// </summary>
public static class Journey
{
    /// <summary>The one source of activities of the whole system.</summary>
    public static ActivitySource Source { get; } = new("Moderation");

    /// <summary>What is kept with a new draft or upload, and what the next message carries: the step under way when it belongs to the journey, otherwise the journey's own beginning.</summary>
    /// <param name="journey">W3C trace parent kept with the draft or the upload; null at the start.</param>
    public static string? Next(string? journey) =>
        Activity.Current is { } current && (Parse(journey) is not { } own || own.TraceId == current.TraceId) ? current.Id : journey;

    /// <summary>Begins a step of a journey; null when nobody listens.</summary>
    /// <param name="name">A queue, a stage or a word of the domain: never anything of a draft.</param>
    /// <param name="journey">W3C trace parent, from a message or a draft; null or unreadable: the trace at hand, or a new one.</param>
    public static Activity? Step(string name, string? journey, ActivityKind kind = ActivityKind.Internal)
    {
        var current = Activity.Current;
        if (Parse(journey) is not { } own)
            return Source.StartActivity(name, kind);
        if (kind != ActivityKind.Consumer && current?.TraceId == own.TraceId)
            return Source.StartActivity(name, kind);
        IEnumerable<ActivityLink>? links = current is null || current.TraceId == own.TraceId ? null : [new ActivityLink(current.Context)];
        return Source.StartActivity(name, kind, own, tags: null, links);
    }

    /// <summary>Begins a call to an outside service, as part of the step at hand.</summary>
    /// <param name="service">A channel's code or the name of a service.</param>
    public static Activity? Call(string what, string service)
    {
        var call = Source.StartActivity($"{what} {service}", ActivityKind.Client);
        call?.SetTag("peer.service", service);
        return call;
    }

    /// <summary>Says how a step ended.</summary>
    /// <param name="outcome">A code of ours, or a stripped description of an exception; never a text of somebody else's.</param>
    public static void Ended(this Activity? step, string outcome, bool well)
    {
        step?.SetTag("moderation.outcome", outcome);
        step?.SetStatus(well ? ActivityStatusCode.Ok : ActivityStatusCode.Error, well ? null : outcome);
    }

    private static ActivityContext? Parse(string? parent) =>
        ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context) ? context : null;
}
