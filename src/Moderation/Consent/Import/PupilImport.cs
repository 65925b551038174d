using System.Security.Cryptography;
using System.Text;
using Moderation.Drafts;

namespace Moderation.Consent.Import;

/// <summary>Plans what the rows about one pupil change.</summary>
internal sealed class PupilImport(ConsentRegister register, MappingProfile profile, string importId, DateTimeOffset now, string plannedBy, List<RowProblem> problems)
{
    private readonly List<Words> notes = [];
    private bool contradictory;

    /// <returns>Null when nothing changes and nothing is worth saying.</returns>
    public ImportedPerson? Plan(Person? before, IReadOnlyList<ImportRow> rows)
    {
        if (Facts(before, rows) is not { } after)
            return null;
        if (before is not null && before.StudentNumber != rows[0].StudentNumber)
            Note("Het leerlingnummer mist voorloopnullen; deze leerling is toch gevonden.", "The student number lacks leading zeros; this pupil was found all the same.");

        List<ConsentRecord> records = [];
        List<Guardianship> guardianships = [];
        if (profile.Consents.Count > 0)
        {
            foreach (var giver in rows.GroupBy(r => Giver.Of(after.Id, r.GivenBy)))
                Answers(after, giver.Key, [.. giver], records, guardianships);
        }

        var changed = before is null || !SameFacts(before, after);
        var effect = before is null ? ImportEffect.New : changed || records.Count > 0 || guardianships.Count > 0 ? ImportEffect.Changed : ImportEffect.Noted;
        if (effect == ImportEffect.Noted && notes.Count == 0 && !contradictory)
            return null;
        var change = new PersonChange(after.Id)
        {
            Person = changed ? after : null,
            Guardianships = guardianships,
            Records = records,
            Trace = new ImportTrace(importId, before, changed ? after : null),
        };
        return new ImportedPerson(effect, change, before, contradictory, notes) { Line = rows[0].Number };
    }

    private void Answers(Person person, Giver giver, List<ImportRow> rows, List<ConsentRecord> records, List<Guardianship> guardianships)
    {
        var days = rows.Select(DayOf).ToList();
        var said = ImportAnswers.Of(profile.Consents, [.. rows.Select((r, i) => (Func<string, CellAnswer>)(column => Read(r, column, days[i].Readable)))]);
        if (said.Contradictory)
        {
            contradictory = true;
            Note("De rijen van deze leerling zeggen ja én nee; het wordt nee.", "The rows of this pupil say yes and no; it becomes no.");
        }

        var day = days.Where(d => d.Readable).Select(d => d.Day).Max();
        var difference = new AnswerDifference(person.Id, giver, day, rows[0].Number, importId, profile.TextVersion, "import:" + plannedBy, now);
        difference.Add(register.RecordsOf(person.Id), said.All);
        var added = difference.Records();
        if (difference.Overruled)
        {
            contradictory = true;
            Note("Het bestand zegt ja, maar in het register staat een later of met de hand vastgelegd nee; het blijft nee.", "The file says yes, but the register holds a no that is later or was recorded by hand; it stays no.");
        }

        if (difference.Undated)
            Note("De leerling zelf zei ja, maar zonder datum; zonder datum telt dit ja niet.", "The pupil said yes, but without a date; without a date this yes does not count.");
        if (added.Any(a => a.Value == ConsentValue.EndedByImport))
            Note("Een eerder ja staat niet meer in het bestand en eindigt.", "An earlier yes is no longer in the file and ends.");
        records.AddRange(added);
        if (giver.Capacity != ConsentCapacity.Self && added.Count > 0 && register.GuardianshipsOf(person.Id).All(g => g.Guardian != giver.Id))
            guardianships.Add(new Guardianship(person.Id, giver.Id, profile.GuardiansHaveAuthority ? Authority.Yes : Authority.Unknown));
    }

    /// <summary>A yes of an unreadable or coming day is unreadable; a no is a no on any day.</summary>
    private CellAnswer Read(ImportRow row, string column, bool readableDay)
    {
        var answer = row.Answer(column);
        if (answer == CellAnswer.Unreadable)
            problems.Add(row.Problem(column, new("Dit antwoord is niet te lezen en telt niet als ja; vul ja of nee in.", "This answer cannot be read and does not count as a yes; fill in ja or nee.")));
        return answer == CellAnswer.Yes && !readableDay ? CellAnswer.Unreadable : answer;
    }

    private (DateOnly? Day, bool Readable) DayOf(ImportRow row)
    {
        if (row.GivenOn is not { } cell)
            return (null, true);
        if (ImportDate.TryRead(cell, out var day) && day <= PlannedTime.DayOf(now))
            return (day, true);
        problems.Add(row.Problem(profile.GivenOn, new("Deze datum is niet te lezen of ligt in de toekomst; een ja in deze rij telt niet.", "This date cannot be read or lies in the future; a yes in this row does not count.")));
        return (null, false);
    }

    private Person? Facts(Person? before, IReadOnlyList<ImportRow> rows)
    {
        var names = rows.Select(r => r.Name).OfType<ImportedName>().Distinct().ToList();
        if (names.Count > 1)
            Note("De rijen van deze leerling hebben verschillende namen; de naam is niet veranderd.", "The rows of this pupil have different names; the name was not changed.");
        var name = names.Count == 0 || (names.Count > 1 && before is not null) ? null : names[0];
        if (before is null && name is null)
        {
            problems.Add(rows[0].Problem(profile.Surname ?? profile.FullName, new("Deze leerling is nieuw, maar roepnaam of achternaam ontbreekt; de rij is overgeslagen.", "This pupil is new, but call name or surname is missing; the row was skipped.")));
            return null;
        }

        var classes = rows.Select(r => r.Class).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var person = before ?? new Person { Id = NewId(rows[0].StudentNumber), Kind = PersonKind.Pupil, StudentNumber = rows[0].StudentNumber, CallName = "", Surname = "" };
        return person with
        {
            CallName = name?.CallName ?? person.CallName,
            Infix = name is null ? person.Infix : name.Infix,
            Surname = name?.Surname ?? person.Surname,
            Initials = rows.Select(r => r.Initials).OfType<string>().FirstOrDefault() ?? person.Initials,
            Classes = classes.Count > 0 ? classes : person.Classes,
            BornOn = Born(person.BornOn, rows),
        };
    }

    private DateOnly? Born(DateOnly? known, IReadOnlyList<ImportRow> rows)
    {
        var days = new HashSet<DateOnly>();
        foreach (var row in rows.Where(r => r.BornOn is not null))
        {
            if (ImportDate.TryRead(row.BornOn!, out var day) && day <= PlannedTime.DayOf(now)) // not null: filtered above
                days.Add(day);
            else
                problems.Add(row.Problem(profile.BornOn, new("Deze geboortedatum is niet te lezen; de bekende geboortedatum blijft staan.", "This date of birth cannot be read; the known one stays.")));
        }

        if (days.Count <= 1)
            return days.Count == 1 ? days.Single() : known;
        contradictory = true;
        Note("De rijen van deze leerling hebben verschillende geboortedata; de bekende blijft staan.", "The rows of this pupil have different dates of birth; the known one stays.");
        return known;
    }

    private PersonId NewId(string number)
    {
        if (PersonId.TryParse("p-" + number, out var id) && register.Find(id) is null)
            return id;
        return PersonId.Parse("p-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)).AsSpan(0, 8)));
    }

    private static bool SameFacts(Person one, Person other) =>
        one with { Classes = [], Aliases = [], Handles = [] } == other with { Classes = [], Aliases = [], Handles = [] } && one.Classes.SequenceEqual(other.Classes);

    private void Note(string nl, string en) => notes.Add(new(nl, en));
}
