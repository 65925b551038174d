using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Moderation.Telemetry;

/// <summary>What may leave the process, and how it is stripped before it does; the same for both hosts.</summary>
public static class TelemetryComposition
{
    /// <summary>Libraries that put addresses, and so perhaps what somebody searched for, into what they log at information.</summary>
    private static readonly string[] Talkative = ["Azure", "Microsoft.AspNetCore", "System.Net.Http"];

    /// <param name="host">The host's own exporter and sources; null where it has none, and then the settings decide whether there is one at all.</param>
    public static IServiceCollection AddModerationTelemetry(
        this IServiceCollection services, IConfiguration configuration, Action<IOpenTelemetryBuilder>? host = null)
    {
        services.AddOptions<TelemetrySettings>().Bind(configuration.GetSection(TelemetrySettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging(logging =>
        {
            foreach (var category in Talkative)
                logging.AddFilter(category, LogLevel.Warning);
        });
        var settings = configuration.GetSection(TelemetrySettings.Section).Get<TelemetrySettings>() ?? new();
        if (host is null && settings.Exporter == TelemetryExporter.None)
            return services;

        // The strippers come first: processors run in the order in which they were added, exporters last.
        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("moderation"))
            .WithTracing(t => t.AddSource(Journey.Source.Name).AddProcessor(new SpanStripper()))
            .WithMetrics(m => m.AddMeter(DomainMetrics.MeterName))
            .WithLogging(l => l.AddProcessor(new LogStripper()), o => o.IncludeScopes = false); // a web server's scope holds the address; the trace says which draft it was
        host?.Invoke(telemetry);
        switch (settings.Exporter)
        {
            case TelemetryExporter.Console:
                telemetry.WithTracing(t => t.AddConsoleExporter()).WithMetrics(m => m.AddConsoleExporter()).WithLogging(l => l.AddConsoleExporter());
                break;
            case TelemetryExporter.Otlp:
                telemetry
                    .WithTracing(t => t.AddOtlpExporter(o => o.Endpoint = settings.OtlpEndpoint))
                    .WithMetrics(m => m.AddOtlpExporter(o => o.Endpoint = settings.OtlpEndpoint))
                    .WithLogging(l => l.AddOtlpExporter(o => o.Endpoint = settings.OtlpEndpoint));
                break;
        }

        return services;
    }
}
