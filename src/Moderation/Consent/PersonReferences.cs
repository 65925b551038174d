using System.Globalization;

namespace Moderation.Consent;

/// <summary>Finds the one person a submission means: by id, student number or full name.</summary>
public static class PersonReferences
{
    /// <returns>Null when nobody fits, or more than one: then a person has to say who is meant.</returns>
    public static PersonId? Resolve(this ConsentRegister register, string reference)
    {
        var wanted = reference.Trim();
        if (PersonId.TryParse(wanted, out var id) && register.Find(id) is not null)
            return id;

        PersonId? found = null;
        foreach (var person in register.People)
        {
            if (wanted.Length == 0 || !(wanted == person.StudentNumber || SameName(wanted, person.FullName)))
                continue;
            if (found is not null)
                return null;
            found = person.Id;
        }

        return found;
    }

    /// <summary>Case and accents apart: forms and exports often lose them.</summary>
    private static bool SameName(string a, string b) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
