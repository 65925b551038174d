using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>One draft in a list.</summary>
/// <param name="Opening">How it begins, so that people recognise it.</param>
/// <param name="Channels">Names, as one reads them.</param>
public sealed record DraftRow(DraftHead Head, string Opening, string Channels)
{
    private const int Longest = 110;

    public static DraftRow Of(LoadedDraft draft, ChannelRegister channels) => new(
        draft.Head,
        OpeningOf(draft.Content.Title ?? draft.Content.Text),
        string.Join(", ", draft.Head.Channels.Select(c => channels.Find(c.Code)?.Name ?? c.Code)));

    private static string OpeningOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, 40, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest)
            return line;
        var cut = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..cut].TrimEnd() + "…";
    }
}
