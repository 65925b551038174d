using System.Collections.Concurrent;
using System.Diagnostics;
using Moderation.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Moderation.Tests.Telemetry;

/// <summary>
/// What the real OpenTelemetry SDK would export, kept. Other tests run beside this one in the same process, so a test
/// asks for the spans of its own traces and drafts.
/// </summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ConcurrentBag<Activity> spans = [];
    private readonly TracerProvider provider;

    public SpanCollector() => provider = Sdk.CreateTracerProviderBuilder()
        .AddSource(Journey.Source.Name)
        .AddProcessor(new SpanStripper())
        .AddProcessor(new SimpleActivityExportProcessor(new Keep(spans)))
        .Build();

    public IReadOnlyList<Activity> In(ActivityTraceId trace) => [.. spans.Where(s => s.TraceId == trace).OrderBy(s => s.StartTimeUtc)];

    public IReadOnlyList<Activity> Of(string draft) => [.. spans.Where(s => s.GetTagItem("moderation.draft") as string == draft).OrderBy(s => s.StartTimeUtc)];

    public void Dispose() => provider.Dispose();

    /// <summary>A request or a host's invocation that the work runs under: a trace of its own, which is listened to.</summary>
    public static Activity Request(string name)
    {
        var request = new Activity(name) { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        request.SetIdFormat(ActivityIdFormat.W3C);
        return request.Start();
    }

    private sealed class Keep(ConcurrentBag<Activity> spans) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
                spans.Add(span);
            return ExportResult.Success;
        }
    }
}
