namespace Moderation.Safety;

/// <summary>What stands around a match in its sentence.</summary>
/// <param name="Classes">All word classes in the sentence.</param>
/// <param name="Rejected">The next sentence rejects it ("Dat is onzin").</param>
/// <param name="AfterGroup">One of the two sentences before names a group.</param>
/// <param name="Text">All word classes in the whole text.</param>
internal readonly record struct SentenceContext(UInt128 Classes, bool Question, bool Rejected, bool AfterGroup, UInt128 Text);

/// <summary>
/// Decides how much a match counts: nothing when it is denied, little when it is quoted to reject it, told of the past
/// or played on a stage, and in full otherwise.
/// </summary>
internal sealed class ContextReader
{
    private readonly UInt128 not;
    private readonly UInt128 that;
    private readonly UInt128 comma;
    private readonly UInt128 counter;
    private readonly UInt128 reject;
    private readonly UInt128 report;
    private readonly UInt128 history;
    private readonly UInt128 stage;
    private readonly UInt128 lesson;
    private readonly UInt128 pointer;
    private readonly UInt128 own;
    private readonly UInt128 past;

    public ContextReader(WordClasses c)
    {
        (not, that, comma) = (c["NOT"], c["THAT"], c["COMMA"]);
        (counter, reject, report, history) = (c["COUNTER"], c["REJECT"], c["REPORT"], c["HISTORY"]);
        (stage, lesson, pointer, own, past) = (c["STAGE"], c["LESSON"], c["POINTER"], c["OWN"], c["PAST"]);
    }

    public UInt128 Read(ReadOnlySpan<Word> words)
    {
        var classes = UInt128.Zero;
        foreach (ref readonly var word in words)
            classes |= word.Classes;
        return classes;
    }

    public SentenceContext Read(ReadOnlySpan<Word> sentence, bool question, bool afterGroup, UInt128 text, ReadOnlySpan<Word> next)
    {
        var rejected = false;
        for (var i = 0; i < next.Length && i < 3 && !rejected; i++)
            rejected = next[i].Is(pointer);
        rejected = rejected && (Read(next) & (counter | reject)) != UInt128.Zero;
        return new(Read(sentence), question, rejected, afterGroup, text);
    }

    /// <returns>Severity, 0 when the match does not count.</returns>
    public int Weigh(Rule rule, ReadOnlySpan<Word> sentence, int from, int to, SentenceContext context, out bool strong)
    {
        strong = rule.Strong;
        if ((context.Classes & rule.Unless) != UInt128.Zero)
            return 0;
        if (rule.Only != UInt128.Zero && (context.Classes & rule.Only) == UInt128.Zero)
            return 0;
        if (rule.After && (!context.AfterGroup || (context.Text & (counter | reject | history | report)) != UInt128.Zero))
            return 0;
        if (Denied(sentence, from, to, rule.Bare))
            return 0;

        var around = Read(sentence[..from]) | Read(sentence[to..]);
        var severity = rule.Severity;
        var countered = (around & counter) != UInt128.Zero || context.Rejected || ((around & reject) != UInt128.Zero && (around & (report | that)) != UInt128.Zero);
        if (countered)
        {
            strong = false;
            return severity >= 6 ? 2 : 0;
        }

        if (rule.Firm)
            return severity;
        var quoted = sentence[from].Quoted;
        var told = (around & report) != UInt128.Zero && (around & own) == UInt128.Zero;
        if ((around & history) != UInt128.Zero || ((context.Text & history) != UInt128.Zero && (context.Classes & past) != UInt128.Zero))
            return Soften(2, ref strong);
        if ((context.Text & stage) != UInt128.Zero)
            severity = Soften(severity - 2, ref strong);
        if (told)
            severity = Soften(severity - 2, ref strong);
        if (quoted && told)
            severity = Soften(2, ref strong);
        else if (quoted && (context.Text & (lesson | counter | reject)) != UInt128.Zero)
            severity = Soften(severity - 2, ref strong);
        return Math.Max(severity, 2);
    }

    private static int Soften(int severity, ref bool strong)
    {
        strong = false;
        return severity;
    }

    /// <summary>"niet alle moslims …", "ik zeg niet dat vrouwen …", "… haat ik niet".</summary>
    private bool Denied(ReadOnlySpan<Word> sentence, int from, int to, bool bare)
    {
        for (var i = from - 1; i >= 0 && i >= from - 3 && !bare && !sentence[i].Is(comma); i--)
        {
            if (sentence[i].Is(not))
                return true;
        }

        if (!bare && to < sentence.Length && sentence[to].Is(not) && (to + 1 == sentence.Length || sentence[to + 1].Is(comma)))
            return true;
        var clause = sentence[from].Is(that);
        for (var i = from - 1; i >= 0; i--)
        {
            if (sentence[i].Is(that))
                clause = true;
            else if (clause && sentence[i].Is(not))
                return true;
        }

        return false;
    }
}
