using Moderation.Consent;

namespace Moderation.Protocol.Names;

/// <summary>"mevrouw Visser", "dhr. Van den Berg", "docent biologie Visser", "juf Marieke"; and the same for people the school does not know.</summary>
internal static class AddressedNames
{
    private const int ManyCandidates = 3;

    public static void Find(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(WordKinds.Title | WordKinds.Role) || tokens[i].Has(TokenMarks.InPhrase | TokenMarks.Taken))
                continue;
            var title = tokens[i].Is(WordKinds.Title);
            var at = i + 1;
            while (at < tokens.Length && reading.GoesOn(at) && at - i < 4
                && (tokens[at].Is(WordKinds.Title | WordKinds.Role)
                    || (!title && tokens[at].Is(WordKinds.Subject) && !tokens[at].Has(TokenMarks.FirstUpper))
                    || (title && tokens[at].Before == (Gap.Slash | Gap.None))))
            {
                title |= tokens[at].Is(WordKinds.Title);
                at++;
            }
            if (at < tokens.Length && reading.GoesOn(at) && (tokens[at].Before & (Gap.Newline | Gap.Hyphen)) == 0)
                Named(reading, hits, i, at, title);
            i = at - 1;
        }
    }

    private static void Named(Reading reading, HitList hits, int first, int at, bool title)
    {
        var tokens = reading.Tokens;
        var from = at;
        while (from < tokens.Length && from - at < 5 && reading.GoesOn(from) && InitialNames.IsInitial(reading, from))
            from++;
        if (from < tokens.Length && tokens[from].Has(TokenMarks.Taken))
            return; // a full name or initials were found behind the title
        var infixEnd = InfixReader.End(reading, from);
        for (var core = infixEnd; core >= from; core--)
        {
            if (core >= tokens.Length || !reading.GoesOn(core) || tokens[core].Has(TokenMarks.HasDigit | TokenMarks.Taken))
                continue;
            if (Known(reading, hits, first, from, core, title))
                return;
        }
        if (tokens[at].Is(WordKinds.NameStart) && tokens[at].Has(TokenMarks.FirstUpper) && ByCallName(reading, hits, at))
            return;
        if (infixEnd < tokens.Length && reading.GoesOn(infixEnd))
            Unknown(reading, hits, from, infixEnd, title);
    }

    private static bool Known(Reading reading, HitList hits, int first, int from, int core, bool title)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[core];
        // "mevrouw visser" is written by many; "docent visser" could be about fishing.
        if (!token.Has(TokenMarks.FirstUpper) && !(title && !token.Is(WordKinds.Function)))
            return false;
        // "voorzitter Jong Nederland"
        if (!title && core == from && reading.IsOrdinary(token, token.Word) && reading.GoesOn(core + 1) && tokens[core + 1].Has(TokenMarks.FirstUpper))
            return false;
        foreach (var word in (ReadOnlySpan<int>)[token.Word, token.Stem])
        {
            if (word < 0 || (reading.Roll.KindsOf(word) & WordKinds.RollSurname) == 0)
                continue;
            var people = reading.Roll.Pairs[PairKey.AddressedSurname(word)];
            var found = false;
            for (var i = 0; i < people.Length; i++)
            {
                var person = reading.Roll.People[people.Span[i]];
                var fit = InfixReader.Fit(reading, from, core, FullNames.Part(person, word));
                var score = fit == InfixFit.Foreign ? Scores.AddressedForeignInfix
                    : person.Kind == PersonKind.Staff ? Scores.Addressed
                    : Scores.AddressedGuardian;
                if (fit != InfixFit.Foreign && people.Length > ManyCandidates)
                    score += Scores.ManyCandidates;
                hits.Add(reading, from, core + 1, people.Slice(i, 1), score, Evidence.Addressed);
                found = true;
            }
            if (!found)
                continue;
            reading.Take(first, core + 1);
            return true;
        }
        return false;
    }

    private static bool ByCallName(Reading reading, HitList hits, int at)
    {
        var staff = new List<int>();
        foreach (var index in reading.Roll.Calls[reading.Tokens[at].Word].Span)
        {
            if (reading.Roll.People[index].Kind == PersonKind.Staff)
                staff.Add(index);
        }
        if (staff.Count == 0)
            return false;
        hits.Add(reading, at, at + 1, staff.ToArray(), Scores.AddressedCallName, Evidence.AddressedCallName);
        reading.Take(at, at + 1);
        return true;
    }

    private static void Unknown(Reading reading, HitList hits, int from, int core, bool title)
    {
        var tokens = reading.Tokens;
        ref readonly var token = ref tokens[core];
        var infix = core > from;
        if (!token.Has(TokenMarks.FirstUpper) || token.KeyLength < 2 || token.Has(TokenMarks.InPhrase | TokenMarks.InInstitution | TokenMarks.Class)
            || (token.Is(WordKinds.NoSurname) && !infix && !token.Is(WordKinds.Surname))
            || (token.Has(TokenMarks.AllUpper) && !token.Has(TokenMarks.Headline)))
            return;
        // A function goes before many capitals that are no person ("docent Engels", "directeur Onderwijs").
        if (!title && !token.Is(WordKinds.Surname | WordKinds.FirstName | WordKinds.RollSurname) && !(infix && token.IsUnlisted))
            return;
        if (!title && token.Is(WordKinds.Proper | WordKinds.Subject))
            return;
        if (token.Has(TokenMarks.Headline) && token.Is(WordKinds.AnyOrdinary))
            return;
        // "coach van de Italianen": behind a function a small "van" is a preposition.
        if (!title && infix && !tokens[from].Has(TokenMarks.FirstUpper))
            return;
        // With a surname behind it a first name is read by the others.
        if (token.Is(WordKinds.FirstName) && reading.GoesOn(core + 1) && (tokens[core + 1].Has(TokenMarks.FirstUpper) || tokens[core + 1].Is(WordKinds.Infix)))
            return;
        hits.AddUnknown(reading, from, core + 1, Scores.UnknownAddressed, Evidence.UnknownAddressed);
    }
}
