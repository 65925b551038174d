using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>
/// Who the author says is shown or named, with a plain yes or no for each channel. Never why: the same "no" stands for a
/// refusal, for silence and for protection (I8). People a check recognised stand in no table, or who is missing from it
/// would say something.
/// </summary>
public sealed record ConsentTable(IReadOnlyList<Channel> Channels, IReadOnlyList<ConsentTable.Row> Rows)
{
    public sealed record Row(string Name, Words How, IReadOnlyList<bool> Yes);

    public static ConsentTable Of(DraftContent content, ConsentRegister register, ChannelRegister channels, DateTimeOffset at)
    {
        var shown = content.Channels.Select(channels.Find).OfType<Channel>().ToList();
        var people = content.Media
            .SelectMany(m => m.People.Select(p => new LinkedPerson(p, m.Kind)))
            .Concat(content.People)
            .Distinct();
        return new(shown, [.. people.Select(p => new Row(
            register.Find(p.Person)?.FullName ?? "Niet in het register",
            HowOf(p.Kind),
            [.. shown.Select(c => register.Decide(p.Person, c, p.Kind, at) is ConsentDecision.Granted)]))]);
    }

    private static Words HowOf(MediaKind kind) => kind switch
    {
        MediaKind.Photo => new("op foto", "in a photo"),
        MediaKind.Film => new("op film", "in a film"),
        MediaKind.Sound => new("te horen", "heard"),
        MediaKind.Quote => new("geciteerd", "quoted"),
        MediaKind.Work => new("werk getoond", "work shown"),
        _ => new("genoemd", "named"),
    };
}
