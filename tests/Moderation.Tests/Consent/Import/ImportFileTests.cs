using System.Text;
using Moderation.Consent;
using Moderation.Consent.Import;

namespace Moderation.Tests.Consent.Import;

public sealed class ImportFileTests
{
    private const string Text = "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam\r\n0012;Zoë;\"\";Yılmaz\r\n";

    private static Person Only(ImportFile file, MappingProfile? profile = null)
    {
        profile ??= ProfileSuggestion.For(file.Columns, ConsentPolicy.School);
        var outcome = ImportPlanner.Plan(new([], [], [], ConsentPolicy.School), file, profile!, new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero), "admin"); // not null: the headers have a student number
        return Assert.Single(Assert.IsType<ImportOutcome.Planned>(outcome).Plan.People).Change.Person!; // not null: a new pupil
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Unicode_with_or_without_a_mark_is_read(string encoding, bool mark)
    {
        var coding = Encoding.GetEncoding(encoding);
        Assert.Equal("Zoë Yılmaz", Only(ImportFile.Read([.. mark ? coding.GetPreamble() : [], .. coding.GetBytes(Text)])).FullName);
    }

    [Fact]
    public void Windows_1252_is_read()
    {
        var coding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Assert.Equal("Renée d’Été", Only(ImportFile.Read(coding.GetBytes("Stamnummer,Roepnaam,Achternaam\n1,Renée,d’Été\n"))).FullName);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Separators_and_quoted_cells_are_read(string separator)
    {
        var pupil = Only(ImportFile.Read(Encoding.UTF8.GetBytes($"Stamnummer{separator}Naam{separator}Klas\n\"000077\"{separator}\"Linden, Sterre van der\"{separator}2C\n")));
        Assert.Equal(("000077", "Sterre", "van der", "Linden"), (pupil.StudentNumber, pupil.CallName, pupil.Infix, pupil.Surname));
    }

    [Theory]
    [InlineData("Linden, Sterre van der", "Sterre", "van der", "Linden")]
    [InlineData("van der Linden, Sterre", "Sterre", "van der", "Linden")]
    [InlineData("Sterre van der Linden", "Sterre", "van der", "Linden")]
    [InlineData("Jansen, Ben", "Ben", null, "Jansen")]
    [InlineData("Hof, Daan van 't", "Daan", "van 't", "Hof")]
    [InlineData("Jansen-de Vries, Anne-Fleur", "Anne-Fleur", null, "Jansen-de Vries")]
    [InlineData("Pinas, Joël Marvin", "Joël Marvin", null, "Pinas")]
    [InlineData("De Boer, Wouter", "Wouter", "de", "Boer")]
    public void A_name_in_one_column_is_taken_apart(string cell, string callName, string? infix, string surname)
    {
        var pupil = Only(ImportFile.Read(Encoding.UTF8.GetBytes($"Stamnummer;Naam\n1;\"{cell}\"\n")));
        Assert.Equal((callName, infix, surname), (pupil.CallName, pupil.Infix, pupil.Surname));
    }

    [Theory]
    [InlineData("van der ", "Linden", "van der", "Linden")]
    [InlineData("", "van der Linden", "van der", "Linden")]
    [InlineData("", "Linden, van der", "van der", "Linden")]
    [InlineData("", "Linden", null, "Linden")]
    public void A_tussenvoegsel_is_found_where_it_stands(string infix, string surname, string? expected, string core)
    {
        var pupil = Only(ImportFile.Read(Encoding.UTF8.GetBytes($"STAMNR;FIRSTNAME;PREFIX;LASTNAME\n1;Kim;\"{infix}\";\"{surname}\"\n")));
        Assert.Equal((expected, core), (pupil.Infix, pupil.Surname));
    }

    [Theory]
    [InlineData("01-03-2012")]
    [InlineData("1-3-2012")]
    [InlineData("2012-03-01")]
    [InlineData("01/03/2012")]
    [InlineData("01.03.2012")]
    [InlineData("20120301")]
    [InlineData("40969")]
    [InlineData("01-03-2012 00:00:00")]
    [InlineData("2012-03-01T00:00:00")]
    public void A_date_of_birth_is_read_in_every_usual_way(string cell) =>
        Assert.Equal(new DateOnly(2012, 3, 1), Only(ImportFile.Read(Encoding.UTF8.GetBytes($"stamnr_str;Roepnaam;Tussenv;Achternaam;geb_datum_str\n1;Kim;;Voorbeeld;{cell}\n"))).BornOn);

    [Theory]
    [InlineData("01-03-12")]
    [InlineData("31-02-2012")]
    [InlineData("12")]
    [InlineData("maart 2012")]
    [InlineData("01-03-2090")]
    public void A_date_of_birth_that_is_not_plain_stays_unknown(string cell) =>
        Assert.Null(Only(ImportFile.Read(Encoding.UTF8.GetBytes($"Stamnummer;Roepnaam;Achternaam;Geboortedatum\n1;Kim;Voorbeeld;{cell}\n"))).BornOn);

    [Theory]
    [InlineData("Stamnummer,Roepnaam,Tussenvoegsel,Achternaam,Klas,Klassenmentor 1")]
    [InlineData("stamnr_str,Roepnaam,Tussenv,Achternaam,Voorletters,Klas,geb_datum_str,Email,c_vrij1")]
    [InlineData("STAMNR,INITIALS,FIRSTNAME,PREFIX,LASTNAME,BIRTHDATE,CLASS,STUDYYEAR")]
    [InlineData("leerlingNummer,leerlingRoepnaam,leerlingVoorvoegsel,leerlingAchternaam,leerlingVoorletters,leerlingGeboortedatum,leerlingStamgroep")]
    public void Known_exports_are_recognised(string header)
    {
        var profile = ProfileSuggestion.For(header.Split(','), ConsentPolicy.School);
        Assert.NotNull(profile);
        Assert.All(new[] { profile.StudentNumber, profile.CallName, profile.Infix, profile.Surname, profile.Class }, Assert.NotNull);
    }

    [Fact]
    public void Consent_columns_are_proposed_by_purpose_and_kind()
    {
        var header = "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Geboortedatum;Toestemming website;Toestemming sociale media;Toestemming nieuwsbrief;Toestemming jaarboek;Toestemming pers;Toestemming naam;Gegeven door;Datum";
        var profile = ProfileSuggestion.For(header.Split(';'), ConsentPolicy.School)!; // has a student number
        Assert.Equal(["website", "sociale_media", "nieuwsbrief", "jaarboek", "pers"], profile.Consents.Where(c => !c.AboutKind).Select(c => c.Purposes.Single()));
        Assert.Equal([MediaKind.Name], profile.Consents.Single(c => c.AboutKind).Kinds);
        Assert.Equal(("Gegeven door", "Datum"), (profile.GivenBy, profile.GivenOn));
        Assert.Null(ProfileSuggestion.For(["Naam", "Klas"], ConsentPolicy.School));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ImportFile.Read("abc"u8).Hash);
}
