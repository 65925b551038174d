using System.Buffers;

namespace Moderation.Protocol.Names;

/// <content>Links, mail addresses, handles and file names.</content>
internal ref partial struct Tokenizer
{
    private static readonly SearchValues<string> LinkStarts =
        SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> FileExtensions = new(WordFile.Read("file-extensions"), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> TopDomains = new(WordFile.Read("top-domains"), StringComparer.OrdinalIgnoreCase);

    /// <summary>A run without white space that holds a sign of an address, account, link or file name.</summary>
    private void Special(int start, int end)
    {
        var run = text[start..end];
        if (run.ContainsAny(LinkStarts))
        {
            var link = run.IndexOfAny(LinkStarts);
            Words(start, start + link, Zone.Prose);
            Link(start + link, end);
            return;
        }
        while (start < end && text[start..end].IndexOfAny('@', '＠') is >= 0 and var at)
            start = At(start, start + at, end);
        var first = start;
        while (first < end && !char.IsLetterOrDigit(text[first]))
            first++;
        var last = end;
        while (last > first && !char.IsLetterOrDigit(text[last - 1]))
            last--;
        var core = text[first..last];
        var slash = core.IndexOf('/');
        if (HostEndsIn(slash < 0 ? core : core[..slash]))
        {
            Words(start, first, Zone.Prose);
            Link(first, last);
            Words(last, end, Zone.Prose);
            return;
        }
        var dot = core.LastIndexOf('.');
        if (dot > 0 && FileExtensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(core[(dot + 1)..]))
        {
            Words(start, first, Zone.Prose);
            FileName(first, last);
            Words(last, end, Zone.Prose);
            return;
        }
        Words(start, end, core.Contains('_') ? Zone.File : Zone.Prose);
    }

    private void FileName(int start, int end)
    {
        var name = text[start..end];
        var dot = name.LastIndexOf('.');
        var stop = dot > 0 && FileExtensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[(dot + 1)..]) ? start + dot : end;
        gap |= Gap.Break;
        into.Accounts.Add(new Account(start, stop, AccountKind.LinkPart));
        for (var at = start; at < stop;)
        {
            // White space inside a file name is one more separator.
            if (char.IsWhiteSpace(text[at]))
            {
                gap |= Gap.Space;
                at++;
                continue;
            }
            var next = at;
            while (next < stop && !char.IsWhiteSpace(text[next]))
                next++;
            Words(at, next, Zone.File);
            at = next;
        }
        gap |= Gap.Break;
    }

    /// <summary>A handle, a mail address, or an @ that stands for the letter a. Returns where reading goes on.</summary>
    private int At(int start, int at, int end)
    {
        var next = at + 1;
        while (next < end && IsAccountChar(text[next]))
            next++;
        while (next > at + 1 && text[next - 1] is '.' or '-')
            next--;
        var before = at;
        while (before > start && (IsAccountChar(text[before - 1]) || text[before - 1] == '+'))
            before--;
        if (next == at + 1)
        {
            Words(start, next, Zone.Prose);
            return next;
        }
        if (before < at && !text[(at + 1)..next].Contains('.'))
        {
            Words(start, end, Zone.Prose); // B@kker
            return end;
        }
        Words(start, before, Zone.Prose);
        into.Accounts.Add(before == at ? new Account(at + 1, next, AccountKind.Handle) : new Account(before, at, AccountKind.Mail));
        gap |= Gap.Mark;
        return next;
    }

    private void Link(int start, int end)
    {
        gap |= Gap.Break;
        var scheme = text[start..end].IndexOf("://");
        var at = scheme < 0 ? start : start + scheme + 3;
        var host = at;
        while (host < end && (char.IsLetterOrDigit(text[host]) || text[host] is '.' or '-'))
            host++;
        var label = at;
        for (var i = at; i <= host; i++)
        {
            if (i < host && text[i] != '.')
                continue;
            if (i - label > 4)
                into.Accounts.Add(new Account(label, i, AccountKind.Host));
            label = i + 1;
        }
        for (var part = host; part < end;)
        {
            var next = part;
            while (next < end && text[next] is not ('/' or '?' or '&' or '=' or '#' or ';' or ',' or '@' or '%'))
                next++;
            if (next > part)
            {
                into.Accounts.Add(new Account(part, next, AccountKind.LinkPart));
                gap |= Gap.Break;
                Words(part, next, Zone.Link);
            }
            part = next + 1;
        }
        gap |= Gap.Break;
    }

    private static bool HostEndsIn(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || !TopDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(dot + 1)..]))
            return false;
        foreach (var c in host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'))
                return false;
        }
        // "gewonnen.Be" is a missing space, not a host.
        return !char.IsUpper(host[dot + 1]) || char.IsUpper(host[0]);
    }

    private static bool IsAccountChar(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-';
}
