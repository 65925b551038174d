using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Moderation.Tests.Infrastructure;

/// <summary>Keeps every log line with its scope values, so that a test can say what was not expected and what must never be there.</summary>
public sealed class LogCollector : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(LogLevel Level, string Category, string Text)> Lines { get; } = new();

    public IEnumerable<string> Unexpected => Lines.Where(l => l.Level >= LogLevel.Warning).Select(l => $"{l.Category}: {l.Text}");

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogCollector collector, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => collector.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception) + (exception is null ? "" : " " + exception);
            collector.scopes.ForEachScope((scope, _) => text += " " + (scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : scope), (object?)null);
            collector.Lines.Enqueue((logLevel, category, text));
        }
    }
}
