namespace Moderation.Consent.Import;

/// <summary>
/// Finds pupils by student number. <c>1234</c> finds <c>001234</c>, because exports lose leading zeros, but only when nobody else could be meant:
/// one such pupil in the register, one such number in the file, and no other surname.
/// </summary>
internal sealed class PupilRoll
{
    private readonly Dictionary<string, Person> exact = new(StringComparer.Ordinal);
    private readonly ILookup<string, Person> bare;

    private readonly ILookup<string, string> inFile;

    public PupilRoll(ConsentRegister register, IEnumerable<ImportRow> rows)
    {
        var pupils = register.People.Where(p => p is { Kind: PersonKind.Pupil, StudentNumber: not null }).ToList();
        foreach (var pupil in pupils)
            exact.TryAdd(pupil.StudentNumber!, pupil); // not null: filtered above
        inFile = rows.Select(r => r.StudentNumber).Distinct(StringComparer.Ordinal).ToLookup(Bare, StringComparer.Ordinal);
        bare = pupils.ToLookup(p => Bare(p.StudentNumber!), StringComparer.Ordinal); // not null: filtered above
    }

    public Person? Find(ImportRow row)
    {
        var number = row.StudentNumber;
        if (number.Length == 0)
            return null;
        if (exact.TryGetValue(number, out var pupil))
            return pupil;
        var alike = bare[Bare(number)].ToList();
        return alike.Count == 1 && inFile[Bare(number)].Count() == 1
            && (row.Name is not { } name || string.Equals(name.Surname, alike[0].Surname, StringComparison.OrdinalIgnoreCase)) ? alike[0] : null;
    }

    private static string Bare(string number) => number.TrimStart('0');
}
