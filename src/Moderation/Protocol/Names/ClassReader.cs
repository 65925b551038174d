namespace Moderation.Protocol.Names;

/// <summary>Finds the classes, years and levels that a text names.</summary>
internal static class ClassReader
{
    public static List<ClassMention> Read(Roll roll, NameText text)
    {
        var mentions = new List<ClassMention>();
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(roll, text, i) is not { } mention)
                continue;
            for (var k = mention.First; k < mention.End; k++)
            {
                tokens[k].Marks |= TokenMarks.Class;
                tokens[k].Marks &= ~TokenMarks.Leet;
            }
            mentions.Add(mention);
            i = mention.End - 1;
        }
        return mentions;
    }

    private static ClassMention? At(Roll roll, NameText text, int i)
    {
        var tokens = text.Tokens;
        ref readonly var token = ref tokens[i];
        var key = text.Key(token);
        if (token.Has(TokenMarks.HasDigit) && !token.Has(TokenMarks.AllDigits))
            return Code(roll, text, i) ?? NumberedYear(text, i);
        if (token.Has(TokenMarks.AllDigits))
            return key is [>= '1' and <= '6'] && i + 1 < tokens.Length && tokens[i + 1].Before is Gap.Space or Gap.Hyphen ? Apart(roll, text, i) : null;
        // "brugklas 1c", "havo 3B"
        if (token.Is(WordKinds.Level | WordKinds.ClassWord | WordKinds.Ordinal) && i + 1 < tokens.Length && tokens[i + 1].Before == Gap.Space
            && tokens[i + 1].Has(TokenMarks.HasDigit) && !tokens[i + 1].Has(TokenMarks.AllDigits) && Code(roll, text, i + 1) is { } coded)
        {
            var whole = token.Is(WordKinds.Level) ? ClassCode.Normalize(string.Concat(key, coded.Code)) : "";
            return coded with { First = i, Code = roll.HasClass(whole) ? whole : coded.Code };
        }
        if (token.Is(WordKinds.Level | WordKinds.ClassWord) && i + 1 < tokens.Length && tokens[i + 1].Before is Gap.Space or Gap.Hyphen)
        {
            // "havo 5", "klas 3", "klas 3 B"
            var next = text.Key(tokens[i + 1]);
            if (next is [>= '1' and <= '6'])
            {
                if (token.Is(WordKinds.ClassWord) && At(roll, text, i + 1) is { } inner)
                    return inner with { First = i };
                return new ClassMention(i, i + 2, null, next[0] - '0', token.Is(WordKinds.Level) ? key.ToString() : "");
            }
        }
        return Ordinal(text, i);
    }

    // "4 havo 3", "5 vwo", "klas 3 B", "uit 3 B", "(3-B)"
    private static ClassMention? Apart(Roll roll, NameText text, int i)
    {
        var tokens = text.Tokens;
        var year = text.Key(tokens[i]);
        var next = text.Key(tokens[i + 1]);
        if (tokens[i + 1].Is(WordKinds.Level) && tokens[i + 1].Before == Gap.Space)
        {
            var code = ClassCode.Normalize(string.Concat(year, next));
            if (i + 2 < tokens.Length && tokens[i + 2].KeyLength == 1 && tokens[i + 2].Before is Gap.Space or Gap.Hyphen
                && tokens[i + 2].Has(TokenMarks.FirstUpper | TokenMarks.AllDigits)
                && ClassCode.Normalize(string.Concat(year, next, text.Key(tokens[i + 2]))) is var group && roll.HasClass(group))
                return new ClassMention(i, i + 3, group, year[0] - '0', "");
            return new ClassMention(i, i + 2, roll.HasClass(code) ? code : null, year[0] - '0', next.ToString());
        }
        if (next.Length != 1 || !char.IsAsciiLetter(next[0]) || i == 0)
            return null;
        var joined = $"{year}{char.ToUpperInvariant(next[0])}";
        var upper = tokens[i + 1].Has(TokenMarks.FirstUpper);
        return tokens[i - 1].Is(WordKinds.ClassWord) && (upper || roll.HasClass(joined))
            || upper && roll.HasClass(joined) && (tokens[i - 1].Is(WordKinds.ClassConnector) || (tokens[i].Before & Gap.Open) != 0)
            ? new ClassMention(i, i + 2, joined, year[0] - '0', "")
            : null;
    }

    private static ClassMention? Code(Roll roll, NameText text, int i)
    {
        var tokens = text.Tokens;
        ref readonly var token = ref tokens[i];
        var written = text.Original.AsSpan(token.Start, token.End - token.Start);
        if (written.Length > 8 || !ClassCode.LooksLike(written, certain: false))
            return null;
        // "3D-printer", "4K-video": only a pupil of the class may be joined to it.
        if (i + 1 < tokens.Length && tokens[i + 1].Before == Gap.Hyphen && tokens[i + 1].Zone == Zone.Prose
            && !tokens[i + 1].Is(WordKinds.PersonCue | WordKinds.ClassConnector | WordKinds.ClassWord) && text.Key(tokens[i + 1]) is not ("er" or "ers"))
            return null;
        var code = ClassCode.Normalize(written.ToString());
        // "H4.3"
        if (i + 1 < tokens.Length && tokens[i + 1].Before == Gap.Dot && tokens[i + 1].KeyLength == 1 && tokens[i + 1].Has(TokenMarks.AllDigits)
            && ClassCode.Normalize(string.Concat(written, text.Key(tokens[i + 1]))) is var group && roll.HasClass(group))
            return new ClassMention(i, i + 2, group, ClassCode.Year(group), "");
        var announced = i > 0 && tokens[i - 1].Is(WordKinds.ClassWord | WordKinds.ClassConnector);
        var certain = ClassCode.LooksLike(written, certain: true);
        if (roll.HasClass(code))
        {
            var upper = written.IndexOfAnyInRange('A', 'Z') >= 0;
            var opened = (token.Before & Gap.Open) != 0;
            if (!certain && !announced && !upper && !opened)
                return null;
            // "2m" is two metres unless something says it is a class.
            if (!upper && written.Length == 2 && written[1] is 'm' or 'h' or 'k' or 'l' && !announced && !opened)
                return null;
        }
        else if (!certain || (!announced && (token.Before & Gap.Open) == 0 && written.IndexOfAnyInRange('A', 'Z') < 0 && written.Length < 4))
        {
            return null;
        }
        return new ClassMention(i, i + 1, code, ClassCode.Year(code), "");
    }

    // "3e klas", "5de jaars"
    private static ClassMention? NumberedYear(NameText text, int i)
    {
        var tokens = text.Tokens;
        var key = text.Key(tokens[i]);
        return key is [>= '1' and <= '6', ..] && key[1..] is "e" or "de" or "ste"
            && i + 1 < tokens.Length && tokens[i + 1].Is(WordKinds.ClassWord | WordKinds.Level)
            ? new ClassMention(i, i + 2, null, key[0] - '0', tokens[i + 1].Is(WordKinds.Level) ? text.Key(tokens[i + 1]).ToString() : "")
            : null;
    }

    // "uit de derde", "derde klas", "derdeklasser", "brugklas"
    private static ClassMention? Ordinal(NameText text, int i)
    {
        var tokens = text.Tokens;
        if (!tokens[i].Is(WordKinds.Ordinal))
            return null;
        var key = text.Key(tokens[i]);
        var year = YearOf(key);
        if (key.EndsWith("klasser") || key.EndsWith("klassers") || key.EndsWith("klas") || key.EndsWith("jaars") || key.EndsWith("klassen"))
            return new ClassMention(i, i + 1, null, year, "");
        if (i + 1 < tokens.Length && tokens[i + 1].Before is Gap.Space or Gap.Hyphen && tokens[i + 1].Is(WordKinds.ClassWord | WordKinds.Level))
            return new ClassMention(i, i + 2, null, year, tokens[i + 1].Is(WordKinds.Level) ? text.Key(tokens[i + 1]).ToString() : "");
        // "uit de derde" ends there: not "uit de derde wereld".
        var closes = i + 1 == tokens.Length || (tokens[i + 1].Before & Gap.Hard) != 0
            || tokens[i + 1].Is(WordKinds.PersonVerb | WordKinds.Function | WordKinds.Conjunction | WordKinds.Article);
        return closes && i > 1 && text.Key(tokens[i - 1]) is "de" && text.Key(tokens[i - 2]) is "uit" or "van"
            ? new ClassMention(i, i + 1, null, year, "")
            : null;
    }

    private static int YearOf(ReadOnlySpan<char> key) => key switch
    {
        _ when key.StartsWith("eerste") || key.StartsWith("brug") => 1,
        _ when key.StartsWith("tweede") => 2,
        _ when key.StartsWith("derde") => 3,
        _ when key.StartsWith("vierde") => 4,
        _ when key.StartsWith("vyfde") => 5,
        _ when key.StartsWith("zesde") => 6,
        _ => 0,
    };
}
