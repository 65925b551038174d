using System.Text;
using Moderation.Consent;

namespace Moderation.Tests.Protocol.Names;

/// <summary>The ways people write a name. Each is put in several sentences; made for measuring, not from the matcher's own lists.</summary>
internal static class NameVariants
{
    private static readonly string[] Frames =
    [
        "{0} heeft de voorleeswedstrijd gewonnen.",
        "Gisteren mocht {0} de prijs ophalen in de aula.",
        "De foto is gemaakt door {0}.",
        "Wat een talent! Volgens de jury was {0} de beste, en dat vinden wij ook.",
        "Op de foto v.l.n.r.: {0} met de beker.",
    ];

    private static readonly string[] ClassFrames =
    [
        "{0} uit {1} won de voorleeswedstrijd.",
        "Gisteren won {0} ({1}) de eerste prijs.",
        "Op de foto zie je {0} uit klas {1} met het diploma.",
        "{1}'er {0} schreef een gedicht over de zee.",
        "{1}-leerling {0} deed mee aan de quiz.",
        "Ook {0} van klas {1} was erbij.",
        "{0}, leerling van {1}, las haar verhaal voor.",
        "{0}, uit {1}, deed mee.",
        "Winnaar: {0} - {1}.",
        "Uit {1} deed {0} mee.",
        "Klas {1}: {0} heeft gewonnen!",
        "\"Het was super,\" vertelt {0} uit {1}.",
        "Wij feliciteren {0} uit {1}!",
        "{0} {1} is de winnaar.",
        "{0} zit in {1} en speelt viool.",
        "Leerling {0} uit klas {1} kreeg applaus.",
    ];

    /// <summary>Sentences with the full name in every spelling: the kind of spelling, and the sentence.</summary>
    public static IEnumerable<(string Kind, string Text, bool File)> FullName(Person person)
    {
        foreach (var (kind, name) in Spellings(person))
        {
            foreach (var frame in Frames)
                yield return (kind, Fill(frame, name), false);
        }
        var call = person.CallName;
        var infix = person.Infix is null ? "" : person.Infix + " ";
        var plain = $"{call} {infix}{person.Surname}";
        yield return ("hele zin in hoofdletters", Fill(Frames[1], plain).ToUpperInvariant(), false);
        yield return ("twee regels", Fill("Op de foto:\n{0}\nklas 1", plain), false);
        yield return ("lijst", $"Geslaagd: {plain}, Pim Pandoer en Rosalinde Quaak.", false);
        yield return ("aanhalingstekens", $"\"Ik ben {plain},\" klonk het door de zaal.", false);
        yield return ("bestandsnaam _", $"IMG_{plain.Replace(' ', '_')}_2024.jpg", true);
        yield return ("bestandsnaam -", $"{plain.Replace(' ', '-').ToLowerInvariant()}.png", true);
        yield return ("bestandsnaam kameel", $"{Camel(plain)}.jpeg", true);
        yield return ("link", $"Kijk op https://www.linkedin.com/in/{Ascii(plain).Replace(' ', '-').ToLowerInvariant()}-4b2/ voor meer.", false);
        yield return ("mailadres", $"Mail naar {Ascii(plain).Replace(" ", ".", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).ToLowerInvariant()}@leerling.example.", false);
        yield return ("hashtag", $"Wat een dag! #{Camel(plain)} #trots", false);
    }

    /// <summary>Sentences with the call name and the class.</summary>
    public static IEnumerable<string> WithClass(Person person)
    {
        foreach (var frame in ClassFrames)
            yield return string.Format(null, frame, person.CallName, person.Classes[0]);
        yield return string.Format(null, ClassFrames[0], person.CallName.ToUpperInvariant(), person.Classes[0].ToLowerInvariant());
        yield return string.Format(null, ClassFrames[1], Ascii(person.CallName), person.Classes[0].ToLowerInvariant());
    }

    /// <summary>Sentences with the name shortened, turned round or misspelt; the evidence is weaker, so asking is enough.</summary>
    public static IEnumerable<string> Shortened(Person person)
    {
        var front = person.Infix is null ? "" : person.Infix + " ";
        var letter = person.CallName.EnumerateRunes().First();
        yield return $"Met dank aan {letter}. {front}{person.Surname} voor de foto's.";
        yield return $"De lijst begint met {person.Surname}, {letter}.{(person.Infix is null ? "" : " " + person.Infix)} en eindigt onderaan.";
        yield return $"Op de foto staat {person.CallName} {front}\n{person.Surname} met de beker.";
        yield return $"Wat een dag! #{Camel($"{person.CallName} {front}{person.Surname}").ToLowerInvariant()}";
        yield return $"Volg @{Ascii($"{person.CallName} {front}{person.Surname}").Replace(" ", "_", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).ToLowerInvariant()} voor meer.";
        yield return $"Dit is ({person.CallName} {front}{person.Surname}), rechts op de foto.";
        yield return $"{person.CallName}–{person.Surname} 3-2";
    }

    /// <summary>Sentences of a school and its neighbourhood with somebody who is not on the roll.</summary>
    public static IEnumerable<string> Stranger(Person person)
    {
        yield return $"{person.FullName} scoorde twee keer.";
        yield return $"Wij bedanken {person.FullName} voor de taart.";
        yield return $"Op de foto staat {person.FullName} met de beker.";
        yield return $"De gastspreker van deze week was {person.FullName}.";
        yield return $"Fotograaf {person.FullName} maakte prachtige beelden van onze musical.";
        yield return $"Oud-leerling {person.FullName} studeert nu in Parijs en vertelde er over in de aula.";
        yield return $"Buurvrouw {person.FullName} klaagde over de fietsen.";
    }

    private static string Fill(string frame, string name) => string.Format(null, frame, name);

    private static IEnumerable<(string Kind, string Name)> Spellings(Person person)
    {
        var call = person.CallName;
        var surname = person.Surname;
        var infix = person.Infix;
        var front = infix is null ? "" : infix + " ";
        var plain = $"{call} {front}{surname}";
        yield return ("gewoon", plain);
        yield return ("zonder accenten", Ascii(plain));
        yield return ("losse accenten", plain.Normalize(NormalizationForm.FormD));
        yield return ("kleine letters", plain.ToLowerInvariant());
        yield return ("hoofdletters", plain.ToUpperInvariant());
        yield return ("dubbele spatie", plain.Replace(" ", "  ", StringComparison.Ordinal));
        yield return ("vaste spatie", plain.Replace(' ', '\u00A0'));
        yield return ("achternaam voorop", infix is null ? $"{surname}, {call}" : $"{surname}, {call} {infix}");
        yield return ("bezit", plain + (plain[^1] is 's' or 'x' or 'z' ? "'" : "s") + " fiets");
        yield return ("bezit met apostrof", plain + "’s fiets");
        yield return ("middelste letter", $"{call} J. {front}{surname}");
        yield return ("vet", $"**{plain}**");
        yield return ("onzichtbaar teken", plain.Insert(2, "\u200B").Insert(plain.Length - 1, "\u00AD"));
        yield return ("volle breedte", string.Concat(plain.Select(static c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c)));
        yield return ("Cyrillische letters", plain.Replace('a', 'а').Replace('o', 'о').Replace('e', 'е').Replace('p', 'р'));
        yield return ("losse letters", string.Join("  ", plain.Split(' ').Select(static word => string.Join(' ', word.EnumerateRunes()))));
        if (plain.Contains("ij", StringComparison.Ordinal))
        {
            yield return ("ij als y", plain.Replace("ij", "y", StringComparison.Ordinal));
            yield return ("ij als één teken", plain.Replace("ij", "ĳ", StringComparison.Ordinal));
        }
        if (call.Contains('-', StringComparison.Ordinal))
        {
            yield return ("roepnaam los", $"{call.Replace('-', ' ')} {front}{surname}");
            yield return ("roepnaam aaneen", $"{call[..1]}{call[1..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} {front}{surname}");
        }
        if (surname.Contains('-', StringComparison.Ordinal))
        {
            yield return ("helft van de achternaam", $"{call} {front}{surname.Split('-')[0]}");
            yield return ("andere helft", $"{call} {surname.Split('-')[1]}");
            yield return ("achternaam met spatie", $"{call} {front}{surname.Replace("-", " - ", StringComparison.Ordinal)}");
        }
        if (infix is null)
            yield break;
        yield return ("zonder tussenvoegsel", $"{call} {surname}");
        yield return ("tussenvoegsel met hoofdletter", $"{call} {char.ToUpperInvariant(infix[0])}{infix[1..]} {surname}");
        yield return ("voorop met tussenvoegsel", $"{infix} {surname}, {call}");
        if (infix is "van der" or "van den" or "van de")
        {
            yield return ("v.d.", $"{call} v.d. {surname}");
            yield return ("vd", $"{call} vd {surname}");
            yield return ("v/d", $"{call} v/d {surname}");
            yield return ("v. d.", $"{call} v. d. {surname}");
            yield return ("vander", $"{call} {infix.Replace(" ", "", StringComparison.Ordinal)} {surname}");
            yield return ("Vander", $"{call} Van{infix[4..]} {surname}");
            yield return ("van de voor van der", $"{call} van de {surname}");
            yield return ("aaneen", $"{call} V{infix.Replace(" ", "", StringComparison.Ordinal)[1..]}{surname.ToLowerInvariant()}");
        }
        if (infix is "van 't" or "van het" or "in 't")
        {
            yield return ("t", $"{call} {infix.Split(' ')[0]} t {surname}");
            yield return ("’t", $"{call} {infix.Split(' ')[0]} ’t {surname}");
            yield return ("het", $"{call} {infix.Split(' ')[0]} het {surname}");
        }
    }

    private static string Camel(string name) =>
        string.Concat(name.Split(' ', '-', '\'').Where(static w => w.Length > 0).Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));

    private static string Ascii(string name)
    {
        var plain = name.Replace("ı", "i", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal).Replace("Ł", "L", StringComparison.Ordinal)
            .Replace("ø", "o", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        return string.Concat(plain.Where(static c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
    }
}
