using Moderation.Consent;
using Moderation.Publishing;

namespace Moderation.Tests.Consent;

public sealed class SampleSchoolTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConsentRegister School = SampleSchool.LoadOn(Now);

    [Theory]
    [InlineData("Roos Bakker", "website", MediaKind.Photo, true)]
    [InlineData("Roos Bakker", "facebook", MediaKind.Photo, false)]
    [InlineData("Roos Bakker", "website", MediaKind.Name, false)]
    [InlineData("Bas de Groot", "facebook", MediaKind.Photo, true)]
    [InlineData("Bas de Groot", "website", MediaKind.Name, true)]
    [InlineData("Sterre van der Linden", "website", MediaKind.Photo, false)]
    [InlineData("Max Jong", "instagram", MediaKind.Photo, true)]
    [InlineData("Max Jong", "instagram", MediaKind.Film, false)]
    [InlineData("Max Jong", "instagram", MediaKind.Name, false)]
    [InlineData("Daan van 't Hof", "website", MediaKind.Photo, false)]
    [InlineData("Anna Thijssen", "x", MediaKind.Quote, true)]
    [InlineData("Thijs de Wit", "website", MediaKind.Photo, false)]
    [InlineData("Zoë el Amrani", "website", MediaKind.Photo, false)]
    [InlineData("Anne-Fleur Jansen-de Vries", "youtube", MediaKind.Film, true)]
    [InlineData("Noor Yılmaz", "facebook", MediaKind.Name, true)]
    [InlineData("Fleur Mol", "website", MediaKind.Photo, false)]
    [InlineData("Marieke Visser", "website", MediaKind.Photo, true)]
    [InlineData("Marieke Visser", "facebook", MediaKind.Photo, false)]
    [InlineData("Jeroen van den Berg", "linkedin", MediaKind.Film, true)]
    public void The_people_of_the_examples_answer_as_written(string name, string channel, MediaKind kind, bool yes) =>
        Assert.Equal(yes, School.Decide(School.Named(name).Id, ChannelRegister.School.Find(channel)!, kind, Now) is ConsentDecision.Granted);

    [Theory]
    [InlineData("Zoë el Amrani", ConsentReason.TurnedSixteen)]
    [InlineData("Jet Schipper", ConsentReason.TurnedSixteen)]
    [InlineData("Fleur Mol", ConsentReason.Withdrawn)]
    [InlineData("Job Kuiper", ConsentReason.Withdrawn)]
    [InlineData("Daan van 't Hof", ConsentReason.Refused)]
    [InlineData("Elif Kaya", ConsentReason.NoAuthority)]
    [InlineData("Amir Haddad", ConsentReason.NoAuthority)]
    [InlineData("Floor Smit", ConsentReason.NoEvidence)]
    [InlineData("Iris Bloem", ConsentReason.TextChanged)]
    [InlineData("Joël Pinas", ConsentReason.NotYetValid)]
    [InlineData("Tess van den Heuvel", ConsentReason.Expired)]
    [InlineData("Storm Prins", ConsentReason.TooYoungToDecide)]
    [InlineData("Puck Terpstra", ConsentReason.Refused)]
    [InlineData("Isa Koning", ConsentReason.BirthDateMissing)]
    [InlineData("Mila Zomer", ConsentReason.NoConsent)]
    [InlineData("Thijs de Wit", ConsentReason.NoConsent)]
    public void Every_sort_of_no_is_in_the_school(string name, ConsentReason reason) =>
        Assert.Equal(new ConsentDecision.Refused(reason), School.Decide(School.Named(name).Id, "website", MediaKind.Photo, Now));

    [Theory]
    [InlineData("Wessel ter Horst", ConsentReason.ObjectionWithoutAuthority)]
    [InlineData("Guus Mulder", ConsentReason.ObjectionAfterSixteen)]
    public void Every_sort_of_doubt_is_in_the_school(string name, ConsentReason reason) =>
        Assert.Equal(new ConsentDecision.Doubtful(reason), School.Decide(School.Named(name).Id, "website", MediaKind.Photo, Now));

    [Fact]
    public void Samples_do_not_age()
    {
        var days = new[] { "2027-02-28", "2028-02-29", "2031-08-01", "2026-12-31" };
        foreach (var day in days.Select(d => new DateTimeOffset(DateTime.Parse(d, null), TimeSpan.Zero).AddHours(12)))
        {
            var later = SampleSchool.LoadOn(day);
            Assert.All(School.People, p => Assert.Equal(
                School.Decide(p.Id, "website", MediaKind.Photo, Now).GetType(),
                later.Decide(p.Id, "website", MediaKind.Photo, day).GetType()));
        }
    }

    [Fact]
    public void The_school_has_namesakes_and_everybody_else_a_name_of_their_own()
    {
        var shared = School.People.GroupBy(p => p.FullName).Where(g => g.Count() > 1).ToList();
        Assert.Equal("Emma de Jong", Assert.Single(shared).Key);
        Assert.Equal(School.People.Count(p => p.StudentNumber is not null), School.People.Select(p => p.StudentNumber).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Somebody_sixteen_tomorrow_can_be_shown_today_and_not_tomorrow()
    {
        var kaan = School.Named("Kaan Demir").Id;
        Assert.IsType<ConsentDecision.Granted>(School.Decide(kaan, "website", MediaKind.Photo, Now));
        Assert.Equal(new ConsentDecision.Refused(ConsentReason.TurnedSixteen), School.Decide(kaan, "website", MediaKind.Photo, Now.AddDays(1)));
    }
}
