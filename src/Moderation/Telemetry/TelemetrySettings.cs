using System.ComponentModel.DataAnnotations;

namespace Moderation.Telemetry;

/// <summary>Section <c>Telemetry</c>: where traces, metrics and logs go on one machine. In Azure they go to Application Insights.</summary>
public sealed class TelemetrySettings : IValidatableObject
{
    public const string Section = "Telemetry";

    public TelemetryExporter Exporter { get; set; } = TelemetryExporter.None;

    /// <summary>Collector for <see cref="TelemetryExporter.Otlp"/>, over gRPC.</summary>
    public Uri OtlpEndpoint { get; set; } = new("http://localhost:4317");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!OtlpEndpoint.IsAbsoluteUri || OtlpEndpoint.Scheme is not ("http" or "https") || OtlpEndpoint.UserInfo.Length > 0)
            yield return new ValidationResult("Telemetry:OtlpEndpoint must be an http(s) address without a user or password in it.", [nameof(OtlpEndpoint)]);
    }
}

/// <summary>Where to.</summary>
public enum TelemetryExporter
{
    None,

    /// <summary>Standard output.</summary>
    Console,

    /// <summary>An OpenTelemetry collector, or a dashboard that takes OTLP.</summary>
    Otlp,
}
