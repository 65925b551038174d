using System.Globalization;
using System.Text;

namespace Moderation.Consent;

/// <summary>Finds people by what somebody types: parts of a name, a class, a number. Case and accents do not matter, nor the order of the words.</summary>
public static class PersonSearch
{
    /// <summary>Every word must be the beginning of something about the person. People whose name is exactly that come first.</summary>
    public static IReadOnlyList<Person> Find(ConsentRegister register, string query)
    {
        if (PersonId.TryParse(query.Trim(), out var id) && register.Find(id) is { } exactly)
            return [exactly];
        var words = Split(Fold(query));
        if (words.Length == 0)
            return [];
        var whole = string.Join(' ', words);
        return
        [
            .. register.People.Where(p => IsMeant(p, words))
                .OrderByDescending(p => Fold(p.FullName) == whole)
                .ThenBy(p => Fold(p.Surname), StringComparer.Ordinal).ThenBy(p => Fold(p.CallName), StringComparer.Ordinal).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal),
        ];
    }

    private static bool IsMeant(Person person, string[] words)
    {
        var parts = PartsOf(person);
        return words.All(w => parts.Exists(p => p.StartsWith(w, StringComparison.Ordinal)));
    }

    private static List<string> PartsOf(Person person)
    {
        IEnumerable<string?> texts =
            [person.CallName, person.GivenNames, person.Infix, person.Surname, .. person.Aliases, .. person.Handles, .. person.Classes, person.StudentNumber, person.StudentNumber?.TrimStart('0')];
        // Whole as well as in words: "jansen-de" and "vries" both find Jansen-de Vries.
        return [.. texts.OfType<string>().Select(Fold).SelectMany(t => Split(t).Append(t))];
    }

    private static string[] Split(string text) => text.Split([' ', ',', '-', '@'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c == 'ı' ? 'i' : c == '’' ? '\'' : char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
