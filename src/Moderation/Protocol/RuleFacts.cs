using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Protocol;

/// <summary>Everything the protocol's rules may look at. Same facts and rulebook, same findings (I16).</summary>
public sealed record RuleFacts
{
    public required DraftContent Content { get; init; }

    /// <summary>The moment the post would go out.</summary>
    public required DateTimeOffset At { get; init; }

    public required ChannelRegister Channels { get; init; }

    /// <summary>Names found in every field of <see cref="DraftContent.Texts"/>, strongest first.</summary>
    public required IReadOnlyList<NameMatch> Names { get; init; }

    /// <summary>Somebody on the roll, or null.</summary>
    public required Func<PersonId, Person?> FindPerson { get; init; }

    public required Rulebook Rulebook { get; init; }

    /// <summary>False leaves out the rules about how a draft was made (declarations, preview, owner, account), as <c>check</c> does by default.</summary>
    public bool ProcessRules { get; init; } = true;

    /// <summary>Full name of the submitter, for the byline rule (R21); null when unknown.</summary>
    public string? SubmitterName { get; init; }
}
