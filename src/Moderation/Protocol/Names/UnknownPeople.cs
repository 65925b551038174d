namespace Moderation.Protocol.Names;

/// <summary>
/// People the school does not know (R13): a known first name with a surname behind it, somebody's relative, a first name with a
/// class, a family. Never strong; public and historical people, streets, places and organisations are left out.
/// </summary>
internal static class UnknownPeople
{
    public static void Find(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenMarks.Taken | TokenMarks.Class | TokenMarks.HasDigit | TokenMarks.InPhrase | TokenMarks.InInstitution))
                continue;
            if (token.Is(WordKinds.Relation))
                Relative(reading, hits, i);
            else if (token.Is(WordKinds.Family))
                Family(reading, hits, i);
            else if (token.Has(TokenMarks.FirstUpper) && token.Is(WordKinds.FirstName) && Named(reading, hits, i) is var end && end > i)
                i = end - 1;
            else if (InitialNames.IsInitial(reading, i) && token.Has(TokenMarks.FirstUpper))
                ByInitial(reading, hits, i);
        }
    }

    /// <summary>First name, tussenvoegsel, capital. Returns one past the name, or <paramref name="first"/>.</summary>
    private static int Named(Reading reading, HitList hits, int first)
    {
        var tokens = reading.Tokens;
        ref readonly var head = ref tokens[first];
        // "Leonardo's Werkplaats" is his, not his name.
        if (head.Is(WordKinds.Salutation | WordKinds.Title | WordKinds.PersonVerb) || (head.Has(TokenMarks.Possessive) && reading.GoesOn(first + 1)))
            return first;
        if (Plausibility.HasArticleBefore(reading, first) && head.Is(WordKinds.Ordinary | WordKinds.Proper | WordKinds.Function))
            return first;
        // "Marie-Louise", "Jan Willem": further first names belong to the first.
        var from = first + 1;
        while (from < tokens.Length && from - first < 3 && reading.GoesOn(from) && (tokens[from].Before & Gap.Newline) == 0
            && tokens[from].Has(TokenMarks.FirstUpper) && tokens[from].Is(WordKinds.FirstName) && !tokens[from].Is(WordKinds.AnyOrdinary)
            && IsSurnameAt(reading, first, from + 1, out _, out _))
            from++;
        if (IsSurnameAt(reading, first, from, out var core, out var certain))
        {
            var end = core + 1;
            while (end < tokens.Length && reading.GoesOn(end) && tokens[end].Has(TokenMarks.FirstUpper) && !tokens[end].Has(TokenMarks.SentenceStart)
                && (tokens[end].Before == Gap.Hyphen || tokens[end].Is(WordKinds.Surname)))
                end++;
            // "de David van Michelangelo" is a statue.
            if (core > from && Plausibility.HasArticleBefore(reading, first) && reading.Text.Key(tokens[from]) is "van")
                return first;
            var score = certain ? Scores.UnknownNamedWell : Scores.UnknownNamed;
            if (head.Has(TokenMarks.InTitleQuotes))
                score += Scores.TitleInQuotes;
            // "het Erwin Krolplein", "de Anne van Burenprijs": people have no article.
            if (first > 0 && head.Before == Gap.Space && reading.Text.Key(tokens[first - 1]) is "de" or "het" or "een")
                score += Scores.ArticleBefore;
            hits.AddUnknown(reading, first, end, score, Evidence.UnknownNamed);
            for (var i = first; i < end; i++)
                tokens[i].Marks |= TokenMarks.OtherSurname;
            return end;
        }
        // A pupil who is not on the roll yet: "Sam uit 2M".
        if (!head.Is(WordKinds.AnyOrdinary) && !reading.HasCalls(head.Word) && ClassLink.Of(reading, first, first + 1) is { Code: not null } mention
            && ClassLink.IsTight(reading, first, first + 1, mention))
            hits.AddUnknown(reading, first, first + 1, Scores.UnknownInClass, Evidence.UnknownInClass);
        return first;
    }

    private static bool IsSurnameAt(Reading reading, int first, int from, out int core, out bool certain)
    {
        var tokens = reading.Tokens;
        core = InfixReader.End(reading, from);
        certain = false;
        if (!reading.GoesOn(core) || (tokens[core].Before & (Gap.Newline | Gap.Slash | Gap.Apostrophe)) is not (Gap.None or Gap.Apostrophe))
            return false;
        ref readonly var head = ref tokens[first];
        ref readonly var tail = ref tokens[core];
        var infix = core > from;
        if (!tail.Has(TokenMarks.FirstUpper) || tail.KeyLength < 2 || tail.Has(TokenMarks.SentenceStart | TokenMarks.Class | TokenMarks.HasDigit | TokenMarks.Taken | TokenMarks.InPhrase | TokenMarks.InInstitution)
            || tail.Before is Gap.None
            || tail.Word == head.Word && head.Word >= 0
            || (core == first + 1 && tail.Before == Gap.Hyphen)) // "Anne-Sophie" is a first name still
            return false;
        // Only tussenvoegsels of surnames: "Roos in Zwolle" is no name.
        if (infix && !InfixReader.IsCommon(reading, from, core))
            return false;
        var known = tail.Is(WordKinds.Surname) || (infix && tail.Stem >= 0 && (reading.Roll.KindsOf(tail.Stem) & WordKinds.Surname) != 0)
            || (reading.Roll.KindsOf(tail.Stem) & WordKinds.Surname) != 0;
        if (tail.Is(WordKinds.NoSurname) && !known && !(infix && tail.Is(WordKinds.PersonCue)))
            return false;
        if (tail.Has(TokenMarks.AllUpper) && !tail.Has(TokenMarks.Headline) && !head.Has(TokenMarks.AllUpper) && !known)
            return false; // "Tim VWO"
        if (infix && tail.Is(WordKinds.Proper) && !known)
            return false; // "Lisa van Snapchat"
        certain = known || infix;
        var uninformative = tail.Has(TokenMarks.Headline);
        if (uninformative && !known && !infix)
            return false;
        // When the first name is also a word, the rest must be surer.
        if (head.Is(WordKinds.AnyOrdinary))
        {
            if (head.Is(WordKinds.Proper) && !known)
                return false;
            if (!known && !(infix && tail.IsUnlisted) && (head.Has(TokenMarks.SentenceStart) || !tail.IsUnlisted || head.Is(WordKinds.Function)))
                return false;
            if (known && tail.Is(WordKinds.AnyOrdinary) && !infix && uninformative)
                return false;
        }
        return true;
    }

    // "de vader van Kevin", "ouders van Yara de Boer"; her own name is read by the others.
    private static void Relative(Reading reading, HitList hits, int i)
    {
        var tokens = reading.Tokens;
        if (i + 2 >= tokens.Length || reading.Text.Key(tokens[i + 1]) is not ("van" or "v") || !reading.GoesOn(i + 1) || !reading.GoesOn(i + 2))
            return;
        var at = i + 2;
        while (at < tokens.Length && at - i < 4 && reading.GoesOn(at) && !tokens[at].Has(TokenMarks.FirstUpper) && tokens[at].Is(WordKinds.PersonCue))
            at++;
        if (at >= tokens.Length || !reading.GoesOn(at))
            return;
        ref readonly var token = ref tokens[at];
        if (!token.Has(TokenMarks.FirstUpper) || token.Has(TokenMarks.Taken | TokenMarks.InPhrase | TokenMarks.InInstitution | TokenMarks.HasDigit)
            || token.Is(WordKinds.Proper) || reading.HasCalls(token.Word))
            return;
        // "een dochter van Monsanto" is a company's.
        var oneOfSeveral = i > 0 && reading.Text.Key(tokens[i - 1]) is "een";
        if (token.Is(WordKinds.FirstName) ? !token.Is(WordKinds.Function) : !oneOfSeveral && token.IsUnlisted && !token.Has(TokenMarks.AllUpper) && token.KeyLength > 2 && !reading.Text.Key(token).EndsWith("college"))
            hits.AddUnknown(reading, i, at + 1, Scores.UnknownRelative, Evidence.UnknownRelative);
    }

    private static void Family(Reading reading, HitList hits, int i)
    {
        var tokens = reading.Tokens;
        if (!reading.GoesOn(i + 1) || tokens[i + 1].Before != Gap.Space)
            return;
        var core = InfixReader.End(reading, i + 1);
        if (!reading.GoesOn(core))
            return;
        ref readonly var token = ref tokens[core];
        if (token.Has(TokenMarks.FirstUpper) && !token.Has(TokenMarks.InPhrase | TokenMarks.InInstitution | TokenMarks.HasDigit | TokenMarks.Headline)
            && (token.Is(WordKinds.Surname | WordKinds.RollSurname) || token.IsUnlisted))
            hits.AddUnknown(reading, i, core + 1, Scores.UnknownFamily, Evidence.UnknownFamily);
    }

    private static void ByInitial(Reading reading, HitList hits, int first)
    {
        var tokens = reading.Tokens;
        var from = first + 1;
        while (from < tokens.Length && from - first < 5 && reading.GoesOn(from) && InitialNames.IsInitial(reading, from))
            from++;
        var core = InfixReader.End(reading, from);
        if (!reading.GoesOn(core) || (tokens[first + 1].Before & Gap.Dot) == 0)
            return;
        ref readonly var token = ref tokens[core];
        if (token.Has(TokenMarks.FirstUpper) && !token.Has(TokenMarks.Taken | TokenMarks.InPhrase | TokenMarks.InInstitution | TokenMarks.HasDigit | TokenMarks.AllUpper)
            && (token.Is(WordKinds.Surname) || (core > from && token.IsUnlisted)))
            hits.AddUnknown(reading, first, core + 1, Scores.UnknownInitial, Evidence.UnknownInitial);
    }
}
