using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Telemetry;
using OpenTelemetry;

namespace Moderation.Functions;

/// <summary>
/// Logs, traces and metrics leave this process by themselves: with OpenTelemetry the host no longer sends them on the
/// worker's behalf, so without an exporter here they would be lost. In Azure that is Azure Monitor; on one machine
/// <c>Telemetry:Exporter</c> says where to.
/// </summary>
internal static class AppTelemetry
{
    public static void AddAppTelemetry(this IServiceCollection services, IConfiguration configuration) =>
        services.AddModerationTelemetry(configuration, telemetry =>
        {
            telemetry.UseFunctionsWorkerDefaults();
            if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection)
                return;
            telemetry.UseAzureMonitorExporter(o =>
            {
                o.ConnectionString = connection;
                // The host reads the same setting: present, telemetry is taken from this app's identity only.
                if (configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 })
                    o.Credential = new DefaultAzureCredential();
            });
        });
}
