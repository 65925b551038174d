using System.Globalization;

namespace Moderation.Safety;

/// <summary>The screener's rules, read from <c>Safety/Lexicon/rules.txt</c> and indexed by the word or class they start with.</summary>
internal sealed class RuleSet
{
    private readonly Dictionary<int, List<Rule>> byWord = [];
    private readonly List<Rule>[] byBit = [.. Enumerable.Range(0, ClassSet.Most).Select(_ => new List<Rule>())];
    private readonly ClassSet starts;

    public RuleSet(string text, Lexicon lexicon)
    {
        var macros = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            try
            {
                if (line.StartsWith("let ", StringComparison.Ordinal))
                {
                    var pair = line[4..].Split('=', 2, StringSplitOptions.TrimEntries);
                    macros.Add("$" + pair[0], Expand(pair[1], macros));
                    continue;
                }

                var rule = Parse(line, macros, lexicon) with { Number = All.Count };
                Index(rule);
                All.Add(rule);
            }
            catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or ArgumentException)
            {
                throw new FormatException($"rules.txt line {number.ToString(CultureInfo.InvariantCulture)}: {wrong.Message}", wrong);
            }
        }

        for (var bit = 0; bit < ClassSet.Most; bit++)
        {
            if (byBit[bit].Count > 0)
                starts |= ClassSet.Of(bit);
        }
    }

    public List<Rule> All { get; } = [];

    /// <summary>Adds every rule that may start at this word, once.</summary>
    /// <param name="seen">One place for each rule; <paramref name="mark"/> differs from word to word.</param>
    public void Starting(in Word word, List<Rule> into, Span<int> seen, int mark)
    {
        if (word.Id >= 0 && byWord.TryGetValue(word.Id, out var named))
            AddNew(named, into, seen, mark);

        var starting = word.Classes & starts;
        for (var left = starting.Low; left != UInt128.Zero; left &= left - 1)
            AddNew(byBit[(int)UInt128.TrailingZeroCount(left)], into, seen, mark);
        for (var left = starting.High; left != UInt128.Zero; left &= left - 1)
            AddNew(byBit[128 + (int)UInt128.TrailingZeroCount(left)], into, seen, mark);
    }

    private static void AddNew(List<Rule> rules, List<Rule> into, Span<int> seen, int mark)
    {
        foreach (var rule in rules)
        {
            if (seen[rule.Number] == mark)
                continue;
            seen[rule.Number] = mark;
            into.Add(rule);
        }
    }

    private void Index(Rule rule)
    {
        foreach (var step in rule.FirstSteps())
        {
            foreach (var bit in step.Classes.Bits)
                byBit[bit].Add(rule);
            foreach (var id in step.Ids.Concat(step.Sequences.Select(q => q[0])))
            {
                if (!byWord.TryGetValue(id, out var list))
                    byWord[id] = list = [];
                list.Add(rule);
            }
        }
    }

    private static string Expand(string text, Dictionary<string, string> macros)
    {
        foreach (var (name, value) in macros.OrderByDescending(m => m.Key.Length))
            text = text.Replace(name, value, StringComparison.Ordinal);
        return text;
    }

    /// <summary><c>hate 4 flags | evidence | steps</c>.</summary>
    private static Rule Parse(string line, Dictionary<string, string> macros, Lexicon lexicon)
    {
        var columns = line.Split(" | ", 3, StringSplitOptions.TrimEntries);
        var head = columns[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var categories = head[0].Split('+').Select(name => name switch
        {
            "hate" => SafetyCategory.Hate,
            "sexual" => SafetyCategory.Sexual,
            "self-harm" => SafetyCategory.SelfHarm,
            "violence" => SafetyCategory.Violence,
            _ => throw new FormatException($"Unknown category {name}."),
        }).ToArray();
        var unless = ClassSet.None;
        var only = ClassSet.None;
        var firm = false;
        var bare = false;
        var after = false;
        foreach (var flag in head.Skip(2))
        {
            if (flag == "firm")
                firm = true;
            else if (flag == "bare")
                bare = true;
            else if (flag == "after")
                after = true;
            else if (flag[0] == '-')
                unless |= lexicon.Classes[flag[1..]];
            else if (flag[0] == '+')
                only |= lexicon.Classes[flag[1..]];
            else
                throw new FormatException($"Unknown flag {flag}.");
        }

        var steps = Expand(columns[2], macros).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Step.Parse(s, lexicon)).ToArray();
        return new Rule(categories, int.Parse(head[1].TrimEnd('!'), CultureInfo.InvariantCulture), head[1].EndsWith('!'), columns[1], steps)
        {
            Firm = firm,
            Bare = bare,
            After = after,
            Unless = unless,
            Only = only,
        };
    }
}
