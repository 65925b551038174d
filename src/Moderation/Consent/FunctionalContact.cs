using System.Text.RegularExpressions;

namespace Moderation.Consent;

/// <summary>
/// The one case in which a member of staff may be named without consent: as the contact for something, with function or school mail (R29, A10).
/// "Meld je aan bij mevrouw …" is a contact; news about the same person is not, also when that person is a contact elsewhere.
/// </summary>
internal static partial class FunctionalContact
{
    /// <summary>True when the name between <paramref name="start"/> and <paramref name="end"/> stands in a sentence that gives a contact.</summary>
    public static bool Names(Person person, string text, int start, int end)
    {
        if (person is not { Kind: PersonKind.Staff, FunctionalContact: true, Protected: false }
            || start < 0 || end > text.Length || start >= end)
            return false;
        var (from, to) = SentenceAround(text, start, end);
        var sentence = text[from..to];
        return HasOwnMail(person, sentence)
            || HasFunction(person, sentence)
            || (PointsTo().IsMatch(text[from..start]) && AsksToContact().IsMatch(sentence));
    }

    private static bool HasOwnMail(Person person, string sentence) =>
        !string.IsNullOrWhiteSpace(person.Email) && sentence.Contains(person.Email, StringComparison.OrdinalIgnoreCase);

    private static bool HasFunction(Person person, string sentence) =>
        !string.IsNullOrWhiteSpace(person.Function)
        && Regex.IsMatch(sentence, $@"(?<!\w){Regex.Escape(person.Function.Trim())}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static (int From, int To) SentenceAround(string text, int start, int end)
    {
        var from = 0;
        foreach (Match stop in SentenceEnd().Matches(text))
        {
            if (IsAbbreviation(text, stop.Index))
                continue;
            // A stop inside the name itself ("M. Visser") ends no sentence.
            if (stop.Index + stop.Length <= start)
                from = stop.Index + stop.Length;
            else if (stop.Index >= end)
                return (from, stop.Index);
        }

        return (from, text.Length);
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        if (text[stop] != '.')
            return false;
        var word = stop;
        while (word > 0 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
            word--;
        return stop - word == 1 || Abbreviation().IsMatch(text[word..stop]);
    }

    [GeneratedRegex(@"[.!?…]+[""'”’)]*(?=\s|$)|\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:dhr|mw|mevr|mej|drs|dr|ir|ing|prof|mr|nr|tel|bijv|bv|evt|ca|o\.a|t\.a\.v|i\.o|t/m|m\.b\.t|(?:\p{L}\.)*\p{L})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    // "bij mevrouw ", "via ", "contactpersoon: dhr. " right before the name.
    [GeneratedRegex(@"\b(?:bij|aan|via|met|naar|contactpersoon(?:\s+is)?|contact)\s*:?\s+(?:(?:de\s+)?(?:mevrouw|meneer|heer|juf|meester|docent|mentor|conrector|rector|teamleider|coördinator|dhr|mevr|mw|drs|dr|ir|ing)\.?\s+)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsTo();

    [GeneratedRegex(@"\b(?:meld(?:en|t)?|aanmeld\w*|aan te melden|geef|opgeven|opgave|schrijf|inschrijv\w*|inleveren|lever|reserveer\w*|reserveren|contact\w*|mail\w*|e-mail\w*|bel|bellen|terecht|verkrijgbaar|informatie|vragen|vraag|stel|afspraak)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksToContact();
}
