using System.Globalization;
using Moderation.Consent;
using Moderation.Drafts;

namespace Moderation.Publishing;

/// <summary>One version of a draft as one channel gets it.</summary>
public sealed record OutgoingPost
{
    public required string Channel { get; init; }

    /// <summary>Names this version of this draft on this channel for ever, e.g. for a slug or a <c>Message-ID</c>: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    public static string KeyOf(DraftId draft, int version) => $"{draft}-v{version}";

    /// <summary>Reads back what <see cref="KeyOf"/> wrote.</summary>
    public static bool TryReadKey(string key, out DraftId draft, out int version)
    {
        var mark = key.LastIndexOf("-v", StringComparison.Ordinal);
        version = 0;
        draft = default;
        return mark > 0 && DraftId.TryParse(key[..mark], out draft) && int.TryParse(key.AsSpan(mark + 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    public string? Title { get; init; }

    public required string Text { get; init; }

    public string? Byline { get; init; }

    /// <summary>Text with the name under it, for a channel that knows one text and no fields.</summary>
    public string Message => MessageOf(Text, Byline);

    public static string MessageOf(string text, string? byline) => string.IsNullOrWhiteSpace(byline) ? text : $"{text}\n\n{byline}";

    public IReadOnlyList<OutgoingMedia> Media { get; init; } = [];
}

/// <summary>A cleaned file with what belongs to it.</summary>
/// <param name="Sha256">Names the cleaned blob.</param>
/// <param name="Kind">Photo, film, sound or work.</param>
public sealed record OutgoingMedia(string Sha256, string Name, string? Alt, string? Caption, MediaKind Kind);
