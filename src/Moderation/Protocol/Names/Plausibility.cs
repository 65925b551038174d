namespace Moderation.Protocol.Names;

/// <summary>How far two words side by side can be believed to be a name when capitals do not tell.</summary>
internal static class Plausibility
{
    /// <summary>Ceiling for the score of a full name, 0–100.</summary>
    public static int OfFullName(Reading reading, int first, CallUnit call, int from, int core, int word)
    {
        var tokens = reading.Tokens;
        ref readonly var head = ref tokens[first];
        ref readonly var tail = ref tokens[core];
        var ceiling = Scores.FullName;
        for (var i = call.End; i <= core; i++)
        {
            if ((tokens[i].Before & Gap.Newline) != 0)
                ceiling = Scores.FullNameAcrossLines;
        }
        // A disguised word is believed only beside an undisguised or capital one: "B4s 5" is no name.
        if (head.Has(TokenMarks.Leet) && tail.Has(TokenMarks.AllDigits))
            return 0;
        if (head.Has(TokenMarks.Hashtag | TokenMarks.Spaced) || head.Zone != Zone.Prose)
            return Math.Min(ceiling, Scores.FullName);
        if (tail.Has(TokenMarks.FirstUpper) && !Shouted(tail))
            return ceiling;
        var callKinds = call.End > first + 1 ? WordKinds.None : reading.Roll.KindsOf(call.Word);
        var callFunction = (callKinds & WordKinds.Function) != 0;
        // "van der Meer" is no "meer"
        var surnameFunction = from == core && (reading.Roll.KindsOf(word) & WordKinds.Function) != 0;
        var callTells = head.Has(TokenMarks.FirstUpper) && !head.Has(TokenMarks.SentenceStart) && !Shouted(head);
        if (callTells && !surnameFunction)
            return Math.Min(ceiling, Scores.FullNameOtherInfix);
        var callOrdinary = call.End == first + 1 && reading.IsOrdinary(head, call.Word);
        var surnameOrdinary = reading.IsOrdinary(tail, word);
        var shouting = Shouted(head) && Shouted(tail);
        if (callFunction && !shouting)
        {
            if (!surnameOrdinary)
                return Math.Min(ceiling, Scores.FullNameInSmallLetters);
            // "ik ben klein" speaks of nobody called Ben Klein.
            if (first > 0 && reading.GoesOn(first) && tokens[first - 1].Is(WordKinds.Function | WordKinds.Article))
                return 0;
            return Scores.FullNameOfFunctionWords;
        }
        if (surnameFunction)
            return callOrdinary ? 0 : Scores.FullNameOfFunctionWords;
        if (!callOrdinary || !surnameOrdinary)
            return Math.Min(ceiling, Scores.FullNameOtherInfix);
        var score = from < core ? Scores.FullNameForeignInfix : Scores.FullNameInSmallLetters;
        if (HasArticleBefore(reading, first))
            score += Scores.ArticleBefore;
        if (head.Is(WordKinds.Measure) && core + 1 < tokens.Length && tokens[core + 1].Has(TokenMarks.AllDigits))
            score += Scores.MeasureWord;
        return Math.Min(ceiling, score);
    }

    /// <summary>In capitals among other words in capitals.</summary>
    public static bool Shouted(in Token token) => token.Has(TokenMarks.Headline) && token.Has(TokenMarks.AllUpper);

    public static bool HasArticleBefore(Reading reading, int first) =>
        first > 0 && reading.Tokens[first].Before is Gap.Space or (Gap.Space | Gap.Quote) && reading.Tokens[first - 1].Is(WordKinds.Article);
}
