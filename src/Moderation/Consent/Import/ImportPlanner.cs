using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Moderation.Drafts;

namespace Moderation.Consent.Import;

/// <summary>
/// Compares an export with the register and says what would change (<c>domain.md</c> §6, I11). Pure: nothing is written.
/// A new no counts at once; a yes that has become empty ends; who is not in the file keeps everything and is only listed.
/// </summary>
public static class ImportPlanner
{
    /// <param name="now">The moment of the dry run; a no counts from here.</param>
    /// <param name="plannedBy">User id.</param>
    public static ImportOutcome Plan(ConsentRegister register, ImportFile file, MappingProfile profile, DateTimeOffset now, string plannedBy)
    {
        if (MissingColumns(file, profile, register.Policy) is { Count: > 0 } missing)
            return new ImportOutcome.Unusable(missing);

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{file.Hash}/{profile.Name}/{now.UtcTicks}"))).AsSpan(0, 8));
        var problems = file.Table.Problems.ToList();
        var rows = file.Table.Rows.Select(r => new ImportRow(file.Table, r, profile)).ToList();
        var roll = new PupilRoll(register, rows);
        var people = new List<ImportedPerson>();
        var seen = new HashSet<PersonId>();

        foreach (var pupil in rows.GroupBy(r => roll.Find(r)?.Id.ToString() ?? "number " + r.StudentNumber))
        {
            var own = pupil.ToList();
            if (own[0].StudentNumber.Length == 0)
            {
                problems.AddRange(own.Select(r => r.Problem(profile.StudentNumber, new("Het leerlingnummer ontbreekt; deze rij is overgeslagen.", "The student number is missing; this row was skipped."))));
                continue;
            }

            var before = roll.Find(own[0]);
            if (before is not null)
                seen.Add(before.Id);
            if (new PupilImport(register, profile, id, now, plannedBy, problems).Plan(before, own) is { } person)
                people.Add(person);
        }

        return new ImportOutcome.Planned(new ImportPlan
        {
            Id = id,
            FileHash = file.Hash,
            Profile = profile.Name,
            PlannedAt = now,
            PlannedBy = plannedBy,
            Rows = file.Rows,
            People = people,
            Vanished = [.. register.People.Where(p => p is { Kind: PersonKind.Pupil, StudentNumber: not null } && !seen.Contains(p.Id)).Select(p => p.Id)],
            Unreadable = [.. problems.OrderBy(p => p.Row)],
        });
    }

    private static List<RowProblem> MissingColumns(ImportFile file, MappingProfile profile, ConsentPolicy policy)
    {
        if (file.Columns.Count == 0)
            return [.. file.Table.Problems];
        var problems = profile.Columns.Where(c => file.Table.IndexOf(c) < 0)
            .Select(c => new RowProblem("import", 1, c, new("Deze kolom uit het profiel staat niet in het bestand; kies een ander profiel of pas het aan.", "This column of the profile is not in the file; choose another profile or change it."))).ToList();
        problems.AddRange(profile.Consents.Where(c => c.Purposes.Any(p => policy.Find(p) is null))
            .Select(c => new RowProblem("import", 1, c.Column, new("Dit doel kent de school niet; pas het profiel aan.", "The school does not know this purpose; change the profile."))));
        return problems;
    }
}
