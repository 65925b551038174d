using System.Collections;
using System.Runtime.InteropServices;

namespace Moderation.Safety;

/// <summary>
/// Reads Dutch and English texts for hate, sexual content, self-harm and violence without any service. Pure and deterministic.
/// It knows words, groups of people and how judgements about them are phrased; it does not understand irony, images,
/// allusions, new slang or other languages, and it cannot tell who is speaking. It runs beside the service, and the stricter answer counts.
/// </summary>
public static class LocalScreener
{
    private static readonly Lexicon Words = Lexicon.Default;
    private static readonly WordReader Reader = new(Words);
    private static readonly GroupReader Groups = new(Words.Classes);
    private static readonly ContextReader Context = new(Words.Classes);
    private static readonly ClassSet Stops = Words.Classes["STOP"] | Words.Classes["NOT"] | Words.Classes["COMMA"];

    /// <summary>Changes with every word and rule; kept with each screening.</summary>
    public static string Version => Words.Version;

    public static LocalScreening Screen(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<Word>((text.Length / 5) + 8);
        var ends = new List<(int End, bool Question)>();
        Reader.Read(text, words, ends);
        var sentences = MarkGroups(words, ends);
        var all = CollectionsMarshal.AsSpan(words);
        var whole = Context.Read(all);

        List<LocalEvidence>? found = null;
        var candidates = new List<Rule>();
        Span<int> seen = new int[Words.Rules.All.Count];
        for (var s = 0; s < sentences.Count; s++)
        {
            var (start, end, question, afterGroup) = sentences[s];
            var sentence = all[start..end];
            SentenceContext? context = null;
            for (var at = 0; at < sentence.Length; at++)
            {
                candidates.Clear();
                Words.Rules.Starting(sentence[at], candidates, seen, start + at + 1);
                foreach (var rule in candidates)
                {
                    var to = rule.Match(sentence, at, Stops);
                    if (to <= at)
                        continue;
                    context ??= Context.Read(sentence, question, afterGroup, whole, s + 1 < sentences.Count ? all[sentences[s + 1].Start..sentences[s + 1].End] : []);
                    var severity = Context.Weigh(rule, sentence, at, to, context.Value, out var strong);
                    if (severity == 0)
                        continue;
                    found ??= [];
                    foreach (var category in rule.Categories)
                        found.Add(new(category, severity, strong, sentence[at].Start, sentence[to - 1].End, rule.Kind));
                }
            }
        }

        return found is null ? LocalScreening.Nothing : new(Strongest(found, text.Length));
    }

    private static List<(int Start, int End, bool Question, bool AfterGroup)> MarkGroups(List<Word> words, List<(int End, bool Question)> ends)
    {
        var sentences = new List<(int, int, bool, bool)>(ends.Count);
        var start = 0;
        var shift = 0;
        var memory = GroupMemory.Nothing;
        foreach (var (oldEnd, question) in ends)
        {
            var afterGroup = memory.SinceNamed <= GroupReader.Memory;
            var end = Groups.Mark(words, start, oldEnd - shift, ref memory);
            shift = oldEnd - end;
            sentences.Add((start, end, question, afterGroup));
            start = end;
        }

        return sentences;
    }

    /// <summary>Leaves out what a stronger finding of the same category covers.</summary>
    private static List<LocalEvidence> Strongest(List<LocalEvidence> found, int length)
    {
        var kept = new List<LocalEvidence>();
        var covered = new Dictionary<SafetyCategory, BitArray>();
        foreach (var one in found.OrderByDescending(e => e.Severity).ThenByDescending(e => e.Strong).ThenByDescending(e => e.End - e.Start))
        {
            if (!covered.TryGetValue(one.Category, out var places))
                covered[one.Category] = places = new BitArray(length);
            var free = true;
            for (var i = one.Start; i < one.End && free; i++)
                free = !places[i];
            if (!free)
                continue;
            for (var i = one.Start; i < one.End; i++)
                places[i] = true;
            kept.Add(one);
        }

        kept.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Category.CompareTo(b.Category));
        return kept;
    }
}
