namespace Moderation.Protocol.Names;

/// <summary>Call name and surname run together, or shortened as account names are: roosbakker, sterrevdlinden, rbakker.</summary>
internal static class JoinedNames
{
    private const int Shortest = 7;
    private const int ShortestSurname = 3;

    public static void Find(Reading reading, HitList hits)
    {
        foreach (ref var token in reading.Tokens)
        {
            // A word that the lists know is that word; a spaced or hashtag word is looked at all the same.
            if (token.KeyLength < Shortest || token.Has(TokenMarks.Taken | TokenMarks.Class) || (token.Word >= 0 && !token.Has(TokenMarks.Spaced | TokenMarks.Hashtag)))
                continue;
            var key = reading.Text.Key(token);
            while (key.Length > 0 && char.IsAsciiDigit(key[^1]))
                key = key[..^1];
            var people = Split(reading.Roll, key);
            if (people.Length == 0 && key.EndsWith('s'))
                people = Split(reading.Roll, key[..^1]);
            if (people.Length == 0)
                continue;
            var spaced = token.Has(TokenMarks.Spaced);
            hits.AddSpan(token.Start, token.End, people, spaced ? Scores.FullNameOtherInfix : Scores.Joined, spaced ? Evidence.Disguised : Evidence.Joined);
            token.Marks |= TokenMarks.Taken;
        }
    }

    /// <summary>People whose call name and surname, with or without tussenvoegsel, make up the letters.</summary>
    public static ReadOnlyMemory<int> Split(Roll roll, ReadOnlySpan<char> key)
    {
        if (key.Length < Shortest)
            return default;
        ReadOnlyMemory<int> best = default;
        var node = 0;
        for (var i = 0; i < key.Length - ShortestSurname; i++)
        {
            node = roll.CallTrie.Step(node, key[i]);
            if (node == 0)
                break;
            var call = roll.CallTrie.Word(node);
            if (call < 0)
                continue;
            var surname = roll.WordNumber(key[(i + 1)..]);
            if (surname >= 0 && roll.Pairs[PairKey.Full(call, surname)] is { Length: > 0 } people)
                best = people; // the longest call name wins
        }
        return best;
    }
}
