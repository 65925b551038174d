using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Moderation.Protocol.Names;

namespace Moderation.Tests.Protocol.Names;

/// <summary>What holds for every text, however odd.</summary>
public sealed class NameMatcherProperties
{
    private static readonly string[] Pieces =
    [
        "Roos", "roos", "Bakker", "van", "der", "'t", "Linden", "Sterre", "Max", "3B", "uit", "(", ")", ",", ". ", " ", "  ", "\n", "@", "#", "_",
        "-", "é", "ı", "Anne", "Fleur", "Jansen-de Vries", "mevrouw", "Visser", "J.", "102938", ".jpg", "http://", "x.nl/", "\u200B", "\uD83D", "😀",
        "Hans", "s", "'s", "ij", "ß", "\"", "Kevin", "de", "Boer", "R o o s", "B4k", "\u0308", "vader van ", "klas ", "derde", "en",
    ];

    public static Arbitrary<string> Texts { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Property(MaxTest = 2_000)]
    public Property Matches_lie_in_the_text_in_order_and_at_most_once_a_person_and_place() => Prop.ForAll(Texts, static text =>
    {
        var matches = NameMatcher.Find(SchoolRoll.Example, text);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            Assert.InRange(match.Start, 0, match.End - 1);
            Assert.InRange(match.End, 1, text.Length);
            Assert.InRange(match.Score, 20, 100);
            Assert.True(match.Person is not null || match.Score < 80);
            Assert.True(i == 0 || matches[i - 1].Score >= match.Score);
            Assert.DoesNotContain(matches.Skip(i + 1), other => other.Person == match.Person && other.Start < match.End && match.Start < other.End);
        }
    });

    [Property(MaxTest = 500)]
    public Property The_same_text_gives_the_same_matches() => Prop.ForAll(Texts, static text =>
        NameMatcher.Find(SchoolRoll.Example, text).SequenceEqual(NameMatcher.Find(SchoolRoll.Example, text)));

    [Property(MaxTest = 500)]
    public Property What_stands_on_another_page_changes_nothing() => Prop.ForAll(Texts, static text =>
    {
        // Two paragraphs apart, a full name keeps its place and its score.
        var with = NameMatcher.Find(SchoolRoll.Example, "Thijs de Wit\n\n" + text);
        return with.Any(static m => m is { Start: 0, End: 12, Score: 100 } && m.Person?.ToString() == "thijs");
    });
}
