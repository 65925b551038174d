namespace Moderation.Consent;

/// <summary>An answer as somebody writes it down from a form or a letter; every cell as typed.</summary>
public sealed record AnswerFields
{
    /// <summary><c>self</c>, the id of somebody who answered before, or <c>new:</c> and a code of <see cref="GiverRole"/>.</summary>
    public string Giver { get; init; } = "";

    /// <summary>Of a new giver: <c>yes</c>, <c>no</c> or <c>unknown</c>.</summary>
    public string Authority { get; init; } = "";

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public string Value { get; init; } = "";

    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Names of <see cref="MediaKind"/>, e.g. <c>Photo</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Day of the answer, <c>yyyy-MM-dd</c>.</summary>
    public string GivenOn { get; init; } = "";

    /// <summary>Name of an <see cref="EvidenceSource"/>, e.g. <c>Form</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where the proof lies.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Text that was answered to; empty is another than the school uses now.</summary>
    public string TextVersion { get; init; } = "";

    /// <summary>Last day a yes counts, or empty.</summary>
    public string ValidUntil { get; init; } = "";
}
