using System.Text;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Drafts;

namespace Moderation.Tests.Consent.Import;

public sealed class ImportPlannerTests
{
    private const string Header = "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Geboortedatum;Toestemming website;Toestemming sociale media;Toestemming naam;Gegeven door;Datum";
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConsentRegister Nobody = new([], [], [], ConsentPolicy.School);

    private static MappingProfile Profile(string header = Header) =>
        ProfileSuggestion.For(header.Split(';'), ConsentPolicy.School)! with { GuardiansHaveAuthority = true }; // not null: these headers have a student number

    private static ImportFile File(params string[] rows) => ImportFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header))));

    private static ImportPlan Plan(ConsentRegister register, ImportFile file, MappingProfile? profile = null, DateTimeOffset? now = null) =>
        Assert.IsType<ImportOutcome.Planned>(ImportPlanner.Plan(register, file, profile ?? Profile(), now ?? Now, "admin")).Plan;

    private static ConsentRegister Import(ConsentRegister register, DateTimeOffset now, params string[] rows) => Apply(register, Plan(register, File(rows), now: now));

    /// <summary>The register after a plan, as the store would leave it.</summary>
    private static ConsentRegister Apply(ConsentRegister register, ImportPlan plan) => Apply(register, plan.Changes);

    private static ConsentRegister Apply(ConsentRegister register, IEnumerable<PersonChange> changes)
    {
        var people = register.People.ToDictionary(p => p.Id);
        var records = register.Records.ToList();
        var guardianships = register.Guardianships.ToList();
        foreach (var change in changes)
        {
            if (change.Person is { } person)
                people[change.Id] = person;
            if (change.Remove)
                people.Remove(change.Id);
            records.AddRange(change.Records);
            guardianships.AddRange(change.Guardianships);
        }

        return new ConsentRegister(people.Values, records, guardianships, register.Policy);
    }

    private static bool Yes(ConsentRegister register, string number, string purpose, MediaKind kind, DateTimeOffset? at = null) =>
        register.Decide(register.People.Single(p => p.StudentNumber == number).Id, purpose, kind, at ?? Now.AddDays(1)) is ConsentDecision.Granted;

    [Fact]
    public void A_row_gives_a_pupil_and_answers_for_each_purpose_apart()
    {
        var register = Import(Nobody, Now, "001234;Kim;van der;Voorbeeld;3B;01-03-2013;Ja;Nee;ja;Moeder;01-09-2026");
        var kim = Assert.Single(register.People);
        Assert.Equal(("001234", "Kim van der Voorbeeld", new DateOnly(2013, 3, 1), "3B"), (kim.StudentNumber, kim.FullName, kim.BornOn, Assert.Single(kim.Classes)));
        Assert.True(Yes(register, "001234", "website", MediaKind.Photo));
        Assert.True(Yes(register, "001234", "website", MediaKind.Sound));
        Assert.True(Yes(register, "001234", "website", MediaKind.Name));
        Assert.False(Yes(register, "001234", "website", MediaKind.Quote));
        Assert.False(Yes(register, "001234", "sociale_media", MediaKind.Photo));
        Assert.False(Yes(register, "001234", "sociale_media", MediaKind.Name)); // yes to names, but not there
        Assert.False(Yes(register, "001234", "nieuwsbrief", MediaKind.Photo));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        string[] rows = ["1;Kim;;Voorbeeld;3B;01-03-2013;Ja;Nee;;Moeder;01-09-2026", "2;Noa;;Anders;3B;;;;;;"];
        var once = Import(Nobody, Now, rows);
        Assert.Empty(Plan(once, File(rows), now: Now.AddDays(1)).Changes);
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData(" JA ", true)]
    [InlineData("J", true)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("✓", true)]
    [InlineData("Akkoord", true)]
    [InlineData("", false)]
    [InlineData("nee", false)]
    [InlineData("onbekend", false)]
    [InlineData("n.v.t.", false)]
    [InlineData("niet akkoord", false)]
    [InlineData("geen toestemming", false)]
    [InlineData("ja, mits zonder naam", false)]
    [InlineData("misschien", false)]
    [InlineData("x", false)]
    [InlineData("2", false)]
    public void Only_a_plain_yes_is_a_yes(string cell, bool yes) =>
        Assert.Equal(yes, Yes(Import(Nobody, Now, $"1;Kim;;Voorbeeld;3B;01-03-2013;{cell};;;Moeder;01-09-2026"), "1", "website", MediaKind.Photo));

    [Fact]
    public void An_answer_that_cannot_be_read_is_listed_by_row_and_column()
    {
        var plan = Plan(Nobody, File("1;Kim;;Voorbeeld;3B;01-03-2013;misschien;;;Moeder;01-09-2026", "2;Noa;;Anders;3B;31-31-2013;ja;;;Moeder;gisteren", ";Sam;;Niets;3B;;;;;;", "3;;;;3B;;;;;;", "4;te;kort"));
        Assert.Equal([(2, "Toestemming website"), (3, "Datum"), (3, "Geboortedatum"), (4, "Stamnummer"), (5, "Achternaam"), (6, "")],
            plan.Unreadable.Select(p => (p.Row, p.Column)).OrderBy(p => p.Row).ThenBy(p => p.Column, StringComparer.Ordinal));
        Assert.All(plan.Unreadable, p => Assert.DoesNotContain("Kim", p.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_yes_of_a_day_that_cannot_be_read_or_is_still_to_come_does_not_count_and_a_no_does()
    {
        Assert.False(Yes(Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;ooit"), "1", "website", MediaKind.Photo));
        Assert.False(Yes(Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2027"), "1", "website", MediaKind.Photo, Now.AddYears(1)));
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        Assert.False(Yes(Import(register, Now.AddDays(1), "1;Kim;;Voorbeeld;3B;01-03-2013;nee;;;Moeder;ooit"), "1", "website", MediaKind.Photo, Now.AddDays(2)));
    }

    [Fact]
    public void Contradictory_rows_of_the_same_giver_are_a_no()
    {
        var plan = Plan(Nobody, File("1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;;01-09-2026", "1;Kim;;Voorbeeld;3B;01-03-2013;nee;;;;02-09-2026"));
        Assert.True(Assert.Single(plan.People).Contradictory);
        Assert.False(Yes(Apply(Nobody, plan), "1", "website", MediaKind.Photo));
    }

    [Fact]
    public void Two_parents_each_have_their_own_answer_and_one_no_wins()
    {
        string[] agree = ["1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026", "1;Kim;;Voorbeeld;3B;01-03-2013;;;;Vader;"];
        Assert.True(Yes(Import(Nobody, Now, agree), "1", "website", MediaKind.Photo));
        string[] differ = [agree[0], "1;Kim;;Voorbeeld;3B;01-03-2013;nee;;;Vader;01-08-2026"];
        var register = Import(Nobody, Now, differ);
        Assert.False(Yes(register, "1", "website", MediaKind.Photo));
        Assert.Equal(2, register.Guardianships.Count());
    }

    [Fact]
    public void Without_known_authority_a_yes_does_not_count_and_a_no_does()
    {
        var profile = Profile() with { GuardiansHaveAuthority = false };
        var register = Apply(Nobody, Plan(Nobody, File("1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026"), profile));
        Assert.False(Yes(register, "1", "website", MediaKind.Photo));
        Assert.Equal(Authority.Unknown, Assert.Single(register.Guardianships).Authority);
    }

    [Fact]
    public void A_new_no_counts_at_once_even_when_the_file_dates_it_before_the_yes()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        var next = Import(register, Now.AddDays(1), "1;Kim;;Voorbeeld;3B;01-03-2013;Nee;;;Moeder;01-08-2026");
        Assert.False(Yes(next, "1", "website", MediaKind.Photo, Now.AddDays(1)));
    }

    [Fact]
    public void A_yes_that_has_become_empty_or_unreadable_ends_and_is_listed()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;ja;;Moeder;01-09-2026");
        foreach (var cell in new[] { "", "onbekend", "???" })
        {
            var plan = Plan(register, File($"1;Kim;;Voorbeeld;3B;01-03-2013;{cell};ja;;Moeder;01-09-2026"), now: Now.AddDays(1));
            Assert.Equal(3, Assert.Single(plan.People).Ended);
            var after = Apply(register, plan);
            Assert.False(Yes(after, "1", "website", MediaKind.Photo, Now.AddDays(2)));
            Assert.True(Yes(after, "1", "sociale_media", MediaKind.Photo, Now.AddDays(2)));
        }
    }

    [Fact]
    public void An_ended_yes_comes_back_when_its_own_cell_is_filled_again_and_no_other_does()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;ja;;Moeder;01-09-2026");
        register = Import(register, Now.AddDays(1), "1;Kim;;Voorbeeld;3B;01-03-2013;;;;Moeder;01-09-2026");
        register = Import(register, Now.AddDays(2), "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        Assert.True(Yes(register, "1", "website", MediaKind.Photo, Now.AddDays(3)));
        Assert.False(Yes(register, "1", "sociale_media", MediaKind.Photo, Now.AddDays(3)));
    }

    [Fact]
    public void An_empty_cell_does_not_end_a_yes_that_was_recorded_by_hand()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;;;;Moeder;");
        var kim = Assert.Single(register.People).Id;
        var giver = PersonId.Parse($"{kim}.moeder");
        var byHand = new ConsentRecord
        {
            Person = kim, Purposes = ["website"], Kinds = [MediaKind.Photo], Value = ConsentValue.Granted, GivenBy = giver, Capacity = ConsentCapacity.Parent,
            GivenAt = Now, TextVersion = "2025-1", Evidence = new(EvidenceSource.Form, "F-1"), RecordedBy = "admin", RecordedAt = Now,
        };
        register = Apply(register, [new PersonChange(kim) { Records = [byHand], Guardianships = [new(kim, giver, Authority.Yes)] }]);
        Assert.True(Yes(Import(register, Now.AddDays(1), "1;Kim;;Voorbeeld;3B;01-03-2013;;;;Moeder;"), "1", "website", MediaKind.Photo, Now.AddDays(2)));
    }

    [Theory]
    [InlineData("", true, false)] // no date: nobody knows whether it came after the withdrawal
    [InlineData("01-09-2026", true, false)]
    [InlineData("12-11-2026", false, true)]
    public void An_old_export_does_not_lift_a_withdrawal_that_was_recorded_by_hand(string date, bool contradictory, bool yes)
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        var kim = Assert.Single(register.People).Id;
        var withdrawal = Assert.Single(register.Records, r => r.Purposes.Contains("website")) with
        {
            Value = ConsentValue.Withdrawn, GivenAt = Now.AddDays(1), WholeDay = false, Evidence = new(EvidenceSource.Portal, "P-1"),
        };
        register = Apply(register, [new PersonChange(kim) { Records = [withdrawal] }]);
        var plan = Plan(register, File($"1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;{date}"), now: Now.AddDays(3));
        Assert.Equal(contradictory, plan.People.SingleOrDefault()?.Contradictory ?? false);
        Assert.Equal(yes, Yes(Apply(register, plan), "1", "website", MediaKind.Photo, Now.AddDays(4)));
    }

    [Fact]
    public void A_parent_who_changes_an_imported_no_into_a_yes_is_heard()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;nee;;;;");
        Assert.True(Yes(Import(register, Now.AddDays(1), "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;;"), "1", "website", MediaKind.Photo, Now.AddDays(2)));
    }

    [Fact]
    public void Who_vanishes_is_listed_and_loses_nothing()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026", "2;Noa;;Anders;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        var plan = Plan(register, File("2;Noa;;Anders;3B;01-03-2013;ja;;;Moeder;01-09-2026"), now: Now.AddDays(1));
        Assert.Equal(register.People.Single(p => p.StudentNumber == "1").Id, Assert.Single(plan.Vanished));
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void A_lost_leading_zero_finds_the_same_pupil_unless_two_could_be_meant()
    {
        var register = Import(Nobody, Now, "001234;Kim;;Voorbeeld;3B;01-03-2013;;;;;");
        var plan = Plan(register, File("1234;Kim;;Voorbeeld;4B;01-03-2013;;;;;"), now: Now.AddDays(1));
        Assert.Equal((ImportEffect.Changed, register.People.Single().Id), (Assert.Single(plan.People).Effect, Assert.Single(plan.People).Change.Id));
        Assert.Equal("001234", Assert.Single(Apply(register, plan).People).StudentNumber);
        var both = Plan(register, File("1234;Noa;;Anders;3B;01-03-2013;;;;;", "001234;Kim;;Voorbeeld;3B;01-03-2013;;;;;"), now: Now.AddDays(1));
        Assert.Equal(ImportEffect.New, Assert.Single(both.People).Effect);
        Assert.Equal(ImportEffect.New, Assert.Single(Plan(register, File("1234;Noa;;Anders;3B;01-03-2013;;;;;"), now: Now.AddDays(1)).People).Effect);
    }

    [Theory]
    [InlineData("zelf", "01-09-2026", true)]
    [InlineData("Leerling", "01-09-2026", true)]
    [InlineData("zelf", "", false)] // of which day nobody knows, perhaps at fifteen
    [InlineData("zelf", "01-02-2026", false)] // at fifteen
    [InlineData("Moeder", "01-09-2026", false)]
    public void From_sixteen_on_only_a_dated_answer_of_the_pupil_counts(string giver, string date, bool yes) =>
        Assert.Equal(yes, Yes(Import(Nobody, Now, $"1;Kim;;Voorbeeld;4B;01-03-2010;ja;;;{giver};{date}"), "1", "website", MediaKind.Photo));

    [Fact]
    public void Protection_and_facts_that_are_not_mapped_stay()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Moeder;01-09-2026");
        var kim = register.People.Single() with { Protected = true, Handles = ["kim"], Aliases = ["Kimmie"] };
        register = Apply(register, [new PersonChange(kim.Id) { Person = kim }]);
        var after = Import(register, Now.AddDays(1), "1;Kim;de;Voorbeeld;4B;;ja;;;Moeder;01-09-2026").People.Single();
        Assert.Equal((true, "kim", "Kimmie", "de", "4B", kim.BornOn), (after.Protected, after.Handles[0], after.Aliases[0], after.Infix, after.Classes[0], after.BornOn));
    }

    [Fact]
    public void Names_in_the_column_of_the_giver_are_not_stored()
    {
        var register = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;Mevrouw Geheim;01-09-2026");
        Assert.All(register.Records, r => Assert.DoesNotContain("geheim", r.GivenBy.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Plan(register, File("1;Kim;;Voorbeeld;3B;01-03-2013;ja;;;mevrouw geheim;01-09-2026"), now: Now.AddDays(1)).Changes);
    }

    [Fact]
    public void What_is_not_mapped_is_never_stored()
    {
        var file = ImportFile.Read("Stamnummer,Roepnaam,Achternaam,Klassenmentor 1,Zorg\n1,Kim,Voorbeeld,GEHEIM,GEHEIM\n"u8);
        var profile = ProfileSuggestion.For(file.Columns, ConsentPolicy.School);
        Assert.NotNull(profile);
        var plan = Plan(Nobody, file, profile);
        Assert.DoesNotContain("GEHEIM", System.Text.Json.JsonSerializer.Serialize(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_whose_columns_are_not_there_imports_nothing()
    {
        var outcome = ImportPlanner.Plan(Nobody, ImportFile.Read("Stamnummer;Roepnaam\n1;Kim\n"u8), Profile(), Now, "admin");
        Assert.Contains(Assert.IsType<ImportOutcome.Unusable>(outcome).Problems, p => p.Column == "Toestemming website");
        Assert.IsType<ImportOutcome.Unusable>(ImportPlanner.Plan(Nobody, ImportFile.Read([]), Profile(), Now, "admin"));
    }

    [Fact]
    public void An_import_can_be_undone_and_what_was_decided_since_stays()
    {
        var first = Import(Nobody, Now, "1;Kim;;Voorbeeld;3B;01-03-2013;ja;ja;;Moeder;01-09-2026");
        var plan = Plan(first, File("1;Kim;;Voorbeeld;4B;01-03-2013;nee;;;Moeder;01-09-2026", "2;Noa;;Anders;4B;01-03-2013;ja;;;Vader;01-09-2026"), now: Now.AddDays(1));
        var second = Apply(first, plan);
        Assert.False(Yes(second, "1", "website", MediaKind.Photo, Now.AddDays(5)));

        var undone = Apply(second, plan.Changes.Select(c => ImportUndo.Plan(second, c.Id, c.Trace!, Now.AddDays(2), "admin")).OfType<PersonChange>());
        Assert.True(Yes(undone, "1", "website", MediaKind.Photo, Now.AddDays(5)));
        Assert.True(Yes(undone, "1", "sociale_media", MediaKind.Photo, Now.AddDays(5)));
        Assert.Equal("3B", Assert.Single(Assert.Single(undone.People).Classes));
        Assert.All(plan.Changes, c => Assert.Null(ImportUndo.Plan(undone, c.Id, c.Trace!, Now.AddDays(3), "admin")));

        var kim = first.People.Single().Id;
        var withdrawn = Apply(second, [new PersonChange(kim) { Records = [Assert.Single(second.Records, r => r.Value == ConsentValue.Refused) with { Value = ConsentValue.Withdrawn, GivenAt = Now.AddDays(1.5), Evidence = new(EvidenceSource.Portal, "P-1") }] }]);
        var both = Apply(withdrawn, plan.Changes.Select(c => ImportUndo.Plan(withdrawn, c.Id, c.Trace!, Now.AddDays(2), "admin")).OfType<PersonChange>());
        Assert.False(Yes(both, "1", "website", MediaKind.Photo, Now.AddDays(5)));
    }

    [Fact]
    public void Only_what_an_import_wrote_can_be_voided()
    {
        var refusal = Answers.No(Answers.Father, "2025-09-01");
        var trick = refusal with { Value = ConsentValue.Voided, Voids = refusal.Id, GivenAt = refusal.GivenAt.AddDays(1) };
        Answers.IsNo(ConsentReason.Refused, Answers.Decide(Answers.Pupil(), "2026-03-01", Answers.Yes(Answers.Mother, "2025-09-01"), refusal, trick));
    }

    [Fact]
    public void Five_thousand_pupils_are_planned_in_seconds()
    {
        var rows = Enumerable.Range(1, 5000).SelectMany(i => new[] { $"{i:D6};Kim{i};van;Voorbeeld;3B;01-03-2013;ja;nee;;Moeder;01-09-2026", $"{i:D6};Kim{i};van;Voorbeeld;3B;01-03-2013;ja;;;Vader;01-09-2026" }).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var register = Import(Nobody, Now, rows);
        Assert.Empty(Plan(register, File(rows), now: Now.AddDays(1)).Changes);
        Assert.Equal(5000, register.People.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), "it hangs");
    }
}
