using Moderation.Publishing;

namespace Moderation.Protocol.Reading;

/// <summary>A draft as the rules read it: every field once, with the names in it.</summary>
internal sealed class DraftReading
{
    private readonly List<Passage> passages;

    public DraftReading(RuleFacts facts)
    {
        Facts = facts;
        passages = [.. Fields(facts).Select(f => new Passage(f.Field, f.Value, NamesIn(facts, f.Field)))];
        Prose = [.. passages.Where(static p => !p.IsFileName)];
        Channels = [.. facts.Content.Channels.Select(facts.Channels.Find).OfType<Channel>()];
    }

    public RuleFacts Facts { get; }

    public Rulebook Rulebook => Facts.Rulebook;

    public Drafts.DraftContent Content => Facts.Content;

    /// <summary>Every field, file names included.</summary>
    public IReadOnlyList<Passage> All => passages;

    /// <summary>What a reader reads: every field but file names.</summary>
    public IReadOnlyList<Passage> Prose { get; }

    /// <summary>The channels of the draft that the school knows.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    public IReadOnlyList<Mention> People(Passage passage, Span sentence) => passage.People(sentence, Facts);

    public IReadOnlyList<Mention> PeopleMeant(Passage passage, Span sentence) => passage.PeopleMeant(sentence, Facts);

    private static IEnumerable<(string Field, string Value)> Fields(RuleFacts facts) =>
        string.IsNullOrWhiteSpace(facts.Content.Byline) ? facts.Content.Texts() : facts.Content.Texts().Append(("byline", facts.Content.Byline));

    private static IReadOnlyList<NameMatch> NamesIn(RuleFacts facts, string field) =>
        facts.Names.Count == 0 ? [] : [.. facts.Names.Where(n => string.Equals(n.Field, field, StringComparison.Ordinal))];
}
