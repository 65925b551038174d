namespace Moderation.Safety;

/// <summary>
/// Finds what a sentence says it about: puts together "mensen met een beperking" and "Turkse jongeren",
/// and tells a group that is spoken of from one that merely follows a preposition.
/// </summary>
internal sealed class GroupReader
{
    /// <summary>Sentences over which "ze" may still mean the group.</summary>
    public const int Memory = 2;

    private readonly ClassSet comma;
    private readonly ClassSet subject;
    private readonly ClassSet generic;
    private readonly ClassSet kind;
    private readonly ClassSet theyGroup;
    private readonly ClassSet content;
    private readonly ClassSet group;
    private readonly ClassSet weak;
    private readonly ClassSet groupAdjective;
    private readonly ClassSet person;
    private readonly ClassSet trait;
    private readonly ClassSet joins;
    private readonly ClassSet they;
    private readonly ClassSet those;
    private readonly ClassSet preposition;
    private readonly ClassSet determiner;
    private readonly ClassSet definite;
    private readonly ClassSet quality;
    private readonly ClassSet and;
    private readonly ClassSet relative;
    private readonly ClassSet number;
    private readonly ClassSet closed;
    private readonly ClassSet must;
    private readonly ClassSet like;
    private readonly ClassSet be;
    private readonly ClassSet some;
    private readonly ClassSet dutchToo;
    private readonly ClassSet die;
    private readonly ClassSet englishNext;
    private readonly ClassSet you;
    private readonly ClassSet anyone;
    private readonly ClassSet stop;

    public GroupReader(WordClasses c)
    {
        (comma, subject, generic, kind, theyGroup, content, number) = (c["COMMA"], c["SUBJECT"], c["GENERIC"], c["KIND"], c["THEYGROUP"], c["CONTENT"], c["NUMBER"]);
        (group, weak, groupAdjective, person, trait) = (c["GROUP"], c["WEAK"], c["GROUPADJ"], c["PERSON"], c["TRAIT"]);
        (joins, they, those) = (c["TRAITJOIN"], c["THEY"], c["THOSE"]);
        (preposition, determiner, definite, and, relative) = (c["PREP"], c["DET"], c["DEFINITE"], c["AND"], c["WHO"]);
        quality = c["BAD"] | c["MILD"] | c["CURSE"] | c["LIGHT"] | c["NOT"];
        (dutchToo, die, englishNext) = (c["DUTCHTOO"], c["DIE"], c["ENGLISHNEXT"]);
        (you, anyone, stop) = (c["YOU"], c["ANYONE"], c["STOP"]);
        (must, some, like, be) = (c["MUST"], c["SOME"], c["LIKE"], c["BE"]);
        closed = c["CLOSED"] | preposition | c["LIGHT"] | c["BE"] | c["MUST"] | c["STOP"] | c["NOT"] | and | c["HATES"] | c["FIND"];
    }

    /// <summary>Merges and marks the words from <paramref name="start"/> to the end; returns the new end.</summary>
    public int Mark(List<Word> words, int start, int end, ref GroupMemory memory)
    {
        end = Merge(words, start, end);
        var before = memory.SinceNamed <= Memory;
        var addressed = memory.SinceAddressed <= Memory;
        var (here, hereAddressed) = (false, false);
        for (var i = start; i < end; i++)
        {
            var word = words[i];
            // "Meisjes moeten die kans krijgen" wishes nobody dead.
            if (word.Is(dutchToo) && i + 1 < end && !words[i + 1].Is(comma | englishNext))
                word.Classes &= ~die;
            if (word.Is(group))
            {
                here = true;
                if (IsCalledOut(words, start, i, end))
                {
                    hereAddressed = true;
                    MarkAddressed(words, start, i);
                }

                hereAddressed |= Addressed(words, start, i, end);
                word.Classes |= Role(words, start, i);
            }
            else if ((addressed || hereAddressed) && word.Is(you))
            {
                word.Classes |= theyGroup;
            }
            else if ((before || here) && (word.Is(they | those) || (word.Is(relative) && (i == start || words[i - 1].Is(comma | and | stop)) && i + 1 < end && words[i + 1].Is(must))))
            {
                word.Classes |= theyGroup;
            }

            words[i] = word;
        }

        memory = new(here ? 1 : memory.SinceNamed + 1, hereAddressed ? 1 : memory.SinceAddressed + 1);
        return end;
    }

    private int Merge(List<Word> words, int start, int end)
    {
        var write = start;
        for (var read = start; read < end;)
        {
            var taken = Described(words, read, end);
            var word = words[read];
            if (taken > 1)
            {
                word.End = words[read + taken - 1].End;
                word.Id = -1;
                word.Classes = group | content;
            }

            words[write++] = word;
            read += taken;
        }

        words.RemoveRange(write, end - write);
        return write;
    }

    /// <summary>How many words from here name one group; 1 when they do not.</summary>
    private int Described(List<Word> words, int at, int end)
    {
        if (words[at].Is(groupAdjective))
        {
            // "Turkse en Marokkaanse jongeren", "zwarte jonge mensen"
            for (var k = at + 1; k < end && k <= at + 3; k++)
            {
                if (words[k].Is(person | weak | group) && !words[k].Is(comma))
                    return k - at + 1;
                if ((!words[k].Is(groupAdjective | and | quality) || words[k].Is(be)) && !(k == at + 1 && words[k].Id < 0 && !words[k].Is(comma | number)))
                    break;
            }

            return 1;
        }

        if (words[at].Is(relative) && IsClause(words, at, end, out var length))
            return length;
        if (!words[at].Is(person | weak) || at + 2 >= end || !words[at + 1].Is(joins | like))
            return 1;
        for (var k = at + 2; k < end && k <= at + 5; k++)
        {
            if (words[k].Is(trait) || (k == at + 2 && words[k].Is(group) && words[at + 1].Is(like)))
                return k - at + 1;
            if (words[k].Is(comma | person | group))
                return 1;
        }

        return 1;
    }

    /// <summary>"wie een moslim is, ...", "iemand die moslim is verdient ...": the clause with its comma is one name for the group.</summary>
    private bool IsClause(List<Word> words, int at, int end, out int length)
    {
        length = 0;
        var follows = at > 0 && words[at - 1].Is(person | anyone);
        if (!follows && (words[at].Is(determiner) || !words[at].Is(anyone)))
            return false;
        var k = at + 1;
        while (k < end && words[k].Is(determiner) && !words[k].Is(group))
            k++;
        if (k + 1 >= end || !words[k].Is(group) || !words[k + 1].Is(be) || (k + 2 < end && !words[k + 2].Is(comma | must | be)))
            return false;
        length = k + (k + 2 < end && words[k + 2].Is(comma) ? 3 : 2) - at;
        return true;
    }

    /// <summary>"..., moslims!": those spoken to, at the end of what is said to them.</summary>
    private bool IsCalledOut(List<Word> words, int start, int at, int end)
    {
        if (at + 1 != end)
            return false;
        var k = at - 1;
        while (k >= start && words[k].Is(determiner | quality) && !words[k].Is(comma | be))
            k--;
        return k > start && words[k].Is(comma);
    }

    private void MarkAddressed(List<Word> words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var word = words[i];
            if (word.Is(you))
                words[i] = word with { Classes = word.Classes | theyGroup };
        }
    }

    /// <summary>"Je bent een moslim", "omdat jij een moslim bent": "je" is one of the group from here on.</summary>
    private bool Addressed(List<Word> words, int start, int at, int end)
    {
        var k = at - 1;
        while (k >= start && words[k].Is(determiner | quality) && !words[k].Is(be | you))
            k--;
        if (k < start)
            return false;
        return (k > start && words[k].Is(be) && words[k - 1].Is(you)) || (words[k].Is(you) && at + 1 < end && words[at + 1].Is(be));
    }

    private ClassSet Role(List<Word> words, int start, int at)
    {
        var i = at - 1;
        var free = true;
        for (; i >= start && free; i--)
        {
            var word = words[i];
            if (word.Is(relative) && word.Is(determiner))
                // "mensen die vrouwen slaan": die belongs to the people before it; "ik ken die vrouwen": it does not.
                free = i == start || words[i - 1].Is(closed | comma);
            else if (!word.Is(determiner | quality) || word.Is(preposition | relative))
                break;
        }

        var first = i + 1;
        if (free && i >= start)
        {
            var before = words[i];
            if (before.Is(preposition | relative))
                free = false;
            else if (before.Is(and) && i - 1 >= start && words[i - 1].Is(group))
                free = words[i - 1].Is(subject);
        }

        var (roles, wider) = free ? (subject, generic | kind) : (ClassSet.None, generic);
        // "de meisjes zijn moe" tells of some people; "meisjes zijn dom" and "die Turken zijn dom" judge a kind.
        var particular = words[at].Is(weak) ? definite | number | some : some;
        for (var k = first; k < at; k++)
        {
            if (words[k].Is(particular))
                return roles;
        }

        return roles | wider;
    }
}
