namespace Moderation.Protocol.Names;

/// <summary>Turns evidence into matches: adds what the whole draft knows of a person, drops what is weaker than something else.</summary>
internal static class Verdict
{
    /// <summary>UTF-16 code units. Spaced-out letters make the longest.</summary>
    private const int LongestHit = 200;

    public static IReadOnlyList<NameMatch> Of(Roll roll, List<Reading> readings, List<HitList> found, HashSet<int> linked)
    {
        var classes = MentionedClasses(roll, readings);
        var named = NamedInFull(found);
        var matches = new List<(NameMatch Match, int Field, int Person)>();
        for (var field = 0; field < found.Count; field++)
        {
            var hits = found[field].Hits;
            hits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
            for (var h = 0; h < hits.Count; h++)
                Expand(roll, readings[field].Text.Field, field, hits, h, linked, classes, named, matches);
        }
        matches.Sort(static (a, b) =>
            b.Match.Score != a.Match.Score ? b.Match.Score.CompareTo(a.Match.Score)
            : a.Field != b.Field ? a.Field.CompareTo(b.Field)
            : a.Match.Start != b.Match.Start ? a.Match.Start.CompareTo(b.Match.Start)
            : a.Match.End != b.Match.End ? b.Match.End.CompareTo(a.Match.End)
            : a.Person.CompareTo(b.Person));
        return matches.ConvertAll(static m => m.Match);
    }

    private static void Expand(
        Roll roll, string fieldName, int field, List<Hit> hits, int at, HashSet<int> linked, List<int> classes,
        Dictionary<int, int> named, List<(NameMatch Match, int Field, int Person)> matches)
    {
        var hit = hits[at];
        if (hit.IsUnknown)
        {
            if (hit.Score >= Scores.Weak && !ExplainedByKnown(hits, at))
                matches.Add((new NameMatch(fieldName, hit.Start, hit.End, null, hit.Score, hit.Evidence), field, -1));
            return;
        }
        var overlapped = Overlapped(hits, at);
        var antecedent = hit.CallWord >= 0 && named.Count > 0 && AnyNamed(hit.People.Span, named);
        foreach (var index in hit.People.Span)
        {
            var boost = (linked.Contains(index) ? Scores.LinkedToFile : 0)
                + (!hit.ClassCounted && classes.Count > 0 && roll.IsInOneOf(index, classes) ? Scores.ClassElsewhere : 0);
            var score = hit.Score;
            if (antecedent && !named.ContainsKey(index))
                score += Scores.NamesakeNamedInFull;
            score += boost;
            // Several people with that call name, and nothing that points at one: a person must choose, so it holds and does not block.
            if (hit.CallWord >= 0 && hit.People.Length > 1 && boost == 0)
                score = Math.Min(score, Scores.Strong - 1);
            score = Math.Min(score, Scores.Exact);
            if (score < Scores.Weak || (overlapped && StrongerForSame(hits, at, index)))
                continue;
            matches.Add((new NameMatch(fieldName, hit.Start, hit.End, roll.Ids[index], score, hit.Evidence), field, index));
        }
    }

    private static List<int> MentionedClasses(Roll roll, List<Reading> readings)
    {
        var classes = new List<int>();
        foreach (var reading in readings)
        {
            foreach (var mention in reading.Classes)
            {
                if (mention.Code is not null && roll.ClassNumber(mention.Code) is var number and >= 0 && !classes.Contains(number))
                    classes.Add(number);
            }
        }
        return classes;
    }

    /// <summary>People a full name points at. "Daan Visser won. Daan is blij": the second Daan is the first.</summary>
    private static Dictionary<int, int> NamedInFull(List<HitList> found)
    {
        var named = new Dictionary<int, int>();
        foreach (var hits in found)
        {
            foreach (var hit in hits.Hits)
            {
                if (hit.CallWord >= 0 || hit.Score < Scores.Strong || hit.People.Length > 1)
                    continue;
                foreach (var index in hit.People.Span)
                    named[index] = hit.Score;
            }
        }
        return named;
    }

    private static bool AnyNamed(ReadOnlySpan<int> people, Dictionary<int, int> named)
    {
        foreach (var index in people)
        {
            if (named.ContainsKey(index))
                return true;
        }
        return false;
    }

    /// <summary>The hits that may overlap one: they stand in order, and none is longer than a long name.</summary>
    private static (int First, int End) Neighbours(List<Hit> hits, int at)
    {
        var first = at;
        while (first > 0 && hits[first - 1].Start > hits[at].Start - LongestHit)
            first--;
        var end = at + 1;
        while (end < hits.Count && hits[end].Start < hits[at].End)
            end++;
        return (first, end);
    }

    private static bool Overlapped(List<Hit> hits, int at)
    {
        var (first, end) = Neighbours(hits, at);
        for (var i = first; i < end; i++)
        {
            if (i != at && hits[i].Overlaps(hits[at]))
                return true;
        }
        return false;
    }

    private static bool StrongerForSame(List<Hit> hits, int at, int person)
    {
        var (first, end) = Neighbours(hits, at);
        for (var i = first; i < end; i++)
        {
            if (i == at || !hits[i].Overlaps(hits[at]) || !hits[i].People.Span.Contains(person))
                continue;
            if (hits[i].Score > hits[at].Score || (hits[i].Score == hits[at].Score && i < at))
                return true;
        }
        return false;
    }

    // A name that somebody on the roll explains is not somebody unknown as well.
    private static bool ExplainedByKnown(List<Hit> hits, int at)
    {
        var (first, end) = Neighbours(hits, at);
        for (var i = first; i < end; i++)
        {
            if (i == at || !hits[i].Overlaps(hits[at]))
                continue;
            if (hits[i].IsUnknown ? hits[i].Score > hits[at].Score || (hits[i].Score == hits[at].Score && i < at) : hits[i].Score >= Scores.CallName)
                return true;
        }
        return false;
    }
}
