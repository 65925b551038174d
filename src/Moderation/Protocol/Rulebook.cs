namespace Moderation.Protocol;

/// <summary>The school's rulebook: version, what every rule id stands for, and the school's own lists (<c>domain.md</c> §3.1).</summary>
public sealed partial record Rulebook
{
    /// <summary>Version that every finding and decision is stored with (R07), e.g. <c>2017-2018/1.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Every rule by id.</summary>
    public required IReadOnlyDictionary<string, Rule> Rules { get; init; }
}

/// <summary>One rule of the rulebook.</summary>
/// <param name="Id">e.g. <c>R13</c>.</param>
/// <param name="Article">Where it stands: <c>Protocol §2 Communicatie 2</c>, <c>AVG art. 9</c>.</param>
/// <param name="Title">The rule in a few words.</param>
public sealed record Rule(string Id, string Article, Words Title);
