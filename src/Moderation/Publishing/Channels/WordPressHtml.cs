using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Moderation.Publishing.Channels;

/// <summary>Pure: a post's plain text as the HTML of a WordPress post. Nothing an author types becomes markup or a shortcode.</summary>
internal static partial class WordPressHtml
{
    private const int TitleFromText = 80;

    /// <summary>The title, or the beginning of the text; the text itself stays whole.</summary>
    public static string Title(OutgoingPost post)
    {
        if (!string.IsNullOrWhiteSpace(post.Title))
            return Escape(post.Title);
        var line = post.Text.AsSpan().Trim().ToString().Split('\n')[0].Trim();
        if (line.Length <= TitleFromText)
            return Escape(line);
        var end = line.LastIndexOf(' ', TitleFromText);
        return Escape(end > 0 ? line[..end] : string.Concat(line.EnumerateRunes().Take(TitleFromText))) + "…";
    }

    /// <param name="files">The files to show, with where they were uploaded.</param>
    public static string Content(OutgoingPost post, IEnumerable<(OutgoingMedia Media, Upload Upload)> files)
    {
        var html = new StringBuilder();
        foreach (var paragraph in Paragraph().Split(post.Text.ReplaceLineEndings("\n").Trim()))
            html.Append("<p>").AppendJoin("<br />\n", paragraph.Split('\n').Select(WithLinks)).Append("</p>\n");
        foreach (var (media, upload) in files)
        {
            var caption = string.IsNullOrWhiteSpace(media.Caption) ? "" : $"<figcaption>{Escape(media.Caption)}</figcaption>";
            html.Append(upload.Kind == "film"
                ? $"<figure class=\"wp-block-video\"><video controls src=\"{Escape(upload.Address)}\"></video>{caption}</figure>\n"
                : $"<figure class=\"wp-block-image\"><img src=\"{Escape(upload.Address)}\" alt=\"{Escape(media.Alt ?? "")}\" class=\"wp-image-{upload.Id.ToString(CultureInfo.InvariantCulture)}\" />{caption}</figure>\n");
        }

        if (!string.IsNullOrWhiteSpace(post.Byline))
            html.Append("<p><em>").Append(Escape(post.Byline)).Append("</em></p>\n");
        return html.ToString();
    }

    /// <summary>Markup and the brackets of shortcodes as characters.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#039;", StringComparison.Ordinal)
        .Replace("[", "&#091;", StringComparison.Ordinal)
        .Replace("]", "&#093;", StringComparison.Ordinal);

    /// <summary>A comment's HTML as plain text.</summary>
    public static string Plain(string? html) => WebUtility.HtmlDecode(Tag().Replace(html ?? "", "")).Trim();

    private static string WithLinks(string line)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Link().Matches(line))
        {
            html.Append(Escape(line[at..link.Index])).Append(CultureInfo.InvariantCulture, $"<a href=\"{Escape(link.Value)}\">{Escape(link.Value)}</a>");
            at = link.Index + link.Length;
        }

        return html.Append(Escape(line[at..])).ToString();
    }

    /// <summary>A file on the site, as it is kept between preparing and the commit call.</summary>
    internal sealed record Upload(string Kind, long Id, string Address)
    {
        public static Upload Parse(string reference) =>
            reference.Split(' ', 3) is [var kind, var id, var address] ? new(kind, long.Parse(id, CultureInfo.InvariantCulture), address) : throw new InvalidDataException("Not a reference to an upload.");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Id} {Address}");
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Paragraph();

    /// <summary>A link without the punctuation that ends the sentence around it.</summary>
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)'\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
