namespace Moderation.Consent;

/// <summary>What the words of the register are called on pages and in exports.</summary>
public static class ConsentTerms
{
    public static Words Of(MediaKind kind) => kind switch
    {
        MediaKind.Photo => new("foto", "photo"),
        MediaKind.Film => new("film", "film"),
        MediaKind.Sound => new("geluid", "sound"),
        MediaKind.Name => new("naam", "name"),
        MediaKind.Quote => new("citaat", "quotation"),
        _ => new("werk", "work"),
    };

    public static Words Of(ConsentValue value) => value switch
    {
        ConsentValue.Granted => new("ja", "yes"),
        ConsentValue.Withdrawn => new("ingetrokken", "withdrawn"),
        ConsentValue.EndedByImport => new("beëindigd door import", "ended by import"),
        ConsentValue.Informed => new("geïnformeerd", "informed"),
        ConsentValue.Voided => new("vervallen (import teruggedraaid)", "void (import undone)"),
        _ => new("nee", "no"),
    };

    public static Words Of(EvidenceSource source) => source switch
    {
        EvidenceSource.Form => new("formulier", "form"),
        EvidenceSource.Portal => new("portaal", "portal"),
        EvidenceSource.Mail => new("mail", "mail"),
        EvidenceSource.Import => new("import", "import"),
        _ => new("mondeling", "spoken"),
    };

    public static Words Of(PersonKind kind) => kind switch
    {
        PersonKind.Pupil => new("leerling", "pupil"),
        PersonKind.Staff => new("medewerker", "staff"),
        PersonKind.Guardian => new("ouder of verzorger", "guardian"),
        _ => new("gast", "guest"),
    };

    public static Words Of(Authority authority) => authority switch
    {
        Authority.Yes => new("gezag", "authority"),
        Authority.No => new("geen gezag", "no authority"),
        _ => new("gezag onbekend", "authority unknown"),
    };

    /// <summary>Who answered, as far as the register knows: a name, or what they are to the person.</summary>
    public static Words Giver(ConsentRegister register, Person person, PersonId giver)
    {
        if (giver == person.Id)
            return new("zelf", "personally");
        if (register.Find(giver) is { } known)
            return new(known.FullName, known.FullName);
        return GiverRole.Of(person.Id, giver) is { } role ? role.Name : new("een ouder of verzorger", "a parent or guardian");
    }

    /// <summary>Words as one writes them in a sentence: <c>foto, film en geluid</c>.</summary>
    public static Words Join(IEnumerable<Words> words)
    {
        var all = words.ToList();
        return new(Join([.. all.Select(w => w.Nl)], "en"), Join([.. all.Select(w => w.En)], "and"));
    }

    private static string Join(List<string> words, string and) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {and} {words[^1]}";
}
