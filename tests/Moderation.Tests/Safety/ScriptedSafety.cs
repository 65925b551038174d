using System.Collections.Concurrent;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

/// <summary>A service that plays back answers and remembers what it was asked.</summary>
internal sealed class ScriptedSafety(Func<int, CancellationToken, Task<SafetyAnswer>> answer) : IContentSafety
{
    private int calls;
    private int withList;

    public ScriptedSafety(Func<int, SafetyAnswer> answer)
        : this((n, _) => Task.FromResult(answer(n)))
    {
    }

    public ConcurrentQueue<string> Texts { get; } = [];

    public ConcurrentQueue<BinaryData> Images { get; } = [];

    public int Calls => calls;

    /// <summary>Texts that named the school's list.</summary>
    public int WithList => withList;

    public static SafetyAnswer.Analysed Safe(params (SafetyCategory Category, int? Severity)[] but)
    {
        var severities = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, _ => (int?)0);
        foreach (var (category, severity) in but)
            severities[category] = severity;
        return new(severities, [], "2024-09-01");
    }

    public Task<SafetyAnswer> AnalyseTextAsync(string text, bool blocklist, CancellationToken cancellationToken)
    {
        Texts.Enqueue(text);
        if (blocklist)
            Interlocked.Increment(ref withList);
        return answer(Interlocked.Increment(ref calls), cancellationToken);
    }

    public Task<SafetyAnswer> AnalyseImageAsync(BinaryData image, CancellationToken cancellationToken)
    {
        Images.Enqueue(image);
        return answer(Interlocked.Increment(ref calls), cancellationToken);
    }
}
