using System.Buffers;
using System.Text;
using Moderation.Publishing;

namespace Moderation.Consent;

/// <summary>
/// Exports for spreadsheets: semicolons, UTF-8 with a mark in front, and no cell that a spreadsheet would run as a formula (<c>domain.md</c> §6).
/// </summary>
public static class SafeCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";,\"\r\n\t'");

    /// <summary>Text of a whole file. Rows end with CR LF.</summary>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend(header))
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>
    /// What the register answers for each person, kind and channel. Only for roles that may see consent: it says <c>ja</c>, <c>nee</c> or <c>beoordelen</c>
    /// and never why, so that it tells nothing about protection (I8).
    /// </summary>
    public static string Decisions(ConsentRegister register, ChannelRegister channels, DateTimeOffset at)
    {
        var active = channels.All.Where(c => c.Active).ToList();
        return Write(
            ["id", "leerlingnummer", "naam", "klas", "soort", .. active.Select(c => c.Name)],
            from person in register.People.OrderBy(p => p.Surname, StringComparer.Ordinal).ThenBy(p => p.CallName, StringComparer.Ordinal)
            from kind in Enum.GetValues<MediaKind>()
            select (IReadOnlyList<string?>)
            [
                person.Id.ToString(), person.StudentNumber, person.FullName, string.Join(' ', person.Classes), ConsentTerms.Of(kind).Nl,
                .. active.Select(c => register.Decide(person.Id, c, kind, at) switch
                {
                    ConsentDecision.Granted => "ja",
                    ConsentDecision.Doubtful => "beoordelen",
                    _ => "nee",
                }),
            ]);
    }

    /// <summary>One cell: a quote in front of what would be a formula, and quoted where it must be.</summary>
    internal static string Cell(string? value)
    {
        var text = value ?? "";
        // Spreadsheets trim before they look, and also take full-width signs.
        if (text.AsSpan().TrimStart() is [var first, ..] && "=+-@\t\r|%＝＋－＠".Contains(first, StringComparison.Ordinal) || text is ['\t' or '\r' or '\n', ..])
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
