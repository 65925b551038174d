using System.Diagnostics;
using OpenTelemetry;

namespace Moderation.Telemetry;

/// <summary>
/// Leaves on a span only what is known to be harmless. Hosts and libraries add addresses, queries, browsers and the like, and
/// add more with every version; a list of what may stay does not have to know them.
/// </summary>
internal sealed class SpanStripper : BaseProcessor<Activity>
{
    private static readonly string[] Prefixes = ["moderation.", "messaging.", "faas.", "otel."];

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "peer.service", "http.request.method", "http.response.status_code", "http.route", "error.type", "exception.type",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Names.Contains(name) && !Array.Exists(Prefixes, p => name.StartsWith(p, StringComparison.Ordinal)))
                data.SetTag(name, null);
        }

        // Others put the message of an exception there.
        if (data.Source.Name != Journey.Source.Name && data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
