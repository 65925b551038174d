using Moderation.Drafts;

namespace Moderation.Protocol.Names;

/// <summary>
/// Finds people's names in a draft (<c>domain.md</c> §4; R13, R29, R44, A12, A15). Pure: same roll and draft, same matches (I16).
/// Costs time linear in the text, whatever the length of the roll, plus a little for each match.
/// </summary>
public static class NameMatcher
{
    /// <summary>
    /// Every name in every text of the draft, strongest first: one match per place and candidate, namesakes one each (I15),
    /// people the school does not know with a null person and a score below 80. Nothing below 20.
    /// </summary>
    public static IReadOnlyList<NameMatch> FindAll(Roll roll, DraftContent content)
    {
        var readings = new List<Reading>();
        var found = new List<HitList>();
        foreach (var (field, value) in content.Texts())
        {
            var reading = Reading.Of(roll, NameText.Read(field, value));
            readings.Add(reading);
            found.Add(Search(reading));
        }
        return Verdict.Of(roll, readings, found, LinkedPeople(roll, content));
    }

    /// <summary>The names in one text on its own.</summary>
    /// <param name="field">Field as in <see cref="Finding.Field"/>; one that ends in <c>.name</c> is read as a file name.</param>
    public static IReadOnlyList<NameMatch> Find(Roll roll, string text, string field = "text")
    {
        var reading = Reading.Of(roll, NameText.Read(field, text));
        return Verdict.Of(roll, [reading], [Search(reading)], []);
    }

    // Surest first: what one step explains, the next leaves alone.
    private static HitList Search(Reading reading)
    {
        var hits = new HitList();
        AccountNames.Find(reading, hits);
        StudentNumbers.Find(reading, hits);
        FullNames.Find(reading, hits);
        InitialNames.Find(reading, hits);
        JoinedNames.Find(reading, hits);
        MisspeltNames.Find(reading, hits);
        AddressedNames.Find(reading, hits);
        ClassNames.Find(reading, hits);
        UnknownPeople.Find(reading, hits);
        LooseNames.CallNames(reading, hits);
        LooseNames.Surnames(reading, hits);
        return hits;
    }

    private static HashSet<int> LinkedPeople(Roll roll, DraftContent content)
    {
        var linked = new HashSet<int>();
        foreach (var person in content.People.Select(static p => p.Person).Concat(content.Media.SelectMany(static m => m.People)))
        {
            if (roll.IndexOf(person) is var index and >= 0)
                linked.Add(index);
        }
        return linked;
    }
}
