namespace Moderation.Protocol.Reading;

/// <summary>
/// The first four characters that a match of a pattern can have, worked out from the pattern itself, so that nothing needs to be kept in step by hand.
/// Where the pattern is not plain text (a class, a repetition) the beginning stops there and fits whatever follows: it may let too much through, never too little.
/// </summary>
internal sealed class Beginnings
{
    /// <summary>Letters of a word that are looked at.</summary>
    public const int Depth = 4;

    private readonly HashSet<ulong>[] byLength;

    private Beginnings(IEnumerable<string> prefixes)
    {
        byLength = [.. Enumerable.Range(0, Depth + 1).Select(static _ => new HashSet<ulong>())];
        foreach (var prefix in prefixes)
            byLength[prefix.Length].Add(prefix.Aggregate(0UL, Pack));
    }

    public static Beginnings Of(string pattern) => new(new Reader(pattern).Alternatives().Select(static p => p.Text));

    /// <summary>The beginnings of so many letters, packed.</summary>
    public IEnumerable<ulong> OfLength(int length) => byLength[length];

    /// <summary>One letter more; any white space is a space.</summary>
    public static ulong Pack(ulong packed, char next) => packed << 16 | (char.IsWhiteSpace(next) ? ' ' : next);

    /// <param name="Text">At most <see cref="Depth"/> characters.</param>
    /// <param name="Closed">Nothing may be added: full, or followed by something that is not plain text.</param>
    private readonly record struct Prefix(string Text, bool Closed)
    {
        public Prefix Then(Prefix next) =>
            Closed ? this
            : Text.Length + next.Text.Length >= Depth ? new((Text + next.Text)[..Depth], Closed: true)
            : new(Text + next.Text, next.Closed);
    }

    private ref struct Reader(string pattern)
    {
        private int at = 0;

        public HashSet<Prefix> Alternatives()
        {
            var all = new HashSet<Prefix>();
            while (true)
            {
                all.UnionWith(Sequence());
                if (at >= pattern.Length || pattern[at] != '|')
                    return all;
                at++;
            }
        }

        private HashSet<Prefix> Sequence()
        {
            HashSet<Prefix> soFar = [new("", Closed: false)];
            while (at < pattern.Length && pattern[at] is not ('|' or ')'))
            {
                var item = Quantified(Item());
                soFar = [.. soFar.SelectMany(p => p.Closed ? (IEnumerable<Prefix>)[p] : item.Select(p.Then))];
            }
            return soFar;
        }

        private HashSet<Prefix> Item()
        {
            var c = pattern[at++];
            switch (c)
            {
                case '(':
                    return Group();
                case '[':
                    SkipClass();
                    return [new("", Closed: true)];
                case '.':
                    return [new("", Closed: true)];
                case '^' or '$':
                    return [new("", Closed: false)];
                case '\\':
                    var escaped = pattern[at++];
                    return escaped switch
                    {
                        'b' or 'B' or 'G' or 'A' or 'z' or 'Z' => [new("", Closed: false)],
                        's' => [new(" ", Closed: false)],
                        _ when char.IsLetterOrDigit(escaped) => [new("", Closed: true)],
                        _ => [new(escaped.ToString(), Closed: false)],
                    };
                default:
                    return [new(c.ToString(), Closed: false)];
            }
        }

        private HashSet<Prefix> Group()
        {
            var looksAround = false;
            if (pattern[at] == '?')
            {
                var rest = pattern.AsSpan(at);
                looksAround = rest.StartsWith("?=") || rest.StartsWith("?!") || rest.StartsWith("?<=") || rest.StartsWith("?<!");
                at += rest.StartsWith("?:") ? 2
                    : rest.StartsWith("?=") || rest.StartsWith("?!") || rest.StartsWith("?>") ? 2
                    : rest.StartsWith("?<=") || rest.StartsWith("?<!") ? 3
                    : rest.IndexOf('>') + 1;
            }
            var inside = Alternatives();
            at++; // the closing bracket
            return looksAround ? [new("", Closed: false)] : inside;
        }

        private HashSet<Prefix> Quantified(HashSet<Prefix> item)
        {
            if (at >= pattern.Length)
                return item;
            bool optional, repeats;
            switch (pattern[at])
            {
                case '?':
                    (optional, repeats) = (true, false);
                    at++;
                    break;
                case '*':
                    (optional, repeats) = (true, true);
                    at++;
                    break;
                case '+':
                    (optional, repeats) = (false, true);
                    at++;
                    break;
                case '{':
                    var close = pattern.IndexOf('}', at);
                    (optional, repeats) = (pattern[at + 1] == '0', true);
                    at = close + 1;
                    break;
                default:
                    return item;
            }
            if (at < pattern.Length && pattern[at] == '?')
                at++; // lazy
            HashSet<Prefix> result = repeats ? [.. item.Select(static p => p with { Closed = true })] : [.. item];
            if (optional)
                result.Add(new("", Closed: false));
            return result;
        }

        private void SkipClass()
        {
            while (pattern[at] != ']')
                at += pattern[at] == '\\' ? 2 : 1;
            at++;
        }
    }
}
