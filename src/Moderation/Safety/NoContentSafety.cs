namespace Moderation.Safety;

/// <summary>No service is set up: texts are left to the local screener, pictures to a person.</summary>
public sealed class NoContentSafety : IContentSafety
{
    public Task<SafetyAnswer> AnalyseTextAsync(string text, bool blocklist, CancellationToken cancellationToken) =>
        Task.FromResult<SafetyAnswer>(new SafetyAnswer.LeftToLocalScreener());

    public Task<SafetyAnswer> AnalyseImageAsync(BinaryData image, CancellationToken cancellationToken) =>
        Task.FromResult<SafetyAnswer>(new SafetyAnswer.NotAnalysed(NotAnalysedReason.NotConfigured));
}
