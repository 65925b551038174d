namespace Moderation.Protocol.Names;

/// <summary>Handles, mail addresses, host names and parts of links and file names.</summary>
internal static class AccountNames
{
    private const int Longest = 64;

    public static void Find(Reading reading, HitList hits)
    {
        foreach (var account in reading.Text.Accounts)
        {
            var written = reading.Text.Original.AsSpan(account.Start, account.End - account.Start);
            if (Registered(reading, hits, account, written) || account.Kind == AccountKind.LinkPart || written.Length > Longest)
                continue;
            Heuristic(reading, hits, account);
        }
        BareHandles(reading, hits);
    }

    private static bool Registered(Reading reading, HitList hits, Account account, ReadOnlySpan<char> written)
    {
        var roll = reading.Roll;
        var at = reading.Text.Original.AsSpan(account.Start);
        if (account.Kind == AccountKind.Mail)
        {
            var end = account.End - account.Start + 1;
            while (end < at.Length && end < 256 && (char.IsLetterOrDigit(at[end]) || at[end] is '.' or '-'))
                end++;
            if (roll.TryMail(at[..end].TrimEnd('.'), out var owners))
            {
                hits.AddSpan(account.Start, account.End, owners, Scores.Exact, Evidence.Mail);
                return true;
            }
        }
        if (!roll.TryHandle(written, out var people))
            return false;
        hits.AddSpan(account.Start, account.End, people, Scores.Exact, Evidence.Handle);
        reading.TakeSpan(account.Start, account.End);
        return true;
    }

    /// <summary>An account name written without @: "insta: sterre_vdl", "volg roosb08".</summary>
    private static void BareHandles(Reading reading, HitList hits)
    {
        var tokens = reading.Tokens;
        var text = reading.Text.Original;
        for (var i = 0; i < tokens.Length; i++)
        {
            var cued = i > 0 && tokens[i - 1].Is(WordKinds.AccountCue);
            if ((!cued && !tokens[i].Has(TokenMarks.HasDigit) && !(tokens[i].Zone == Zone.File && tokens[i].Before != Gap.None)) || tokens[i].Has(TokenMarks.Taken | TokenMarks.AllDigits))
                continue;
            var start = tokens[i].Start;
            while (start > 0 && tokens[i].Start - start < Longest && IsHandleChar(text[start - 1]))
                start--;
            var end = tokens[i].End;
            while (end < text.Length && end - tokens[i].End < Longest && IsHandleChar(text[end]))
                end++;
            while (end > start && text[end - 1] is '.' or '-')
                end--;
            var written = text.AsSpan(start, end - start);
            if (!reading.Roll.TryHandle(written, out var people) && tokens[i].Zone != Zone.Prose && written.LastIndexOf('.') is > 0 and var dot)
            {
                end = start + dot; // a file's extension
                reading.Roll.TryHandle(written[..dot], out people);
            }
            if (people is not null)
            {
                hits.AddSpan(start, end, people, Scores.Exact, Evidence.Handle);
                reading.TakeSpan(start, end);
            }
            else if (cued && end - start <= Longest)
            {
                Heuristic(reading, hits, new Account(start, end, AccountKind.Handle));
            }
        }
    }

    private static bool IsHandleChar(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-';

    /// <summary>Reads an account name as a name: roosbakker, roos.b, sterre_vdl, r.bakker, jansen-roos, roosbakker08.</summary>
    private static void Heuristic(Reading reading, HitList hits, Account account)
    {
        var name = NameText.Read("account.name", reading.Text.Original[account.Start..account.End]);
        var parts = new List<string>(name.Count);
        foreach (ref readonly var token in name.Tokens)
        {
            if (!token.Has(TokenMarks.AllDigits))
                parts.Add(name.Key(token).ToString());
        }
        if (parts.Count == 0)
            return;
        var (people, score, call) = AccountReader.Read(reading.Roll, parts, account.Kind);
        if (people.Length > 0)
            hits.Hits.Add(new Hit(account.Start, account.End, people, score, call < 0 ? Evidence.JoinedAccount : Evidence.CallName, call));
        else if (account.Kind == AccountKind.Handle && parts.Count > 1 && IsFirstName(reading.Roll, parts[0]))
            hits.Hits.Add(new Hit(account.Start, account.End, default, Scores.UnknownAccount, Evidence.UnknownAccount));
    }

    // "@jayden_vdm" is somebody; "@rood_wit" and "@max_havelaar" are perhaps a club or a brand.
    private static bool IsFirstName(Roll roll, string part) =>
        roll.KindsOf(roll.WordNumber(part)) is var kinds && (kinds & WordKinds.FirstName) != 0 && (kinds & WordKinds.AnyOrdinary) == 0;
}
