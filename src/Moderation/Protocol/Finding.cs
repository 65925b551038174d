namespace Moderation.Protocol;

/// <summary>
/// One thing a check found in one version of a draft. Rule id and rulebook version travel with every decision (R07).
/// </summary>
public sealed record Finding
{
    /// <summary>Id in the <see cref="Rulebook"/>, e.g. <c>R13</c>, <c>A12</c>, <c>S01</c>.</summary>
    public required string Rule { get; init; }

    public required FindingAction Action { get; init; }

    public FindingGround Ground { get; init; } = FindingGround.Content;

    /// <summary>Where: <c>text</c>, <c>title</c>, <c>byline</c>, <c>media[0].alt</c>, <c>media[0].name</c>, <c>media[0].caption</c>, <c>media[0]</c>, <c>people</c>, <c>channels</c>, <c>declarations</c>, …</summary>
    public required string Field { get; init; }

    /// <summary>First UTF-16 code unit of the evidence in <see cref="Field"/>; null when the finding is about the whole field.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public int? End { get; init; }

    /// <summary>Id of the person it is about. Null for unknown people, and always null for a protected person (I8).</summary>
    public string? Person { get; init; }

    /// <summary>Channel codes it concerns; empty means all channels of the draft.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>What is wrong and why, one sentence.</summary>
    public required Words What { get; init; }

    /// <summary>What the author can do about it, one sentence.</summary>
    public required Words Fix { get; init; }

    /// <summary>0–100 where the check scores its evidence (<c>domain.md</c> §4.3), else null.</summary>
    public int? Score { get; init; }

    /// <summary>The kind of evidence in a few Dutch words ("roepnaam met klas"), never the text itself.</summary>
    public string? Evidence { get; init; }
}
