namespace Moderation.Protocol.Names;

/// <summary>
/// Tells a sentence about the world's affairs from one about the school (R13: public and historical people are no third parties whose
/// secrets a school gives away). A word of the school's own life settles it: then everybody is private.
/// </summary>
internal static class PublicLife
{
    /// <summary>Tokens looked at on either side: keeps the cost of a name the same in a sentence without end.</summary>
    private const int Reach = 40;

    private const int ReachOfApposition = 6;

    // The last part of a compound says what somebody is: jeugdschrijver, KNZB-voorzitter, oud-wereldkampioene.
    private static readonly string[] RoleEndings =
    [
        "schryver", "schryfster", "zanger", "zangeres", "acteur", "actrice", "kampioen", "kampioene", "renner", "renster", "schaatser", "schaatsster",
        "voetballer", "voetbalster", "tennisser", "tennisster", "zwemmer", "zwemster", "ruiter", "leider", "woordvoerder", "kunstenaar", "kunstenares",
        "ontwerper", "ontwerpster", "presentator", "presentatrice", "componist", "minister", "president", "premier", "deskundige", "onderzoeker",
        "tekenaar", "maker", "winnaar", "winnares", "biograaf", "gitarist", "drummer", "stryder", "stryders", "topman", "baas", "chef",
    ];

    /// <summary>What the sentence takes from the score of somebody unknown; 0 or less.</summary>
    public static int Deduction(Reading reading, int first, int end)
    {
        var (world, _) = World(reading, first, end);
        if (world < 0)
            return 0;
        return HasRole(reading, first, end) ? Scores.PublicRole
            : world > 1 ? Scores.MuchWorld
            : world == 1 ? Scores.SomeWorld
            : 0;
    }

    /// <summary>
    /// A call name alone that stands in the world's news, or beside the age of somebody too old for school. Never in a text that
    /// speaks of the school anywhere, nor where pupils come too: a pupil on a trip to Berlin is still a pupil.
    /// </summary>
    public static bool IsElsewhere(Reading reading, int first, int end) =>
        !reading.SpeaksOfSchool && World(reading, first, end) is { All: >= 0 } world
            && (world.Far > 0 || HasAdultAge(reading, first, end) || (world.All > 0 && HasRole(reading, first, end)));

    /// <summary>Whether any word of the text is about the school and its people.</summary>
    public static bool SpeaksOfSchool(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly var token in tokens)
        {
            if (IsHome(token))
                return true;
        }

        return false;
    }

    private static bool IsHome(in Token token) => token.Is(WordKinds.Home) || token.Has(TokenMarks.Class);

    /// <summary>How many words of the sentence are about the world, −1 when one is about the school; and how many of them where no pupil comes.</summary>
    private static (int All, int Far) World(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        var from = first;
        while (from > 0 && first - from < Reach && !tokens[from].Has(TokenMarks.SentenceStart))
            from--;
        var to = end;
        while (to < tokens.Length && to - end < Reach && !tokens[to].Has(TokenMarks.SentenceStart))
            to++;
        var (all, far) = (0, 0);
        for (var i = from; i < to; i++)
        {
            if (i >= first && i < end)
                continue;
            if (IsHome(tokens[i]) || tokens[i].Zone != Zone.Prose)
                return (-1, 0);
            if (!tokens[i].Is(WordKinds.World) && !IsYearOfThePast(reading, i) && !(tokens[i].Has(TokenMarks.InPhrase) && tokens[i].Is(WordKinds.FirstName)))
                continue;
            all++;
            if (!tokens[i].Is(WordKinds.Visited))
                far++;
        }
        return (all, far);
    }

    // "de Zweedse zangeres Anna Nilsson", "de roman van Anna Nilsson", "Anna Nilsson, lijsttrekker van", "Anna Nilsson (D66)"
    private static bool HasRole(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        if (first > 0 && reading.GoesOn(first))
        {
            if (IsRole(reading, first - 1))
                return true;
            // "zanger en gitarist Anders Nilsson"
            if (first > 2 && reading.GoesOn(first - 1) && reading.GoesOn(first - 2) && reading.Text.Key(tokens[first - 2]) is "en" && IsRole(reading, first - 3))
                return true;
            if (reading.Text.Key(tokens[first - 1]) is "van" or "door")
            {
                for (var i = first - 2; i >= 0 && first - i < 5 && reading.GoesOn(i + 1); i--)
                {
                    if (IsRole(reading, i))
                        return true;
                }
            }
        }
        if (end >= tokens.Length || tokens[end].Has(TokenMarks.SentenceStart))
            return false;
        // "schreef De kleine kapitein"
        if (tokens[end].Before == Gap.Space && end + 1 < tokens.Length && tokens[end + 1].Has(TokenMarks.FirstUpper) && !tokens[end + 1].Is(WordKinds.FirstName | WordKinds.NameStart)
            && (tokens[end + 1].Before & (Gap.Stop | Gap.Break | Gap.Newline)) == 0
            && reading.Text.Key(tokens[end]) is "schreef" or "schryft" or "regisseerde" or "componeerde" or "schilderde" or "verfilmde" or "publiceerde" or "bedacht" or "beeldhouwde")
            return true;
        // ", lijsttrekker van", "(D66)", "was een Noorse ontdekkingsreiziger"
        var copula = tokens[end].Before == Gap.Space && reading.Text.Key(tokens[end]) is "is" or "was" or "werd" or "geldt" or "blyft" or "bleef";
        if (!copula && (tokens[end].Before & (Gap.Comma | Gap.Open | Gap.Colon)) == 0)
            return false;
        for (var i = end; i < tokens.Length && i - end < ReachOfApposition && (i == end || reading.GoesOn(i)); i++)
        {
            if (IsRole(reading, i) || (!copula && tokens[i].Is(WordKinds.World)))
                return true;
        }
        return false;
    }

    private static bool IsRole(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        if (token.Is(WordKinds.PublicRole | WordKinds.Office))
            return true;
        if (token.Has(TokenMarks.FirstUpper) && !token.Has(TokenMarks.SentenceStart))
            return false;
        var key = reading.Text.Key(token);
        foreach (var ending in RoleEndings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // 1000–1989: whoever the sentence is about left school long ago.
    private static bool IsYearOfThePast(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        if (!token.Has(TokenMarks.AllDigits) || token.KeyLength != 4)
            return false;
        var key = reading.Text.Key(token);
        return key[0] == '1' && (key[1] != '9' || key[2] < '9');
    }

    // "Hans (34)", "Hans, 52,", "de 34-jarige Hans"
    private static bool HasAdultAge(Reading reading, int first, int end)
    {
        var tokens = reading.Tokens;
        if (first > 1 && reading.Text.Key(tokens[first - 1]) is "jarige" or "jaar" && IsAdultAge(reading, first - 2))
            return true;
        return end < tokens.Length && (tokens[end].Before & (Gap.Open | Gap.Comma)) != 0 && IsAdultAge(reading, end)
            && (end + 1 >= tokens.Length || (tokens[end + 1].Before & (Gap.Close | Gap.Comma)) != 0 || reading.Text.Key(tokens[end + 1]) is "jaar");
    }

    private static bool IsAdultAge(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        return token.Has(TokenMarks.AllDigits) && token.KeyLength == 2 && reading.Text.Key(token) is var key && string.CompareOrdinal(key.ToString(), "21") > 0;
    }
}
