using Moderation.Consent;
using Moderation.Drafts;

namespace Moderation.Web.Pages;

/// <summary>The draft form as it was typed, so that it can be shown again exactly so.</summary>
public sealed record DraftFields
{
    /// <summary>Made when the form is first shown: pressing the button twice is handing in once.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The version that is being changed; empty for a new draft.</summary>
    public string ContentHash { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>By channel code: what that channel gets instead.</summary>
    public IReadOnlyDictionary<string, string> Variants { get; init; } = new Dictionary<string, string>();

    public bool WhereAllowed { get; init; }

    public string Title { get; init; } = "";

    public IReadOnlyList<string> Channels { get; init; } = [];

    public string Purpose { get; init; } = PostPurpose.Inform;

    public string Kind { get; init; } = "post";

    public string Byline { get; init; } = "";

    public bool PersonalTitle { get; init; }

    public bool Doubt { get; init; }

    public string Source { get; init; } = "";

    public string PlannedAt { get; init; } = "";

    /// <summary>One person a line.</summary>
    public string Named { get; init; } = "";

    /// <summary>One person a line.</summary>
    public string Quoted { get; init; } = "";

    /// <summary>The one confirmation a text asks for: read again, facts right, may stay online.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The confirmation that files ask for.</summary>
    public bool FilesConfirmed { get; init; }

    /// <summary>What only some posts ask for.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    public IReadOnlyList<FileFields> Files { get; init; } = [];

    /// <summary>Something beyond text, channels and purpose was filled in, so the part with more options is shown open.</summary>
    public bool UsesOptions =>
        Title.Length > 0 || Kind != "post" || Byline.Length > 0 || PersonalTitle || Source.Length > 0 || Named.Length > 0 || Quoted.Length > 0 || Declared.Count > 0;
}

/// <summary>What is asked about one file.</summary>
public sealed record FileFields
{
    public required string Id { get; init; }

    public string Alt { get; init; } = "";

    public bool Decorative { get; init; }

    public string Caption { get; init; } = "";

    /// <summary>One person a line.</summary>
    public string People { get; init; } = "";

    public string Recognisable { get; init; } = "";

    public string Situation { get; init; } = "";

    public string Rights { get; init; } = "";

    public string Maker { get; init; } = "";

    /// <summary>A picture of somebody's drawing or other work.</summary>
    public bool IsWork { get; init; }

    public bool MadeByPupil { get; init; }

    public bool IsLogo { get; init; }

    public bool Captioned { get; init; }
}
