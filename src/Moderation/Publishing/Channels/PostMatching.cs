using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Moderation.Publishing.Channels;

/// <summary>Tells an own post from another after a crash (apis.md §0.6, 4): time, normalised text, number of files.</summary>
public static partial class PostMatching
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    /// <summary>Posts made before this moment cannot come from the attempt.</summary>
    public static DateTimeOffset From(DateTimeOffset attemptedAt) => attemptedAt - ClockSlack;

    public static bool SameText(string ours, string theirs) => Normalise(ours) == Normalise(theirs);

    /// <summary>For a channel that may show a link as a card and drop it from the text.</summary>
    public static bool SameTextApartFromLinks(string ours, string theirs) => Normalise(Link().Replace(ours, " ")) == Normalise(Link().Replace(theirs, " "));

    /// <summary>The first web address in a text, without the punctuation of its sentence; null when there is none.</summary>
    public static string? FirstLink(string text) =>
        Link().Match(text) is { Success: true, Value: var link } && Uri.TryCreate(link.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '»', '”', '’'), UriKind.Absolute, out var address)
            ? address.AbsoluteUri
            : null;

    /// <summary>NFC, entities and tags undone, links replaced (channels wrap or drop them), white space folded.</summary>
    internal static string Normalise(string text)
    {
        var plain = WebUtility.HtmlDecode(Tag().Replace(text, " ")).Normalize(NormalizationForm.FormC);
        return Space().Replace(Link().Replace(plain, "⟨link⟩"), " ").Trim().TrimEnd('…').TrimEnd();
    }

    [GeneratedRegex(@"</?[a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
