using System.Globalization;
using System.Text.Json;

namespace Moderation.Tests.Functions;

/// <summary>host.json of the Functions project.</summary>
internal static class HostJson
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Path.Combine(CompiledFunctions.SourceFolder, "host.json"))).RootElement;

    private static JsonElement Extensions => Root.GetProperty("extensions");

    private static JsonElement Queues => Extensions.GetProperty("queues");

    public static int BatchSize => Queues.GetProperty("batchSize").GetInt32();

    public static int NewBatchThreshold => Queues.GetProperty("newBatchThreshold").GetInt32();

    public static int MaxDequeueCount => Queues.GetProperty("maxDequeueCount").GetInt32();

    public static TimeSpan VisibilityTimeout => Span(Queues.GetProperty("visibilityTimeout"));

    public static TimeSpan MaxPollingInterval => Span(Queues.GetProperty("maxPollingInterval"));

    public static string? MessageEncoding => Queues.GetProperty("messageEncoding").GetString();

    public static string? RoutePrefix => Extensions.GetProperty("http").GetProperty("routePrefix").GetString();

    public static string? TelemetryMode => Root.GetProperty("telemetryMode").GetString();

    public static TimeSpan FunctionTimeout => Span(Root.GetProperty("functionTimeout"));

    private static TimeSpan Span(JsonElement value) => TimeSpan.ParseExact(value.GetString() ?? "", "c", CultureInfo.InvariantCulture);
}
