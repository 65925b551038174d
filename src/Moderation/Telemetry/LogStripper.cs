using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Moderation.Telemetry;

/// <summary>Whoever logged it: an exception leaves without its messages.</summary>
internal sealed class LogStripper : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } exception)
            data.Exception = StrippedException.Of(exception);
    }
}
