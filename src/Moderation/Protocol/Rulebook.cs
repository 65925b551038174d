namespace Moderation.Protocol;

/// <summary>The school's rulebook: version, what every rule id stands for, and the school's own lists (<c>domain.md</c> §3.1).</summary>
public sealed partial record Rulebook
{
    /// <summary>Version that every finding and decision is stored with (R07), e.g. <c>2017-2018/1.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Every rule by id.</summary>
    public required IReadOnlyDictionary<string, Rule> Rules { get; init; }
}

/// <summary>One rule of the rulebook.</summary>
/// <param name="Id">e.g. <c>R13</c>.</param>
/// <param name="Article">Where it stands: <c>Protocol §2 Communicatie 2</c>, <c>AVG art. 9</c>.</param>
/// <param name="Title">The rule in a few words.</param>
public sealed record Rule(string Id, string Article, Words Title)
{
    public RuleKind Kind { get; init; }

    /// <summary>The gravest thing it does to a post.</summary>
    public FindingAction Does { get; init; } = FindingAction.Hold;

    /// <summary>What is looked at and what passes, in one or two sentences.</summary>
    public Words Checks { get; init; } = Title;

    /// <summary>The types that enforce it, named from <c>Moderation</c>: <c>Protocol.Rules.Links</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>What will enforce it, where nothing does yet; else null.</summary>
    public string? Later { get; init; }
}
