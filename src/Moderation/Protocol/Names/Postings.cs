namespace Moderation.Protocol.Names;

/// <summary>For every key the people it stands for, without doubles, in roll order; in one array.</summary>
internal sealed class Postings<TKey>
    where TKey : struct, IComparable<TKey>, IEquatable<TKey>
{
    private readonly Dictionary<TKey, (int Start, int Length)> ranges;
    private readonly int[] people;

    public Postings(List<(TKey Key, int Person)> entries)
    {
        entries.Sort(static (a, b) => a.Key.CompareTo(b.Key) is var order && order != 0 ? order : a.Person.CompareTo(b.Person));
        ranges = new Dictionary<TKey, (int, int)>(entries.Count);
        var list = new List<int>(entries.Count);
        for (int i = 0, start; i < entries.Count;)
        {
            var key = entries[i].Key;
            start = list.Count;
            for (; i < entries.Count && entries[i].Key.Equals(key); i++)
            {
                if (list.Count == start || list[^1] != entries[i].Person)
                    list.Add(entries[i].Person);
            }
            ranges.Add(key, (start, list.Count - start));
        }
        people = [.. list];
    }

    public ReadOnlyMemory<int> this[TKey key] =>
        ranges.TryGetValue(key, out var range) ? people.AsMemory(range.Start, range.Length) : default;
}
