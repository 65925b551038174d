namespace Moderation.Tests.Publishing;

/// <summary>Every channel that the harness breaks, by code; with a suffix for another kind of post.</summary>
internal static class FakeChannels
{
    public static readonly IReadOnlyDictionary<string, Func<FakeChannel>> All = new Dictionary<string, Func<FakeChannel>>(StringComparer.Ordinal)
    {
    };
}
