using System.Globalization;

namespace Moderation.Safety;

internal enum StepKind
{
    /// <summary>One or more words of given spellings or classes.</summary>
    Word,

    /// <summary><c>~n</c>: up to n words, none a negation, conjunction or comma.</summary>
    Gap,

    /// <summary><c>&lt;</c></summary>
    SentenceStart,

    /// <summary><c>&gt;</c>: end of the sentence, or a comma.</summary>
    ClauseEnd,

    /// <summary><c>!x</c>: the next word is not x.</summary>
    NotNext,

    /// <summary><c>^x</c>: the word before is not x.</summary>
    NotBefore,
}

/// <summary>One element of a <see cref="Rule"/>.</summary>
internal sealed record Step(StepKind Kind, ClassSet Classes, int[] Ids, int Min, int Max)
{
    /// <summary>Spellings of several words that are no phrase of the lexicon.</summary>
    public int[][] Sequences { get; init; } = [];

    /// <summary>Longest run that <c>*</c> takes.</summary>
    private const int Most = 6;

    public bool Fits(in Word word) => word.Is(Classes) || (word.Id >= 0 && Array.IndexOf(Ids, word.Id) >= 0);

    /// <summary>Upper case is a class, lower case a spelling, <c>|</c> or, <c>?</c> optional, <c>*</c> any number.</summary>
    public static Step Parse(string text, Lexicon lexicon)
    {
        if (text == "<")
            return new(StepKind.SentenceStart, ClassSet.None, [], 0, 0);
        if (text == ">")
            return new(StepKind.ClauseEnd, lexicon.Classes["COMMA"], [], 0, 0);
        if (text[0] == '~')
            return new(StepKind.Gap, ClassSet.None, [], 0, int.Parse(text[1..], CultureInfo.InvariantCulture));
        var kind = text[0] switch { '!' => StepKind.NotNext, '^' => StepKind.NotBefore, _ => StepKind.Word };
        if (kind != StepKind.Word)
            text = text[1..];
        var (min, max) = text[^1] switch { '?' => (0, 1), '*' => (0, Most), _ => (1, 1) };
        if (max != 1 || min == 0)
            text = text[..^1];
        var classes = ClassSet.None;
        var ids = new List<int>();
        var sequences = new List<int[]>();
        foreach (var part in text.Split('|'))
        {
            if (char.IsAsciiLetterUpper(part[0]))
                classes |= lexicon.Classes[part];
            else if (part.Contains('_', StringComparison.Ordinal) && !lexicon.TryFind(part, out _))
                sequences.Add([.. part.Split('_').Select(lexicon.IdOf)]);
            else
                ids.Add(lexicon.IdOf(part));
        }

        return new(kind, classes, [.. ids], min, max) { Sequences = [.. sequences] };
    }
}
