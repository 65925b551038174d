using Microsoft.Extensions.Logging;
using Moderation.Telemetry;

namespace Moderation.Web;

/// <summary>
/// Asks every <see cref="Dependency"/>. Anybody may ask for the answer, so it is kept for a while: asking a thousand times costs
/// no more than asking once.
/// </summary>
internal sealed partial class Readiness(IEnumerable<Dependency> dependencies, TimeProvider time, ILogger<Readiness> logger) : IDisposable
{
    internal static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private (DateTimeOffset At, ReadyAnswer Answer)? last;

    public void Dispose() => one.Dispose();

    public async Task<ReadyAnswer> AskAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is { } kept && time.GetUtcNow() - kept.At < KeptFor)
                return kept.Answer;
            // Whoever asked may leave; the answer is for the next one too.
            var states = await Task.WhenAll(dependencies.Select(AskOneAsync));
            var answer = new ReadyAnswer(
                states.Any(s => s.State == ReadyAnswer.Unavailable) ? ReadyAnswer.Unavailable : ReadyAnswer.Ok,
                states.ToDictionary(s => s.Name, s => s.State, StringComparer.Ordinal));
            last = (time.GetUtcNow(), answer);
            return answer;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<(string Name, string State)> AskOneAsync(Dependency dependency)
    {
        if (dependency.Ask is not { } ask)
            return (dependency.Name, ReadyAnswer.NotSetUp);
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return (dependency.Name, await ask(patience.Token) ? ReadyAnswer.Ok : ReadyAnswer.Unavailable);
        }
#pragma warning disable CA1031 // Whatever it is, this dependency does not answer: that is what was asked.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Unavailable(logger, StrippedException.Of(e), dependency.Name);
            return (dependency.Name, ReadyAnswer.Unavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(610, LogLevel.Warning, "{Dependency} does not answer")]
        public static partial void Unavailable(ILogger logger, Exception exception, string dependency);
    }
}

/// <summary>What <c>/readyz</c> says, and no more: no addresses, no versions, no reasons.</summary>
internal sealed record ReadyAnswer(string Status, IReadOnlyDictionary<string, string> Dependencies)
{
    public const string Ok = "ok";
    public const string Unavailable = "unavailable";
    public const string NotSetUp = "not-set-up";
}
