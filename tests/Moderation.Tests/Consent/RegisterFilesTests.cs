using Moderation.Consent;

namespace Moderation.Tests.Consent;

public sealed class RegisterFilesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private const string People = "id,kind,call_name,surname,born\np-1,pupil,Kim,Voorbeeld,14y\n";
    private const string Header = "person,purposes,kinds,value,given_by,capacity,given_at,evidence,text_version";
    private const string Yes = "p-1,website,photo,ja,o-1,ouder,-10d,formulier:F-1,2025-1";

    private static RegisterFilesResult Load(string people, string consents, string? guardianships = null) =>
        RegisterFiles.Load(people, guardianships, consents, Now, ConsentPolicy.School);

    private static ConsentRegister Loaded(RegisterFilesResult result) => Assert.IsType<RegisterFilesResult.Loaded>(result).Register;

    private static IReadOnlyList<RowProblem> Problems(RegisterFilesResult result) => Assert.IsType<RegisterFilesResult.Rejected>(result).Problems;

    [Fact]
    public void Without_a_guardianships_file_whoever_answers_as_parent_has_authority() =>
        Assert.IsType<ConsentDecision.Granted>(Loaded(Load(People, $"{Header}\n{Yes}")).Decide(PersonId.Parse("p-1"), "website", MediaKind.Photo, Now));

    [Fact]
    public void With_a_guardianships_file_only_who_stands_in_it_has_authority()
    {
        var register = Loaded(Load(People, $"{Header}\n{Yes}", "pupil,guardian,authority\np-1,o-9,ja"));
        Assert.Equal(new ConsentDecision.Refused(ConsentReason.NoAuthority), register.Decide(PersonId.Parse("p-1"), "website", MediaKind.Photo, Now));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData(",")]
    public void Any_usual_separator_will_do(string separator)
    {
        var people = People.Replace(",", separator, StringComparison.Ordinal);
        var consents = $"{Header}\n{Yes}".Replace(",", separator, StringComparison.Ordinal);
        Assert.Single(Loaded(Load("\uFEFF" + people, "sep=" + separator + "\r\n" + consents)).Records);
    }

    [Fact]
    public void A_star_means_everything_there_is_now_and_lists_are_split()
    {
        var records = Loaded(Load(People, $"{Header}\np-1,*,*,nee,zelf,zelf,2026-11-01,,\np-1,website;pers,foto|naam,ja,o-1,voogd,01-11-2026 09:30,portaal X1,2025-1")).RecordsOf(PersonId.Parse("p-1"));
        Assert.Equal(Purpose.School.Count, records[0].Purposes.Count);
        Assert.Equal(6, records[0].Kinds.Count);
        Assert.True(records[0].WholeDay);
        Assert.Equal(["website", "pers"], records[1].Purposes);
        Assert.Equal([MediaKind.Photo, MediaKind.Name], records[1].Kinds);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero), records[1].GivenAt);
        Assert.Equal(new ConsentEvidence(EvidenceSource.Portal, "X1"), records[1].Evidence);
    }

    [Theory]
    [InlineData("16y", "2010-11-10")]
    [InlineData("16y+30d", "2010-10-11")]
    [InlineData("16y-1d", "2010-11-11")]
    [InlineData("16y+1m", "2010-10-10")]
    [InlineData("2012-02-29", "2012-02-29")]
    [InlineData("01-03-2012", "2012-03-01")]
    public void A_birth_date_may_be_an_age(string cell, string born) =>
        Assert.Equal(DateOnly.Parse(born, null), Assert.Single(Loaded(Load(People.Replace("14y", cell, StringComparison.Ordinal), Header)).People).BornOn);

    [Fact]
    public void Every_bad_row_is_named_and_nothing_is_loaded()
    {
        var problems = Problems(Load(
            "id,kind,call_name,surname,born\np-1,pupil,Kim,Voorbeeld,31-02-2012\np 2,pupil,,Voorbeeld,\np-1,wizard,Kim,Voorbeeld,\nte,weinig\n",
            $"{Header}\np-7,website,photo,ja,o-1,ouder,-10d,formulier:F-1,2025-1\np-1,tiktok,aura,misschien,p-1,ouder,morgen,gerucht,2025-1\np-1,website,photo,\"ja\"x,o-1,ouder,-10d,formulier:F-1,2025-1\n"));
        Assert.Equal("born", Assert.Single(problems, p => p is { File: "people", Row: 2 }).Column);
        Assert.Equal("person", Assert.Single(problems, p => p is { File: "consents", Row: 2 }).Column);
        Assert.Superset(new HashSet<string> { "purposes", "kinds", "value", "given_by", "given_at", "evidence" }, problems.Where(p => p is { File: "consents", Row: 3 }).Select(p => p.Column).ToHashSet());
        Assert.Contains(problems, p => p is { File: "consents", Row: 4, Column: "" });
        Assert.Equal(["call_name", "id"], problems.Where(p => p is { File: "people", Row: 3 }).Select(p => p.Column).Order());
        Assert.Equal(["id", "kind"], problems.Where(p => p is { File: "people", Row: 4 }).Select(p => p.Column).Order());
        Assert.Contains(problems, p => p is { File: "people", Row: 5, Column: "" });
    }

    [Fact]
    public void A_problem_never_repeats_what_stood_in_the_cell()
    {
        var problems = Problems(Load("id,kind,call_name,surname,born\nGeheim Persoon,Geheim,Geheim,Geheim,Geheim\n", Header));
        Assert.All(problems, p => Assert.DoesNotContain("Geheim", p.ToString() + p.What.En, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Missing_columns_are_all_named()
    {
        Assert.Equal(["call_name", "surname"], Problems(Load("id,kind\np-1,pupil", Header)).Select(p => p.Column));
        Assert.Equal(0, Assert.Single(Problems(Load(People, ""))).Row);
    }

    [Fact]
    public void One_open_quotation_mark_spoils_one_row_only()
    {
        var problems = Problems(Load("id,kind,call_name,surname\np-1,pupil,\"Kim,Voorbeeld\np-2,pupil,Noa,Voorbeeld\np-3,draak,Sam,Voorbeeld\n", Header));
        Assert.Equal([2, 4], problems.Select(p => p.Row));
    }
}
