using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Moderation.Telemetry;

namespace Moderation.Tests.Telemetry;

/// <summary>Listens to the meter of one system: its factory tells it from those of tests beside it.</summary>
internal sealed class Figures : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Of)> measured = new();

    public Figures(IMeterFactory? factory = null)
    {
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name != DomainMetrics.MeterName || (factory is not null && instrument.Meter.Scope != factory))
                return;
            Instruments.TryAdd(instrument.Name, instrument.GetType().Name);
            it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Every instrument by name, with its kind.</summary>
    public ConcurrentDictionary<string, string> Instruments { get; } = new();

    public IEnumerable<string> Attributes => measured.Select(m => m.Of);

    /// <summary>Sum of a counter, of one attribute value or all.</summary>
    public double Sum(string name, string? of = null) => measured.Where(m => m.Name == name && (of is null || m.Of == of)).Sum(m => m.Value);

    /// <summary>Last value of a gauge; null when it was never set.</summary>
    public double? Last(string name, string of = "") => measured.Where(m => m.Name == name && m.Of == of).Select(m => (double?)m.Value).LastOrDefault();

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, tags.Length == 0 ? "" : tags[0].Value?.ToString() ?? ""));
}
