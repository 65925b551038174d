namespace Moderation.Protocol.Names;

/// <summary>Who an account name may belong to, by the names its parts are made of.</summary>
internal static class AccountReader
{
    private const int ManyCandidates = 3;

    /// <param name="parts">Folded parts between dots, underscores, capitals and digits.</param>
    public static (ReadOnlyMemory<int> People, int Score, int CallWord) Read(Roll roll, List<string> parts, AccountKind kind)
    {
        var all = string.Concat(parts);
        if (parts.Count > 1 && kind != AccountKind.Host)
        {
            // Mail addresses are made from names; handles only look like them.
            var whole = kind == AccountKind.Mail ? Scores.FullNameOtherInfix : Scores.Joined;
            for (var split = 1; split < parts.Count; split++)
            {
                var front = string.Concat(parts.Take(split));
                var back = string.Concat(parts.Skip(split));
                if (Pair(roll, front, back) is { Length: > 0 } forward)
                    return (forward, whole, -1);
                if (Pair(roll, back, front) is { Length: > 0 } backward)
                    return (backward, whole, -1);
            }
            if (Abbreviated(roll, parts) is { Length: > 0 } abbreviated)
                return (abbreviated, Many(Scores.Joined, abbreviated), -1);
            if (Initial(roll, parts[0], string.Concat(parts.Skip(1))) is { Length: > 0 } initial)
                return (initial, Many(kind == AccountKind.Mail ? Scores.Initials : Scores.Joined, initial), -1);
        }
        if (JoinedNames.Split(roll, all) is { Length: > 0 } joined)
            return (joined, Scores.Joined, -1);
        if (kind == AccountKind.Host)
            return default;
        if (Reversed(roll, all) is { Length: > 0 } reversed)
            return (reversed, Scores.Joined, -1);
        if (all.Length > 4 && Initial(roll, all[..1], all[1..]) is { Length: > 0 and <= ManyCandidates } run
            && (roll.KindsOf(roll.WordNumber(all)) & WordKinds.AnyOrdinary) == 0)
            return (run, Scores.CallName, -1);
        return CallNameOnly(roll, parts);
    }

    private static int Many(int score, ReadOnlyMemory<int> people) => score + (people.Length > ManyCandidates ? Scores.ManyCandidates : 0);

    private static ReadOnlyMemory<int> Pair(Roll roll, string call, string surname)
    {
        var (first, last) = (roll.WordNumber(call), roll.WordNumber(surname));
        return first < 0 || last < 0 ? default : roll.Pairs[PairKey.Full(first, last)];
    }

    private static ReadOnlyMemory<int> Initial(Roll roll, string initial, string surname) =>
        initial.Length == 1 && surname.Length > 2 && roll.WordNumber(surname) is var word and >= 0
            ? roll.Pairs[PairKey.InitialSurname(initial[0], word)]
            : default;

    private static ReadOnlyMemory<int> Reversed(Roll roll, string all)
    {
        for (var split = 3; split <= all.Length - 3; split++)
        {
            if (Pair(roll, all[split..], all[..split]) is { Length: > 0 } people)
                return people;
        }
        return default;
    }

    /// <summary>Call name with the initials of the surname: roos.b, sterre_vdl, sterre.v.d.l.</summary>
    private static int[] Abbreviated(Roll roll, List<string> parts)
    {
        var call = roll.WordNumber(parts[0]);
        if (call < 0)
            return [];
        var letters = string.Concat(parts.Skip(1));
        if (letters.Length is 0 or > 4)
            return [];
        var fitting = new List<int>();
        foreach (var index in roll.Calls[call].Span)
        {
            foreach (var part in roll.People[index].Parts)
            {
                var initial = roll.Words[part.Word][..1];
                if (letters == initial || letters == part.InfixInitials + initial)
                {
                    fitting.Add(index);
                    break;
                }
            }
        }
        return [.. fitting];
    }

    private static (ReadOnlyMemory<int> People, int Score, int CallWord) CallNameOnly(Roll roll, List<string> parts)
    {
        var call = roll.WordNumber(parts[0]);
        if (parts.Count > 1 || call < 0 || roll.Calls[call] is not { Length: > 0 } people)
            return default;
        var ordinary = (roll.KindsOf(call) & WordKinds.AnyOrdinary) != 0 || parts[0].Length <= 2;
        return (people, ordinary ? Scores.OrdinaryCallName : people.Length > 1 ? Scores.SharedCallName : Scores.CallName, call);
    }
}
