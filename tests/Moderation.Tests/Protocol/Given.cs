using System.Text;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Tests.Protocol;

/// <summary>
/// Facts for the rules from one line of text. Marks in the line stand for what the name matcher would say:
/// <c>{P:Lot Vermeer}</c> a pupil surely recognised, <c>{S:…}</c> staff surely recognised, <c>{M:…}</c> a pupil perhaps, <c>{U:…}</c> somebody unknown.
/// A leading <c>[facebook]</c> or <c>[website,facebook]</c> chooses the channels.
/// </summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 17, 11, 0, 0, TimeSpan.Zero);

    public static RuleFacts Sentence(string line)
    {
        string[] channels = ["website", "facebook"];
        if (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 0 and < 60 and var close && line[1..close].All(static c => char.IsAsciiLetterLower(c) || c == ','))
        {
            channels = line[1..close].Split(',');
            line = line[(close + 1)..].TrimStart();
        }
        var names = new List<NameMatch>();
        var people = new Dictionary<PersonId, Person>();
        var text = Unmark(line.Replace("\\n", "\n", StringComparison.Ordinal), names, people);
        return Facts(new DraftContent { Text = text, Channels = channels }, names, people);
    }

    public static RuleFacts Facts(DraftContent content, IReadOnlyList<NameMatch>? names = null, IReadOnlyDictionary<PersonId, Person>? people = null) => new()
    {
        Content = content,
        At = Noon,
        Channels = ChannelRegister.School,
        Names = names ?? [],
        FindPerson = id => people is not null && people.TryGetValue(id, out var person) ? person : null,
        Rulebook = Rulebook.School,
        ProcessRules = false,
    };

    /// <summary>The words of a line that a finding points at.</summary>
    public static string Piece(string line, Finding finding) =>
        finding.Start is { } start && finding.End is { } end && finding.Field == "text" ? Sentence(line).Content.Text[start..end] : finding.Field;

    private static string Unmark(string line, List<NameMatch> names, Dictionary<PersonId, Person> people)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{' || i + 2 >= line.Length || line[i + 2] != ':')
            {
                text.Append(line[i]);
                continue;
            }
            var end = line.IndexOf('}', i);
            var name = line[(i + 3)..end];
            var start = text.Length;
            text.Append(name);
            names.Add(Match(line[i + 1], name, start, people));
            i = end;
        }
        return text.ToString();
    }

    private static NameMatch Match(char mark, string name, int start, Dictionary<PersonId, Person> people)
    {
        if (mark == 'U')
            return new NameMatch("text", start, start + name.Length, null, 60, "onbekende naam");
        var parts = name.Split(' ');
        var id = PersonId.Parse($"p-{people.Count + 1}");
        people[id] = new Person { Id = id, Kind = mark == 'S' ? PersonKind.Staff : PersonKind.Pupil, CallName = parts[0], Surname = parts[^1] };
        return new NameMatch("text", start, start + name.Length, id, mark == 'M' ? 60 : 100, mark == 'M' ? "roepnaam" : "volledige naam");
    }
}
