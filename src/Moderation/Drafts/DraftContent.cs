using Moderation.Consent;

namespace Moderation.Drafts;

/// <summary>
/// Everything an author decides about a post: what is hashed, screened, approved and published.
/// A change of any of it is a new version that is screened again (R23, I1).
/// </summary>
public sealed record DraftContent
{
    /// <summary>The post's text; at most 100,000 UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>Texts of their own for single channels; the others get <see cref="Text"/>.</summary>
    public IReadOnlyList<ChannelText> Variants { get; init; } = [];

    /// <summary>Where consent is missing for one channel, the post goes to the others; otherwise it waits whole.</summary>
    public bool WhereAllowed { get; init; }

    /// <summary>Title for channels that have one (website, newsletter, YouTube).</summary>
    public string? Title { get; init; }

    /// <summary>Channel codes, distinct, e.g. <c>facebook</c>, <c>website</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Why the school posts this (R10): a code of <see cref="PostPurpose"/>.</summary>
    public string? Purpose { get; init; }

    public PostKind Kind { get; init; } = PostKind.Post;

    /// <summary>Name under the post; empty means the channel's own name with the submitter as owner (R17, R21).</summary>
    public string? Byline { get; init; }

    /// <summary>Written on personal title: needs the disclaimer (R41).</summary>
    public bool PersonalTitle { get; init; }

    /// <summary>"Ik twijfel": sends the draft to the line manager (R30).</summary>
    public bool Doubt { get; init; }

    /// <summary>Facts a reply or claim rests on (R16, R40).</summary>
    public string? Source { get; init; }

    /// <summary>User id of who follows the replies (R18); the submitter unless said otherwise.</summary>
    public string? FollowUpOwner { get; init; }

    /// <summary>People the author says are named, quoted or heard; people in a picture stand with their file.</summary>
    public IReadOnlyList<LinkedPerson> People { get; init; } = [];

    /// <summary>Files, in the order they are shown; at most 20.</summary>
    public IReadOnlyList<AttachedMedia> Media { get; init; } = [];

    public IReadOnlyList<Declaration> Declarations { get; init; } = [];

    /// <summary>When it should go out; null means as soon as it may.</summary>
    public PlannedTime? Planned { get; init; }

    /// <summary>The text that a channel gets.</summary>
    public string TextFor(string channel) => Variants.FirstOrDefault(v => v.Channel == channel)?.Text ?? Text;

    /// <summary>Field name of a channel's own text, e.g. <c>variants.x</c>.</summary>
    public static string FieldOf(ChannelText variant) => $"variants.{variant.Channel}";

    /// <summary>Every text a reader could see or a search engine could read, with the field name findings use.</summary>
    public IEnumerable<(string Field, string Value)> Texts()
    {
        yield return ("text", Text);
        foreach (var variant in Variants)
            yield return (FieldOf(variant), variant.Text);
        if (!string.IsNullOrEmpty(Title))
            yield return ("title", Title);
        for (var i = 0; i < Media.Count; i++)
        {
            if (!string.IsNullOrEmpty(Media[i].Alt))
                yield return ($"media[{i}].alt", Media[i].Alt!); // not null: just tested
            if (!string.IsNullOrEmpty(Media[i].Caption))
                yield return ($"media[{i}].caption", Media[i].Caption!); // not null: just tested
            yield return ($"media[{i}].name", Media[i].Name);
        }
    }
}

/// <summary>What one channel gets instead of the common text.</summary>
/// <param name="Channel">Code of one of the draft's channels.</param>
public sealed record ChannelText(string Channel, string Text);

/// <summary>A person the author names outside a file.</summary>
/// <param name="Kind">How: <see cref="MediaKind.Name"/>, <see cref="MediaKind.Quote"/>, <see cref="MediaKind.Work"/>.</param>
public sealed record LinkedPerson(PersonId Person, MediaKind Kind);
