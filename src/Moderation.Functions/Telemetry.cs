using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Moderation.Functions;

/// <summary>
/// Logs, traces and metrics leave this process by themselves: with OpenTelemetry the host no longer sends them on the
/// worker's behalf, so without an exporter here they would be lost.
/// </summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(t => t.AddSource(Pipeline.Activities.Name))
            .WithMetrics(m => m.AddMeter(Pipeline.Activities.Name));
        services.Configure<OpenTelemetryLoggerOptions>(o => o.IncludeScopes = true); // the draft's id is in the scope
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection)
            return;
        telemetry.UseAzureMonitorExporter(o =>
        {
            o.ConnectionString = connection;
            // The host reads the same setting: present, telemetry is taken from this app's identity only.
            if (configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 })
                o.Credential = new DefaultAzureCredential();
        });
    }
}
