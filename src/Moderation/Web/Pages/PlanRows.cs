using System.Globalization;
using Moderation.Consent;
using Moderation.Consent.Import;

namespace Moderation.Web.Pages;

/// <summary>The rows of a dry run, by what would happen, for the page, the file and the command.</summary>
public static class PlanRows
{
    /// <summary>The groups, in the order in which somebody should look at them.</summary>
    public static IReadOnlyList<(string Code, Words Title)> Groups { get; } =
    [
        ("unreadable", new("Niet te lezen", "Unreadable")),
        ("conflict", new("Tegenstrijdig", "Contradictory")),
        ("ended", new("Beëindigd door deze import", "Ended by this import")),
        ("refused", new("Nieuw nee", "New no")),
        ("vanished", new("Niet meer in het bestand", "No longer in the file")),
        ("noted", new("Let op", "Worth knowing")),
        ("new", new("Nieuw", "New")),
        ("changed", new("Gewijzigd", "Changed")),
    ];

    /// <param name="Line">Line of the file, or null when it is not about one.</param>
    /// <param name="Id">Somebody in the register, to look at.</param>
    public sealed record Row(int? Line, PersonId? Id, string? Number, string Who, string Class, IReadOnlyList<Words> What);

    public static IReadOnlyList<Row> Of(ImportPlan plan, ConsentRegister register, string group) => group switch
    {
        "unreadable" => [.. plan.Unreadable.Select(p => new Row(p.Row, null, null, "", "", [Placed(p)]))],
        "vanished" => [.. plan.Vanished.Select(register.Find).OfType<Person>().OrderBy(p => p.Surname, StringComparer.Ordinal).ThenBy(p => p.CallName, StringComparer.Ordinal)
            .Select(p => new Row(null, p.Id, p.StudentNumber, p.FullName, string.Join(' ', p.Classes), [Vanished]))],
        "conflict" => People(plan, p => p.Contradictory),
        "ended" => People(plan, p => p.Ended > 0),
        "refused" => People(plan, p => p.NewNoes > 0),
        "noted" => People(plan, p => p is { Notes.Count: > 0, Contradictory: false, Ended: 0 }),
        "new" => People(plan, p => p.Effect == ImportEffect.New),
        "changed" => People(plan, p => p.Effect == ImportEffect.Changed),
        _ => [],
    };

    public static int Count(ImportPlan plan, string group) => group switch
    {
        "unreadable" => plan.Unreadable.Count,
        "vanished" => plan.Vanished.Count,
        "conflict" => plan.People.Count(p => p.Contradictory),
        "ended" => plan.People.Count(p => p.Ended > 0),
        "refused" => plan.People.Count(p => p.NewNoes > 0),
        "noted" => plan.People.Count(p => p is { Notes.Count: > 0, Contradictory: false, Ended: 0 }),
        "new" => plan.People.Count(p => p.Effect == ImportEffect.New),
        "changed" => plan.People.Count(p => p.Effect == ImportEffect.Changed),
        _ => 0,
    };

    /// <summary>The whole dry run as a file for a spreadsheet.</summary>
    public static string Csv(ImportPlan plan, ConsentRegister register) => SafeCsv.Write(
        ["groep", "regel", "leerlingnummer", "naam", "klas", "wat"],
        from g in Groups
        from row in Of(plan, register, g.Code)
        select (IReadOnlyList<string?>)[g.Title.Nl, row.Line?.ToString(CultureInfo.InvariantCulture), row.Number, row.Who, row.Class, string.Join(' ', row.What.Select(w => w.Nl))]);

    private static IReadOnlyList<Row> People(ImportPlan plan, Func<ImportedPerson, bool> which) =>
        [.. plan.People.Where(which).Select(RowOf).OrderBy(r => r.Line)];

    private static Row RowOf(ImportedPerson person)
    {
        var known = person.Change.Person ?? person.Before;
        return new Row(
            person.Line, person.Before?.Id, known?.StudentNumber, known?.FullName ?? "", string.Join(' ', known?.Classes ?? []), [.. WhatOf(person), .. person.Notes]);
    }

    private static IEnumerable<Words> WhatOf(ImportedPerson person)
    {
        if (person is { Before: { } before, Change.Person: { } after } && FactsOf(before, after) is { Count: > 0 } facts)
            yield return new($"Wijzigt: {string.Join(", ", facts.Select(f => f.Nl))}.", $"Changes: {string.Join(", ", facts.Select(f => f.En))}.");
        foreach (var (value, nl, en) in new[] { (ConsentValue.Granted, "Ja", "Yes"), (ConsentValue.Refused, "Nee", "No"), (ConsentValue.EndedByImport, "Eindigt", "Ends") })
        {
            var records = person.Change.Records.Where(r => r.Value == value).ToList();
            if (records.Count == 0)
                continue;
            var purposes = ConsentTerms.Join(records.SelectMany(r => r.Purposes).Distinct().Select(p => Purpose.School.FirstOrDefault(s => s.Code == p)?.Name ?? new Words(p, p)));
            yield return new($"{nl}: {purposes.Nl.ToLowerInvariant()}.", $"{en}: {purposes.En.ToLowerInvariant()}.");
        }
    }

    private static List<Words> FactsOf(Person before, Person after)
    {
        List<Words> facts = [];
        if (before.FullName != after.FullName)
            facts.Add(new("naam", "name"));
        if (before.Initials != after.Initials)
            facts.Add(new("voorletters", "initials"));
        if (before.BornOn != after.BornOn)
            facts.Add(new("geboortedatum", "date of birth"));
        if (!before.Classes.SequenceEqual(after.Classes))
            facts.Add(new($"klas {string.Join(' ', before.Classes)} → {string.Join(' ', after.Classes)}", $"class {string.Join(' ', before.Classes)} → {string.Join(' ', after.Classes)}"));
        return facts;
    }

    private static Words Placed(RowProblem problem) => problem.Column.Length == 0 ? problem.What : new($"{problem.Column}: {problem.What.Nl}", $"{problem.Column}: {problem.What.En}");

    private static readonly Words Vanished = new("Blijft zoals het is; een leerling die niet in het bestand staat, trekt niets in.", "Stays as it is; a pupil who is not in the file withdraws nothing.");
}
