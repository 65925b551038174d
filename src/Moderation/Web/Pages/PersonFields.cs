using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Moderation.Consent;
using Moderation.Drafts;

namespace Moderation.Web.Pages;

/// <summary>What is known about a person, as typed.</summary>
public sealed record PersonFields
{
    private const int Longest = 100;

    public string Kind { get; init; } = "";

    public string StudentNumber { get; init; } = "";

    public string CallName { get; init; } = "";

    public string Initials { get; init; } = "";

    public string Infix { get; init; } = "";

    public string Surname { get; init; } = "";

    /// <summary>Separated by commas.</summary>
    public string Aliases { get; init; } = "";

    public string Handles { get; init; } = "";

    public string Classes { get; init; } = "";

    /// <summary><c>yyyy-MM-dd</c>, or empty.</summary>
    public string BornOn { get; init; } = "";

    public string Function { get; init; } = "";

    public string Email { get; init; } = "";

    public bool FunctionalContact { get; init; }

    public static PersonFields Of(Person person) => new()
    {
        Kind = person.Kind.ToString(),
        StudentNumber = person.StudentNumber ?? "",
        CallName = person.CallName,
        Initials = person.Initials ?? "",
        Infix = person.Infix ?? "",
        Surname = person.Surname,
        Aliases = string.Join(", ", person.Aliases),
        Handles = string.Join(", ", person.Handles),
        Classes = string.Join(", ", person.Classes),
        BornOn = person.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Function = person.Function ?? "",
        Email = person.Email ?? "",
        FunctionalContact = person.FunctionalContact,
    };

    public static PersonFields Read(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        StudentNumber = form["studentNumber"].ToString().Trim(),
        CallName = form["callName"].ToString().Trim(),
        Initials = form["initials"].ToString().Trim(),
        Infix = form["infix"].ToString().Trim(),
        Surname = form["surname"].ToString().Trim(),
        Aliases = form["aliases"].ToString().Trim(),
        Handles = form["handles"].ToString().Trim(),
        Classes = form["classes"].ToString().Trim(),
        BornOn = form["bornOn"].ToString().Trim(),
        Function = form["function"].ToString().Trim(),
        Email = form["email"].ToString().Trim(),
        FunctionalContact = form["functionalContact"] == "on",
    };

    /// <summary>The person as described, or what is wrong. What the form does not ask stays as it was.</summary>
    /// <param name="before">Null for somebody new.</param>
    public static (Person? Person, IReadOnlyList<FieldError> Errors) ToPerson(PersonFields fields, Person? before, ConsentRegister register, DateOnly today)
    {
        var errors = new List<FieldError>();
        var known = Enum.TryParse<PersonKind>(fields.Kind, out var kind) && Enum.IsDefined(kind);
        if (before is null && !known)
            errors.Add(new("kind", new("Kies wat deze persoon voor de school is.", "Choose what this person is to the school.")));
        if (fields.CallName.Length == 0)
            errors.Add(new("callName", new("Vul de roepnaam in.", "Fill in the call name.")));
        if (fields.Surname.Length == 0)
            errors.Add(new("surname", new("Vul de achternaam in.", "Fill in the surname.")));
        DateOnly? born = null;
        if (fields.BornOn.Length > 0)
        {
            if (DateOnly.TryParseExact(fields.BornOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today && day.Year >= 1900)
                born = day;
            else
                errors.Add(new("bornOn", new("Deze geboortedatum kan niet kloppen.", "This date of birth cannot be right.")));
        }

        if (fields.StudentNumber.Length > 0 && register.People.Any(p => p.StudentNumber == fields.StudentNumber && p.Id != before?.Id))
            errors.Add(new("studentNumber", new("Dit leerlingnummer heeft al iemand anders.", "Somebody else has this student number.")));
        foreach (var (name, value) in new[] { ("callName", fields.CallName), ("initials", fields.Initials), ("infix", fields.Infix), ("surname", fields.Surname), ("studentNumber", fields.StudentNumber), ("function", fields.Function), ("email", fields.Email) })
        {
            if (value.Length > Longest)
                errors.Add(new(name, new($"Gebruik hooguit {Longest} tekens.", $"Use at most {Longest} characters.")));
        }

        foreach (var (name, value) in new[] { ("aliases", fields.Aliases), ("handles", fields.Handles), ("classes", fields.Classes) })
        {
            if (value.Length > 10 * Longest)
                errors.Add(new(name, new($"Gebruik hooguit {10 * Longest} tekens.", $"Use at most {10 * Longest} characters.")));
        }

        if (errors.Count > 0)
            return (null, errors);
        var person = before ?? new Person { Id = NewId(), Kind = kind, CallName = "", Surname = "" };
        return (person with
        {
            StudentNumber = Text(fields.StudentNumber),
            CallName = fields.CallName,
            Initials = Text(fields.Initials),
            Infix = Text(fields.Infix),
            Surname = fields.Surname,
            Aliases = Several(fields.Aliases),
            Handles = [.. Several(fields.Handles).Select(h => h.TrimStart('@'))],
            Classes = Several(fields.Classes),
            BornOn = born,
            Function = Text(fields.Function),
            Email = Text(fields.Email),
            FunctionalContact = fields.FunctionalContact,
        }, []);
    }

    private static PersonId NewId() => PersonId.Parse("h-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static string[] Several(string text) => text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
