using System.Text;
using System.Text.RegularExpressions;

namespace Moderation.Publishing.Channels;

/// <summary>Pure: LinkedIn's "little" text (apis.md §4.3). A reserved character that is not escaped ends the post there, without a word.</summary>
internal static partial class LinkedInText
{
    /// <summary>Characters of a post, escapes included.</summary>
    public const int Max = 3_000;

    /// <summary>Hashtags become hashtags; every other reserved character is shown as itself.</summary>
    public static string Escape(string text)
    {
        var little = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match tag in Hashtag().Matches(text))
        {
            little.Append(EscapeReserved(text[at..tag.Index])).Append(@"{hashtag|\#|").Append(EscapeReserved(tag.Groups["word"].Value)).Append('}');
            at = tag.Index + tag.Length;
        }

        return little.Append(EscapeReserved(text[at..])).ToString();
    }

    /// <summary>What a reader sees.</summary>
    public static string Unescape(string little) => Escaped().Replace(Template().Replace(little, "#${word}"), "${character}");

    private static string EscapeReserved(string text) => Reserved().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\|{}@\[\]()<>#*_~]")]
    private static partial Regex Reserved();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_/&])#(?<word>[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"\{hashtag\|\\?#\|(?<word>[^}]*)\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"\\(?<character>.)")]
    private static partial Regex Escaped();
}
