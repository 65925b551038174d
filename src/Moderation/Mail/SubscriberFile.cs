using MimeKit;
using Moderation.Consent;
using Moderation.Consent.Import;

namespace Moderation.Mail;

/// <summary>Reads a file of subscribers: a CSV with a column for the address and perhaps one for the name, or just one address a line.</summary>
public static class SubscriberFile
{
    private static readonly string[] EmailColumns = ["e-mail", "email", "e-mailadres", "emailadres", "mail", "e-mail address", "email address"];
    private static readonly string[] NameColumns = ["naam", "name", "volledige naam", "full name"];

    public static SubscriberFileResult Read(ReadOnlySpan<byte> bytes)
    {
        var table = ImportFile.Read(bytes).Table;
        var at = Place(table, EmailColumns);
        // A file without a header: its first line is an address as well.
        var bare = at < 0 && table.Header.Count == 1 && IsAddress(table.Header[0]);
        if (at < 0 && !bare)
        {
            return new([], [new RowProblem("subscribers", 1, "", new(
                "Geen kolom met e-mailadressen gevonden. Noem die kolom E-mail, of geef een bestand met één adres per regel.",
                "No column of e-mail addresses found. Call it E-mail, or give a file with one address a line."))]);
        }

        var name = Place(table, NameColumns);
        var found = new List<NewSubscriber>();
        var problems = new List<RowProblem>(table.Problems);
        if (bare)
            found.Add(new NewSubscriber(table.Header[0].Trim(), null));
        foreach (var row in table.Rows)
        {
            var email = row.Cells[Math.Max(at, 0)].Trim();
            if (IsAddress(email))
                found.Add(new NewSubscriber(email, name >= 0 && row.Cells[name].Trim() is { Length: > 0 and <= 200 } given ? given : null));
            else
                problems.Add(new RowProblem("subscribers", row.Number, "", new("Dit is geen e-mailadres.", "This is no e-mail address.")));
        }

        return new(found, problems);
    }

    internal static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';')
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && text.LastIndexOf('@') is > 0 and var sign && text.IndexOf('.', sign) > sign + 1 && text[^1] != '.';

    private static int Place(CsvTable table, string[] names) => names.Select(table.IndexOf).FirstOrDefault(i => i >= 0, -1);
}

/// <param name="Problems">Lines that were left out, each with its number and why.</param>
public sealed record SubscriberFileResult(IReadOnlyList<NewSubscriber> Subscribers, IReadOnlyList<RowProblem> Problems);
