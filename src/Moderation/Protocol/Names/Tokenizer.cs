using System.Buffers;
using System.Globalization;
using System.Text;

namespace Moderation.Protocol.Names;

/// <summary>
/// Cuts a text into tokens at word boundaries, remembering what stood between them and where they stood in the original
/// (<c>domain.md</c> §4.2). Linear; knows no names.
/// </summary>
internal ref struct Tokenizer
{
    private static readonly SearchValues<string> LinkStarts =
        SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> FileExtensions = new(WordFile.Read("file-extensions"), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> TopDomains = new(WordFile.Read("top-domains"), StringComparer.OrdinalIgnoreCase);

    private readonly ReadOnlySpan<char> text;
    private readonly NameText into;
    private Gap gap;
    private bool hashtag;

    private Tokenizer(NameText into)
    {
        this.into = into;
        text = into.Original;
        gap = Gap.Break;
    }

    public static void Run(NameText into, bool fileName)
    {
        var tokenizer = new Tokenizer(into);
        if (fileName)
            tokenizer.FileName(0, tokenizer.text.Length);
        else
            tokenizer.Prose();
    }

    private void Prose()
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                Whitespace(text[at]);
                at++;
                continue;
            }
            var end = at;
            var special = false;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                special |= text[end] is '@' or '/' or '.' or '＠' or '_';
                end++;
            }
            if (special)
                Special(at, end);
            else
                Words(at, end, Zone.Prose);
            at = end;
        }
    }

    private void Whitespace(char c)
    {
        // A full stop ends a sentence only when space follows.
        if ((gap & Gap.Dot) != 0)
            gap |= Gap.Stop;
        if (c is '\n' or '\u2028' or '\u2029' or '\v' or '\f')
            gap |= (gap & Gap.Newline) != 0 ? Gap.Break : Gap.Newline;
        else
            gap |= Gap.Space;
    }

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
        var at = run.IndexOfAny('@', '＠');
        if (at >= 0)
        {
            At(start, start + at, end);
            return;
        }
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

    /// <summary>A handle, a mail address, or an @ that stands for the letter a.</summary>
    private void At(int start, int at, int end)
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
            Words(start, at + 1, Zone.Prose);
            Rest(at + 1, end);
        }
        else if (before == at)
        {
            Words(start, at, Zone.Prose);
            into.Accounts.Add(new Account(at + 1, next, AccountKind.Handle));
            gap |= Gap.Mark;
            Rest(next, end);
        }
        else if (text[(at + 1)..next].Contains('.'))
        {
            Words(start, before, Zone.Prose);
            into.Accounts.Add(new Account(before, at, AccountKind.Mail));
            gap |= Gap.Mark;
            Rest(next, end);
        }
        else
        {
            Words(start, end, Zone.Prose); // B@kker
        }
    }

    private void Rest(int start, int end)
    {
        if (start < end)
            Special(start, end);
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

    private void Words(int start, int end, Zone zone)
    {
        var at = start;
        while (at < end)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                at = Word(at, end, zone);
                continue;
            }
            if (Rune.DecodeFromUtf16(text[at..end], out var rune, out var length) != OperationStatus.Done
                || Folding.Fold(rune) is not { } folded)
            {
                if (text[at] == '<' && Tag(at, end) is var after && after > at)
                {
                    at = after;
                    continue;
                }
                Separator(text[at]);
                at += length;
            }
            else if (folded.Length == 0)
            {
                at += length;
            }
            else
            {
                at = Word(at, end, zone);
            }
        }
    }

    /// <summary>Passes over a mark-up tag: "&lt;b&gt;" decorates, "&lt;br&gt;" starts a line. Returns where it ended.</summary>
    private int Tag(int start, int limit)
    {
        var close = text[start..limit].IndexOf('>');
        if (close is < 2 or > 12)
            return start;
        var name = text[(start + 1)..(start + close)].Trim('/');
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return start;
        }
        gap |= name is "br" or "p" or "li" or "div" or "tr" or "td" or "ul" or "h1" or "h2" or "h3" ? Gap.Newline : Gap.Decoration;
        return start + close + 1;
    }

    private void Separator(char c)
    {
        if (c == '#')
            hashtag = true;
        gap |= c switch
        {
            '-' or '‐' or '‑' or '–' or '—' or '−' or '‒' or '﹣' or '－' => Gap.Hyphen,
            '.' or '．' or '。' => Gap.Dot,
            ',' => Gap.Comma,
            '(' or '[' or '{' or '<' => Gap.Open,
            ')' or ']' or '}' or '>' => Gap.Close,
            ':' => Gap.Colon,
            '/' or '\\' => Gap.Slash,
            '_' or '*' or '~' or '^' => Gap.Decoration,
            '!' or '?' or '…' or ';' => Gap.Stop,
            '"' or '“' or '”' or '„' or '«' or '»' or '‟' => Gap.Quote,
            '&' or '+' or '|' or '•' or '·' or '●' or '▪' or '►' or '✓' => Gap.List,
            _ when Folding.IsApostrophe(c) => Gap.Apostrophe,
            // An emoji between the words of a name decorates it.
            _ when char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol => Gap.Decoration,
            _ => Gap.Mark,
        };
    }

    /// <summary>Reads one token and returns where it ended.</summary>
    private int Word(int start, int limit, Zone zone)
    {
        var keyStart = into.Keys.Length;
        int letters = 0, uppers = 0, digits = 0, end = start, at = start;
        bool leet = false, previousLower = false, firstUpper = false, camelNext = false;
        var whole = zone == Zone.Prose || KeepsDigits(start, limit);
        while (at < limit)
        {
            // What nearly every letter is, without the general machinery.
            if (char.IsAsciiLetterLower(text[at]) && whole)
            {
                into.Keys.AppendLetter(text[at], keyStart);
                letters++;
                previousLower = true;
                end = ++at;
                continue;
            }
            if (Rune.DecodeFromUtf16(text[at..limit], out var rune, out var length) != OperationStatus.Done)
                break;
            var folded = Folding.Fold(rune);
            if (folded is { Length: 0 })
            {
                at += length;
                continue;
            }
            if (folded is null)
            {
                // A sign between letters that stands for a letter.
                if (zone == Zone.Prose && end > start && at == end && LeetSign(text[at]) is { } sign && at + 1 < limit && char.IsLetter(text[at + 1]))
                {
                    into.Keys.Append(sign, keyStart);
                    leet = true;
                    at += length;
                    end = at;
                    previousLower = false;
                    continue;
                }
                break;
            }
            var digit = Rune.IsDigit(rune);
            var upper = Rune.IsUpper(rune);
            if (end > start && ((!whole && digit != (digits > 0 && letters == 0)) || (upper && previousLower && zone != Zone.Prose) || (upper && previousLower && digits == 0 && letters > 1)))
            {
                camelNext = true;
                break;
            }
            if (letters + digits == 0)
                firstUpper = upper;
            into.Keys.Append(folded, keyStart);
            letters += digit ? 0 : 1;
            digits += digit ? 1 : 0;
            uppers += upper ? 1 : 0;
            previousLower = Rune.IsLower(rune) && rune.Value != 'ı'; // stays small when a text is made capital
            at += length;
            end = at;
        }
        var marks = (firstUpper ? TokenMarks.FirstUpper : 0)
            | (letters > 1 && uppers == letters ? TokenMarks.AllUpper : 0)
            | (digits > 0 ? TokenMarks.HasDigit : 0)
            | (digits > 0 && letters == 0 ? TokenMarks.AllDigits : 0)
            | (leet || (digits > 0 && letters > 0) ? TokenMarks.Leet : 0)
            | (gap == Gap.None ? TokenMarks.Camel : 0)
            | (hashtag ? TokenMarks.Hashtag : 0);
        into.Add(start, end, keyStart, marks, gap, zone);
        gap = Gap.None;
        hashtag = camelNext && hashtag;
        return end;
    }

    /// <summary>In a file name digits are cut off, unless the whole looks like a class.</summary>
    private readonly bool KeepsDigits(int start, int limit)
    {
        var end = start;
        while (end < limit && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return end - start <= 5 && ClassCode.LooksLike(text[start..end], certain: true);
    }

    private static string? LeetSign(char c) => c switch
    {
        '@' or '＠' => "a",
        '$' => "s",
        '€' => "e",
        '!' => "i",
        '|' => "l",
        _ => null,
    };
}
