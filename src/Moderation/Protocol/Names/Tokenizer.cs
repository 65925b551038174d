using System.Buffers;
using System.Globalization;
using System.Text;

namespace Moderation.Protocol.Names;

/// <summary>
/// Cuts a text into tokens at word boundaries, remembering what stood between them and where they stood in the original
/// (<c>domain.md</c> §4.2). Linear; knows no names.
/// </summary>
internal ref partial struct Tokenizer
{
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
        while (end < limit && end < start + 6 && char.IsAsciiLetterOrDigit(text[end]))
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
