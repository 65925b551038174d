using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.LocalHost.Wall;

/// <summary>What readers see: newest first, one card a post, as plain as a channel of the outside world shows it.</summary>
internal static class WallPage
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Render(WallStore wall)
    {
        var html = new StringBuilder("""
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Schoolmuur</title><link rel="stylesheet" href="/assets/site.css"></head><body class="wall"><header class="bar"><a class="brand" href="/">Moderatie</a><span>Schoolmuur · zo zien lezers het (oefenomgeving)</span></header><main>
            """);
        var posts = wall.All();
        if (posts.Count == 0)
            html.Append("<p class=\"empty\">Er is nog niets gepubliceerd.</p>");
        foreach (var post in posts.OrderByDescending(p => p.At))
            Append(html, post, wall);
        return html.Append("</main></body></html>").ToString();
    }

    /// <summary>Type by content, so that a file is never served as something else.</summary>
    public static string TypeOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        _ => "application/octet-stream",
    };

    private static void Append(StringBuilder html, WallEntry post, WallStore wall)
    {
        var channel = ChannelRegister.School.Find(post.Channel)?.Name ?? post.Channel;
        var when = PlannedTime.WallOf(post.At).ToString("d MMMM yyyy HH:mm", Dutch);
        html.Append(Dutch, $"<article class=\"card\" id=\"{post.Id}\"><p class=\"meta\"><b>{Text(channel)}</b> · Carolus Clusius College · {when}</p>");
        if (post.Title is not null)
            html.Append(Dutch, $"<h2>{Text(post.Title)}</h2>");
        html.Append(Dutch, $"<p class=\"body\">{Text(post.Text)}</p>");
        foreach (var file in post.Media)
        {
            var film = TypeOf(wall.FindFile(file.Id)) == "video/mp4";
            html.Append(film
                ? $"<figure><video controls preload=\"metadata\" src=\"/wall/media/{file.Id}\" aria-label=\"{Text(file.Alt ?? "")}\"></video>"
                : $"<figure><a href=\"/wall/media/{file.Id}\"><img loading=\"lazy\" src=\"/wall/media/{file.Id}\" alt=\"{Text(file.Alt ?? "")}\"></a>");
            if (file.Caption is not null)
                html.Append(Dutch, $"<figcaption>{Text(file.Caption)}</figcaption>");
            html.Append("</figure>");
        }

        if (post.Byline is not null)
            html.Append(Dutch, $"<p class=\"meta\">{Text(post.Byline)}</p>");
        html.Append("</article>");
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
