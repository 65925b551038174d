using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using Moderation.Publishing;

namespace Moderation.Mail;

/// <summary>A post as a message: text and HTML that say the same, pictures inside, and a way out in one click.</summary>
/// <param name="pictures">The post's pictures as JPEG, in order.</param>
public sealed partial class Letter(OutgoingPost post, IReadOnlyList<LetterPicture> pictures, string channelName, MailSettings settings)
{
    private const int LongestSubject = 120;

    /// <param name="unsubscribe">Address that takes a POST without signing in (RFC 8058).</param>
    public MimeMessage To(Subscriber subscriber, Uri unsubscribe)
    {
        var message = new MimeMessage { MessageId = $"{post.Key}.{subscriber.Key}@{settings.Domain}", Subject = SubjectOf(post) };
        message.From.Add(MailboxAddress.Parse(settings.From!)); // the publisher is there only when mail is set
        message.To.Add(new MailboxAddress(subscriber.Name ?? "", subscriber.Email));
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListId, $"{channelName} <{post.Channel}.{settings.Domain}>");
        message.Headers.Add(HeaderId.Precedence, "bulk");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        var body = new BodyBuilder { TextBody = Text(unsubscribe) };
        var ids = pictures.Select(picture =>
        {
            var part = body.LinkedResources.Add(picture.Name, picture.Jpeg, new ContentType("image", "jpeg"));
            part.ContentId = MimeUtils.GenerateMessageId(settings.Domain);
            return part.ContentId;
        }).ToList();
        body.HtmlBody = Html(unsubscribe, ids);
        message.Body = body.ToMessageBody();
        return message;
    }

    /// <summary>The title, or the first line of the text.</summary>
    internal static string SubjectOf(OutgoingPost post)
    {
        var line = (string.IsNullOrWhiteSpace(post.Title) ? post.Text : post.Title).ReplaceLineEndings("\n").Trim().Split('\n')[0].Trim();
        if (line.Length <= LongestSubject)
            return line;
        var space = line.LastIndexOf(' ', LongestSubject - 1);
        return line[..(space > LongestSubject / 2 ? space : LongestSubject - 1)] + "…";
    }

    private string Text(Uri unsubscribe)
    {
        var text = new StringBuilder(post.Text.Trim()).Append("\n\n");
        foreach (var picture in pictures.Where(p => !string.IsNullOrWhiteSpace(p.Alt) || !string.IsNullOrWhiteSpace(p.Caption)))
            text.Append("[Foto: ").Append(string.Join(" – ", new[] { picture.Alt, picture.Caption }.Where(t => !string.IsNullOrWhiteSpace(t)))).Append("]\n");
        if (!string.IsNullOrWhiteSpace(post.Byline))
            text.Append(post.Byline).Append('\n');
        return text.Append("\n-- \nAfmelden: ").Append(unsubscribe.AbsoluteUri).Append('\n').ToString();
    }

    private string Html(Uri unsubscribe, IReadOnlyList<string> ids)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>").Append(Escape(SubjectOf(post)))
            .Append("</title></head><body style=\"font-family:sans-serif;line-height:1.5;max-width:40em;margin:auto;padding:1em\">");
        if (!string.IsNullOrWhiteSpace(post.Title))
            html.Append("<h1>").Append(Escape(post.Title.Trim())).Append("</h1>");
        foreach (var paragraph in Paragraphs().Split(post.Text.Trim()))
            html.Append("<p>").Append(Linked(paragraph)).Append("</p>");
        foreach (var (picture, id) in pictures.Zip(ids))
        {
            html.Append("<figure style=\"margin:1em 0\"><img src=\"cid:").Append(id).Append("\" alt=\"").Append(Escape(picture.Alt ?? "")).Append("\" style=\"max-width:100%\">");
            if (!string.IsNullOrWhiteSpace(picture.Caption))
                html.Append("<figcaption>").Append(Escape(picture.Caption)).Append("</figcaption>");
            html.Append("</figure>");
        }

        if (!string.IsNullOrWhiteSpace(post.Byline))
            html.Append("<p>").Append(Escape(post.Byline)).Append("</p>");
        return html.Append("<hr><p><small><a href=\"").Append(Escape(unsubscribe.AbsoluteUri)).Append("\">Afmelden</a> voor ").Append(Escape(channelName)).Append("</small></p></body></html>").ToString();
    }

    /// <summary>Escaped, with line breaks kept and web addresses made to click.</summary>
    private static string Linked(string paragraph)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match link in Links().Matches(paragraph))
        {
            html.Append(Escape(paragraph[from..link.Index])).Append("<a href=\"").Append(Escape(link.Value)).Append("\">").Append(Escape(link.Value)).Append("</a>");
            from = link.Index + link.Length;
        }

        return html.Append(Escape(paragraph[from..])).ToString().Replace("\n", "<br>", StringComparison.Ordinal);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]}’']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}

/// <param name="Name">File name.</param>
public sealed record LetterPicture(string Name, byte[] Jpeg, string? Alt, string? Caption);
