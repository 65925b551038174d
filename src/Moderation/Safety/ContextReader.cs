namespace Moderation.Safety;

/// <summary>What stands around a match in its sentence.</summary>
/// <param name="Classes">All word classes in the sentence.</param>
/// <param name="Rejected">The next sentence rejects it ("Dat is onzin").</param>
/// <param name="AfterGroup">One of the two sentences before names a group.</param>
/// <param name="Text">All word classes in the whole text.</param>
internal readonly record struct SentenceContext(ClassSet Classes, bool Question, bool Rejected, bool AfterGroup, ClassSet Text);

/// <summary>
/// Decides how much a match counts: nothing when it is denied, little when it is quoted to reject it, told of the past
/// or played on a stage, and in full otherwise.
/// </summary>
internal sealed class ContextReader
{
    /// <summary>Words over which "hij zei dat" still governs what follows.</summary>
    private const int Reach = 10;

    private readonly ClassSet not;
    private readonly ClassSet that;
    private readonly ClassSet comma;
    private readonly ClassSet counter;
    private readonly ClassSet reject;
    private readonly ClassSet report;
    private readonly ClassSet history;
    private readonly ClassSet stage;
    private readonly ClassSet lesson;
    private readonly ClassSet pointer;
    private readonly ClassSet own;
    private readonly ClassSet past;
    private readonly ClassSet helpline;
    private readonly ClassSet be;
    private readonly ClassSet saying;
    private readonly ClassSet wonders;
    private readonly ClassSet find;
    private readonly ClassSet person;
    private readonly ClassSet calls;
    private readonly ClassSet speaker;
    private readonly ClassSet stop;
    private readonly ClassSet light;

    public ContextReader(WordClasses c)
    {
        (not, that, comma) = (c["NOT"], c["THAT"], c["COMMA"]);
        (speaker, stop, light) = (c["I"], c["STOP"], c["LIGHT"]);
        (be, saying, helpline, wonders) = (c["BE"], c["SAYING"], c["HELPLINE"], c["WHYASK"]);
        (find, person, calls) = (c["FIND"], c["PERSON"], c["CALLS"]);
        (counter, reject, report, history) = (c["COUNTER"], c["REJECT"], c["REPORT"], c["HISTORY"]);
        (stage, lesson, pointer, own, past) = (c["STAGE"], c["LESSON"], c["POINTER"], c["OWN"], c["PAST"]);
    }

    public ClassSet Read(ReadOnlySpan<Word> words)
    {
        var classes = ClassSet.None;
        foreach (ref readonly var word in words)
            classes |= word.Classes;
        return classes;
    }

    public SentenceContext Read(ReadOnlySpan<Word> sentence, bool question, bool afterGroup, ClassSet text, ReadOnlySpan<Word> next)
    {
        var rejected = false;
        for (var i = 0; i < next.Length && i < 3 && !rejected; i++)
            rejected = next[i].Is(pointer);
        rejected = rejected && (Read(next) & (counter | reject)) != ClassSet.None;
        return new(Read(sentence), question, rejected, afterGroup, text);
    }

    /// <returns>Severity, 0 when the match does not count.</returns>
    public int Weigh(Rule rule, ReadOnlySpan<Word> sentence, int from, int to, SentenceContext context, out bool strong)
    {
        strong = rule.Strong;
        if ((context.Classes & rule.Unless).Any)
            return 0;
        if (rule.Only.Any && (context.Classes & rule.Only) == ClassSet.None)
            return 0;
        if (rule.After && (!context.AfterGroup || (context.Text & (counter | reject | history | report)).Any))
            return 0;
        if (Denied(sentence, from, to, rule.Bare, context.Question))
            return 0;

        var around = Read(sentence[..from]) | Read(sentence[to..]);
        var severity = rule.Severity;
        var countered = (sentence.Length > 1 && sentence[0].Is(saying) && sentence[1].Is(that)) || (around & counter).Any || context.Rejected || ((around & reject).Any && (sentence[from].Is(that) || (around & (report | that)).Any));
        if (countered)
        {
            strong = false;
            return severity >= 6 ? 2 : 0;
        }

        if (rule.Firm)
            return severity;
        if (rule.Categories[0] == SafetyCategory.SelfHarm && (context.Text & helpline).Any)
            return Soften(2, ref strong);
        var quoted = sentence[from].Quoted;
        if (ToldOfOthers(sentence, from, context.Question))
            return Soften(2, ref strong);
        var told = (around & report).Any && ((around & own) == ClassSet.None || (quoted && OthersSay(sentence)));
        if ((around & history).Any || ((context.Text & history).Any && (context.Classes & past).Any))
            return Soften(2, ref strong);
        if ((context.Text & stage).Any)
            severity = Soften(severity - 2, ref strong);
        if (told)
            severity = Soften(severity - 2, ref strong);
        if (quoted && told)
            severity = Soften(2, ref strong);
        else if (quoted && ((context.Text & (lesson | counter | reject)).Any || SpokenAround(sentence)))
            severity = Soften(severity - 2, ref strong);
        return Math.Max(severity, 2);
    }

    /// <summary>"Ik schrok toen hij ... schreef": the clause of the verb outside the quotation marks is not the writer's own.</summary>
    private bool OthersSay(ReadOnlySpan<Word> sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i].Quoted || !sentence[i].Is(report))
                continue;
            var mine = i + 1 < sentence.Length && sentence[i + 1].Is(own);
            for (var k = i - 1; k >= 0 && !mine && (sentence[k].Quoted || !sentence[k].Is(stop)); k--)
                mine = !sentence[k].Quoted && sentence[k].Is(own);
            if (!mine)
                return true;
        }

        return false;
    }

    /// <summary>Three words or more stand outside the quotation marks: the sentence is about what is quoted.</summary>
    private bool SpokenAround(ReadOnlySpan<Word> sentence)
    {
        var outside = 0;
        foreach (ref readonly var word in sentence)
        {
            if (!word.Quoted && !word.Is(comma) && ++outside == 3)
                return true;
        }

        return false;
    }

    private static int Soften(int severity, ref bool strong)
    {
        strong = false;
        return severity;
    }

    /// <summary>"Iemand riep dat vrouwen …", "Waarom denken mensen dat joden …?": what somebody else thinks, told in a clause of its own.</summary>
    private bool ToldOfOthers(ReadOnlySpan<Word> sentence, int from, bool question)
    {
        // "Some people think women …", "Sommige mensen vinden joden …": nothing joins the clauses.
        if (from > 0 && sentence[from].Is(find) && sentence[from - 1].Is(person))
            return true;
        if (from > 1 && sentence[from - 1].Is(report | find) && !sentence[from - 2].Is(own) && !sentence[from - 1].Is(own))
            return true;
        // "Ze noemden mij een vieze ...": the name is theirs.
        for (var i = from - 1; i >= 0 && i >= from - 4 && !sentence[i].Is(comma); i--)
        {
            if (sentence[i].Is(calls))
                return !(i > 0 && sentence[i - 1].Is(speaker)) && !(i + 1 < sentence.Length && sentence[i + 1].Is(speaker));
        }

        var telling = question && sentence[0].Is(wonders) ? report | saying : report;
        var clause = sentence[from].Is(that);
        for (var i = from - 1; i >= 0 && i >= from - Reach; i--)
        {
            if (sentence[i].Is(that))
                clause = true;
            else if (clause && (sentence[i].Is(telling) || (sentence[i].Is(saying) && i > 0 && sentence[i - 1].Is(person))))
                return !(i > 0 && sentence[i - 1].Is(own)) && !(i + 1 < sentence.Length && sentence[i + 1].Is(own));
        }

        return false;
    }

    /// <summary>"niet alle moslims …", "ik zeg niet dat vrouwen …", "… haat ik echt niet".</summary>
    private bool Denied(ReadOnlySpan<Word> sentence, int from, int to, bool bare, bool question)
    {
        // "Vind jij ook niet dat …?" asks for a yes, and so does "Is het niet duidelijk dat …?" below.
        if (question && sentence[0].Is(find))
            return false;
        for (var i = from - 1; i >= 0 && i >= from - 3 && !bare && !sentence[i].Is(comma); i--)
        {
            if (sentence[i].Is(not))
                return true;
        }

        // "Ik haat moslims helemaal niet."
        var after = to;
        while (!bare && after < sentence.Length && sentence[after].Is(light) && !sentence[after].Is(not | comma | stop))
            after++;
        if (!bare && after < sentence.Length && sentence[after].Is(not) && (after + 1 == sentence.Length || sentence[after + 1].Is(comma)))
            return true;
        if (question && sentence[0].Is(be))
            return false;
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
